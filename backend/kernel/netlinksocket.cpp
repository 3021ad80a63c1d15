// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/netlinksocket.h"

#include "backend/kernel/netlinkattributes.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <libmnl/libmnl.h>
#include <linux/netfilter/nfnetlink.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace Trackhand {

namespace {

constexpr std::size_t ReceiveBufferSize = 64 * 1024; // the kernel fills dump messages up to 32 KiB

NetlinkReply failed(int error)
{
    return {error, {}};
}

// The extended ack's text follows the echoed header (NETLINK_CAP_ACK: the header only).
std::string extendedAckText(const nlmsghdr *message)
{
    if (!(message->nlmsg_flags & NLM_F_ACK_TLVS)) {
        return {};
    }
    const auto *error = static_cast<const nlmsgerr *>(mnl_nlmsg_get_payload(message));
    std::size_t offset = sizeof(nlmsgerr);
    if (!(message->nlmsg_flags & NLM_F_CAPPED)) {
        offset += MNL_ALIGN(error->msg.nlmsg_len) - sizeof(nlmsghdr);
    }
    if (offset >= mnl_nlmsg_get_payload_len(message)) {
        return {};
    }
    for (const auto *attribute : NetlinkAttributes::ofMessage(message, offset)) {
        if (mnl_attr_get_type(attribute) == NLMSGERR_ATTR_MSG) {
            const auto *text = static_cast<const char *>(mnl_attr_get_payload(attribute));
            return std::string(text, ::strnlen(text, mnl_attr_get_payload_len(attribute)));
        }
    }
    return {};
}

} // namespace

NetlinkRequest::NetlinkRequest(
    std::uint8_t subsystem, std::uint8_t message, std::uint16_t flags, std::uint8_t family, std::uint16_t resourceId)
{
    auto *head = mnl_nlmsg_put_header(m_buffer);
    head->nlmsg_type = static_cast<std::uint16_t>(subsystem << 8 | message);
    head->nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | flags);
    auto *generic = static_cast<nfgenmsg *>(mnl_nlmsg_put_extra_header(head, sizeof(nfgenmsg)));
    generic->nfgen_family = family;
    generic->version = NFNETLINK_V0;
    generic->res_id = htons(resourceId);
}

std::vector<std::uint8_t> NetlinkRequest::bytes() const
{
    return {m_buffer, m_buffer + header()->nlmsg_len};
}

std::string NetlinkReply::text() const
{
    const std::string words = std::strerror(error);
    return detail.empty() ? words : words + ": " + detail;
}

NetlinkReply NetlinkSocket::open()
{
    if (m_fd.valid()) {
        return {};
    }
    Fd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_NETFILTER));
    if (!fd.valid()) {
        return failed(errno);
    }
    sockaddr_nl address {};
    address.nl_family = AF_NETLINK;
    socklen_t length = sizeof address;
    const timeval timeout {Timeout.count(), 0};
    if (::bind(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) < 0
        || ::getsockname(fd.get(), reinterpret_cast<sockaddr *>(&address), &length) < 0
        || ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout) < 0) {
        return failed(errno);
    }
    // Both only better the error texts; a kernel without them (before 4.12) still answers.
    const int on = 1;
    (void)::setsockopt(fd.get(), SOL_NETLINK, NETLINK_EXT_ACK, &on, sizeof on);
    (void)::setsockopt(fd.get(), SOL_NETLINK, NETLINK_CAP_ACK, &on, sizeof on);
    m_port = address.nl_pid;
    m_fd = std::move(fd);
    return {};
}

NetlinkReply NetlinkSocket::send(const nlmsghdr *request)
{
    sockaddr_nl kernel {};
    kernel.nl_family = AF_NETLINK;
    for (;;) {
        const auto sent = ::sendto(m_fd.get(), request, request->nlmsg_len, MSG_NOSIGNAL,
            reinterpret_cast<const sockaddr *>(&kernel), sizeof kernel);
        if (sent >= 0) {
            return {};
        }
        if (errno != EINTR) {
            return failed(errno);
        }
    }
}

NetlinkReply NetlinkSocket::receive(std::span<std::uint8_t> buffer, std::size_t &length)
{
    for (;;) {
        sockaddr_nl from {};
        iovec vector {buffer.data(), buffer.size()};
        msghdr message {};
        message.msg_name = &from;
        message.msg_namelen = sizeof from;
        message.msg_iov = &vector;
        message.msg_iovlen = 1;
        const auto received = ::recvmsg(m_fd.get(), &message, 0);
        if (received < 0) {
            if (errno == EINTR) {
                continue;
            }
            return failed(errno == EAGAIN ? ETIMEDOUT : errno);
        }
        if (from.nl_pid != 0) {
            continue; // another process wrote to our port; only the kernel is believed
        }
        if (message.msg_flags & MSG_TRUNC) {
            return failed(EMSGSIZE);
        }
        length = static_cast<std::size_t>(received);
        return {};
    }
}

void NetlinkSocket::readAnswer(
    std::span<const std::uint8_t> datagram, bool dump, const MessageHandler &handler, Progress &progress)
{
    int left = static_cast<int>(datagram.size());
    const auto *message = reinterpret_cast<const nlmsghdr *>(datagram.data());
    for (; mnl_nlmsg_ok(message, left) && !progress.done; message = mnl_nlmsg_next(message, &left)) {
        if (message->nlmsg_seq != m_sequence || message->nlmsg_pid != m_port) {
            continue; // the late answer of a request that timed out
        }
        progress.interrupted |= (message->nlmsg_flags & NLM_F_DUMP_INTR) != 0;
        if (message->nlmsg_type == NLMSG_ERROR) {
            if (mnl_nlmsg_get_payload_len(message) < sizeof(nlmsgerr)) {
                progress.reply = failed(EBADMSG);
            } else {
                const auto *error = static_cast<const nlmsgerr *>(mnl_nlmsg_get_payload(message));
                progress.reply = {-error->error, error->error ? extendedAckText(message) : std::string()};
            }
            progress.done = true;
        } else if (message->nlmsg_type == NLMSG_DONE) {
            progress.done = true;
        } else if (message->nlmsg_type >= NLMSG_MIN_TYPE && handler
            && mnl_nlmsg_get_payload_len(message) >= sizeof(nfgenmsg)) {
            handler(message);
        }
    }
    if (progress.done && progress.reply.ok() && dump && progress.interrupted) {
        progress.reply = failed(EINTR);
    }
}

NetlinkReply NetlinkSocket::exchange(NetlinkRequest &request, const MessageHandler &handler)
{
    if (auto opened = open(); !opened.ok()) {
        return opened;
    }
    auto *head = request.header();
    const bool dump = (head->nlmsg_flags & NLM_F_DUMP) == NLM_F_DUMP;
    if (!dump) {
        head->nlmsg_flags |= NLM_F_ACK;
    }
    head->nlmsg_seq = ++m_sequence;
    head->nlmsg_pid = m_port;
    if (auto sent = send(head); !sent.ok()) {
        return sent;
    }
    std::vector<std::uint8_t> buffer(ReceiveBufferSize);
    Progress progress;
    while (!progress.done) {
        std::size_t length = 0;
        if (auto received = receive(buffer, length); !received.ok()) {
            m_fd.reset(); // what may still arrive belongs to this request: the next one starts clean
            return received;
        }
        readAnswer({buffer.data(), length}, dump, handler, progress);
    }
    return progress.reply;
}

} // namespace Trackhand
