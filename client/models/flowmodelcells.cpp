// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/flowmodel.h"
#include "client/models/flowtext.h"
#include "client/models/modelroles.h"

#include <algorithm>

// What the tree shows: the half of FlowModel that reads. How the tree grows is in flowmodel.cpp, what goes from it in
// flowmodeldropping.cpp.
namespace Trackhand {

namespace {

std::optional<FlowCount> countOf(int column)
{
    if (column < FlowModel::BytesOriginalColumn || column > FlowModel::PacketsReplyColumn) {
        return std::nullopt;
    }
    return FlowCount(column - FlowModel::BytesOriginalColumn);
}

bool isNumber(int column)
{
    return column >= FlowModel::BytesOriginalColumn;
}

QString helperText(const FlowNode &node)
{
    const std::string_view name = node.record.helperName();
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString helperToolTip(const FlowNode &node)
{
    return (node.record.flags & EventFlag::Foreign) != 0 ? FlowModel::tr("Not registered by Trackhand") : QString();
}

QString cellText(const FlowNode &node, int column, std::uint64_t nowNs)
{
    if (const auto count = countOf(column)) {
        return flowCountText(node, *count);
    }
    switch (column) {
    case FlowModel::ConnectionColumn:
        return flowTitle(node);
    case FlowModel::StateColumn:
        return flowStateWord(node, nowNs);
    case FlowModel::HelperColumn:
        return helperText(node);
    default:
        return flowAgeText(node, nowNs);
    }
}

QString cellToolTip(const FlowNode &node, int column, std::uint64_t nowNs)
{
    if (countOf(column)) {
        return flowCountToolTip(node, nowNs);
    }
    switch (column) {
    case FlowModel::ConnectionColumn:
        return flowTitleToolTip(node);
    case FlowModel::StateColumn:
        return flowStateToolTip(node, nowNs);
    case FlowModel::HelperColumn:
        return helperToolTip(node);
    default:
        return flowAgeToolTip(node);
    }
}

// What is not known sorts below 0. The youngest has the smallest age, whatever the clock says.
QVariant sortValue(const FlowNode &node, int column, std::uint64_t nowNs)
{
    if (const auto count = countOf(column)) {
        const auto value = flowCount(node, *count);
        return value ? qlonglong(*value) : qlonglong(-1);
    }
    return column == FlowModel::AgeColumn ? QVariant(-qlonglong(node.serial)) : cellText(node, column, nowNs);
}

} // namespace

QModelIndex FlowModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, nodeOf(parent)->childAt(row)) : QModelIndex();
}

QModelIndex FlowModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int FlowModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int FlowModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FlowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FlowNode &node = *nodeOf(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(node, column, m_nowNs);
    case Qt::ToolTipRole:
        return cellToolTip(node, column, m_nowNs);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case StateKindRole:
        return column == StateColumn ? QVariant(int(flowStateKind(node))) : QVariant();
    case SortRole:
        return sortValue(node, column, m_nowNs);
    case FixedFontRole:
        return column == ConnectionColumn;
    case EmphasisRole:
        return column == StateColumn && flowStateKind(node) == StateKind::Attention;
    case DimRole:
        return node.over;
    default:
        return {};
    }
}

QVariant FlowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && countOf(section)) {
        return section == BytesOriginalColumn || section == PacketsOriginalColumn
            ? tr("In the direction in which the connection was opened")
            : tr("In the other direction");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString titles[] = {tr("Connection"), tr("State"), tr("Helper"), tr("Bytes →"), tr("Bytes ←"),
        tr("Packets →"), tr("Packets ←"), tr("Age")};
    return titles[section];
}

const EventRecord &FlowModel::recordAt(const QModelIndex &index) const
{
    return nodeOf(index)->record;
}

namespace {

bool isBetween(const FlowNode &node, const Tuple &tuple)
{
    const Tuple own = node.record.tuple();
    const Tuple reply = node.record.replyTuple();
    return own == tuple || own == tuple.inverted() || reply == tuple || reply == tuple.inverted();
}

/// The youngest for which @p isWanted, of those that last if there is any.
template <typename Condition>
const FlowNode *find(const FlowNode &parent, const Condition &isWanted, const FlowNode *best = nullptr)
{
    const auto rank = [](const FlowNode *node) {
        return std::pair(node->known, std::pair(!node->over, node->sinceNs));
    };
    for (const auto &child : parent.children) {
        if (isWanted(*child) && (!best || rank(child.get()) >= rank(best))) {
            best = child.get();
        }
        best = find(*child, isWanted, best);
    }
    return best;
}

} // namespace

QModelIndex FlowModel::indexOfConnection(const Tuple &tuple) const
{
    const FlowNode *node =
        find(*m_root, [&](const FlowNode &each) { return !each.isExpectation() && isBetween(each, tuple); });
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex FlowModel::indexOfExpectation(const EventRecord &expectation) const
{
    const Tuple tuple = expectation.tuple();
    const Tuple master = expectation.masterTuple();
    const FlowNode *node = find(*m_root, [&](const FlowNode &each) {
        return each.isExpectation() && each.record.expectation.id == expectation.expectation.id
            && each.record.tuple() == tuple && each.record.masterTuple() == master;
    });
    return node ? indexOf(node) : QModelIndex();
}

FlowNode *FlowModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<FlowNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex FlowModel::indexOf(const FlowNode *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row(), column, node);
}

} // namespace Trackhand
