// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/helpersettings.h"
#include "wire/base/result.h"
#include "wire/ring/event.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace Trackhand {

/// The seam to conntrack's expectation and flow events of this network namespace.
class ConntrackWatch {
public:
    virtual ~ConntrackWatch() = default;

    /// Subscribes (before any flow begins: a conntrack created while nobody listened never reports its expectations,
    /// net.netfilter.nf_conntrack_events=2) and begins to write the expectation ring from a thread of its own.
    virtual Status start() = 0;

    /// The expectation ring (kind Expectation and Flow), for handing to readers.
    virtual int ringFd() const = 0;

    /// What exists now, by a dump.
    virtual Result<std::vector<EventRecord>> expectations() = 0;
    /// Entries that have a helper or a master.
    virtual Result<std::vector<EventRecord>> flows() = 0;

    struct Counts {
        std::uint64_t created = 0;
        std::uint64_t matched = 0;
        std::uint64_t expired = 0;
        std::uint64_t evicted = 0;
        std::uint64_t removed = 0;
        std::uint64_t lost = 0; ///< events that the kernel dropped, as far as a dump showed afterwards what they told of
        std::uint64_t waiting = 0; ///< not a total: those that a connection may still match
    };
    /// Of one helper since start().
    virtual Counts counts(const std::string &helper) const = 0;

    /// Tells the watch of a helper of ours: its classes' names for the events, and their limits, without which no
    /// expectation is ever called Evicted. A helper it was not told of is Foreign in the events.
    virtual void setPolicies(const std::string & /*helper*/, const std::vector<ExpectationPolicy> & /*policies*/) { }
};

} // namespace Trackhand
