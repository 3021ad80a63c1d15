// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/colorrules.h"

#include <QAbstractTableModel>

namespace Trackhand {

/// Colour rules as a table, in the order in which they are tried. The checkbox of a rule turns it on and off.
class ColorRuleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, FilterColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    const ColorRuleList &rules() const { return m_rules; }
    void setRules(const ColorRuleList &rules);
    /// Of the row; "" when its filter is good.
    static QString problemOf(const ColorRule &rule);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    /// Somebody ticked the rule's box; it is up to the receiver to do as told.
    void enabledWanted(int row, bool enabled);

private:
    ColorRuleList m_rules;
};

} // namespace Trackhand
