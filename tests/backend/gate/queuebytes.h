// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <cstdint>
#include <linux/netfilter/nfnetlink_queue.h>
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

/// A UDP/IPv4 packet with correct lengths; @p tuple says tcp or udp and is not asked.
std::vector<std::uint8_t> udp4(const Trackhand::Tuple &tuple, const char *text);

Trackhand::Tuple tuple4(const char *source, std::uint16_t sourcePort, const char *destination, std::uint16_t port);

/// NFQNL_MSG_PACKET with its conntrack.
std::vector<std::uint8_t> packetMessage(const Packet &packet);

/// NLMSG_ERROR for the message of that @p type about packet @p id.
std::vector<std::uint8_t> errorMessage(std::uint32_t id, int error, int type = NFQNL_MSG_VERDICT);

/// What a verdict message on the socket says; several may be in one datagram.
struct VerdictSeen {
    bool wellFormed = false; ///< every attribute within its message, and nothing left over behind the last
    std::uint32_t id = 0;
    std::uint32_t verdict = 0;
    bool batch = false;
    bool hasConntrack = false;
    bool hasExpectation = false;
    bool hasTuple = false;
    bool hasMask = false;
    std::uint32_t expectationClass = 0;
    Trackhand::Tuple expected;
    std::vector<std::uint8_t> payload;
};
/// Bytes that are no message at all come out as one that is not well-formed.
std::vector<VerdictSeen> verdictsIn(const std::uint8_t *bytes, std::size_t size);

} // namespace QueueBytes
