// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/traffic/options.h"
#include "wire/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace Trackhand::Traffic {

/// A way from the sender to the receiver for numbered messages.
class Link {
public:
    Link() = default;
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;
    virtual ~Link() = default;

    /// False when the link is broken for good.
    virtual bool send(std::uint64_t number) = 0;

    /// Calls @p arrived for each message that has arrived; waits for the first of them at most @p patience. False when
    /// the link is broken for good.
    virtual bool receive(std::chrono::nanoseconds patience, const std::function<void(std::uint64_t)> &arrived) = 0;
};

Result<std::unique_ptr<Link>> openUdpLink(const Options &options);
Result<std::unique_ptr<Link>> openTcpLink(const Options &options);

/// Waits for @p fd to become readable.
bool awaitReadable(int fd, std::chrono::nanoseconds patience);

} // namespace Trackhand::Traffic
