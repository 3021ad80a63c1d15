// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/netlinksocket.h"
#include "wire/ring/event.h"

#include <optional>
#include <string>

namespace Trackhand {

/// An expectation as ctnetlink tells it.
struct ExpectationInfo {
    Tuple tuple; ///< a masked-out source is zero
    IpAddress sourceMask;
    std::uint16_t sourcePortMask = 0xffff;
    Tuple master; ///< original direction of the connection it belongs to
    std::string helper; ///< of the master; "" when it has none any more
    std::uint32_t classIndex = 0;
    std::uint32_t timeoutSeconds = 0; ///< what is left; 0 in a removal means it ran out
    std::uint32_t flags = 0; ///< NF_CT_EXPECT_ bits
    std::uint32_t id = 0;
    bool nat = false;

    static constexpr std::uint32_t PermanentFlag = 1; // NF_CT_EXPECT_PERMANENT
    bool permanent() const { return (flags & PermanentFlag) != 0; }

    bool operator==(const ExpectationInfo &) const = default;
};

/// What passed through a connection, each way.
struct FlowCounts {
    std::uint64_t bytesOriginal = 0;
    std::uint64_t bytesReply = 0;
    std::uint64_t packetsOriginal = 0;
    std::uint64_t packetsReply = 0;

    bool operator==(const FlowCounts &) const = default;
};

/// A conntrack entry as ctnetlink tells it; only what the watch reports.
struct FlowInfo {
    Tuple original;
    Tuple reply; ///< as the answers have it: not simply inverted where addresses are translated
    std::optional<Tuple> master; ///< original direction of the connection that expected this one
    std::string helper;
    std::uint32_t status = 0; ///< IPS_ bits
    std::uint32_t mark = 0;
    std::uint32_t id = 0;
    std::uint32_t timeoutSeconds = 0;
    /// Only dumps and the last event of a connection have them, and only when net.netfilter.nf_conntrack_acct was on
    /// when the connection began.
    std::optional<FlowCounts> counts;

    bool operator==(const FlowInfo &) const = default;
};

/// The messages of ctnetlink (uapi nfnetlink_conntrack.h). No socket here.
namespace ConntrackMessages {

constexpr std::uint32_t StatusExpected = 1u << 0; // IPS_EXPECTED
constexpr std::uint32_t StatusHelper = 1u << 13; // IPS_HELPER: a rule attached a helper

/// Nothing when the message is not a whole one.
std::optional<ExpectationInfo> parseExpectation(const nlmsghdr *message);
std::optional<FlowInfo> parseFlow(const nlmsghdr *message);

NetlinkRequest dumpExpectations();
/// Entries that have all bits of @p status. Kernels before 5.15 ignore the condition and send all entries.
NetlinkRequest dumpFlows(std::uint32_t status);

} // namespace ConntrackMessages
} // namespace Trackhand
