// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/helpersettings.h"
#include "backend/settings/rulesettings.h"
#include "wire/base/result.h"

#include <string_view>

namespace Trackhand {

/// Everything that comes from outside passes here before any other code sees it. Each Error is one line that says which
/// value is wrong and what is allowed.

/// 1 to 15 bytes of [A-Za-z0-9._-], not beginning with '-' or '.': safe as a kernel name, a file name and an option.
Status validateHelperName(std::string_view name);

/// Error: InvalidArgument.
Status validatePolicies(const std::vector<ExpectationPolicy> &policies);

/// Error: InvalidArgument.
Status validate(const HelperSettings &settings);

/// Error: InvalidRule.
Status validate(const RuleSettings &rule);

constexpr std::size_t MaxInterfaceNameLength = 15; // IFNAMSIZ less the NUL
constexpr std::uint32_t MaxExpectationTimeout = 7 * 24 * 3600; ///< seconds; an expectation that old helps nobody
constexpr std::uint32_t MaxQueueLength = 1u << 20; ///< packets
constexpr std::size_t MaxPortRanges = 64; ///< of one rule
constexpr std::size_t MaxOptions = 64; ///< of one helper
constexpr std::size_t MaxOptionLength = 1024; ///< bytes of a key or a value

} // namespace Trackhand
