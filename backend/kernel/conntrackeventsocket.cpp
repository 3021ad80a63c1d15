// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/conntrackeventsocket.h"

#include "backend/kernel/conntrackmessages.h"

#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <libmnl/libmnl.h>
#include <linux/filter.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <string>
#include <sys/socket.h>

namespace Trackhand {

namespace {

constexpr int ReceiveBuffer = 8 * 1024 * 1024; // bytes; about 10000 events, a burst of a second
constexpr std::size_t BatchSize = 32;
constexpr std::size_t MessageSize = 8192; // an event is well below 1 KiB
constexpr std::array Groups {NFNLGRP_CONNTRACK_EXP_NEW, NFNLGRP_CONNTRACK_EXP_DESTROY, NFNLGRP_CONNTRACK_NEW,
    NFNLGRP_CONNTRACK_UPDATE, NFNLGRP_CONNTRACK_DESTROY};

// Lets through: expectations; connections whose status says expected or helper; messages without a status. The filter
// reads big endian, the attribute is big endian; the subsystem is the high byte of the host-endian message type.
bool attachFilter(int fd)
{
    constexpr std::uint32_t subsystemAt = offsetof(nlmsghdr, nlmsg_type) + (std::endian::native == std::endian::little);
    constexpr auto findAttribute = static_cast<std::uint32_t>(SKF_AD_OFF + SKF_AD_NLATTR);
    sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, subsystemAt),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NFNL_SUBSYS_CTNETLINK_EXP, 7, 0),
        BPF_STMT(BPF_LD | BPF_IMM, sizeof(nlmsghdr) + sizeof(nfgenmsg)),
        BPF_STMT(BPF_LDX | BPF_IMM, CTA_STATUS),
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, findAttribute),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 3, 0),
        BPF_STMT(BPF_MISC | BPF_TAX, 0),
        BPF_STMT(BPF_LD | BPF_W | BPF_IND, sizeof(nlattr)),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, ConntrackMessages::StatusExpected | ConntrackMessages::StatusHelper, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 0xffffffff),
        BPF_STMT(BPF_RET | BPF_K, 0),
    };
    const sock_fprog program {static_cast<unsigned short>(std::size(code)), code};
    return ::setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) == 0;
}

Error openError(const char *deed)
{
    const int error = errno;
    if (error == EPERM || error == EACCES) {
        return {ErrorCode::NotAuthorized, "listening to conntrack is not permitted; it needs CAP_NET_ADMIN"};
    }
    if (error == EPROTONOSUPPORT || error == ENOENT || error == EINVAL) {
        return {ErrorCode::UnsupportedByKernel,
            std::string(deed)
                + " failed: this kernel lacks nf_conntrack_netlink, which Debian's linux-image-amd64 has"};
    }
    return {ErrorCode::Failed, std::string(deed) + " failed: " + std::strerror(error)};
}

} // namespace

Status ConntrackEventSocket::open()
{
    Fd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_NETFILTER));
    sockaddr_nl address {};
    address.nl_family = AF_NETLINK;
    if (!fd.valid() || ::bind(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) < 0) {
        return openError("opening a netfilter socket");
    }
    if (::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUFFORCE, &ReceiveBuffer, sizeof ReceiveBuffer) < 0) {
        // Without the right to more, what the system grants: events are lost earlier, and lost events are made up for.
        (void)::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &ReceiveBuffer, sizeof ReceiveBuffer);
    }
    if (!attachFilter(fd.get())) {
        return openError("filtering conntrack events");
    }
    for (const int group : Groups) {
        if (::setsockopt(fd.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) < 0) {
            return openError("subscribing to conntrack events");
        }
    }
    m_buffers = std::make_unique_for_overwrite<std::uint8_t[]>(BatchSize * MessageSize);
    m_fd = std::move(fd);
    return Done {};
}

ConntrackEventSocket::Outcome ConntrackEventSocket::read(const MessageHandler &handler)
{
    std::array<mmsghdr, BatchSize> messages {};
    std::array<iovec, BatchSize> vectors {};
    std::array<sockaddr_nl, BatchSize> senders {};
    for (std::size_t i = 0; i < BatchSize; ++i) {
        vectors[i] = {m_buffers.get() + i * MessageSize, MessageSize};
        messages[i].msg_hdr.msg_iov = &vectors[i];
        messages[i].msg_hdr.msg_iovlen = 1;
        messages[i].msg_hdr.msg_name = &senders[i];
        messages[i].msg_hdr.msg_namelen = sizeof(sockaddr_nl);
    }
    const int count = ::recvmmsg(m_fd.get(), messages.data(), BatchSize, MSG_DONTWAIT, nullptr);
    if (count < 0) {
        return errno == EINTR  ? Outcome::More
            : errno == EAGAIN  ? Outcome::Drained
            : errno == ENOBUFS ? Outcome::Lost
                               : Outcome::Broken;
    }
    bool cut = false;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        if (senders[i].nl_pid != 0) {
            continue; // not from the kernel
        }
        cut |= (messages[i].msg_hdr.msg_flags & MSG_TRUNC) != 0;
        int left = static_cast<int>(messages[i].msg_len);
        const auto *message = reinterpret_cast<const nlmsghdr *>(vectors[i].iov_base);
        for (; mnl_nlmsg_ok(message, left); message = mnl_nlmsg_next(message, &left)) {
            if (message->nlmsg_type >= NLMSG_MIN_TYPE && mnl_nlmsg_get_payload_len(message) >= sizeof(nfgenmsg)) {
                handler(message);
            }
        }
    }
    return cut ? Outcome::Lost : Outcome::More;
}

} // namespace Trackhand
