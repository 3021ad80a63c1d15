// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/packet.h"

#include <algorithm>

namespace Trackhand {

namespace {

/// Bytes of the packet as its IP header says; a capture may carry link padding behind it.
std::size_t ipLength(std::span<const std::uint8_t> bytes)
{
    const auto read16 = [&](std::size_t at) {
        return static_cast<std::size_t>(bytes[at] << 8 | bytes[at + 1]);
    };
    if (bytes[0] >> 4 == 4) {
        const std::size_t total = read16(2);
        return total == 0 ? bytes.size() : total; // 0: the sender's card was to cut it into segments
    }
    const std::size_t payload = read16(4);
    return payload == 0 ? bytes.size() : payload + 40;
}

/// As nf_ct_seq_adjust() does it for the packet that leaves.
std::uint32_t unshifted(std::uint32_t acknowledgement, const Wire::SequenceShift &shift)
{
    const auto before = static_cast<std::uint32_t>(shift.before);
    const bool behind = static_cast<std::int32_t>(acknowledgement - before - shift.position) > 0;
    return acknowledgement - (behind ? static_cast<std::uint32_t>(shift.after) : before);
}

} // namespace

std::optional<Packet> Packet::parse(const Wire::PacketRecord &record, std::span<const std::uint8_t> bytes)
{
    auto headers = parseHeaders(bytes);
    if (!headers) {
        return std::nullopt;
    }
    Packet packet;
    packet.m_headers = *headers;
    const std::size_t claimed = ipLength(bytes);
    packet.m_bytes = bytes.first(std::min(claimed, bytes.size()));
    if (packet.m_bytes.size() < headers->payloadOffset) {
        return std::nullopt;
    }
    packet.m_payload =
        headers->fragment ? std::span<const std::uint8_t>() : packet.m_bytes.subspan(headers->payloadOffset);
    packet.m_truncated = claimed > bytes.size() || record.originalLength > bytes.size();
    packet.m_acknowledgement = unshifted(headers->tcpAcknowledgement, record.acknowledgedShift);
    packet.m_receivedNs = record.receivedNs;
    packet.m_direction = record.isReplyDirection() ? Direction::Reply : Direction::Original;
    return packet;
}

std::optional<std::size_t> Packet::offsetOf(std::uint32_t sequence) const
{
    const std::uint32_t offset = sequence - payloadSequence();
    return isTcp() && offset < m_payload.size() ? std::optional<std::size_t>(offset) : std::nullopt;
}

} // namespace Trackhand
