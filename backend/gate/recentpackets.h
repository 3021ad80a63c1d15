// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

namespace Trackhand {

/// Where the packets lie in the packet channel that were read last, oldest forgotten first: the channel itself can be
/// read in one direction only, and only from a beginning that somebody knows. A number for each packet, and nothing
/// else, so that the packets cost no more than they did.
class RecentPackets {
public:
    static constexpr std::uint32_t Capacity = 512; ///< 4 KiB; a power of two

    /// @p position is behind all others.
    void add(std::uint64_t position) { m_positions[m_count++ & (Capacity - 1)] = position; }

    std::uint32_t size() const { return m_count < Capacity ? static_cast<std::uint32_t>(m_count) : Capacity; }
    /// The position that was added @p ago times before the last one; ago < size().
    std::uint64_t at(std::uint32_t ago) const { return m_positions[(m_count - 1 - ago) & (Capacity - 1)]; }

private:
    std::array<std::uint64_t, Capacity> m_positions {};
    std::uint64_t m_count = 0;
};

} // namespace Trackhand
