// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/shorttext.h"

#include <algorithm>
#include <charconv>

namespace Trackhand {

ShortText &ShortText::operator<<(std::string_view text)
{
    const std::size_t length = std::min(text.size(), MaxLength - m_length);
    std::copy_n(text.begin(), length, m_text.begin() + static_cast<std::ptrdiff_t>(m_length));
    m_length += length;
    m_fits = m_fits && length == text.size();
    return *this;
}

ShortText &ShortText::operator<<(std::uint64_t number)
{
    std::array<char, 20> digits; // of 2^64 - 1
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return *this << std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

ShortText &ShortText::operator<<(const IpAddress &address)
{
    std::array<char, IpAddress::MaxText> text;
    return *this << address.write(text);
}

} // namespace Trackhand
