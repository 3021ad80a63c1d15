// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/expectationcreator.h"

#include "backend/gate/expectationmessage.h"

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

} // namespace

Result<ExpectationCreator> ExpectationCreator::open()
{
    Fd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_NETFILTER));
    sockaddr_nl address {};
    address.nl_family = AF_NETLINK;
    if (!fd.valid() || ::bind(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        return Error {ErrorCode::Failed, std::string("cannot open a conntrack socket: ") + std::strerror(errno)};
    }
    ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &Patience, sizeof Patience);
    return ExpectationCreator(std::move(fd));
}

ExpectationCreator::ExpectationCreator(Fd fd)
    : m_fd(std::move(fd))
{
}

ExpectationCreator::Outcome ExpectationCreator::create(
    const Tuple &master, const Wire::ExpectationProposal &expectation)
{
    alignas(nlmsghdr) char buffer[1024];
    nlmsghdr *message = mnl_nlmsg_put_header(buffer);
    message->nlmsg_type = (NFNL_SUBSYS_CTNETLINK_EXP << 8) | IPCTNL_MSG_EXP_NEW;
    // EXCL always: without it another master's expectation of the same tuple answers "done" and nothing is made.
    message->nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
    message->nlmsg_seq = ++m_sequence;
    auto *family = static_cast<nfgenmsg *>(mnl_nlmsg_put_extra_header(message, sizeof(nfgenmsg)));
    family->nfgen_family = static_cast<std::uint8_t>(expectation.tuple.destination.family);
    putTuple(message, CTA_EXPECT_MASTER, master);
    putExpectation(message, expectation);

    if (::send(m_fd.get(), message, message->nlmsg_len, 0) < 0) {
        return Outcome::Refused;
    }
    alignas(nlmsghdr) char answer[4096];
    ssize_t size = 0;
    while ((size = ::recv(m_fd.get(), answer, sizeof answer, 0)) > 0) {
        const auto *header = reinterpret_cast<const nlmsghdr *>(answer);
        if (!mnl_nlmsg_ok(header, static_cast<int>(size)) || header->nlmsg_seq != m_sequence
            || header->nlmsg_type != NLMSG_ERROR) {
            continue; // the late answer to an earlier one
        }
        const int error = -static_cast<const nlmsgerr *>(mnl_nlmsg_get_payload(header))->error;
        return error == 0 ? Outcome::Created : error == EEXIST ? Outcome::AlreadyThere : Outcome::Refused;
    }
    return Outcome::Refused;
}

} // namespace Trackhand
