// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperrunner.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace Trackhand {

/// Ports from @p first to @p last.
struct ReplayPorts {
    std::uint16_t first = 0;
    std::uint16_t last = 0;
};

/// One of the helpers of a replay, and the connections that are its own, as a rule would say live.
class AttachedHelper {
public:
    /// For connections to @p ports; when empty to its usual ports, or to all when it has none. It remembers @p flows
    /// connections at a time.
    AttachedHelper(std::unique_ptr<Helper> helper, std::vector<ReplayPorts> ports, std::size_t flows);

    HelperRunner &runner() { return m_runner; }
    const HelperDescriptor &descriptor() const { return m_runner.descriptor(); }

    /// Whether it understands these protocols at all.
    bool canJudge(const Tuple &original) const;
    /// Whether a new connection with this tuple is its own.
    bool wants(const Tuple &original) const;
    /// Whether it is attached to this port by number.
    bool hasPort(std::uint16_t port) const;

private:
    HelperRunner m_runner;
    std::vector<ReplayPorts> m_ports;
};

} // namespace Trackhand
