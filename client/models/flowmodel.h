// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventfeed.h"
#include "client/models/flownode.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>
#include <QTimer>
#include <map>

namespace Trackhand {

/// The tree of connections: a connection with a helper, below it the expectations made on it, below each the connection
/// that it let in, which may be expected on in turn. Newest first. A connection whose expectation nobody saw stands
/// directly below its master; a master of which nobody reported anything has a row with its tuple and no more.
///
/// What ended stays for EndedSeconds, about EndedCapacity rows of it. There are at most Capacity rows; beyond, whole
/// trees go, the oldest first, and are counted. A batch is one insertion for each parent.
///
/// Each insertion makes a view lay out its whole tree anew, so with a pace views are told only so often; what came in
/// between is told then, as one batch.
///
/// Events have no counts of bytes until a connection ends: those come with setCurrentFlows().
class FlowModel : public QAbstractItemModel {
    Q_OBJECT
public:
    static constexpr std::size_t Capacity = 5000;
    static constexpr std::size_t EndedCapacity = 1000;
    static constexpr std::uint64_t EndedSeconds = 300;

    enum Column {
        ConnectionColumn,
        StateColumn,
        HelperColumn,
        BytesOriginalColumn,
        BytesReplyColumn,
        PacketsOriginalColumn,
        PacketsReplyColumn,
        AgeColumn,
        ColumnCount,
    };

    explicit FlowModel(QObject *parent = nullptr);
    ~FlowModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Events of kind Expectation and Flow; others are left out.
    void append(const EventBatch &batch);

    static constexpr int ShownPaceMs = 200;
    static constexpr int HiddenPaceMs = 5000;
    /// 0, as in the beginning: views are told of each batch at once.
    void setPace(int ms);
    /// Tells views now what they were not told yet.
    void catchUp();

    /// The number of the last report. Taken before a list is asked for, it tells the list's reader what happened since.
    quint64 reports() const { return m_reports; }
    /// What the backend had when it answered; asked for after report @p askedAt. What it does not have any more, and
    /// was reported before, has ended.
    void setCurrentFlows(const std::vector<EventRecord> &records, quint64 askedAt);
    void setCurrentExpectations(const std::vector<EventRecord> &records, quint64 askedAt);
    void clear();

    /// Ages are counted up to @p nowNs since the epoch, and what ended long ago goes. Whoever shows ages repaints them:
    /// no signal says that time has passed.
    void tick(std::uint64_t nowNs);

    const EventRecord &recordAt(const QModelIndex &index) const;
    /// The youngest connection between these ends, whichever opened it, also where addresses are translated. Invalid
    /// when there is none.
    QModelIndex indexOfConnection(const Tuple &tuple) const;
    QModelIndex indexOfExpectation(const EventRecord &expectation) const;

    int live() const { return int(m_live.size()); }
    int waiting() const { return int(m_waiting.size()); }
    quint64 lost() const { return m_lost; } ///< events
    quint64 leftOut() const { return m_leftOut; } ///< connections that exist and have no row, for want of room

signals:
    void countsChanged();

private:
    using FlowKey = std::pair<std::uint64_t, Tuple>; ///< the kernel's ids alone come again while others remember them
    struct Span {
        std::uint64_t oldest;
        std::uint64_t youngest;
    };

    static void collectEnds(const FlowNode &parent, quint64 after, QSet<QByteArray> &into);
    static FlowKey keyOf(const EventRecord &flow) { return {flow.expectation.id, flow.tuple()}; }
    FlowNode *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const FlowNode *node, int column = 0) const;

    void applyFlow(const EventRecord &event);
    void applyExpectation(const EventRecord &event);
    void listFlow(const EventRecord &record, quint64 askedAt);
    FlowNode &addFlow(const EventRecord &event);
    FlowNode &addExpectation(const EventRecord &event);
    void end(FlowNode &node, std::uint64_t timeNs);

    FlowNode *masterOf(const EventRecord &event);
    FlowNode &add(const EventRecord &event, FlowNode *parent);
    void attach(std::unique_ptr<FlowNode> node, FlowNode *parent);
    void adopt(FlowNode &node, FlowNode *parent);
    void touch(const FlowNode &node);

    void settle();
    void settleInTime();
    void announceComing();
    void announceChanges();
    void dropOld();
    void dropOldestTrees();
    void removeDoomed(FlowNode &parent);
    void forget(FlowNode &node);

    std::unique_ptr<FlowNode> m_root; ///< invisible
    std::map<FlowKey, FlowNode *> m_live;
    std::map<Tuple, FlowNode *> m_byTuple; ///< the youngest of each
    QHash<QByteArray, FlowNode *> m_waiting;
    std::vector<FlowNode *> m_withComing; ///< their parents
    std::map<FlowNode *, Span> m_touched; ///< rows of each parent between which something changed
    std::size_t m_total = 0;
    std::size_t m_over = 0;
    std::size_t m_overLeft = 0; ///< m_over after the last dropping
    QTimer m_pace;
    std::uint64_t m_serial = 0;
    std::uint64_t m_nowNs = 0;
    quint64 m_reports = 0;
    quint64 m_lost = 0;
    quint64 m_leftOut = 0;
};

} // namespace Trackhand
