// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/expectationmessage.h"

#include <arpa/inet.h>
#include <libmnl/libmnl.h>
#include <linux/netfilter/nfnetlink_conntrack.h>

namespace Trackhand {

namespace {

constexpr std::uint32_t FlagPermanent = 1; // NF_CT_EXPECT_PERMANENT, nf_conntrack_common.h; its enum is not installed

IpAddress everyBit(L3Protocol family)
{
    IpAddress mask {family, {}};
    for (std::size_t i = 0; i < mask.size(); ++i) {
        mask.bytes[i] = 0xff;
    }
    return mask;
}

void putAddress(nlmsghdr *message, std::uint16_t type, const IpAddress &address)
{
    mnl_attr_put(message, type, address.size(), address.bytes.data());
}

// Only source address and source port of the mask are looked at by the kernel, but all of it must be there.
Tuple maskOf(const Wire::ExpectationProposal &expectation)
{
    const L3Protocol family = expectation.tuple.destination.family;
    Tuple mask = expectation.tuple;
    mask.source = (expectation.flags & Wire::ExpectationFlag::AnySource) ? IpAddress::anyOf(family) : everyBit(family);
    mask.destination = everyBit(family);
    mask.sourcePort = expectation.tuple.sourcePort == 0 ? 0 : 0xffff;
    mask.destinationPort = 0xffff;
    return mask;
}

} // namespace

void putTuple(nlmsghdr *message, std::uint16_t type, const Tuple &tuple)
{
    const bool six = tuple.destination.family == L3Protocol::Ipv6;
    nlattr *nest = mnl_attr_nest_start(message, type);
    nlattr *addresses = mnl_attr_nest_start(message, CTA_TUPLE_IP);
    putAddress(message, six ? CTA_IP_V6_SRC : CTA_IP_V4_SRC, tuple.source);
    putAddress(message, six ? CTA_IP_V6_DST : CTA_IP_V4_DST, tuple.destination);
    mnl_attr_nest_end(message, addresses);
    nlattr *ports = mnl_attr_nest_start(message, CTA_TUPLE_PROTO);
    mnl_attr_put_u8(message, CTA_PROTO_NUM, static_cast<std::uint8_t>(tuple.l4));
    mnl_attr_put_u16(message, CTA_PROTO_SRC_PORT, htons(tuple.sourcePort));
    mnl_attr_put_u16(message, CTA_PROTO_DST_PORT, htons(tuple.destinationPort));
    mnl_attr_nest_end(message, ports);
    mnl_attr_nest_end(message, nest);
}

void putExpectation(nlmsghdr *message, const Wire::ExpectationProposal &expectation)
{
    putTuple(message, CTA_EXPECT_TUPLE, expectation.tuple);
    putTuple(message, CTA_EXPECT_MASK, maskOf(expectation));
    mnl_attr_put_u32(message, CTA_EXPECT_CLASS, htonl(expectation.classIndex));
    const bool permanent = (expectation.flags & Wire::ExpectationFlag::Permanent) != 0;
    mnl_attr_put_u32(message, CTA_EXPECT_FLAGS, htonl(permanent ? FlagPermanent : 0));
}

} // namespace Trackhand
