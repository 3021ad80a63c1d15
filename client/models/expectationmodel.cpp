// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/expectationmodel.h"

#include "client/models/eventtext.h"
#include "client/models/expectationtext.h"
#include "client/models/modelroles.h"

#include <QSet>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::uint64_t NsPerSecond = 1'000'000'000;

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

int ExpectationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ExpectationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExpectationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == TimeLeftColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case FixedFontRole:
        return index.column() == SourceColumn || index.column() == DestinationColumn || index.column() == MasterColumn;
    case EmphasisRole:
        return index.column() == FateColumn && shown.fate == EventAction::Evicted;
    case DimRole:
        return isEnd(shown.fate);
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn) {
            return exactTimeText(shown.made.timeNs);
        }
        return index.column() == FateColumn ? fateToolTip(shown.fate) : QVariant();
    default:
        return {};
    }
}

QVariant ExpectationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == TimeLeftColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Made");
    case HelperColumn:
        return tr("Helper");
    case ClassColumn:
        return tr("Class");
    case ProtocolColumn:
        return tr("Protocol");
    case SourceColumn:
        return tr("Expected from");
    case DestinationColumn:
        return tr("To");
    case TimeLeftColumn:
        return tr("Time left");
    case FateColumn:
        return tr("Fate");
    case MasterColumn:
        return tr("Because of");
    default:
        return {};
    }
}

void ExpectationModel::append(const EventBatch &batch)
{
    m_lost += batch.lost;
    for (const EventRecord &event : batch.events) {
        if (event.kind == EventKind::Expectation) {
            apply(event);
        }
    }
    emit countsChanged();
}

void ExpectationModel::setCurrent(const std::vector<EventRecord> &records)
{
    QSet<Key> current;
    for (const EventRecord &record : records) {
        current.insert(expectationKey(record));
        if (!m_waiting.contains(expectationKey(record))) {
            apply(record);
        }
    }
    for (const Key &key : m_waiting.keys()) {
        if (!current.contains(key)) {
            EventRecord gone = m_entries[m_waiting.value(key) - m_dropped].made;
            gone.outcome = std::uint8_t(EventAction::Removed);
            apply(gone);
        }
    }
    emit countsChanged();
}

void ExpectationModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_dropped = 0;
    m_waiting.clear();
    m_lost = 0;
    endResetModel();
    emit countsChanged();
}

QList<ExpectedConnection> ExpectationModel::ofConnection(const EventRecord &packet) const
{
    const Tuple tuple = packet.tuple();
    QList<ExpectedConnection> found;
    for (const Entry &entry : m_entries) {
        const Tuple master = entry.made.masterTuple();
        if (master == tuple || master == tuple.inverted()) {
            found.append({entry.made, entry.fate});
        }
    }
    return found;
}

void ExpectationModel::tick(std::uint64_t nowNs)
{
    m_nowNs = nowNs;
    if (!m_waiting.isEmpty()) {
        emit dataChanged(index(0, TimeLeftColumn), index(rowCount() - 1, TimeLeftColumn));
    }
}

void ExpectationModel::apply(const EventRecord &event)
{
    const Key key = expectationKey(event);
    const auto known = m_waiting.constFind(key);
    const EventAction action = event.action();
    if (known == m_waiting.cend()) {
        insert(event);
        if (!isEnd(action)) {
            m_waiting.insert(key, m_dropped + m_entries.size() - 1);
        }
        return;
    }
    const int row = rowOfNumber(*known);
    Entry &changed = m_entries[*known - m_dropped];
    if (isEnd(action)) {
        changed.fate = action;
        changed.fateNs = event.timeNs;
        // A permanent one goes on waiting after its match.
        if (action != EventAction::Matched || (event.flags & EventFlag::Permanent) == 0) {
            m_waiting.remove(key);
        }
    } else {
        changed.made = event;
    }
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ExpectationModel::insert(const EventRecord &event)
{
    if (int(m_entries.size()) >= Capacity) {
        dropOldest();
    }
    beginInsertRows({}, 0, 0);
    m_entries.push_back({event, event.action(), event.timeNs});
    endInsertRows();
}

// An eighth at a time, so that dropping costs little on average.
void ExpectationModel::dropOldest()
{
    const int count = Capacity / 8;
    beginRemoveRows({}, rowCount() - count, rowCount() - 1);
    m_entries.erase(m_entries.begin(), m_entries.begin() + count);
    m_dropped += std::uint64_t(count);
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        waiting = *waiting < m_dropped ? m_waiting.erase(waiting) : std::next(waiting);
    }
    endRemoveRows();
}

int ExpectationModel::rowOfNumber(std::uint64_t number) const
{
    return int(m_entries.size() - 1 - (number - m_dropped));
}

QString ExpectationModel::text(const Entry &entry, int column) const
{
    const EventRecord &made = entry.made;
    switch (column) {
    case TimeColumn:
        return timeText(made.timeNs);
    case HelperColumn:
        return fromView(made.helperName());
    case ClassColumn:
        return fromView(made.className());
    case ProtocolColumn:
        return fromView(toString(made.l4));
    case SourceColumn:
        return sourceText(made);
    case DestinationColumn:
        return destinationText(made);
    case TimeLeftColumn:
        return isEnd(entry.fate) ? QString() : durationText(secondsLeft(entry));
    case FateColumn:
        return fateText(entry.fate);
    case MasterColumn:
        return masterText(made);
    default:
        return {};
    }
}

qint64 ExpectationModel::secondsLeft(const Entry &entry) const
{
    const std::uint64_t end = entry.made.timeNs + entry.made.timeoutSeconds * NsPerSecond;
    return m_nowNs >= end ? 0 : qint64((end - std::max(m_nowNs, entry.made.timeNs)) / NsPerSecond);
}

} // namespace Trackhand
