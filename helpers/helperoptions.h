// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Trackhand {

enum class OptionKind : std::uint8_t { Boolean, Integer, Text };

std::string_view toString(OptionKind kind); ///< "bool", "int" or "string"

/// What the gate lets a helper's expectations do besides, once an option has another value than its default.
enum class OptionGrant : std::uint8_t {
    None,
    ForeignAddresses, ///< join hosts that are not the flow's own
    LowPorts, ///< lead to ports below 1024
    LooseSource, ///< come from hosts nobody knows yet
};

std::string_view toString(OptionGrant grant); ///< "none", "foreign-addresses", "low-ports" or "loose-source"

/// One setting of a helper: what it is called, what it takes, and what it is when nobody sets it.
struct OptionSpec {
    std::string name; ///< lower case, words joined by '_'
    OptionKind kind = OptionKind::Boolean;
    std::string defaultValue; ///< in the same text form as a given value
    std::string text; ///< one line for people
    std::int64_t minimum = 0; ///< of an Integer
    std::int64_t maximum = 0; ///< of an Integer; of a Text its greatest length in bytes
    OptionGrant grants = OptionGrant::None;
};

/// Options as a person or a settings file gave them: KEY=VALUE.
using HelperOptions = std::map<std::string, std::string, std::less<>>;

/// Options checked against their specs, with the defaults filled in.
class OptionValues {
public:
    /// InvalidArgument, naming the option and what it takes, for an unknown name or a value that does not fit.
    static Result<OptionValues> check(const std::vector<OptionSpec> &specs, const HelperOptions &given);

    bool boolean(std::string_view name) const; ///< false when there is no such option
    std::int64_t integer(std::string_view name) const; ///< 0 when there is no such option
    std::string_view text(std::string_view name) const; ///< empty when there is no such option

private:
    HelperOptions m_values;
};

} // namespace Trackhand
