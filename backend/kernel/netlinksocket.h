// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <linux/netlink.h>
#include <span>
#include <string>
#include <vector>

namespace Trackhand {

/// One netlink request under construction: nlmsghdr, nfgenmsg, attributes. The buffer is sized for the largest request
/// of this room, a helper with four policies or an expectation, several times over.
class NetlinkRequest {
public:
    /// @p subsystem and @p message as in linux/netfilter/nfnetlink.h; NLM_F_REQUEST is always set.
    NetlinkRequest(std::uint8_t subsystem, std::uint8_t message, std::uint16_t flags, std::uint8_t family = 0,
        std::uint16_t resourceId = 0);

    nlmsghdr *header() { return reinterpret_cast<nlmsghdr *>(m_buffer); }
    const nlmsghdr *header() const { return reinterpret_cast<const nlmsghdr *>(m_buffer); }

    /// A copy of the message so far.
    std::vector<std::uint8_t> bytes() const;

private:
    alignas(nlmsghdr) std::uint8_t m_buffer[2048] = {};
};

/// What the kernel answered: an errno, 0 for done, and its own words when it had any (extended ack).
struct NetlinkReply {
    int error = 0;
    std::string detail;

    bool ok() const { return error == 0; }
    /// "Operation not permitted", with the kernel's own words behind it if there are any.
    std::string text() const;
};

/// A NETLINK_NETFILTER socket for requests: one at a time, each waits for its own answer. Not for multicast groups.
class NetlinkSocket {
public:
    using MessageHandler = std::function<void(const nlmsghdr *)>;

    /// Opens the socket at first use, in the network namespace of the calling thread at that moment.
    NetlinkSocket() = default;

    /// Sends @p request with an ack asked for (a dump ends by itself) and hands each message of the answer to @p
    /// handler. Waits at most Timeout for each piece: the error is then ETIMEDOUT. A dump that the kernel interrupted
    /// is EINTR.
    NetlinkReply exchange(NetlinkRequest &request, const MessageHandler &handler = {});

    static constexpr std::chrono::seconds Timeout {5};

private:
    struct Progress {
        bool done = false;
        bool interrupted = false;
        NetlinkReply reply;
    };

    NetlinkReply open();
    NetlinkReply send(const nlmsghdr *request);
    NetlinkReply receive(std::span<std::uint8_t> buffer, std::size_t &length);
    void readAnswer(
        std::span<const std::uint8_t> datagram, bool dump, const MessageHandler &handler, Progress &progress);

    Fd m_fd;
    std::uint32_t m_port = 0;
    std::uint32_t m_sequence = 0;
};

} // namespace Trackhand
