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
    for (const char character : text) {
        if (m_cut) {
            break;
        }
        if (isPlain(character)) {
            put(character);
        } else {
            const auto byte = static_cast<std::uint8_t>(character);
            put('\\');
            put('x');
            put(digits[byte >> 4]);
            put(digits[byte & 15]);
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

void Note::put(char character)
{
    if (m_length < m_text.size()) {
        m_text[m_length++] = character;
    } else if (!m_cut) {
        m_cut = true;
        std::copy(Cut.begin(), Cut.end(), m_text.end() - Cut.size());
    }
}

} // namespace Trackhand
