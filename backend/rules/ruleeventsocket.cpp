// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/ruleeventsocket.h"

#include "backend/rules/rulelines.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <libmnl/libmnl.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <string_view>
#include <sys/socket.h>

namespace Trackhand {

namespace {

constexpr std::size_t DatagramSize = 32 * 1024; // the kernel fills at most a page with events

// The name of the table is attribute 1 of every kind of message.
static_assert(int(NFTA_TABLE_NAME) == int(NFTA_CHAIN_TABLE) && int(NFTA_TABLE_NAME) == int(NFTA_RULE_TABLE)
    && int(NFTA_TABLE_NAME) == int(NFTA_OBJ_TABLE));

bool isRemoval(const nlmsghdr *message)
{
    if (NFNL_SUBSYS_ID(message->nlmsg_type) != NFNL_SUBSYS_NFTABLES) {
        return false;
    }
    switch (NFNL_MSG_TYPE(message->nlmsg_type)) {
    case NFT_MSG_DELTABLE:
    case NFT_MSG_DELCHAIN:
    case NFT_MSG_DELRULE:
    case NFT_MSG_DELOBJ:
        return true;
    default:
        return false;
    }
}

bool isOfOurTable(const nlmsghdr *message)
{
    const auto *header = static_cast<const nfgenmsg *>(mnl_nlmsg_get_payload(message));
    if (mnl_nlmsg_get_payload_len(message) < sizeof *header || header->nfgen_family != NFPROTO_INET) {
        return false;
    }
    const auto *attribute = static_cast<const nlattr *>(mnl_nlmsg_get_payload_offset(message, sizeof *header));
    const auto *end = static_cast<const char *>(mnl_nlmsg_get_payload_tail(message));
    while (mnl_attr_ok(attribute, static_cast<int>(end - reinterpret_cast<const char *>(attribute)))) {
        if (mnl_attr_get_type(attribute) == NFTA_TABLE_NAME) {
            const auto *name = static_cast<const char *>(mnl_attr_get_payload(attribute));
            return std::string_view(name, ::strnlen(name, mnl_attr_get_payload_len(attribute))) == RuleTableName;
        }
        attribute = mnl_attr_next(attribute);
    }
    return false;
}

} // namespace

bool saysSomethingWasRemoved(std::span<const std::uint8_t> datagram)
{
    const auto *message = reinterpret_cast<const nlmsghdr *>(datagram.data());
    int left = static_cast<int>(datagram.size());
    // libmnl 1.0.4 takes a length beyond 2^31 for a negative one, and then for good.
    const auto isWhole = [&] {
        return left > 0 && mnl_nlmsg_ok(message, left) && message->nlmsg_len <= static_cast<unsigned>(left);
    };
    for (; isWhole(); message = mnl_nlmsg_next(message, &left)) {
        if (isRemoval(message) && isOfOurTable(message)) {
            return true;
        }
    }
    return false;
}

RuleEventSocket::RuleEventSocket()
{
    Fd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_NETFILTER));
    sockaddr_nl address {};
    address.nl_family = AF_NETLINK;
    const int group = NFNLGRP_NFTABLES;
    if (fd.valid() && ::bind(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) == 0
        && ::setsockopt(fd.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) == 0) {
        m_fd = std::move(fd);
    }
}

bool RuleEventSocket::read()
{
    alignas(nlmsghdr) std::array<std::uint8_t, DatagramSize> buffer;
    bool removed = false;
    for (;;) {
        sockaddr_nl sender {};
        iovec vector {buffer.data(), buffer.size()};
        msghdr header {};
        header.msg_name = &sender;
        header.msg_namelen = sizeof sender;
        header.msg_iov = &vector;
        header.msg_iovlen = 1;
        const ssize_t size = ::recvmsg(m_fd.get(), &header, MSG_DONTWAIT);
        if (size < 0) {
            if (errno == EINTR) {
                continue;
            }
            if (errno != ENOBUFS) {
                return removed;
            }
            removed = true; // some events are lost; the socket goes on
        } else if (sender.nl_pid == 0) { // of the kernel
            removed = removed || (header.msg_flags & MSG_TRUNC) != 0
                || saysSomethingWasRemoved({buffer.data(), static_cast<std::size_t>(size)});
        }
    }
}

} // namespace Trackhand
