// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <cstddef>
#include <optional>
#include <span>

namespace Trackhand {

/// Where the headers of one IP packet begin and what they say. Offsets are bytes from the start of the IP header and
/// lie within the packet; ports are in host byte order and 0 where the protocol has none.
struct PacketHeaders {
    Tuple tuple;
    std::uint16_t l4Offset = 0;
    std::uint16_t payloadOffset = 0;
    std::uint32_t tcpSequence = 0;
    std::uint32_t tcpAcknowledgement = 0;
    std::uint8_t tcpFlags = 0; ///< as on the wire: FIN 1, SYN 2, RST 4, PSH 8, ACK 16
    std::uint8_t l4Number = 0; ///< IPPROTO_ number, also of protocols that tuple.l4 has no name for
    bool fragment = false; ///< not the first fragment: there is no layer 4 header
};

/// Reads IPv4 (with options) or IPv6 (with extension headers), then TCP, UDP, DCCP, SCTP or GRE. Every length field is
/// checked against @p packet; nothing when the packet is shorter than its headers claim (RFC 791, RFC 8200, RFC 9293,
/// RFC 2637).
std::optional<PacketHeaders> parseHeaders(std::span<const std::uint8_t> packet);

} // namespace Trackhand
