// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace Trackhand {

/// One line of /proc/net/netfilter/nfnetlink_queue: one bound queue of this network namespace.
struct QueueStatistics {
    std::uint16_t queue = 0;
    std::uint32_t portId = 0; ///< netlink port of the socket that is bound
    std::uint32_t waiting = 0; ///< packets without a verdict
    std::uint8_t copyMode = 0; ///< 0 none, 1 meta, 2 packet
    std::uint32_t copyRange = 0; ///< bytes
    std::uint32_t queueDropped = 0; ///< the queue was full
    std::uint32_t userDropped = 0; ///< the listener's socket buffer was full
    std::uint32_t lastId = 0; ///< id of the newest packet

    bool operator==(const QueueStatistics &) const = default;
};

/// Lines that are not of this form are left out: newer kernels may add some.
std::vector<QueueStatistics> parseQueueStatistics(std::string_view text);

/// The file as it is now (mode 0440, root's). No queue bound is an empty list.
Result<std::vector<QueueStatistics>> readQueueStatistics();

} // namespace Trackhand
