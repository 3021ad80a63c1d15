// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/historymodel.h"

#include "client/models/historytext.h"
#include "client/stores/historystore.h"

#include <QLocale>
#include <algorithm>

namespace Trackhand {

namespace {

bool isSame(const HistoryRow &a, const HistoryRow &b)
{
    return a.step == b.step && a.helper == b.helper;
}

} // namespace

HistoryModel::HistoryModel(const HistoryStore *history, QObject *parent)
    : QAbstractTableModel(parent)
    , m_history(history)
{
}

void HistoryModel::setSubject(const QString &helper, HistorySpan span)
{
    m_helper = helper;
    m_span = span;
    m_clockToEpoch = QDateTime::currentSecsSinceEpoch() - m_history->now();
    replaceRows(rowsNow());
}

void HistoryModel::refresh()
{
    const QList<HistoryRow> now = rowsNow();
    if (m_rows.isEmpty() || now.isEmpty()) {
        m_clockToEpoch = QDateTime::currentSecsSinceEpoch() - m_history->now();
        replaceRows(now);
        return;
    }
    const qint64 newest = m_rows.first().step;
    const qint64 oldest = now.last().step;
    const auto added = std::count_if(now.cbegin(), now.cend(), [=](const auto &row) { return row.step > newest; });
    const auto gone = std::count_if(m_rows.cbegin(), m_rows.cend(), [=](const auto &row) { return row.step < oldest; });
    if (!std::equal(now.cbegin() + added, now.cend(), m_rows.cbegin(), m_rows.cend() - gone, isSame)) {
        replaceRows(now); // a helper came or went
        return;
    }
    if (gone > 0) {
        beginRemoveRows({}, int(m_rows.size() - gone), int(m_rows.size()) - 1);
        m_rows.resize(m_rows.size() - gone);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
        m_rows = now;
        endInsertRows();
    }
    m_rows = now;
    const auto growing =
        std::count_if(m_rows.cbegin(), m_rows.cend(), [=](const auto &row) { return row.step == newest; });
    if (growing > 0) {
        emit dataChanged(index(int(added), PacketsColumn), index(int(added + growing) - 1, ColumnCount - 1));
    }
}

QDateTime HistoryModel::timeOf(const HistoryRow &row) const
{
    return QDateTime::fromSecsSinceEpoch(row.step * historyStep(m_span) + m_clockToEpoch);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const HistoryRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == TimeColumn ? QLocale().toString(timeOf(row), QLocale::LongFormat) : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section >= PacketsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case HelperColumn:
        return tr("Helper");
    case PacketsColumn:
        return tr("Packets/s");
    case ExpectationsColumn:
        return tr("Expectations/s");
    case P50Column:
        return tr("p50");
    case P90Column:
        return tr("p90");
    case P99Column:
        return tr("p99");
    case DepthColumn:
        return tr("Queue depth");
    case DropsColumn:
        return tr("Drops/s");
    default:
        return {};
    }
}

QList<HistoryRow> HistoryModel::rowsNow() const
{
    const QStringList helpers =
        m_helper.isEmpty() ? QStringList {QString()} + m_history->helpers() : QStringList {m_helper};
    QList<QList<HistoryPoint>> columns;
    for (const QString &helper : helpers) {
        columns.append(helper.isEmpty() ? m_history->pointsOfAll(m_span) : m_history->points(helper, m_span));
    }
    const qint64 newest = m_history->now() / historyStep(m_span);
    const qsizetype steps = columns.first().size();
    QList<HistoryRow> rows;
    for (qsizetype i = steps - 1; i >= 0; --i) {
        for (qsizetype column = 0; column < columns.size(); ++column) {
            const HistoryPoint &point = columns.at(column).at(i);
            if (point.isKnown()) {
                rows.append({newest - (steps - 1 - i), helpers.at(column), point});
            }
        }
    }
    return rows;
}

void HistoryModel::replaceRows(const QList<HistoryRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QString HistoryModel::text(const HistoryRow &row, int column) const
{
    const HistoryPoint &point = row.point;
    switch (column) {
    case TimeColumn:
        return QLocale().toString(timeOf(row).time(), QStringLiteral("HH:mm:ss"));
    case HelperColumn:
        return row.helper.isEmpty() ? tr("all together") : row.helper;
    case PacketsColumn:
        return rateText(point.packets);
    case ExpectationsColumn:
        return rateText(point.expectations);
    case P50Column:
        return latencyPointText(point.p50Ns);
    case P90Column:
        return latencyPointText(point.p90Ns);
    case P99Column:
        return latencyPointText(point.p99Ns);
    case DepthColumn:
        return countText(point.queueDepth);
    case DropsColumn:
        return rateText(point.drops);
    default:
        return {};
    }
}

} // namespace Trackhand
