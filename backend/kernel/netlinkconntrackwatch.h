// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackeventsocket.h"
#include "backend/kernel/conntrackwatch.h"
#include "backend/kernel/expectationfates.h"
#include "backend/kernel/flowtable.h"
#include "backend/kernel/netlinksocket.h"
#include "wire/base/fd.h"
#include "wire/ring/eventring.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace Trackhand {

/// The watch over ctnetlink, in the network namespace of the thread that starts it. A thread of its own sleeps until
/// the kernel reports something; a timer runs only while a removed expectation waits for its fate (see
/// ExpectationFates). Lost events (ENOBUFS) are made up for by a dump: what vanished is removed, what appeared is new.
class NetlinkConntrackWatch : public ConntrackWatch {
public:
    static constexpr std::uint32_t RingCapacity = 4096; ///< records, 1 MiB

    NetlinkConntrackWatch() = default;
    ~NetlinkConntrackWatch() override;
    NetlinkConntrackWatch(const NetlinkConntrackWatch &) = delete;
    NetlinkConntrackWatch &operator=(const NetlinkConntrackWatch &) = delete;

    Status start() override;
    /// -1 before start().
    int ringFd() const override;
    Result<std::vector<EventRecord>> expectations() override;
    Result<std::vector<EventRecord>> flows() override;
    Counts counts(const std::string &helper) const override;
    void setPolicies(const std::string &helper, const std::vector<ExpectationPolicy> &policies) override;

    /// Ends the thread; the ring stays readable. Called by the destructor.
    void stop();

private:
    void run();
    int pollTimeout() const;
    bool readEvents();
    void readEvent(const nlmsghdr *message);
    void resync();
    void settle();
    void expire();
    void report(const ExpectationFates::Fates &fates);
    void report(const FlowTable::Changes &changes);
    void count(const ExpectationFates::Fate &fate);
    void countLost(const ExpectationFates::Fates &fates, const FlowTable::Changes &changes);

    ConntrackEventSocket m_events;
    Fd m_stop; // eventfd
    std::thread m_thread;
    std::optional<Wire::EventRingWriter> m_ring; // written by the thread alone once it runs
    NetlinkSocket m_resyncSocket; // the thread's
    NetlinkSocket m_dumpSocket; // the callers'

    std::mutex m_dumpMutex;
    mutable std::mutex m_mutex; // of what follows
    ExpectationFates m_fates;
    FlowTable m_flows;
    std::map<std::string, Counts> m_counts;
};

} // namespace Trackhand
