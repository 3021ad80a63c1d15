// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetdecode.h"

#include <QAbstractItemModel>

namespace Trackhand {

/// The fields of one packet as a tree of names and values, each with the bytes it was read from.
class PacketTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setFields(const QList<DecodedField> &fields);
    ByteRange rangeOf(const QModelIndex &index) const;
    /// The smallest field that has this byte; invalid when none has.
    QModelIndex innermostAt(int byte) const;

private:
    const QList<int> &childrenOf(const QModelIndex &parent) const;
    QModelIndex indexOf(int field, int column) const;

    QList<DecodedField> m_fields;
    QList<QList<int>> m_children {{}}; ///< of field number N at N + 1, of the invisible root at 0
};

} // namespace Trackhand
