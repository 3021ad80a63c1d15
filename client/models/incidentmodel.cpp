// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/incidentmodel.h"

#include "client/models/eventtext.h"
#include "client/models/helpertext.h"
#include "client/models/historytext.h"
#include "client/models/modelroles.h"
#include "client/stores/incidentstore.h"

#include <QDateTime>
#include <algorithm>

namespace Trackhand {

namespace {

StateKind severityKind(const IncidentInfo &incident)
{
    if (incident.severity == QLatin1String("failed")) {
        return StateKind::Failed;
    }
    return incident.severity == QLatin1String("info") ? StateKind::Disabled : StateKind::Attention;
}

QString severityWord(const IncidentInfo &incident)
{
    switch (severityKind(incident)) {
    case StateKind::Failed:
        return IncidentModel::tr("failed");
    case StateKind::Attention:
        return IncidentModel::tr("attention");
    default:
        return IncidentModel::tr("note");
    }
}

} // namespace

IncidentModel::IncidentModel(const IncidentStore *incidents, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(incidents)
    , m_nowSeconds(QDateTime::currentSecsSinceEpoch())
{
    connect(incidents, &IncidentStore::changed, this, &IncidentModel::take);
    take();
}

void IncidentModel::refreshTimes()
{
    m_nowSeconds = QDateTime::currentSecsSinceEpoch();
    if (!m_items.isEmpty()) {
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn), {Qt::DisplayRole});
    }
}

int IncidentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int IncidentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IncidentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const IncidentInfo &info = incident(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(info, index.column());
    case Qt::ToolTipRole:
        return index.column() == TimeColumn ? exactTimeText(info.timeNs) : info.text;
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case StateKindRole:
        return index.column() == SeverityColumn ? int(severityKind(info)) : QVariant();
    default:
        return {};
    }
}

QVariant IncidentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case SeverityColumn:
        return tr("Severity");
    case HelperColumn:
        return tr("Helper");
    case TextColumn:
        return tr("What happened");
    default:
        return {};
    }
}

/// The store says that something changed; usually one came, and the oldest made room.
void IncidentModel::take()
{
    QList<IncidentInfo> now = m_store->items();
    std::reverse(now.begin(), now.end());
    m_nowSeconds = QDateTime::currentSecsSinceEpoch();
    const qsizetype dropped = m_items.size() + 1 - now.size();
    const bool one = !now.isEmpty() && (dropped == 0 || dropped == 1) && now.mid(1) == m_items.mid(0, now.size() - 1);
    if (!one) {
        beginResetModel();
        m_items = now;
        endResetModel();
        return;
    }
    if (dropped == 1 && !m_items.isEmpty()) {
        beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
        m_items.removeLast();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_items = now;
    endInsertRows();
}

QString IncidentModel::text(const IncidentInfo &incident, int column) const
{
    switch (column) {
    case TimeColumn:
        return agoText(m_nowSeconds - qint64(incident.timeNs / 1'000'000'000));
    case SeverityColumn:
        return severityWord(incident);
    case HelperColumn:
        return incident.helper;
    case TextColumn:
        return incident.text;
    default:
        return {};
    }
}

} // namespace Trackhand
