// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventfeed.h"
#include "client/filter/colorrules.h"
#include "client/filter/eventfilter.h"
#include "client/models/packetrows.h"
#include "client/models/packetsearch.h"
#include "client/stores/packetstore.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>
#include <optional>
#include <set>
#include <vector>

namespace Trackhand {

/// Rows are packets: the newest as many as the capacity, those of them that a filter lets through, in order of arrival
/// or sorted by a column. Grows by whole batches; once full, the row count stays and the rows move up. Holds no text:
/// cells are made when they are shown.
///
/// Few packets are filtered and sorted at once, many in a thread; meanwhile the table shows what it did before. What
/// arrives is filtered as it comes. A sorted table stands still while it is read and is sorted anew after a while when
/// packets have arrived.
class PacketModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr std::size_t DefaultCapacity = 1'000'000; ///< packets; some 60 MB when full

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
    /// By one of Column; PacketOrder::Arrival goes back to the order of arrival.
    void sort(int column, Qt::SortOrder direction = Qt::AscendingOrder) override;

    /// What arrived; events that are no packets are left out. While paused it is kept back, up to the capacity.
    void append(const EventBatch &batch);
    void clear();
    void setFilter(const EventFilter &filter);
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// See PacketStore. Gives up the oldest packets when there are more.
    void setCapacity(std::size_t capacity);
    std::size_t capacity() const { return m_store.capacity(); }

    /// How the rows are ordered at present.
    PacketOrder shownOrder() const { return m_shown.order; }
    /// A person waits for what they asked for to be found or sorted.
    bool isSearching() const { return m_searching; }
    int searchProgress() const { return m_search.progress(); } ///< in thousandths
    /// Keeps what is shown: all that was found so far, or filter and order as they were before.
    void cancelSearch();

    EventRecord eventAt(int row) const;

    using Number = PacketNumber;
    Number numberOfRow(int row) const { return m_rows.numberOf(row); }
    /// -1 when the packet is not shown.
    int rowOfNumber(Number number) const { return m_rows.rowOf(number); }

    /// Where the rows are taken from; valid until something changes here.
    const PacketSnapshot &packets() const { return m_base ? *m_base : m_store.all(); }
    /// The same for a thread, or to be kept.
    PacketSnapshot snapshot() const { return m_base ? *m_base : m_store.snapshot(); }

    void setColorRules(const ColorRuleList &rules);

    void setMarked(const std::vector<int> &rows, bool marked);
    bool isMarked(int row) const { return m_marks.contains(numberOfRow(row)); }
    /// The next marked row that is shown, downwards or upwards, from the other end after the last one; -1 when there is
    /// none. @p row may be -1.
    int nextMarked(int row, bool downwards) const;

    /// False of a packet whose backend has gone since: the numbers of the ring are other packets' now.
    bool isOfThisRing(int row) const { return numberOfRow(row) >= m_ringStart; }
    Number ringStart() const { return m_ringStart; }

    std::size_t stored() const { return packets().size(); }
    std::size_t heldBack() const { return m_paused ? newer() : 0; }
    /// Arrived since the rows were sorted.
    std::size_t waiting() const { return m_paused ? 0 : newer(); }
    /// Not looked at because the search was cancelled.
    std::size_t unsearched() const;
    /// Events that nobody could see: lost before they came here, or overtaken by others while kept back.
    quint64 lost() const { return m_lost; }
    std::size_t bytes() const { return m_store.bytes(); } ///< of memory that packets take

signals:
    /// stored(), heldBack(), waiting() or lost() changed.
    void countsChanged();
    /// The rows moved up by this many, without row signals: whoever keeps a row must move it.
    void movedUp(int rows);
    /// Before and after other packets, or the same in another order, take the rows: the model is reset in between.
    void aboutToReplaceRows();
    void rowsReplaced();
    /// isSearching() changed.
    void searchingChanged();
    /// What was asked for last does not come; filter and order are those of the rows again.
    void searchCancelled();

private:
    struct View {
        EventFilter filter;
        PacketOrder order;
    };

    const EventRecord &recordOf(Number number) const;
    std::size_t newer() const;
    std::vector<Number> matchesAmong(const std::vector<EventRecord> &packets, Number first) const;
    void store(const std::vector<EventRecord> &packets);
    void advance(const std::vector<EventRecord> &packets);
    void addRows(const Number *numbers, int count);
    void dropRows(int count);
    void dropMarks();
    void countUnseen(const PacketSnapshot &seen);
    void search(bool asked);
    void showEverything();
    void showFinding(const PacketSnapshot &searched, const PacketFinding &finding);
    void showMatches(const PacketFinding &finding);
    void setSearching(bool searching);
    void sortAnewLater();
    const ColorRule *ruleOf(int row) const;
    QVariant toolTip(const QModelIndex &index) const;
    QString cellText(const QModelIndex &index) const;
    QString numberText(int row) const;

    PacketStore m_store;
    std::optional<PacketSnapshot> m_base; ///< what is shown, when that is not what is stored: paused or sorted
    PacketRows m_rows;
    View m_shown; ///< by which the rows were made
    View m_wanted; ///< the same unless a search runs
    PacketSearch m_search;
    PacketSnapshot m_searched; ///< by the search that runs
    std::vector<Number> m_pending; ///< arrived since and pass the wanted filter
    Number m_searchedFrom = 0;
    bool m_searching = false;
    bool m_pieceShown = false;
    QElapsedTimer m_searchTime;
    qint64 m_searchMs = 0; ///< how long the last one took
    QTimer m_sortAnew;
    Number m_ringStart = 0; ///< the first packet of the ring that is read now
    std::uint64_t m_lastSequence = 0;
    Number m_seenEnd = 0; ///< packets from here on nobody could see yet
    std::set<Number> m_marks;
    ColorRuleMatcher m_colors;
    quint64 m_lost = 0;
    bool m_paused = false;
    mutable std::optional<Number> m_latest; ///< whose record the next one is: cells of a row are asked for in turn
    mutable EventRecord m_latestRecord {};
};

} // namespace Trackhand
