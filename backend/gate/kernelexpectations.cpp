// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/kernelexpectations.h"

#include "backend/gate/expectationmessage.h"
#include "backend/gate/tupleattributes.h"
#include "backend/kernel/netlinkattributes.h"

#include <cerrno>
#include <cstring>
#include <libmnl/libmnl.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace Trackhand {

namespace {

constexpr timeval Patience {0, 200000}; // an answer that is not there by then got lost
constexpr std::size_t MessageRoom = 1024; // the longest of these messages has about 400 bytes

std::optional<Tuple> masterIn(const nlmsghdr *message)
{
    for (const nlattr *attribute : NetlinkAttributes::ofMessage(message, sizeof(nfgenmsg))) {
        if (mnl_attr_get_type(attribute) == CTA_EXPECT_MASTER) {
            return tupleFrom(attribute);
        }
    }
    return std::nullopt;
}

} // namespace

Result<std::unique_ptr<KernelExpectations>> KernelExpectations::open()
{
    Fd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_NETFILTER));
    sockaddr_nl address {};
    address.nl_family = AF_NETLINK;
    if (!fd.valid() || ::bind(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        return Error {ErrorCode::Failed, std::string("cannot open a conntrack socket: ") + std::strerror(errno)};
    }
    ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &Patience, sizeof Patience);
    return std::unique_ptr<KernelExpectations>(new KernelExpectations(std::move(fd)));
}

KernelExpectations::KernelExpectations(Fd fd)
    : m_fd(std::move(fd))
{
}

ExpectationTable::Outcome KernelExpectations::create(const Tuple &master, const Wire::ExpectationProposal &expectation)
{
    alignas(nlmsghdr) char buffer[MessageRoom];
    // EXCL always: without it another master's expectation of the same tuple answers "done" and nothing is made.
    nlmsghdr *message =
        begin(buffer, IPCTNL_MSG_EXP_NEW, NLM_F_CREATE | NLM_F_EXCL, expectation.tuple.destination.family);
    putTuple(message, CTA_EXPECT_MASTER, master);
    putExpectation(message, expectation);
    const int error = ask(message);
    return error == 0 ? Outcome::Created : error == EEXIST || error == EBUSY ? Outcome::Taken : Outcome::Refused;
}

std::optional<Tuple> KernelExpectations::masterOf(const Tuple &expected)
{
    alignas(nlmsghdr) char buffer[MessageRoom];
    nlmsghdr *message = begin(buffer, IPCTNL_MSG_EXP_GET, 0, expected.destination.family);
    putTuple(message, CTA_EXPECT_TUPLE, expected);
    std::optional<Tuple> master;
    ask(message, [&master](const nlmsghdr *answer) { master = masterIn(answer); });
    return master;
}

void KernelExpectations::remove(const Tuple &expected)
{
    alignas(nlmsghdr) char buffer[MessageRoom];
    nlmsghdr *message = begin(buffer, IPCTNL_MSG_EXP_DELETE, 0, expected.destination.family);
    putTuple(message, CTA_EXPECT_TUPLE, expected);
    ask(message);
}

nlmsghdr *KernelExpectations::begin(char *buffer, std::uint16_t type, std::uint16_t flags, L3Protocol l3)
{
    nlmsghdr *message = mnl_nlmsg_put_header(buffer);
    message->nlmsg_type = static_cast<std::uint16_t>((NFNL_SUBSYS_CTNETLINK_EXP << 8) | type);
    message->nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | NLM_F_ACK | flags);
    message->nlmsg_seq = ++m_sequence;
    auto *family = static_cast<nfgenmsg *>(mnl_nlmsg_put_extra_header(message, sizeof(nfgenmsg)));
    family->nfgen_family = static_cast<std::uint8_t>(l3);
    return message;
}

/// The errno of the kernel's answer; messages before it go to @p onMessage.
int KernelExpectations::ask(const nlmsghdr *message, const OnMessage &onMessage)
{
    if (::send(m_fd.get(), message, message->nlmsg_len, 0) < 0) {
        return errno;
    }
    alignas(nlmsghdr) char answer[8192];
    ssize_t size = 0;
    while ((size = ::recv(m_fd.get(), answer, sizeof answer, 0)) > 0) {
        int rest = static_cast<int>(size);
        for (const auto *each = reinterpret_cast<const nlmsghdr *>(answer); mnl_nlmsg_ok(each, rest);
             each = mnl_nlmsg_next(each, &rest)) {
            if (each->nlmsg_seq != m_sequence) {
                continue; // the late answer to an earlier one
            }
            if (each->nlmsg_type == NLMSG_ERROR) {
                return -static_cast<const nlmsgerr *>(mnl_nlmsg_get_payload(each))->error;
            }
            if (onMessage) {
                onMessage(each);
            }
        }
    }
    return size < 0 ? errno : EPROTO;
}

} // namespace Trackhand
