// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/colorrulemodel.h"

#include "client/models/helpertext.h"
#include "client/models/modelroles.h"

namespace Trackhand {

void ColorRuleModel::setRules(const ColorRuleList &rules)
{
    if (rules.size() != m_rules.size()) {
        beginResetModel();
        m_rules = rules;
        endResetModel();
    } else if (rules != m_rules) { // the selection stays where it is
        m_rules = rules;
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

QString ColorRuleModel::problemOf(const ColorRule &rule)
{
    const auto compiled = EventFilter::compile(rule.filter);
    if (!compiled.ok()) {
        return tr("At character %1: %2.").arg(compiled.position + 1).arg(compiled.error);
    }
    return compiled.filter.matchesEverything() ? tr("A rule needs a filter.") : QString();
}

int ColorRuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int ColorRuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ColorRuleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ColorRule &rule = m_rules.at(index.row());
    const bool name = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return name ? rule.name : rule.filter;
    case Qt::CheckStateRole:
        return name ? QVariant(rule.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case FixedFontRole:
        return !name;
    case RuleHueRole:
        return name ? QVariant(int(rule.hue)) : QVariant();
    case StateKindRole:
        return name || problemOf(rule).isEmpty() ? QVariant() : QVariant(int(StateKind::Failed));
    case Qt::ToolTipRole:
        return problemOf(rule);
    default:
        return {};
    }
}

QVariant ColorRuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Name") : tr("Packets that pass this filter");
}

Qt::ItemFlags ColorRuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == NameColumn ? usual | Qt::ItemIsUserCheckable : usual;
}

bool ColorRuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != NameColumn) {
        return false;
    }
    emit enabledWanted(index.row(), value.toInt() == Qt::Checked);
    return true;
}

} // namespace Trackhand
