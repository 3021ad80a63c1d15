// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <cstdint>
#include <vector>

/// Netlink messages as the kernel sends them on a queue socket, and IP packets to put into them.
namespace QueueBytes {

struct Packet {
    std::uint32_t id = 1;
    std::uint32_t ctInfo = 0;
    Trackhand::Tuple original;
    Trackhand::Tuple reply;
    std::vector<std::uint8_t> payload;
};

/// A TCP/IPv4 segment with correct lengths.
std::vector<std::uint8_t> tcp4(const Trackhand::Tuple &tuple, const char *text);

Trackhand::Tuple tuple4(const char *source, std::uint16_t sourcePort, const char *destination, std::uint16_t port);

/// NFQNL_MSG_PACKET with its conntrack.
std::vector<std::uint8_t> packetMessage(const Packet &packet);

/// NLMSG_ERROR for the verdict of packet @p id.
std::vector<std::uint8_t> errorMessage(std::uint32_t id, int error);

/// What a verdict message on the socket says; several may be in one datagram.
struct VerdictSeen {
    std::uint32_t id = 0;
    std::uint32_t verdict = 0;
    bool batch = false;
    bool hasConntrack = false;
    bool hasExpectation = false;
    bool hasMask = false;
    std::size_t payloadSize = 0;
};
std::vector<VerdictSeen> verdictsIn(const std::uint8_t *bytes, std::size_t size);

} // namespace QueueBytes
