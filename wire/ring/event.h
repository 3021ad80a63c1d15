// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace Trackhand {

enum class EventKind : std::uint8_t { None = 0, Packet = 1, Expectation = 2, Flow = 3 };

/// What became of a packet.
enum class Verdict : std::uint8_t { Accept = 1, Drop = 2 };

/// What became of an expectation or a flow. The kernel gives no reason with a removal; the watch infers Matched from
/// the related connection's own event, Expired from the clock, Evicted from a full class, and says Removed otherwise.
enum class EventAction : std::uint8_t { New = 1, Matched = 2, Expired = 3, Evicted = 4, Removed = 5, Updated = 6 };

/// The kernel's enum ip_conntrack_info as NFQA_CT_INFO carries it (uapi nf_conntrack_common.h).
enum class CtInfo : std::uint8_t {
    Established = 0,
    Related = 1,
    New = 2,
    EstablishedReply = 3,
    RelatedReply = 4,
    Absent = 255, ///< the kernel sent no conntrack with the packet
};

constexpr bool isReply(CtInfo info)
{
    return info == CtInfo::EstablishedReply || info == CtInfo::RelatedReply;
}

/// One record of the event ring, and the value that travels from there to the screen.
/// 256 bytes, native byte order, no padding, trivially copyable:
///
///     offset size field
///          0    8 sequence        number of the record in its ring, from 1; written by EventRingWriter alone
///          8    8 timeNs          CLOCK_REALTIME when the verdict was given or the kernel's event was read
///         16    1 kind            EventKind
///         17    1 l3              L3Protocol
///         18    1 l4              L4Protocol
///         19    1 outcome         Verdict (packet), EventAction (expectation, flow)
///         20    1 ctInfo          CtInfo (packet)
///         21    1 flags           EventFlag bits
///         22    1 hook            netfilter hook number (packet)
///         23    1 noteLength      bytes of note (packet)
///         24    2 queue           queue number
///         26    2 hwProtocol      EtherType, host order (packet)
///         28    4 packetId        the queue's id of the packet
///         32    4 inDevice        interface index or 0
///         36    4 outDevice       interface index or 0
///         40    4 payloadLength   bytes from the IP header on (packet)
///         44    4 latencyNs       from read to verdict, saturating (packet)
///         48   16 source          address bytes
///         64   16 destination     address bytes
///         80    2 sourcePort      0 = any (expectation)
///         82    2 destinationPort
///         84    4 timeoutSeconds  (expectation, flow)
///         88   16 helper          NUL-padded name
///        104  152 note            what the helper saw (packet): the helper's word, not the gate's; or
///        ExpectationDetail
struct EventRecord {
    std::uint64_t sequence;
    std::uint64_t timeNs;
    EventKind kind;
    L3Protocol l3;
    L4Protocol l4;
    std::uint8_t outcome; ///< Verdict or EventAction, by kind
    CtInfo ctInfo;
    std::uint8_t flags;
    std::uint8_t hook;
    std::uint8_t noteLength;
    std::uint16_t queue;
    std::uint16_t hwProtocol;
    std::uint32_t packetId;
    std::uint32_t inDevice;
    std::uint32_t outDevice;
    std::uint32_t payloadLength;
    std::uint32_t latencyNs;
    std::uint8_t source[16];
    std::uint8_t destination[16];
    std::uint16_t sourcePort;
    std::uint16_t destinationPort;
    std::uint32_t timeoutSeconds;
    char helper[16];

    /// The last 152 bytes of an expectation's or a flow's record.
    struct ExpectationDetail {
        std::uint8_t masterSource[16];
        std::uint8_t masterDestination[16];
        std::uint16_t masterSourcePort;
        std::uint16_t masterDestinationPort;
        L4Protocol masterL4;
        L3Protocol masterL3;
        std::uint8_t classIndex;
        std::uint8_t reserved;
        char className[16];
        std::uint32_t status; ///< IPS_ bits (flow)
        std::uint32_t mark;
        std::uint64_t id; ///< the kernel's id of the expectation or conntrack
        std::uint64_t bytesOriginal; ///< these four (flow) mean nothing without EventFlag::Counted
        std::uint64_t bytesReply;
        std::uint64_t packetsOriginal;
        std::uint64_t packetsReply;
        std::uint8_t replySource[16]; ///< the flow as its answers have it: differs from its own where addresses
        std::uint8_t replyDestination[16]; ///< are translated
        std::uint16_t replySourcePort;
        std::uint16_t replyDestinationPort;
        std::uint8_t unused[12];
    };
    union {
        char note[152];
        ExpectationDetail expectation;
    };

    Verdict verdict() const { return static_cast<Verdict>(outcome); }
    EventAction action() const { return static_cast<EventAction>(outcome); }
    std::string_view helperName() const;
    std::string_view className() const;
    std::string_view noteText() const; ///< at most the bytes the record has, whatever noteLength claims
    Tuple tuple() const;
    Tuple masterTuple() const;
    Tuple replyTuple() const; ///< of a flow; without addresses when it is not known
    void setHelper(std::string_view name);
    void setNote(std::string_view text);
    void setTuple(const Tuple &tuple);
    void setMasterTuple(const Tuple &tuple);
    void setReplyTuple(const Tuple &tuple);
};

namespace EventFlag {
constexpr std::uint8_t Mangled = 1; ///< the helper rewrote the packet
constexpr std::uint8_t FailOpen = 2; ///< accepted by the gate itself: no helper process judged it
constexpr std::uint8_t Nat = 4; ///< the expectation rewrites addresses
constexpr std::uint8_t AnySource = 8; ///< the expectation's source address is a wildcard
constexpr std::uint8_t Refused = 16; ///< the gate refused what the helper process proposed
constexpr std::uint8_t Permanent = 32; ///< the expectation survives its first match
constexpr std::uint8_t Foreign = 64; ///< of a helper that Trackhand did not register
constexpr std::uint8_t Counted = 128; ///< the kernel told the flow's bytes and packets
constexpr std::uint8_t Replayed = 128; ///< the packet is of a capture: it had no hook, interface or queue that is known
} // namespace EventFlag

/// The kernel's enum ip_conntrack_status (uapi nf_conntrack_common.h): what Trackhand reads of a flow's status.
namespace FlowStatus {
constexpr std::uint32_t SeenReply = 1u << 1;
constexpr std::uint32_t Assured = 1u << 2; ///< not given up early when the table is full: it really talks
constexpr std::uint32_t SourceNat = 1u << 4;
constexpr std::uint32_t DestinationNat = 1u << 5;
} // namespace FlowStatus

static_assert(sizeof(EventRecord) == 256);
static_assert(sizeof(EventRecord::ExpectationDetail) == 152);
static_assert(std::is_trivially_copyable_v<EventRecord>);

/// A zeroed record.
EventRecord emptyEvent(EventKind kind);

} // namespace Trackhand
