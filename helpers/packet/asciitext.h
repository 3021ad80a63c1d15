// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand::Ascii {

// Reading protocols that are lines of text. Nothing here knows a locale.

bool isDigit(char character);
bool isLetter(char character);
bool isSpace(char character); ///< space, tab, CR or LF

bool equalsIgnoringCase(std::string_view left, std::string_view right);
bool startsIgnoringCase(std::string_view text, std::string_view prefix);

std::string_view trimmed(std::string_view text); ///< without space at either end

/// What @p text begins with up to one of @p ends, which then is what it begins with; all of it when there is none.
std::string_view takeUntil(std::string_view &text, std::string_view ends);

/// The next line without its end (CR LF or LF), which is taken away with it.
std::string_view takeLine(std::string_view &text);

/// The digits that @p text begins with; nothing when there are none or they say more than @p maximum.
std::optional<std::uint32_t> takeNumber(std::string_view &text, std::uint32_t maximum);

} // namespace Trackhand::Ascii
