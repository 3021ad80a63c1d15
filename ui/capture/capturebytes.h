// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/payloadfeed.h"

#include <mutex>
#include <span>
#include <vector>

namespace Trackhand {

/// The bytes of a capture's packets, in memory up to a bound: filled by one thread, read by any.
class CaptureBytes {
public:
    static constexpr std::size_t Capacity = 256 * 1024 * 1024;

    /// Numbers ascend. False when there is no room left.
    bool add(std::uint64_t number, std::span<const std::uint8_t> bytes, std::uint32_t packetLength);
    std::optional<PacketBytes> of(std::uint64_t number) const;

private:
    struct Packet {
        std::uint64_t number;
        PacketBytes kept;
    };

    mutable std::mutex m_mutex;
    std::vector<Packet> m_packets;
    std::size_t m_size = 0;
};

} // namespace Trackhand
