// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/perreader.h"

#include <bit>

namespace Trackhand::Per {

std::uint32_t Reader::bits(unsigned count)
{
    if (m_failed || count > m_end - m_at) {
        m_failed = true;
        return 0;
    }
    std::uint32_t value = 0;
    for (; count > 0; --count, ++m_at) {
        value = value << 1 | (m_bytes[m_at / 8] >> (7 - m_at % 8) & 1U);
    }
    return value;
}

void Reader::skipBits(std::size_t count)
{
    m_failed = m_failed || count > m_end - m_at;
    m_at += m_failed ? 0 : count;
}

void Reader::align()
{
    skipBits((8 - m_at % 8) % 8);
}

std::uint32_t Reader::number(std::uint32_t lower, std::uint32_t upper)
{
    const std::uint32_t last = upper - lower;
    if (last < 255) {
        return bits(static_cast<unsigned>(std::bit_width(last)));
    }
    if (last <= 0xffff) {
        align();
        return bits(last == 255 ? 8 : 16);
    }
    // Its length in bytes comes first, as a number between 1 and what the largest value takes.
    const std::uint32_t most = (static_cast<std::uint32_t>(std::bit_width(last)) + 7) / 8;
    const std::uint32_t octets = number(1, most) + 1;
    align();
    skipBits(std::size_t {octets} * 8);
    m_failed = m_failed || octets > most;
    return 0;
}

std::uint32_t Reader::smallNumber()
{
    m_failed = bit() || m_failed;
    return bits(6);
}

std::size_t Reader::length()
{
    align();
    if (!bit()) {
        return bits(7);
    }
    m_failed = bit() || m_failed;
    return bits(14);
}

Reader Reader::take(std::size_t octets)
{
    align();
    Reader part = *this;
    skipBits(octets * 8);
    part.m_end = m_at;
    part.m_failed = m_failed;
    return part;
}

} // namespace Trackhand::Per
