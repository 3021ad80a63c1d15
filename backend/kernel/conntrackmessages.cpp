// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/conntrackmessages.h"

#include "backend/kernel/attributetable.h"

#include <arpa/inet.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_conntrack.h>

namespace Trackhand::ConntrackMessages {

namespace {

IpAddress address(const AttributeTable<CTA_IP_MAX> &ip, int v4, int v6)
{
    const int type = ip[v4] ? v4 : v6;
    const auto family = ip[v4] ? L3Protocol::Ipv4 : L3Protocol::Ipv6;
    const auto *attribute = ip[type];
    if (!attribute || mnl_attr_get_payload_len(attribute) < IpAddress::anyOf(family).size()) {
        return {};
    }
    return IpAddress::fromBytes(family, static_cast<const std::uint8_t *>(mnl_attr_get_payload(attribute)));
}

// Ports are 0 for a protocol without them.
Tuple parseTuple(const nlattr *nest)
{
    const AttributeTable<CTA_TUPLE_MAX> parts(nest);
    const AttributeTable<CTA_IP_MAX> ip(parts[CTA_TUPLE_IP]);
    const AttributeTable<CTA_PROTO_MAX> protocol(parts[CTA_TUPLE_PROTO]);
    Tuple tuple;
    tuple.source = address(ip, CTA_IP_V4_SRC, CTA_IP_V6_SRC);
    tuple.destination = address(ip, CTA_IP_V4_DST, CTA_IP_V6_DST);
    tuple.sourcePort = protocol.u16(CTA_PROTO_SRC_PORT).value_or(0);
    tuple.destinationPort = protocol.u16(CTA_PROTO_DST_PORT).value_or(0);
    tuple.l4 = static_cast<L4Protocol>(protocol.u8(CTA_PROTO_NUM).value_or(0));
    return tuple;
}

std::optional<FlowCounts> parseCounts(const nlattr *original, const nlattr *reply)
{
    if (!original || !reply) {
        return std::nullopt;
    }
    const AttributeTable<CTA_COUNTERS_MAX> there(original);
    const AttributeTable<CTA_COUNTERS_MAX> back(reply);
    return FlowCounts {there.u64(CTA_COUNTERS_BYTES).value_or(0), back.u64(CTA_COUNTERS_BYTES).value_or(0),
        there.u64(CTA_COUNTERS_PACKETS).value_or(0), back.u64(CTA_COUNTERS_PACKETS).value_or(0)};
}

} // namespace

std::optional<ExpectationInfo> parseExpectation(const nlmsghdr *message)
{
    const AttributeTable<CTA_EXPECT_MAX> attributes(message, sizeof(nfgenmsg));
    if (!attributes[CTA_EXPECT_TUPLE] || !attributes[CTA_EXPECT_MASK] || !attributes[CTA_EXPECT_MASTER]) {
        return std::nullopt;
    }
    ExpectationInfo expectation;
    expectation.tuple = parseTuple(attributes[CTA_EXPECT_TUPLE]);
    const auto mask = parseTuple(attributes[CTA_EXPECT_MASK]);
    expectation.sourceMask = mask.source;
    expectation.sourcePortMask = mask.sourcePort;
    expectation.master = parseTuple(attributes[CTA_EXPECT_MASTER]);
    expectation.helper = attributes.string(CTA_EXPECT_HELP_NAME);
    expectation.classIndex = attributes.u32(CTA_EXPECT_CLASS).value_or(0);
    expectation.timeoutSeconds = attributes.u32(CTA_EXPECT_TIMEOUT).value_or(0);
    expectation.flags = attributes.u32(CTA_EXPECT_FLAGS).value_or(0);
    expectation.id = attributes.u32(CTA_EXPECT_ID).value_or(0);
    expectation.nat = attributes[CTA_EXPECT_NAT] != nullptr;
    return expectation;
}

std::optional<FlowInfo> parseFlow(const nlmsghdr *message)
{
    const AttributeTable<CTA_MAX> attributes(message, sizeof(nfgenmsg));
    if (!attributes[CTA_TUPLE_ORIG]) {
        return std::nullopt;
    }
    FlowInfo flow;
    flow.original = parseTuple(attributes[CTA_TUPLE_ORIG]);
    if (attributes[CTA_TUPLE_REPLY]) {
        flow.reply = parseTuple(attributes[CTA_TUPLE_REPLY]);
    }
    if (attributes[CTA_TUPLE_MASTER]) {
        flow.master = parseTuple(attributes[CTA_TUPLE_MASTER]);
    }
    flow.helper = AttributeTable<CTA_HELP_MAX>(attributes[CTA_HELP]).string(CTA_HELP_NAME);
    flow.status = attributes.u32(CTA_STATUS).value_or(0);
    flow.mark = attributes.u32(CTA_MARK).value_or(0);
    flow.id = attributes.u32(CTA_ID).value_or(0);
    flow.timeoutSeconds = attributes.u32(CTA_TIMEOUT).value_or(0);
    flow.counts = parseCounts(attributes[CTA_COUNTERS_ORIG], attributes[CTA_COUNTERS_REPLY]);
    return flow;
}

NetlinkRequest dumpExpectations()
{
    return {NFNL_SUBSYS_CTNETLINK_EXP, IPCTNL_MSG_EXP_GET, NLM_F_DUMP};
}

NetlinkRequest dumpFlows(std::uint32_t status)
{
    NetlinkRequest request(NFNL_SUBSYS_CTNETLINK, IPCTNL_MSG_CT_GET, NLM_F_DUMP);
    mnl_attr_put_u32(request.header(), CTA_STATUS, htonl(status));
    mnl_attr_put_u32(request.header(), CTA_STATUS_MASK, htonl(status));
    return request;
}

} // namespace Trackhand::ConntrackMessages
