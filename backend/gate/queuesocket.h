// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"
#include "wire/base/result.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace Trackhand {

/// One NFQUEUE netlink socket, bound to one queue. Whoever closes the last copy of its descriptor drops every packet
/// that waits in the kernel for a verdict, so the order of stopping matters: disable, answer everything, close.
class QueueSocket {
public:
    /// Messages that receive() brings at most.
    static constexpr std::size_t BatchSize = 32;

    struct Options {
        std::uint16_t queue = 0;
        std::uint32_t length = 10240; ///< packets the kernel keeps waiting; beyond that it accepts unseen (FAIL_OPEN)
        bool conntrack = true; ///< ask for NFQA_CT; a kernel without CONFIG_NETFILTER_NETLINK_GLUE_CT refuses
    };

    /// Binds the queue. One message says everything: between a BIND and a separate PARAMS packets would be dropped.
    /// Errors: HelperInUse when another program listens on the queue, UnsupportedByKernel.
    static Result<QueueSocket> open(const Options &options);

    /// Takes over a socket that is bound already (from systemd's descriptor store), or any datagram socket in tests.
    static QueueSocket adopt(Fd fd);

    int fd() const { return m_fd.get(); }

    /// Reads what is waiting, without blocking, one recvmmsg. Each message is valid until the next call.
    std::span<const std::span<const std::uint8_t>> receive();

    /// Sends whole netlink messages in one datagram. False when the kernel took none of it (ENOBUFS, say).
    bool send(std::span<const std::uint8_t> messages);

private:
    explicit QueueSocket(Fd fd);

    // A reassembled UDP datagram is up to 64 KiB; two more hold the attributes around it.
    static constexpr std::size_t BufferSize = 66 * 1024;

    Fd m_fd;
    std::unique_ptr<std::uint8_t[]> m_buffers;
    std::vector<iovec> m_vectors;
    std::vector<mmsghdr> m_headers;
    std::vector<std::span<const std::uint8_t>> m_received;
};

} // namespace Trackhand
