// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"
#include "wire/base/result.h"

#include <functional>
#include <linux/netlink.h>
#include <memory>

namespace Trackhand {

/// Listens to ctnetlink's multicast groups in the network namespace of the thread that opens it: expectations, and the
/// connections that a rule gave a helper or that were expected. A socket filter keeps every other connection from even
/// waking us.
class ConntrackEventSocket {
public:
    /// Error: NotAuthorized, UnsupportedByKernel.
    Status open();
    int fd() const { return m_fd.get(); }

    enum class Outcome {
        Drained, ///< nothing more is waiting
        More, ///< a batch was read and more may wait
        Lost, ///< the kernel dropped events (ENOBUFS): the socket still works, what is known must be read anew
        Broken,
    };
    using MessageHandler = std::function<void(const nlmsghdr *)>;
    /// Reads one batch without blocking.
    Outcome read(const MessageHandler &handler);

private:
    Fd m_fd;
    std::unique_ptr<std::uint8_t[]> m_buffers;
};

} // namespace Trackhand
