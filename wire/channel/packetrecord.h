// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"
#include "wire/ring/event.h"

#include <array>
#include <cstdint>
#include <type_traits>

namespace Trackhand::Wire {

/// sizeof nf_conn_help.data: the bytes the kernel keeps for a helper with each conntrack.
constexpr std::size_t HelperDataSize = 32;

/// What the kernel adds to the sequence numbers of one direction, because packets of it were rewritten to another
/// length (nf_ct_seqadj): @p before up to and with @p position, @p after from there on. All zero when none were.
struct SequenceShift {
    std::uint32_t position = 0; ///< as the receiver counts
    std::int32_t before = 0;
    std::int32_t after = 0;
};

/// One packet as the gate shows it to the helper process: this header, then payloadLength bytes from the IP header on.
/// The conntrack is decoded by the gate (which needs the tuples anyway), so that a helper parses no netlink.
struct PacketRecord {
    std::uint32_t packetId = 0;
    std::uint32_t payloadLength = 0; ///< bytes that follow
    std::uint32_t originalLength = 0; ///< bytes the packet had; more than payloadLength when the queue cut it
    std::uint32_t mark = 0;
    std::uint64_t receivedNs = 0; ///< CLOCK_MONOTONIC when the gate read it
    std::uint32_t inDevice = 0;
    std::uint32_t outDevice = 0;
    std::uint16_t hwProtocol = 0; ///< EtherType, host order
    std::uint8_t hook = 0;
    CtInfo ctInfo = CtInfo::Absent;
    std::uint32_t ctStatus = 0; ///< IPS_ bits when the packet was queued; stale by the time of the verdict
    std::uint32_t ctMark = 0;
    std::uint32_t ctId = 0;
    Tuple original; ///< before NAT, in the direction of the first packet
    Tuple reply; ///< what answers look like; differs from original inverted exactly when there is NAT
    SequenceShift acknowledgedShift; ///< of the other direction: the packet acknowledges shifted bytes
    std::uint8_t helperDataLength = 0;
    std::array<std::uint8_t, HelperDataSize> helperData {};

    bool isReplyDirection() const { return isReply(ctInfo); }
    bool hasNat() const { return original.inverted() != reply; }
};
static_assert(std::is_trivially_copyable_v<PacketRecord>);

} // namespace Trackhand::Wire
