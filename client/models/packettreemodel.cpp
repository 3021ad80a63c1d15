// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packettreemodel.h"

#include "client/models/modelroles.h"

namespace Trackhand {

QModelIndex PacketTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, quintptr(childrenOf(parent).at(row)))
                                         : QModelIndex();
}

QModelIndex PacketTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_fields.at(qsizetype(index.internalId())).parent, NameColumn) : QModelIndex();
}

int PacketTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > NameColumn ? 0 : int(childrenOf(parent).size());
}

int PacketTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PacketTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const DecodedField &field = m_fields.at(qsizetype(index.internalId()));
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? field.name : field.value;
    case Qt::ToolTipRole:
        return index.column() == ValueColumn ? field.value : QVariant();
    case FixedFontRole:
        return index.column() == ValueColumn;
    default:
        return {};
    }
}

QVariant PacketTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Field") : tr("Value");
}

void PacketTreeModel::setFields(const QList<DecodedField> &fields)
{
    beginResetModel();
    m_fields = fields;
    m_children = QList<QList<int>>(fields.size() + 1);
    for (int field = 0; field < fields.size(); ++field) {
        m_children[fields.at(field).parent + 1].append(field);
    }
    endResetModel();
}

ByteRange PacketTreeModel::rangeOf(const QModelIndex &index) const
{
    return index.isValid() ? m_fields.at(qsizetype(index.internalId())).bytes : ByteRange();
}

QModelIndex PacketTreeModel::innermostAt(int byte) const
{
    int innermost = -1;
    for (int field = 0; field < m_fields.size(); ++field) {
        const ByteRange &range = m_fields.at(field).bytes;
        if (range.contains(byte) && (innermost < 0 || range.length <= m_fields.at(innermost).bytes.length)) {
            innermost = field;
        }
    }
    return indexOf(innermost, NameColumn);
}

const QList<int> &PacketTreeModel::childrenOf(const QModelIndex &parent) const
{
    return m_children.at(parent.isValid() ? qsizetype(parent.internalId()) + 1 : 0);
}

QModelIndex PacketTreeModel::indexOf(int field, int column) const
{
    if (field < 0) {
        return {};
    }
    const QList<int> &siblings = m_children.at(m_fields.at(field).parent + 1);
    return createIndex(int(siblings.indexOf(field)), column, quintptr(field));
}

} // namespace Trackhand
