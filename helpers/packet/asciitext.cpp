// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/asciitext.h"

#include <algorithm>

namespace Trackhand::Ascii {

namespace {

char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

} // namespace

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isLetter(char character)
{
    return lower(character) >= 'a' && lower(character) <= 'z';
}

bool isSpace(char character)
{
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return std::ranges::equal(left, right, {}, lower, lower);
}

bool startsIgnoringCase(std::string_view text, std::string_view prefix)
{
    return equalsIgnoringCase(text.substr(0, prefix.size()), prefix);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view takeUntil(std::string_view &text, std::string_view ends)
{
    const std::string_view taken = text.substr(0, text.find_first_of(ends));
    text.remove_prefix(taken.size());
    return taken;
}

std::string_view takeLine(std::string_view &text)
{
    std::string_view line = takeUntil(text, "\n");
    text.remove_prefix(text.empty() ? 0 : 1);
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    return line;
}

std::optional<std::uint32_t> takeNumber(std::string_view &text, std::uint32_t maximum)
{
    std::uint64_t number = 0;
    std::size_t length = 0;
    for (; length < text.size() && isDigit(text[length]); ++length) {
        number = number * 10 + static_cast<std::uint64_t>(text[length] - '0');
        if (number > maximum) {
            return std::nullopt;
        }
    }
    if (length == 0) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return static_cast<std::uint32_t>(number);
}

} // namespace Trackhand::Ascii
