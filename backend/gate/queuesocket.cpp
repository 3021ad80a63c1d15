// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/queuesocket.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <libmnl/libmnl.h>
#include <libnetfilter_queue/libnetfilter_queue.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <linux/netlink.h>
#include <sys/time.h>

namespace Trackhand {

namespace {

// The default of 208 KiB holds about a hundred full-size packets, far fewer than the queue is long.
constexpr int ReceiveBufferSize = 16 << 20;
constexpr std::uint32_t WantedFlags = NFQA_CFG_F_FAIL_OPEN | NFQA_CFG_F_UID_GID;
constexpr int BindAttempts = 3;

Error systemError(const std::string &what, int number)
{
    return {ErrorCode::Failed, what + ": " + std::strerror(number)};
}

Error bindError(std::uint16_t queue, int number)
{
    const std::string name = "queue " + std::to_string(queue);
    switch (number) {
    case EPERM:
        return {ErrorCode::HelperInUse,
            name + " is taken by another program, or trackhandd lacks CAP_NET_ADMIN; choose another queue"};
    case EOPNOTSUPP:
        return {ErrorCode::UnsupportedByKernel,
            "this kernel cannot send the conntrack with a queued packet; it needs CONFIG_NETFILTER_NETLINK_GLUE_CT"};
    default:
        return systemError("cannot listen on " + name, number);
    }
}

Result<Fd> openNetlink()
{
    Fd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_NETFILTER));
    sockaddr_nl address {};
    address.nl_family = AF_NETLINK;
    if (!fd.valid() || ::bind(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        return systemError("cannot open a netfilter socket", errno);
    }
    // Lost messages lose no packet (the kernel accepts what it could not send); a sticky ENOBUFS would only hide the
    // rest.
    const int on = 1;
    ::setsockopt(fd.get(), SOL_NETLINK, NETLINK_NO_ENOBUFS, &on, sizeof on);
    if (::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUFFORCE, &ReceiveBufferSize, sizeof ReceiveBufferSize) != 0) {
        ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &ReceiveBufferSize, sizeof ReceiveBufferSize);
    }
    return fd;
}

/// Sends one configuration message and waits for its acknowledgement: 0 or an errno.
int configure(int fd, const nlmsghdr *message)
{
    if (::send(fd, message, message->nlmsg_len, 0) < 0) {
        return errno;
    }
    const timeval patience {2, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    alignas(nlmsghdr) char answer[8192];
    const ssize_t size = ::recv(fd, answer, sizeof answer, 0);
    if (size < 0) {
        return errno;
    }
    const auto *header = reinterpret_cast<const nlmsghdr *>(answer);
    if (!mnl_nlmsg_ok(header, static_cast<int>(size)) || header->nlmsg_type != NLMSG_ERROR) {
        return EPROTO;
    }
    return -static_cast<const nlmsgerr *>(mnl_nlmsg_get_payload(header))->error;
}

int bindQueue(int fd, const QueueSocket::Options &options)
{
    alignas(nlmsghdr) char buffer[512];
    nlmsghdr *message = nfq_nlmsg_put(buffer, NFQNL_MSG_CONFIG, options.queue);
    message->nlmsg_flags |= NLM_F_ACK;
    nfq_nlmsg_cfg_put_cmd(message, AF_UNSPEC, NFQNL_CFG_CMD_BIND);
    nfq_nlmsg_cfg_put_params(message, NFQNL_COPY_PACKET, 0xffff);
    nfq_nlmsg_cfg_put_qmaxlen(message, options.length);
    mnl_attr_put_u32(message, NFQA_CFG_FLAGS, htonl(WantedFlags | (options.conntrack ? NFQA_CFG_F_CONNTRACK : 0)));
    mnl_attr_put_u32(message, NFQA_CFG_MASK, htonl(WantedFlags | NFQA_CFG_F_CONNTRACK));
    return configure(fd, message);
}

} // namespace

Result<QueueSocket> QueueSocket::open(const Options &options)
{
    auto fd = openNetlink();
    if (!fd) {
        return fd.error();
    }
    // EAGAIN means that the kernel has just loaded nf_conntrack_netlink for the CONNTRACK flag: ask again.
    int problem = EAGAIN;
    for (int attempt = 0; attempt < BindAttempts && problem == EAGAIN; ++attempt) {
        problem = bindQueue(fd->get(), options);
    }
    if (problem != 0) {
        return bindError(options.queue, problem);
    }
    return QueueSocket(fd.take());
}

QueueSocket QueueSocket::adopt(Fd fd)
{
    return QueueSocket(std::move(fd));
}

QueueSocket::QueueSocket(Fd fd)
    : m_fd(std::move(fd))
    , m_buffers(std::make_unique_for_overwrite<std::uint8_t[]>(BatchSize * BufferSize))
    , m_vectors(BatchSize)
    , m_headers(BatchSize)
{
    m_received.reserve(BatchSize);
    for (std::size_t i = 0; i < BatchSize; ++i) {
        m_vectors[i] = {m_buffers.get() + i * BufferSize, BufferSize};
        m_headers[i].msg_hdr.msg_iov = &m_vectors[i];
        m_headers[i].msg_hdr.msg_iovlen = 1;
    }
}

std::span<const std::span<const std::uint8_t>> QueueSocket::receive()
{
    m_received.clear();
    const int count = ::recvmmsg(m_fd.get(), m_headers.data(), BatchSize, MSG_DONTWAIT, nullptr);
    for (int i = 0; i < count; ++i) {
        m_received.emplace_back(m_buffers.get() + static_cast<std::size_t>(i) * BufferSize, m_headers[i].msg_len);
    }
    return m_received;
}

bool QueueSocket::send(std::span<const std::uint8_t> messages)
{
    ssize_t sent = -1;
    do {
        sent = ::send(m_fd.get(), messages.data(), messages.size(), 0);
    } while (sent < 0 && errno == EINTR);
    return sent >= 0;
}

} // namespace Trackhand
