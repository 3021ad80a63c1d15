// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/expectationmessage.h"

#include "backend/gate/tupleattributes.h"

#include <algorithm>
#include <arpa/inet.h>
#include <libmnl/libmnl.h>
#include <linux/netfilter/nfnetlink_conntrack.h>

namespace Trackhand {

namespace {

constexpr std::uint32_t FlagPermanent = 1; // NF_CT_EXPECT_PERMANENT, nf_conntrack_common.h; its enum is not installed

/// All bits of an address but the last @p loose.
IpAddress maskWithout(L3Protocol family, std::size_t loose)
{
    IpAddress mask {family, {}};
    const std::size_t compared = mask.size() * 8 - std::min(loose, mask.size() * 8);
    for (std::size_t bit = 0; bit < compared; ++bit) {
        mask.bytes[bit / 8] |= static_cast<std::uint8_t>(0x80U >> (bit % 8));
    }
    return mask;
}

// Only source address and source port of the mask are looked at by the kernel, but all of it must be there.
Tuple maskOf(const Wire::ExpectationProposal &expectation)
{
    const L3Protocol family = expectation.tuple.destination.family;
    Tuple mask = expectation.tuple;
    mask.source = maskWithout(family, expectation.looseSourceBits);
    mask.destination = maskWithout(family, 0);
    mask.sourcePort = expectation.tuple.sourcePort == 0 ? 0 : 0xffff;
    mask.destinationPort = 0xffff;
    return mask;
}

// Both or neither: with one of the two alone the expectation is made, and its connection not translated
// (Linux 6.1, 6.12).
void putTranslation(nlmsghdr *message, const Wire::ExpectationProposal &expectation)
{
    Tuple end = expectation.tuple;
    end.source = expectation.natAddress;
    end.sourcePort = expectation.natPort;
    nlattr *nest = mnl_attr_nest_start(message, CTA_EXPECT_NAT);
    mnl_attr_put_u32(message, CTA_EXPECT_NAT_DIR, htonl(expectation.natDirection));
    putTuple(message, CTA_EXPECT_NAT_TUPLE, end);
    mnl_attr_nest_end(message, nest);
    mnl_attr_put_strz(message, CTA_EXPECT_FN, "nat-follow-master");
}

} // namespace

void putExpectation(nlmsghdr *message, const Wire::ExpectationProposal &expectation)
{
    putTuple(message, CTA_EXPECT_TUPLE, expectation.tuple);
    putTuple(message, CTA_EXPECT_MASK, maskOf(expectation));
    mnl_attr_put_u32(message, CTA_EXPECT_CLASS, htonl(expectation.classIndex));
    const bool permanent = (expectation.flags & Wire::ExpectationFlag::Permanent) != 0;
    mnl_attr_put_u32(message, CTA_EXPECT_FLAGS, htonl(permanent ? FlagPermanent : 0));
    if (expectation.childHelper[0] != '\0') {
        mnl_attr_put_strz(message, CTA_EXPECT_HELP_NAME, expectation.childHelper.data());
    }
    if (expectation.nat == Wire::NatFunction::FollowMaster) {
        putTranslation(message, expectation);
    }
}

} // namespace Trackhand
