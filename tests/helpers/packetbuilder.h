// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace Trackhand::Test {

using Bytes = std::vector<std::uint8_t>;

/// TCP flags as on the wire.
constexpr std::uint8_t Fin = 1;
constexpr std::uint8_t Syn = 2;
constexpr std::uint8_t Ack = 16;

struct Segment {
    std::uint32_t sequence = 1;
    std::uint32_t acknowledgement = 0;
    std::uint8_t flags = Ack;
    std::string_view payload;
};

/// A whole IP packet, IPv4 or IPv6 as the addresses are. Checksums are zero: nothing here looks at them.
Bytes tcpPacket(const Tuple &tuple, const Segment &segment);
Bytes udpPacket(const Tuple &tuple, std::string_view payload);

Tuple tcpTuple(
    std::string_view source, std::uint16_t sourcePort, std::string_view destination, std::uint16_t destinationPort);

} // namespace Trackhand::Test
