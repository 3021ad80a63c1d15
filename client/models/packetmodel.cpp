// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetmodel.h"

#include "client/models/eventtext.h"
#include "client/models/modelroles.h"

#include <QLocale>
#include <algorithm>
#include <array>

namespace Trackhand {

namespace {

bool isNumber(int column)
{
    return column == PacketModel::NumberColumn || column == PacketModel::LengthColumn
        || column == PacketModel::LatencyColumn;
}

int alignment(int column)
{
    if (column == PacketModel::DirectionColumn) {
        return Qt::AlignCenter;
    }
    return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

bool wantsAttention(const EventRecord &event)
{
    return event.verdict() == Verdict::Drop || (event.flags & (EventFlag::FailOpen | EventFlag::Refused)) != 0;
}

} // namespace

QString PacketModel::columnKey(int column)
{
    static constexpr std::array<const char *, ColumnCount> keys {"number", "time", "helper", "direction", "source",
        "destination", "length", "conntrack", "verdict", "latency", "rule", "note"};
    return QLatin1String(keys[std::size_t(column)]);
}

PacketModel::PacketModel(std::size_t capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_capacity(capacity)
{
}

int PacketModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    return int(m_filter.matchesEverything() ? m_ring.size() : m_matches.size());
}

int PacketModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PacketModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index);
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case FixedFontRole:
        return index.column() == SourceColumn || index.column() == DestinationColumn || index.column() == NoteColumn;
    case EmphasisRole:
        return index.column() == VerdictColumn && wantsAttention(eventAt(index.row()));
    case RuleHueRole: {
        const ColorRule *rule = ruleOf(index.row());
        return rule ? QVariant(int(rule->hue)) : QVariant();
    }
    case Qt::ToolTipRole:
        return toolTip(index);
    default:
        return {};
    }
}

QVariant PacketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(section);
    }
    if (role == Qt::ToolTipRole && section == LatencyColumn) {
        return tr("From reading the packet to its verdict, in microseconds");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NumberColumn:
        return tr("No.");
    case TimeColumn:
        return tr("Time");
    case HelperColumn:
        return tr("Helper");
    case DirectionColumn:
        return tr("Dir");
    case SourceColumn:
        return tr("Source");
    case DestinationColumn:
        return tr("Destination");
    case LengthColumn:
        return tr("Len");
    case ConnectionColumn:
        return tr("Conntrack");
    case VerdictColumn:
        return tr("Verdict");
    case LatencyColumn:
        return tr("µs");
    case RuleColumn:
        return tr("Rule");
    case NoteColumn:
        return tr("What the helper saw");
    default:
        return {};
    }
}

void PacketModel::append(const EventBatch &batch)
{
    m_lost += batch.lost;
    if (m_paused) {
        m_heldBack.insert(m_heldBack.end(), batch.events.begin(), batch.events.end());
        if (m_heldBack.size() > m_capacity) {
            const auto excess = std::ptrdiff_t(m_heldBack.size() - m_capacity);
            m_heldBack.erase(m_heldBack.begin(), m_heldBack.begin() + excess);
        }
    } else {
        show(batch.events);
    }
    emit countsChanged();
}

void PacketModel::clear()
{
    beginResetModel();
    m_ring.clear();
    m_total = 0;
    m_ringStart = 0;
    m_lastSequence = 0;
    m_marks.clear();
    m_colors.forget();
    m_matches.clear();
    m_heldBack.clear();
    m_lost = 0;
    endResetModel();
    emit countsChanged();
}

void PacketModel::setFilter(const EventFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_matches.clear();
    if (!m_filter.matchesEverything()) {
        for (Number number = oldest(); number < m_total; ++number) {
            if (m_filter.matches(record(number))) {
                m_matches.push_back(number);
            }
        }
    }
    endResetModel();
    emit countsChanged();
}

void PacketModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused) {
        show(std::exchange(m_heldBack, {}));
    }
    emit countsChanged();
}

const EventRecord &PacketModel::eventAt(int row) const
{
    return record(numberOfRow(row));
}

int PacketModel::rowOfSequence(std::uint64_t sequence) const
{
    int low = 0;
    int high = rowCount();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (eventAt(middle).sequence < sequence) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < rowCount() && eventAt(low).sequence == sequence ? low : -1;
}

PacketModel::Number PacketModel::numberOfRow(int row) const
{
    return m_filter.matchesEverything() ? oldest() + Number(row) : m_matches[std::size_t(row)];
}

int PacketModel::rowOfNumber(Number number) const
{
    if (number < oldest() || number >= m_total) {
        return -1;
    }
    if (m_filter.matchesEverything()) {
        return int(number - oldest());
    }
    const auto match = std::lower_bound(m_matches.begin(), m_matches.end(), number);
    return match != m_matches.end() && *match == number ? int(match - m_matches.begin()) : -1;
}

