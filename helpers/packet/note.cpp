// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/note.h"

#include <algorithm>
#include <charconv>

namespace Trackhand {

namespace {

constexpr std::string_view Cut = "...";

bool isPlain(char character)
{
    return character >= ' ' && character <= '~' && character != '\\';
}

} // namespace

void Note::clear()
{
    m_length = 0;
    m_cut = false;
}

Note &Note::append(std::string_view text)
{
    constexpr char digits[] = "0123456789abcdef";
    while (!text.empty() && !m_cut) {
        const auto plain = static_cast<std::size_t>(std::ranges::find_if_not(text, isPlain) - text.begin());
        put(text.substr(0, plain));
        text.remove_prefix(plain);
        if (!text.empty()) {
            const auto byte = static_cast<std::uint8_t>(text.front());
            const char escaped[] {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
            put({escaped, sizeof escaped});
            text.remove_prefix(1);
        }
    }
    return *this;
}

Note &Note::append(std::uint64_t number)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return append(std::string_view(digits, static_cast<std::size_t>(end - digits)));
}

Note &Note::append(const IpAddress &address, std::uint16_t port)
{
    const bool brackets = address.family == L3Protocol::Ipv6;
    std::array<char, IpAddress::MaxText> text;
    append(brackets ? "[" : "").append(address.write(text)).append(brackets ? "]:" : ":");
    return append(std::uint64_t {port});
}

Note &Note::next()
{
    return empty() ? *this : append("; ");
}

void Note::put(std::string_view text)
{
    const std::size_t fits = std::min(text.size(), m_text.size() - m_length);
    std::copy_n(text.begin(), fits, m_text.begin() + m_length);
    m_length += fits;
    if (fits < text.size() && !m_cut) {
        m_cut = true;
        std::copy(Cut.begin(), Cut.end(), m_text.end() - Cut.size());
    }
}

} // namespace Trackhand
