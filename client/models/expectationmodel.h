// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventfeed.h"
#include "client/models/packetdecode.h"
#include "wire/ring/event.h"

#include <QAbstractTableModel>
#include <QHash>
#include <vector>

namespace Trackhand {

/// Rows are expectations, newest first: those that wait, with the time they have left, and those whose fate is known.
/// At most Capacity; the oldest go first. A batch is one insertion.
class ExpectationModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int Capacity = 5000;

    enum Column {
        TimeColumn,
        HelperColumn,
        ClassColumn,
        ProtocolColumn,
        SourceColumn,
        DestinationColumn,
        TimeLeftColumn,
        FateColumn,
        MasterColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Events of kind Expectation; others are left out.
    void append(const EventBatch &batch);
    /// The number of the last report. Taken before a list is asked for, it tells the list's reader what happened since.
    quint64 reports() const { return m_reports; }
    /// What the backend had when it answered; asked for after report @p askedAt. Those it does not have any more, and
    /// whose end nobody saw, are marked removed.
    void setCurrent(const std::vector<EventRecord> &records, quint64 askedAt);
    void clear();

    /// Counts down to @p nowNs since the epoch.
    void tick(std::uint64_t nowNs);

    /// What is or was expected on the connection that @p packet belongs to, oldest first.
    QList<ExpectedConnection> ofConnection(const EventRecord &packet) const;

    /// The expectation as it was made, with what became of it as its action.
    EventRecord recordAt(int row) const;
    int rowOf(const EventRecord &expectation) const; ///< of the youngest with its id and tuple; -1 when there is none

    int waiting() const { return int(m_waiting.size()); }
    int countOf(EventAction fate) const { return m_fates.value(fate); } ///< rows
    quint64 lost() const { return m_lost; }

signals:
    void countsChanged();

private:
    struct Entry {
        EventRecord made; ///< as it was when new
        EventAction fate = EventAction::New;
        std::uint64_t fateNs = 0;
        quint64 report = 0; ///< number of the last one about it
    };
    using Key = QByteArray;

    void apply(const EventRecord &event);
    void insert(const EventRecord &event);
    void setFate(Entry &entry, const EventRecord &event);
    void settle();
    void dropOldest();
    const Entry &entry(int row) const { return m_entries[m_announced - 1 - std::size_t(row)]; }
    int rowOfNumber(std::uint64_t number) const;
    QString text(const Entry &entry, int column) const;
    static bool isWaiting(const Entry &entry);
    QString toolTipOfFate(const Entry &entry) const;
    QVariant sortValue(int row, int column) const;
    qint64 secondsLeft(const Entry &entry) const;

    std::vector<Entry> m_entries; ///< oldest first: new rows come at the end, where vectors grow
    std::size_t m_announced = 0; ///< entries that have rows; those behind them come with the batch's end
    std::uint64_t m_dropped = 0; ///< entries[0] is number m_dropped
    std::uint64_t m_firstChanged = 0; ///< numbers of the entries between which something changed in this batch
    std::uint64_t m_lastChanged = 0;
    bool m_changed = false;
    QHash<EventAction, int> m_fates;
    QHash<Key, std::uint64_t> m_waiting; ///< number of the entry
    std::uint64_t m_nowNs = 0;
    quint64 m_reports = 0;
    quint64 m_lost = 0;
};

} // namespace Trackhand