void PacketModel::setColorRules(const ColorRuleList &rules)
{
    m_colors.setRules(rules);
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
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
    if (downwards) {
        const auto next = std::upper_bound(rows.begin(), rows.end(), row);
        return next == rows.end() ? rows.front() : *next;
    }
    const auto next = std::lower_bound(rows.begin(), rows.end(), row);
    return next == rows.begin() ? rows.back() : *std::prev(next);
}

void PacketModel::store(const EventRecord &event)
{
    if (event.sequence <= m_lastSequence) { // a backend that has started anew counts anew
        m_ringStart = m_total;
    }
    m_lastSequence = event.sequence;
    if (m_ring.size() < m_capacity) {
        m_ring.push_back(event);
    } else {
        m_ring[m_total % m_capacity] = event;
    }
    ++m_total;
    dropMarksBefore(oldest());
}

void PacketModel::show(const std::vector<EventRecord> &events)
{
    std::vector<EventRecord> packets; // only copied when something else is among them
    const auto isPacket = [](const EventRecord &event) {
        return event.kind == EventKind::Packet;
    };
    const bool pure = std::all_of(events.begin(), events.end(), isPacket);
    if (!pure) {
        std::copy_if(events.begin(), events.end(), std::back_inserter(packets), isPacket);
    }
    const std::vector<EventRecord> &all = pure ? events : packets;
    const std::size_t count = std::min(all.size(), m_capacity);
    if (count == 0) {
        return;
    }
    const EventRecord *first = all.data() + (all.size() - count);
    if (m_filter.matchesEverything()) {
        showAll(first, count);
    } else {
        showMatching(first, count);
    }
}

void PacketModel::showAll(const EventRecord *events, std::size_t count)
{
    const std::size_t growing = std::min(count, m_capacity - m_ring.size());
    if (growing > 0) {
        const int row = rowCount();
        beginInsertRows({}, row, row + int(growing) - 1);
        std::for_each(events, events + growing, [this](const EventRecord &event) { store(event); });
        endInsertRows();
    }
    if (growing < count) {
        std::for_each(events + growing, events + count, [this](const EventRecord &event) { store(event); });
        emit movedUp(int(count - growing));
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void PacketModel::showMatching(const EventRecord *events, std::size_t count)
{
    const std::size_t overflow = m_ring.size() + count > m_capacity ? m_ring.size() + count - m_capacity : 0;
    dropMatchesBefore(oldest() + overflow);
    std::vector<Number> matching;
    for (std::size_t i = 0; i < count; ++i) {
        if (m_filter.matches(events[i])) {
            matching.push_back(m_total);
        }
        store(events[i]);
    }
    if (!matching.empty()) {
        const int row = rowCount();
        beginInsertRows({}, row, row + int(matching.size()) - 1);
        m_matches.insert(m_matches.end(), matching.begin(), matching.end());
        endInsertRows();
    }
}

void PacketModel::dropMatchesBefore(Number first)
{
    const auto keep = std::lower_bound(m_matches.begin(), m_matches.end(), first);
    if (keep != m_matches.begin()) {
        beginRemoveRows({}, 0, int(keep - m_matches.begin()) - 1);
        m_matches.erase(m_matches.begin(), keep);
        endRemoveRows();
    }
}

void PacketModel::dropMarksBefore(Number first)
{
    if (!m_marks.empty() && *m_marks.begin() < first) {
        m_marks.erase(m_marks.begin(), m_marks.lower_bound(first));
    }
}

QVariant PacketModel::toolTip(const QModelIndex &index) const
{
    if (index.column() == TimeColumn) {
        return exactTimeText(eventAt(index.row()).timeNs);
    }
    if (index.column() == NumberColumn && isMarked(index.row())) {
        return tr("Marked");
    }
    return index.column() == NoteColumn ? noteText(eventAt(index.row())) : QVariant();
}

QString PacketModel::cellText(const QModelIndex &index) const
{
    if (index.column() == NumberColumn) {
        return numberText(index.row());
    }
    if (index.column() == RuleColumn) {
        const ColorRule *rule = ruleOf(index.row());
        return rule ? rule->name : QString();
    }
    return text(eventAt(index.row()), index.column());
}

// A mark is a shape, not a colour.
QString PacketModel::numberText(int row) const
{
    const QString number = text(eventAt(row), NumberColumn);
    return isMarked(row) ? QStringLiteral("◆ ") + number : number;
}

QString PacketModel::text(const EventRecord &event, int column) const
{
    switch (column) {
    case NumberColumn:
        return QLocale().toString(qulonglong(event.sequence));
    case TimeColumn:
        return timeText(event.timeNs);
    case HelperColumn:
        return QString::fromLatin1(event.helperName().data(), qsizetype(event.helperName().size()));
    case DirectionColumn:
        return directionText(event);
    case SourceColumn:
        return sourceText(event);
    case DestinationColumn:
        return destinationText(event);
    case LengthColumn:
        return QLocale().toString(event.payloadLength);
    case ConnectionColumn:
        return connectionText(event);
    case VerdictColumn:
        return verdictText(event);
    case LatencyColumn:
        return latencyText(event);
    case NoteColumn:
        return noteText(event);
    default:
        return {};
    }
}

} // namespace Trackhand
