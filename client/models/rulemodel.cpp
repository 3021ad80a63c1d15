// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/rulemodel.h"

#include "client/models/helpertext.h"
#include "client/models/modelroles.h"
#include "client/stores/rulestore.h"

#include <QLocale>

namespace Trackhand {

namespace {

bool isNumber(int column)
{
    return column == RuleModel::IdColumn || column == RuleModel::PacketsColumn || column == RuleModel::BytesColumn;
}

/// "10.0.1.0/24 on eth0", with whichever of the two there is.
QString endText(const QString &address, const QString &interface)
{
    if (interface.isEmpty()) {
        return address.isEmpty() ? RuleModel::tr("any") : address;
    }
    return address.isEmpty() ? RuleModel::tr("any on %1").arg(interface)
                             : RuleModel::tr("%1 on %2").arg(address, interface);
}

} // namespace

RuleModel::RuleModel(const RuleStore *rules, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rules(rules)
{
    connect(rules, &ObjectStoreSignals::aboutToReset, this, [this] { beginResetModel(); });
    connect(rules, &ObjectStoreSignals::reset, this, [this] { endResetModel(); });
    connect(rules, &ObjectStoreSignals::aboutToAdd, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(rules, &ObjectStoreSignals::added, this, [this] { endInsertRows(); });
    connect(rules, &ObjectStoreSignals::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(rules, &ObjectStoreSignals::removed, this, [this] { endRemoveRows(); });
    connect(rules, &ObjectStoreSignals::changed, this,
        [this](int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rules->size();
}

int RuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RuleInfo &info = rule(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(info, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return ruleSentence(settingsOf(info));
    case FixedFontRole:
        return (index.column() == SourceColumn && !info.source.isEmpty())
            || (index.column() == DestinationColumn && !info.destination.isEmpty());
    case SortRole:
        switch (index.column()) {
        case IdColumn:
            return info.id;
        case PacketsColumn:
            return info.packets;
        case BytesColumn:
            return info.bytes;
        default:
            return text(info, index.column());
        }
    default:
        return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case IdColumn:
        return tr("Rule");
    case HelperColumn:
        return tr("Helper");
    case TrafficColumn:
        return tr("Traffic");
    case HooksColumn:
        return tr("Hooks");
    case SourceColumn:
        return tr("From");
    case DestinationColumn:
        return tr("To");
    case PacketsColumn:
        return tr("Packets");
    case BytesColumn:
        return tr("Bytes");
    default:
        return {};
    }
}

const RuleInfo &RuleModel::rule(int row) const
{
    return m_rules->at(row);
}

QString RuleModel::text(const RuleInfo &rule, int column)
{
    const QLocale locale;
    switch (column) {
    case IdColumn:
        return QString::number(rule.id);
    case HelperColumn:
        return rule.helper;
    case TrafficColumn:
        return rule.ports.isEmpty() ? tr("%1, every port").arg(rule.l4)
                                    : tr("%1 port %2").arg(rule.l4, portsText(rule.ports));
    case HooksColumn:
        return hooksText(rule.hooks);
    case SourceColumn:
        return endText(rule.source, rule.inInterface);
    case DestinationColumn:
        return endText(rule.destination, rule.outInterface);
    case PacketsColumn:
        return locale.toString(rule.packets);
    case BytesColumn:
        return locale.toString(rule.bytes);
    default:
        return {};
    }
}

} // namespace Trackhand
