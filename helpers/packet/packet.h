// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/packetrecord.h"
#include "wire/net/headers.h"

#include <cstdint>
#include <optional>
#include <span>

namespace Trackhand {

/// Which way a packet goes, seen from the one who opened the connection.
enum class Direction : std::uint8_t { Original = 0, Reply = 1 };

constexpr Direction opposite(Direction direction)
{
    return direction == Direction::Original ? Direction::Reply : Direction::Original;
}

/// A packet with its headers read. Borrows the bytes; lives no longer than they do.
class Packet {
public:
    /// Nothing when the bytes are shorter than the headers claim.
    static std::optional<Packet> parse(const Wire::PacketRecord &record, std::span<const std::uint8_t> bytes);

    const PacketHeaders &headers() const { return m_headers; }
    std::span<const std::uint8_t> bytes() const { return m_bytes; } ///< from the IP header on
    std::span<const std::uint8_t> payload() const { return m_payload; } ///< of layer 4; link padding is left out
    Direction direction() const { return m_direction; }
    bool truncated() const { return m_truncated; } ///< the queue cut it: there was more payload
    /// What the packet acknowledges, as the one who sent it counted its bytes: before the kernel shifted them.
    std::uint32_t acknowledgement() const { return m_acknowledgement; }
    /// Where in the payload the byte with @p sequence is; nothing when it is not in this packet.
    std::optional<std::size_t> offsetOf(std::uint32_t sequence) const;

    std::uint64_t receivedNs() const { return m_receivedNs; } ///< CLOCK_MONOTONIC, or capture time in a replay

    bool isTcp() const { return m_headers.tuple.l4 == L4Protocol::Tcp && !m_headers.fragment; }
    bool isSyn() const { return isTcp() && (m_headers.tcpFlags & 2) != 0; }
    bool hasAck() const { return isTcp() && (m_headers.tcpFlags & 16) != 0; }
    /// Number of the first payload byte: a SYN counts as one byte before it.
    std::uint32_t payloadSequence() const { return m_headers.tcpSequence + (isSyn() ? 1 : 0); }

private:
    Packet() = default;

    PacketHeaders m_headers;
    std::span<const std::uint8_t> m_bytes;
    std::span<const std::uint8_t> m_payload;
    std::uint64_t m_receivedNs = 0;
    std::uint32_t m_acknowledgement = 0;
    Direction m_direction = Direction::Original;
    bool m_truncated = false;
};

} // namespace Trackhand
