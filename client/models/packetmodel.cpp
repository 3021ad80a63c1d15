// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetmodel.h"

#include <algorithm>
#include <utility>

namespace Trackhand {

namespace {

constexpr std::size_t FewPackets = 2 * PacketChunk::Rows; // are filtered and sorted within a frame
constexpr int SortAnewMs = 500;
constexpr int SortAnewShare = 4; // at most this part of the time goes into sorting anew

} // namespace

PacketModel::PacketModel(std::size_t capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(capacity)
{
    m_sortAnew.setSingleShot(true);
    connect(&m_search, &PacketSearch::found, this,
        [this](const PacketFinding &finding) { showFinding(m_searched, finding); });
    connect(&m_sortAnew, &QTimer::timeout, this, [this] {
        if (m_rows.areSorted() && waiting() != 0 && !m_search.isRunning()) {
            search(false);
        }
    });
}

int PacketModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.count();
}

int PacketModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void PacketModel::sort(int column, Qt::SortOrder direction)
{
    const PacketOrder order = column < 0 || column >= ColumnCount ? PacketOrder() : PacketOrder {column, direction};
    if (order != m_wanted.order) {
        m_wanted.order = order;
        search(true);
    }
}

void PacketModel::append(const EventBatch &batch)
{
    m_lost += batch.lost;
    const bool pure = std::all_of(batch.events.begin(), batch.events.end(),
        [](const EventRecord &event) { return event.kind == EventKind::Packet; });
    std::vector<EventRecord> packets; // only copied when something else is among them
    if (!pure) {
        std::copy_if(batch.events.begin(), batch.events.end(), std::back_inserter(packets),
            [](const EventRecord &event) { return event.kind == EventKind::Packet; });
    }
    advance(pure ? batch.events : packets);
    if (waiting() != 0) {
        sortAnewLater();
    }
    emit countsChanged();
}

void PacketModel::clear()
{
    m_search.cancel();
    beginResetModel();
    m_store.clear();
    m_base.reset();
    if (m_paused) {
        m_base = m_store.snapshot();
    }
    m_rows.showAll(0, 0);
    m_shown = m_wanted;
    m_pending.clear();
    m_searchedFrom = m_ringStart = m_seenEnd = 0;
    m_lastSequence = 0;
    m_marks.clear();
    m_colors.forget();
    m_latest.reset();
    m_lost = 0;
    endResetModel();
    search(false);
    setSearching(false);
}

void PacketModel::setFilter(const EventFilter &filter)
{
    m_wanted.filter = filter;
    search(true);
}

void PacketModel::setPaused(bool paused)
{
    if (paused == m_paused) {
        return;
    }
    m_paused = paused;
    if (!paused) {
        search(false);
    } else if (!m_base) {
        m_base = m_store.snapshot();
    }
    emit countsChanged();
}

void PacketModel::setCapacity(std::size_t capacity)
{
    if (m_base) {
        m_store.setCapacity(capacity);
    } else {
        emit aboutToReplaceRows();
        beginResetModel();
        m_store.setCapacity(capacity);
        m_rows.dropFront(m_rows.countBefore(m_store.first()));
        endResetModel();
        emit rowsReplaced();
    }
    dropMarks();
    emit countsChanged();
}

void PacketModel::cancelSearch()
{
    m_search.cancel();
    m_searched = {};
    if (!m_pieceShown) {
        m_wanted = m_shown;
        m_pending.clear();
        emit searchCancelled();
    }
    setSearching(false);
    if (m_base && !m_paused && m_shown.order.isArrival()) { // it stood still for what does not come now
        search(false);
    }
    emit countsChanged();
}

EventRecord PacketModel::eventAt(int row) const
{
    return recordOf(numberOfRow(row));
}

void PacketModel::setColorRules(const ColorRuleList &rules)
{
    m_colors.setRules(rules);
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    if (m_wanted.order.column == RuleColumn) {
        search(true);
    }
}

void PacketModel::setMarked(const std::vector<int> &rows, bool marked)
{
    if (rows.empty()) {
        return;
    }
    for (const int row : rows) {
        if (marked) {
            m_marks.insert(numberOfRow(row));
        } else {
            m_marks.erase(numberOfRow(row));
        }
    }
    const auto [first, last] = std::minmax_element(rows.begin(), rows.end());
    emit dataChanged(index(*first, NumberColumn), index(*last, NumberColumn));
}

int PacketModel::nextMarked(int row, bool downwards) const
{
    std::vector<int> rows;
    for (const Number number : m_marks) {
        if (const int marked = rowOfNumber(number); marked >= 0) {
            rows.push_back(marked);
        }
    }
    if (rows.empty()) {
        return -1;
    }
    std::sort(rows.begin(), rows.end());
    if (downwards) {
        const auto next = std::upper_bound(rows.begin(), rows.end(), row);
        return next == rows.end() ? rows.front() : *next;
    }
    const auto next = std::lower_bound(rows.begin(), rows.end(), row);
    return next == rows.begin() ? rows.back() : *std::prev(next);
}

std::size_t PacketModel::unsearched() const
{
    const Number first = packets().first();
    return m_search.isRunning() || m_searchedFrom < first ? 0 : std::size_t(m_searchedFrom - first);
}

const EventRecord &PacketModel::recordOf(Number number) const
{
    if (m_latest != number) {
        m_latest = number;
        m_latestRecord = packets().record(number);
    }
    return m_latestRecord;
}

std::size_t PacketModel::newer() const
{
    return m_base ? std::min(std::size_t(m_store.end() - m_base->end()), m_store.capacity()) : 0;
}

/// The numbers that those of them will have that the rows are to have. Nothing while the rows stand still.
std::vector<PacketModel::Number> PacketModel::matchesAmong(const std::vector<EventRecord> &packets, Number first) const
{
    std::vector<Number> matches;
    for (Number number = m_store.end(); !m_base && number < m_store.end() + packets.size(); ++number) {
        if (number >= first && m_shown.filter.matches(packets[std::size_t(number - m_store.end())])) {
            matches.push_back(number);
        }
    }
    return matches;
}

void PacketModel::store(const std::vector<EventRecord> &packets)
{
    const bool pending = m_search.isRunning() && m_wanted.order.isArrival() && !m_pieceShown && !m_paused;
    for (const EventRecord &packet : packets) {
        if (packet.sequence <= m_lastSequence) { // a backend that has started anew counts anew
            m_ringStart = m_store.end();
        }
        m_lastSequence = packet.sequence;
        if (pending && m_wanted.filter.matches(packet)) {
            m_pending.push_back(m_store.end());
        }
        m_store.append(packet);
    }
    dropMarks();
}

/// Rows that leave at the top make room for as many that come at the bottom, and only what is left over is removed or
/// inserted: a table that is full costs the view no work for each of its rows.
void PacketModel::advance(const std::vector<EventRecord> &packets)
{
    const Number end = m_store.end() + packets.size();
    const Number first = std::max(m_store.first(), end - std::min<Number>(end, m_store.capacity()));
    const std::vector<Number> matches = matchesAmong(packets, first);
    const int coming = int(matches.size());
    int leaving = m_base ? 0 : m_rows.countBefore(first);
    if (leaving > coming) {
        dropRows(leaving - coming);
        leaving = coming;
    }
    store(packets);
    if (m_base) {
        return;
    }
    countUnseen(m_store.all());
    if (leaving > 0) {
        m_rows.dropFront(leaving);
        m_rows.append(matches.data(), std::size_t(leaving));
        emit movedUp(leaving);
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    addRows(matches.data() + leaving, coming - leaving);
}

void PacketModel::addRows(const Number *numbers, int count)
{
    if (count != 0) {
        beginInsertRows({}, rowCount(), rowCount() + count - 1);
        m_rows.append(numbers, std::size_t(count));
        endInsertRows();
    }
}

void PacketModel::dropRows(int count)
{
    beginRemoveRows({}, 0, count - 1);
    m_rows.dropFront(count);
    endRemoveRows();
}

void PacketModel::dropMarks()
{
    const Number first = std::min(packets().first(), m_store.first());
    if (!m_marks.empty() && *m_marks.begin() < first) {
        m_marks.erase(m_marks.begin(), m_marks.lower_bound(first));
    }
}

void PacketModel::countUnseen(const PacketSnapshot &seen)
{
    m_lost += seen.first() > m_seenEnd ? seen.first() - m_seenEnd : 0;
    m_seenEnd = std::max(m_seenEnd, seen.end());
}

/// @p asked: by a person, who is told that it goes on.
void PacketModel::search(bool asked)
{
    m_search.cancel();
    m_sortAnew.stop();
    m_pending.clear();
    m_pieceShown = false;
    if (m_wanted.filter.matchesEverything() && m_wanted.order.isArrival()) {
        showEverything();
        setSearching(false);
        return;
    }
    const PacketSearchRequest request {
        m_paused ? snapshot() : m_store.snapshot(), m_wanted.filter, m_wanted.order, m_colors};
    m_searchTime.start();
    if (request.packets.size() <= FewPackets) {
        PacketSearch::run(
            request, [this, &request](const PacketFinding &finding) { showFinding(request.packets, finding); });
        setSearching(false);
        return;
    }
    m_searched = request.packets;
    m_search.start(request);
    setSearching(asked);
}

void PacketModel::showEverything()
{
    emit aboutToReplaceRows();
    beginResetModel();
    if (!m_paused) {
        m_base.reset();
    }
    m_shown = m_wanted;
    m_searchedFrom = 0;
    m_rows.showAll(packets().first(), packets().end());
    countUnseen(packets());
    endResetModel();
    emit rowsReplaced();
    emit countsChanged();
}

void PacketModel::showFinding(const PacketSnapshot &searched, const PacketFinding &finding)
{
    emit aboutToReplaceRows();
    beginResetModel();
    if (finding.sorted) {
        m_base = searched;
        m_rows.showSorted(finding.sorted, searched.first());
    } else {
        showMatches(finding);
    }
    m_shown = m_wanted;
    m_searchedFrom = finding.from;
    countUnseen(packets());
    endResetModel();
    emit rowsReplaced();
    if (finding.last) {
        m_searched = {};
        m_searchMs = m_searchTime.elapsed();
        setSearching(false);
    }
    emit countsChanged();
    if (waiting() != 0) {
        sortAnewLater();
    }
}

void PacketModel::showMatches(const PacketFinding &finding)
{
    if (!m_paused) {
        m_base.reset();
    }
    if (m_pieceShown) {
        m_rows.prepend(finding.matches);
    } else {
        m_rows.showMatches(finding.matches);
        m_rows.append(m_pending.data(), m_pending.size());
        m_pending.clear();
        m_pieceShown = true;
    }
    m_rows.dropFront(m_rows.countBefore(packets().first()));
}

void PacketModel::setSearching(bool searching)
{
    if (searching != m_searching) {
        m_searching = searching;
        emit searchingChanged();
    }
}

void PacketModel::sortAnewLater()
{
    if (!m_sortAnew.isActive() && !m_search.isRunning()) {
        m_sortAnew.start(std::max(SortAnewMs, int(m_searchMs) * SortAnewShare));
    }
}

} // namespace Trackhand
