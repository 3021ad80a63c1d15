// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace Trackhand {

/// Builds one JSON object on one line, its members in the order they are added (QJsonObject would sort them). Absent
/// values are simply not added.
class JsonLine {
public:
    JsonLine &add(std::string_view name, std::string_view text);
    JsonLine &add(std::string_view name, std::uint64_t number);
    JsonLine &addBool(std::string_view name, bool value);
    /// @p json is a whole JSON value already.
    JsonLine &addRaw(std::string_view name, std::string_view json);
    /// Nothing when @p text is empty.
    JsonLine &addUnlessEmpty(std::string_view name, std::string_view text);
    /// Nothing when @p number is 0.
    JsonLine &addUnlessZero(std::string_view name, std::uint64_t number);

    std::string text() const { return m_text + '}'; }

    /// As a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD.
    static std::string quoted(std::string_view text);

private:
    void begin(std::string_view name);

    std::string m_text = "{";
};

} // namespace Trackhand
