// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/packetrecord.h"

#include <cstdint>
#include <span>

namespace Trackhand {

/// One netlink message from a queue socket, decoded. The payload points into the message.
struct QueueMessage {
    enum class Kind {
        Packet,
        VerdictRefused, ///< the kernel's answer to a VERDICT of ours; packetId and error say which and why
        Other,
    } kind = Kind::Other;
    Wire::PacketRecord packet;
    std::span<const std::uint8_t> payload;
    std::uint32_t packetId = 0;
    int error = 0; ///< errno, with VerdictRefused
};

/// Decodes NFQNL_MSG_PACKET (uapi nfnetlink_queue.h) with the two tuples, status, mark, id and helper data of its
/// conntrack (uapi nfnetlink_conntrack.h), or NLMSG_ERROR. The kernel wrote it; lengths are checked all the same.
/// @p now is CLOCK_MONOTONIC in nanoseconds, for PacketRecord::receivedNs.
QueueMessage decodeQueueMessage(std::span<const std::uint8_t> message, std::uint64_t now);

} // namespace Trackhand
