// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/expectationmodel.h"

#include "client/models/eventtext.h"
#include "client/models/expectationtext.h"
#include "client/models/modelroles.h"

#include <QLocale>
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
    return parent.isValid() ? 0 : int(m_announced);
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
    case StateKindRole:
        return index.column() == FateColumn ? QVariant(int(fateKind(shown.fate))) : QVariant();
    case FixedFontRole:
        return index.column() == SourceColumn || index.column() == DestinationColumn || index.column() == MasterColumn;
    case EmphasisRole:
        return index.column() == FateColumn && shown.fate == EventAction::Evicted;
    case DimRole:
        return !isWaiting(shown);
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn) {
            return exactTimeText(shown.made.timeNs);
        }
        return index.column() == FateColumn ? toolTipOfFate(shown) : QVariant();
    case SortRole:
        return sortValue(index.row(), index.column());
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
            ++m_reports;
            apply(event);
        }
    }
    settle();
}

void ExpectationModel::setCurrent(const std::vector<EventRecord> &records, quint64 askedAt)
{
    QSet<Key> current;
    QSet<Key> endedSince;
    for (const Entry &entry : m_entries) {
        if (entry.report > askedAt && !isWaiting(entry)) {
            endedSince.insert(expectationKey(entry.made));
        }
    }
    for (const EventRecord &record : records) {
        const Key key = expectationKey(record);
        current.insert(key);
        if (!m_waiting.contains(key) && !endedSince.contains(key)) {
            apply(record);
        }
    }
    for (const Key &key : m_waiting.keys()) {
        const Entry &entry = m_entries[m_waiting.value(key) - m_dropped];
        if (!current.contains(key) && entry.report <= askedAt) {
            EventRecord gone = entry.made;
            gone.outcome = std::uint8_t(EventAction::Removed);
            apply(gone);
        }
    }
    settle();
}

void ExpectationModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_fates.clear();
    m_announced = 0;
    m_dropped = 0;
    m_changed = false;
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

EventRecord ExpectationModel::recordAt(int row) const
{
    EventRecord record = entry(row).made;
    record.outcome = std::uint8_t(entry(row).fate);
    return record;
}

int ExpectationModel::rowOf(const EventRecord &expectation) const
{
    const Key key = expectationKey(expectation);
    for (int row = 0; row < rowCount(); ++row) {
        if (entry(row).made.expectation.id == expectation.expectation.id && expectationKey(entry(row).made) == key) {
            return row;
        }
    }
    return -1;
}

void ExpectationModel::apply(const EventRecord &event)
{
    const Key key = expectationKey(event);
    const auto known = m_waiting.constFind(key);
    if (known == m_waiting.cend()) {
        insert(event);
        if (!isEnd(event.action())) {
            m_waiting.insert(key, m_dropped + m_entries.size() - 1);
        }
        return;
    }
    const std::uint64_t number = *known;
    Entry &changed = m_entries[number - m_dropped];
    changed.report = m_reports;
    if (isEnd(event.action())) {
        setFate(changed, event);
        if (endsExpectation(event)) {
            m_waiting.remove(key);
        }
    } else {
        changed.made = event;
    }
    m_firstChanged = m_changed ? std::min(m_firstChanged, number) : number;
    m_lastChanged = m_changed ? std::max(m_lastChanged, number) : number;
    m_changed = true;
}

void ExpectationModel::insert(const EventRecord &event)
{
    m_entries.push_back({event, event.action(), event.timeNs, m_reports});
    ++m_fates[event.action()];
}

void ExpectationModel::setFate(Entry &entry, const EventRecord &event)
{
    --m_fates[entry.fate];
    ++m_fates[event.action()];
    entry.fate = event.action();
    entry.fateNs = event.timeNs;
}

// Tells the views of the batch: what came, then what changed.
void ExpectationModel::settle()
{
    if (m_entries.size() > m_announced) {
        beginInsertRows({}, 0, int(m_entries.size() - m_announced) - 1);
        m_announced = m_entries.size();
        endInsertRows();
    }
    if (std::exchange(m_changed, false)) {
        emit dataChanged(index(rowOfNumber(m_lastChanged), 0), index(rowOfNumber(m_firstChanged), ColumnCount - 1));
    }
    if (m_announced > std::size_t(Capacity)) {
        dropOldest();
    }
    emit countsChanged();
}

// An eighth more than must, so that dropping costs little on average.
void ExpectationModel::dropOldest()
{
    const auto count = std::ptrdiff_t(m_announced - Capacity + Capacity / 8);
    beginRemoveRows({}, rowCount() - int(count), rowCount() - 1);
    std::for_each(m_entries.begin(), m_entries.begin() + count, [this](const Entry &entry) { --m_fates[entry.fate]; });
    m_entries.erase(m_entries.begin(), m_entries.begin() + count);
    m_announced = m_entries.size();
    m_dropped += std::uint64_t(count);
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        waiting = *waiting < m_dropped ? m_waiting.erase(waiting) : std::next(waiting);
    }
    endRemoveRows();
}

int ExpectationModel::rowOfNumber(std::uint64_t number) const
{
    return int(m_announced - 1 - (number - m_dropped));
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
        return !isWaiting(entry) ? QString() : durationText(secondsLeft(entry));
    case FateColumn:
        return fateText(entry.fate);
    case MasterColumn:
        return masterText(made);
    default:
        return {};
    }
}

// A permanent one goes on waiting after its match.
bool ExpectationModel::isWaiting(const Entry &entry)
{
    EventRecord record = entry.made;
    record.outcome = std::uint8_t(entry.fate);
    return !endsExpectation(record);
}

QString ExpectationModel::toolTipOfFate(const Entry &entry) const
{
    const QString meaning = fateToolTip(entry.fate);
    if (!isEnd(entry.fate)) {
        return meaning;
    }
    const qint64 ms = entry.fateNs > entry.made.timeNs ? qint64((entry.fateNs - entry.made.timeNs) / 1'000'000) : 0;
    return meaning + QLatin1Char('\n')
        + tr("%1, %2 ms after it was made").arg(exactTimeText(entry.fateNs), QLocale().toString(ms));
}

// The youngest has the greatest time; what does not wait has less time left than what does.
QVariant ExpectationModel::sortValue(int row, int column) const
{
    const Entry &sorted = entry(row);
    switch (column) {
    case TimeColumn:
        return -qlonglong(row);
    case TimeLeftColumn:
        return qlonglong(isWaiting(sorted) ? secondsLeft(sorted) : -1);
    default:
        return text(sorted, column);
    }
}

qint64 ExpectationModel::secondsLeft(const Entry &entry) const
{
    const std::uint64_t end = entry.made.timeNs + entry.made.timeoutSeconds * NsPerSecond;
    return m_nowNs >= end ? 0 : qint64((end - std::max(m_nowNs, entry.made.timeNs)) / NsPerSecond);
}

} // namespace Trackhand
