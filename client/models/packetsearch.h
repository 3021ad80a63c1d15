// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/eventfilter.h"
#include "client/models/packetsort.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace Trackhand {

struct PacketSearchRequest {
    PacketSnapshot packets;
    EventFilter filter;
    PacketOrder order;
    ColorRuleMatcher rules; ///< for PacketModel::RuleColumn
};

/// Packets in an order that is not that of their arrival. Rows and packets are both counted from 0, packets from the
/// first one of the snapshot.
struct SortedPackets {
    static constexpr std::uint32_t None = 0xffffffff;

    std::vector<std::uint32_t> packetOf; ///< by row
    std::vector<std::uint32_t> rowOf; ///< by packet; None: it is not shown
};

/// What a search has found. In order of arrival it comes in pieces, newest packets first; sorted, all at once.
struct PacketFinding {
    std::vector<PacketNumber> matches; ///< ascending, older than those of the piece before; empty when sorted
    PacketNumber from = 0; ///< older packets are still to be looked at
    std::shared_ptr<SortedPackets> sorted; ///< none in order of arrival
    bool last = false;
};

/// Filters and sorts packets in a thread of its own. Who may touch what: the thread has a snapshot and copies of filter
/// and rules, all of which nobody changes, and hands findings over as events; stop sign and progress are atomic;
/// everything else here belongs to the thread of this object. A new search, or a cancelled one, overtakes whatever the
/// old one has handed over but not delivered.
class PacketSearch : public QObject {
    Q_OBJECT
public:
    explicit PacketSearch(QObject *parent = nullptr);
    /// Stops the thread, which takes some milliseconds at most.
    ~PacketSearch() override;

    /// Gives up the search before it.
    void start(const PacketSearchRequest &request);
    void cancel();
    bool isRunning() const { return m_job != nullptr; }
    int progress() const; ///< of the running search, in thousandths

    /// The same here and now, for few packets.
    static void run(const PacketSearchRequest &request, const std::function<void(PacketFinding)> &report);

signals:
    void found(const Trackhand::PacketFinding &finding);

private:
    struct Job;
    class Run;

    void deliver(const std::shared_ptr<Job> &job, const PacketFinding &finding);

    std::shared_ptr<Job> m_job; ///< while it runs
    QThreadPool m_thread;
};

} // namespace Trackhand
