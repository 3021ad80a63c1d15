// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventfeed.h"
#include "client/filter/colorrules.h"
#include "client/filter/eventfilter.h"
#include "wire/ring/event.h"

#include <QAbstractTableModel>
#include <optional>
#include <set>
#include <vector>

namespace Trackhand {

/// Rows are packets, oldest first: the newest Capacity of them, or those of them that a filter lets through. Grows by
/// whole batches; once full, the row count stays and the rows move up. Holds no text: cells are made when they are
/// shown.
class PacketModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr std::size_t DefaultCapacity = 200'000; ///< records; 51 MB

    enum Column {
        NumberColumn,
        TimeColumn,
        HelperColumn,
        DirectionColumn,
        SourceColumn,
        DestinationColumn,
        LengthColumn,
        ConnectionColumn,
        VerdictColumn,
        LatencyColumn,
        RuleColumn, ///< the name of the colour rule that the packet meets
        NoteColumn,
        ColumnCount,
    };

    /// The column's name in settings.
    static QString columnKey(int column);

    explicit PacketModel(std::size_t capacity = DefaultCapacity, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// What arrived; events that are no packets are left out. While paused it is kept back, up to the capacity.
    void append(const EventBatch &batch);
    void clear();
    void setFilter(const EventFilter &filter);
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }

    const EventRecord &eventAt(int row) const;
    /// The row that shows the event of this number of the ring; -1 when none does.
    int rowOfSequence(std::uint64_t sequence) const;

    /// A packet's own number here: unlike rows and the ring's numbers, no other packet gets it until clear().
    using Number = std::uint64_t;
    Number numberOfRow(int row) const;
    /// -1 when the packet is not shown.
    int rowOfNumber(Number number) const;

    void setColorRules(const ColorRuleList &rules);

    void setMarked(const std::vector<int> &rows, bool marked);
    bool isMarked(int row) const { return m_marks.contains(numberOfRow(row)); }
    /// The next marked row that is shown, downwards or upwards, from the other end after the last one; -1 when there is
    /// none. @p row may be -1.
    int nextMarked(int row, bool downwards) const;

    /// False of a packet whose backend has gone since: the numbers of the ring are other packets' now.
    bool isOfThisRing(int row) const { return numberOfRow(row) >= m_ringStart; }

    std::size_t stored() const { return m_ring.size(); }
    std::size_t heldBack() const { return m_heldBack.size(); }
    quint64 lost() const { return m_lost; }
    std::size_t capacity() const { return m_capacity; }

signals:
    /// stored(), heldBack() or lost() changed.
    void countsChanged();
    /// The rows moved up by this many, without row signals: whoever keeps a row must move it.
    void movedUp(int rows);

private:
    Number oldest() const { return m_total - m_ring.size(); }
    const EventRecord &record(Number number) const { return m_ring[number % m_capacity]; }
    void store(const EventRecord &event);
    void show(const std::vector<EventRecord> &events);
    void showAll(const EventRecord *events, std::size_t count);
    void showMatching(const EventRecord *events, std::size_t count);
    void dropMatchesBefore(Number first);
    void dropMarksBefore(Number first);
    const ColorRule *ruleOf(int row) const { return m_colors.ruleFor(numberOfRow(row), eventAt(row)); }
    QVariant toolTip(const QModelIndex &index) const;
    QString cellText(const QModelIndex &index) const;
    QString numberText(int row) const;
    QString text(const EventRecord &event, int column) const;

    std::size_t m_capacity;
    std::vector<EventRecord> m_ring;
    Number m_total = 0; ///< packets that were ever appended
    Number m_ringStart = 0; ///< the first packet of the ring that is read now
    std::uint64_t m_lastSequence = 0;
    std::set<Number> m_marks;
    ColorRuleMatcher m_colors;
    EventFilter m_filter;
    std::vector<Number> m_matches; ///< only with a filter
    std::vector<EventRecord> m_heldBack;
    quint64 m_lost = 0;
    bool m_paused = false;
};

} // namespace Trackhand
