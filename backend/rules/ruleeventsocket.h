// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"

#include <cstdint>
#include <span>

namespace Trackhand {

/// Whether the nftables events in @p datagram say that something of the table "inet trackhand" was removed.
bool saysSomethingWasRemoved(std::span<const std::uint8_t> datagram);

/// Listens to what happens to nftables in the network namespace of the thread that makes it. Our own removals are heard
/// like those of others.
class RuleEventSocket {
public:
    /// Where there is no nftables, or no right to listen, the descriptor is -1.
    RuleEventSocket();

    int fd() const { return m_fd.get(); }

    /// Reads all that waits. Whether rules of ours may be missing now: some were removed, or events were lost.
    bool read();

private:
    Fd m_fd;
};

} // namespace Trackhand
