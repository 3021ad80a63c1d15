// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackmessages.h"
#include "backend/settings/helpersettings.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace Trackhand {

/// Finds out what became of each expectation. The kernel reports a removal without a reason, so:
///
/// - Matched when a connection with that master appears that the expectation covers. The kernel reports the removal
///   first or the connection first; a removed one is therefore held for Grace before anything else is said of it.
/// - Evicted when it was removed from a class at its limit and the next expectation of the same class follows at once.
/// - Expired when its removal reports no time left, or when its time is over and a dump shows it no more: kernels with
/// the
///   2026 fixes (seen on Debian's 6.1.192) hide an expired one at once but report its removal whenever they tidy up.
/// - Removed otherwise: its connection ended, somebody deleted it, or it was replaced by its like.
///
/// Pure: events and the time go in, fates come out. Not thread-safe.
class ExpectationFates {
public:
    using Clock = std::chrono::steady_clock;
    using Time = Clock::time_point;

    /// A matched connection's packet leaves the router this late at most; then the removal was something else.
    static constexpr std::chrono::milliseconds Grace {500};
    /// The kernel evicts and inserts in one go; what follows later did not evict.
    static constexpr std::chrono::milliseconds EvictionWindow {50};

    struct Fate {
        ExpectationInfo expectation;
        EventAction action = EventAction::New;
    };
    using Fates = std::vector<Fate>;

    /// The limits of a helper's classes: without them nothing of that helper is ever called Evicted.
    void setPolicies(const std::string &helper, std::vector<ExpectationPolicy> policies);
    const ExpectationPolicy *policy(const std::string &helper, std::uint32_t classIndex) const;
    bool knows(const std::string &helper) const { return m_policies.contains(helper); }

    /// What exists before the first event: known from now on, and nothing said of it.
    void prime(const std::vector<ExpectationInfo> &existing, Time now);

    void created(const ExpectationInfo &expectation, Time now, Fates &out);
    void destroyed(const ExpectationInfo &expectation, Time now, Fates &out);
    /// A new connection that has a master.
    void connected(const FlowInfo &flow, Fates &out);

    /// After events were lost: what is not in @p existing any more is Expired or Removed, what is there and was not is
    /// New.
    void resync(const std::vector<ExpectationInfo> &existing, Time now, Fates &out);

    /// Gives up waiting for the connections of what was removed Grace ago.
    void settle(Time now, Fates &out);
    /// True when the time of an expectation is over that nobody reported as removed: time for a dump and expire().
    bool expiryDue(Time now);
    /// Of those whose time is over: what is not in @p existing any more is Expired, what is got more time.
    void expire(const std::vector<ExpectationInfo> &existing, Time now, Fates &out);

    /// When settle() or expiryDue() has something to do at the earliest; nothing while no expectation exists.
    std::optional<Time> nextDeadline() const;

    std::size_t liveCount() const { return m_live.size(); }
    /// Of one helper: those that a connection may still match.
    std::size_t waitingCount(const std::string &helper) const;

private:
    using Key = std::tuple<Tuple, Tuple, IpAddress, std::uint16_t, std::uint32_t>;
    struct Live {
        ExpectationInfo info;
        Time expires;
        bool matched = false;
    };
    struct Pending {
        ExpectationInfo info;
        Time since;
        bool expired = false;
        bool classWasFull = false;
    };

    static Key keyOf(const ExpectationInfo &expectation);
    void insert(const ExpectationInfo &expectation, Time now);
    bool classIsFull(const ExpectationInfo &expectation) const;
    void settleReplaced(const ExpectationInfo &by, Time now, Fates &out);

    std::map<std::string, std::vector<ExpectationPolicy>> m_policies;
    std::map<Key, Live> m_live;
    std::optional<Time> m_nextExpiry; // at the earliest; may belong to one that is gone
    std::vector<Pending> m_pending; // oldest first; rarely more than a few
};

} // namespace Trackhand
