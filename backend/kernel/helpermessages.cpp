// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/helpermessages.h"

#include "backend/kernel/attributetable.h"

#include <algorithm>
#include <arpa/inet.h>
#include <libmnl/libmnl.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_cthelper.h>

namespace Trackhand::HelperMessages {

namespace {

void putU32(nlmsghdr *message, std::uint16_t type, std::uint32_t value)
{
    mnl_attr_put_u32(message, type, htonl(value));
}

void putIdentity(nlmsghdr *message, const std::string &name, L3Protocol l3, L4Protocol l4)
{
    mnl_attr_put_strz(message, NFCTH_NAME, name.c_str());
    auto *tuple = mnl_attr_nest_start(message, NFCTH_TUPLE);
    mnl_attr_put_u16(message, NFCTH_TUPLE_L3PROTONUM, htons(static_cast<std::uint16_t>(l3)));
    mnl_attr_put_u8(message, NFCTH_TUPLE_L4PROTONUM, static_cast<std::uint8_t>(l4));
    mnl_attr_nest_end(message, tuple);
}

void putPolicies(nlmsghdr *message, const std::vector<ExpectationPolicy> &policies)
{
    auto *all = mnl_attr_nest_start(message, NFCTH_POLICY);
    putU32(message, NFCTH_POLICY_SET_NUM, static_cast<std::uint32_t>(policies.size()));
    auto type = static_cast<std::uint16_t>(NFCTH_POLICY_SET1);
    for (const auto &policy : policies) {
        auto *one = mnl_attr_nest_start(message, type++);
        mnl_attr_put_strz(message, NFCTH_POLICY_NAME, policy.name.c_str());
        putU32(message, NFCTH_POLICY_EXPECT_MAX, policy.maxExpected);
        putU32(message, NFCTH_POLICY_EXPECT_TIMEOUT, policy.timeoutSeconds);
        mnl_attr_nest_end(message, one);
    }
    mnl_attr_nest_end(message, all);
}

void putStatus(nlmsghdr *message, bool enabled)
{
    putU32(message, NFCTH_STATUS, enabled ? NFCT_HELPER_STATUS_ENABLED : NFCT_HELPER_STATUS_DISABLED);
}

NetlinkRequest request(std::uint8_t message, std::uint16_t flags)
{
    return {NFNL_SUBSYS_CTHELPER, message, flags};
}

std::vector<ExpectationPolicy> parsePolicies(const nlattr *nest)
{
    const AttributeTable<NFCTH_POLICY_SET_MAX> sets(nest);
    const auto count = std::min<std::uint32_t>(sets.u32(NFCTH_POLICY_SET_NUM).value_or(0), MaxExpectationPolicies);
    std::vector<ExpectationPolicy> policies;
    for (std::uint32_t i = 0; i < count; ++i) {
        const AttributeTable<NFCTH_POLICY_MAX> one(sets[static_cast<int>(NFCTH_POLICY_SET1 + i)]);
        policies.push_back({one.string(NFCTH_POLICY_NAME), one.u32(NFCTH_POLICY_EXPECT_MAX).value_or(0),
            one.u32(NFCTH_POLICY_EXPECT_TIMEOUT).value_or(0)});
    }
    return policies;
}

// A foreign helper may have been registered for any number; only two of them ever match a packet.
L3Protocol l3FromKernel(std::uint16_t number)
{
    return number == static_cast<std::uint16_t>(L3Protocol::Ipv4) ? L3Protocol::Ipv4
        : number == static_cast<std::uint16_t>(L3Protocol::Ipv6)  ? L3Protocol::Ipv6
                                                                  : L3Protocol::Unspecified;
}

} // namespace

NetlinkRequest create(const KernelHelper &helper)
{
    auto message = request(NFNL_MSG_CTHELPER_NEW, NLM_F_CREATE | NLM_F_EXCL);
    putIdentity(message.header(), helper.name, helper.l3, helper.l4);
    putU32(message.header(), NFCTH_QUEUE_NUM, helper.queue);
    putPolicies(message.header(), helper.policies);
    putU32(message.header(), NFCTH_PRIV_DATA_LEN, helper.privateLength); // mandatory even when it is 0
    putStatus(message.header(), false);
    return message;
}

NetlinkRequest update(const KernelHelper &helper)
{
    auto message = request(NFNL_MSG_CTHELPER_NEW, 0);
    putIdentity(message.header(), helper.name, helper.l3, helper.l4);
    putU32(message.header(), NFCTH_QUEUE_NUM, helper.queue);
    putPolicies(message.header(), helper.policies);
    putStatus(message.header(), helper.enabled);
    return message;
}

NetlinkRequest setEnabled(const std::string &name, L3Protocol l3, L4Protocol l4, bool enabled)
{
    auto message = request(NFNL_MSG_CTHELPER_NEW, 0);
    putIdentity(message.header(), name, l3, l4);
    putStatus(message.header(), enabled);
    return message;
}

NetlinkRequest get(const std::string &name, L3Protocol l3, L4Protocol l4)
{
    auto message = request(NFNL_MSG_CTHELPER_GET, 0);
    putIdentity(message.header(), name, l3, l4);
    return message;
}

NetlinkRequest dump()
{
    return request(NFNL_MSG_CTHELPER_GET, NLM_F_DUMP);
}

NetlinkRequest remove(const std::string &name, L3Protocol l3, L4Protocol l4)
{
    auto message = request(NFNL_MSG_CTHELPER_DEL, 0);
    putIdentity(message.header(), name, l3, l4);
    return message;
}

std::optional<KernelHelper> parse(const nlmsghdr *message)
{
    const AttributeTable<NFCTH_MAX> attributes(message, sizeof(nfgenmsg));
    const AttributeTable<NFCTH_TUPLE_MAX> tuple(attributes[NFCTH_TUPLE]);
    const auto l3 = tuple.u16(NFCTH_TUPLE_L3PROTONUM);
    const auto l4 = tuple.u8(NFCTH_TUPLE_L4PROTONUM);
    if (!attributes[NFCTH_NAME] || !l3 || !l4) {
        return std::nullopt;
    }
    KernelHelper helper;
    helper.name = attributes.string(NFCTH_NAME);
    helper.l3 = l3FromKernel(*l3);
    helper.l4 = static_cast<L4Protocol>(*l4);
    // The kernel echoes 32 bits but queues to the number's low 16 (NF_QUEUE_NR).
    helper.queue = static_cast<std::uint16_t>(attributes.u32(NFCTH_QUEUE_NUM).value_or(0));
    helper.policies = parsePolicies(attributes[NFCTH_POLICY]);
    helper.privateLength = attributes.u32(NFCTH_PRIV_DATA_LEN).value_or(0);
    helper.enabled = attributes.u32(NFCTH_STATUS).value_or(0) == NFCT_HELPER_STATUS_ENABLED;
    return helper;
}

} // namespace Trackhand::HelperMessages
