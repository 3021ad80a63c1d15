// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/helpermodel.h"

#include "client/models/helpertext.h"
#include "client/models/historytext.h"
#include "client/models/modelroles.h"
#include "client/stores/helperstore.h"
#include "client/stores/historystore.h"
#include "client/stores/rulestore.h"

#include <QLocale>

namespace Trackhand {

namespace {

int alignment(int column)
{
    const bool number = column >= HelperModel::QueueColumn && column <= HelperModel::RestartsColumn;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QString remark(const HelperInfo &helper)
{
    return helper.isForeign() ? HelperModel::tr("Registered by another program; shown read-only.") : helper.problem;
}

} // namespace

HelperModel::HelperModel(
    const HelperStore *helpers, const RuleStore *rules, const HistoryStore *history, QObject *parent)
    : QAbstractTableModel(parent)
    , m_helpers(helpers)
    , m_rules(rules)
    , m_history(history)
{
    connect(helpers, &ObjectStoreSignals::aboutToReset, this, [this] { beginResetModel(); });
    connect(helpers, &ObjectStoreSignals::reset, this, [this] { endResetModel(); });
    connect(helpers, &ObjectStoreSignals::aboutToAdd, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(helpers, &ObjectStoreSignals::added, this, [this] { endInsertRows(); });
    connect(helpers, &ObjectStoreSignals::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(helpers, &ObjectStoreSignals::removed, this, [this] { endRemoveRows(); });
    connect(helpers, &ObjectStoreSignals::changed, this,
        [this](int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
    for (const auto signal : {&ObjectStoreSignals::added, &ObjectStoreSignals::removed}) {
        connect(rules, signal, this, [this] { columnChanged(RulesColumn); });
    }
    connect(rules, &ObjectStoreSignals::reset, this, [this] { columnChanged(RulesColumn); });
    connect(history, &HistoryStore::sampled, this, [this] { columnChanged(RateColumn); });
}

int HelperModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_helpers->size();
}

int HelperModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HelperModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const HelperInfo &info = helper(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(info, index.column());
    case SortRole:
        return sortValue(info, index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case StateKindRole:
        return index.column() == StateColumn ? int(stateKind(info)) : QVariant();
    case DimRole:
        return info.isForeign();
    case Qt::ToolTipRole:
        return remark(info);
    default:
        return {};
    }
}

QVariant HelperModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(section);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case StateColumn:
        return tr("State");
    case NameColumn:
        return tr("Name");
    case TransportColumn:
        return tip ? tr("Transport protocols and IP versions") : tr("Transport");
    case QueueColumn:
        return tip ? tr("Number of the netfilter queue") : tr("Queue");
    case RulesColumn:
        return tip ? tr("Rules that give traffic to the helper") : tr("Rules");
    case RateColumn:
        return tip ? tr("Packets per second now") : tr("Packets/s");
    case PacketsColumn:
        return tip ? tr("Packets since the helper was registered") : tr("Packets");
    case ExpectationsColumn:
        return tip ? tr("Expectations that wait for their connection now") : tr("Expected");
    case LatencyColumn:
        return tip ? tr("99 of 100 verdicts of the last second were faster") : tr("p99");
    case RestartsColumn:
        return tip ? tr("How often the helper process was started again") : tr("Restarts");
    case RemarkColumn:
        return tr("Remark");
    default:
        return {};
    }
}

const HelperInfo &HelperModel::helper(int row) const
{
    return m_helpers->at(row);
}

QString HelperModel::text(const HelperInfo &helper, int column) const
{
    const QLocale locale;
    const QString nothing = QStringLiteral("–");
    const bool counted = !helper.isForeign() && helper.state != QLatin1String("disabled");
    switch (column) {
    case StateColumn:
        return stateWord(helper);
    case NameColumn:
        return helper.name;
    case TransportColumn:
        return transportText(helper.l3, helper.l4);
    case QueueColumn:
        return QString::number(helper.queue);
    case RulesColumn:
        return helper.isForeign() ? QStringLiteral("?") : locale.toString(m_rules->countOf(helper.name));
    case RateColumn:
        return counted ? rateText(m_history->current(helper.name).packets) : nothing;
    case PacketsColumn:
        return counted ? locale.toString(helper.counter("packets")) : nothing;
    case ExpectationsColumn:
        return counted ? locale.toString(helper.counter("expectations_waiting")) : nothing;
    case LatencyColumn:
        return counted ? latencyNsText(helper.counter("latency_p99_ns")) : nothing;
    case RestartsColumn:
        return helper.isForeign() ? nothing : locale.toString(helper.counter("restarts"));
    case RemarkColumn:
        return remark(helper);
    default:
        return {};
    }
}

QVariant HelperModel::sortValue(const HelperInfo &helper, int column) const
{
    switch (column) {
    case StateColumn:
        return int(stateKind(helper));
    case QueueColumn:
        return helper.queue;
    case RulesColumn:
        return m_rules->countOf(helper.name);
    case RateColumn:
        return m_history->current(helper.name).packets;
    case PacketsColumn:
        return helper.counter("packets");
    case ExpectationsColumn:
        return helper.counter("expectations_waiting");
    case LatencyColumn:
        return helper.counter("latency_p99_ns");
    case RestartsColumn:
        return helper.counter("restarts");
    default:
        return text(helper, column);
    }
}

void HelperModel::columnChanged(int column)
{
    if (rowCount() > 0) {
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
    }
}

} // namespace Trackhand
