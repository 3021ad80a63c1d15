// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QAbstractTableModel>

namespace Trackhand {

class RuleStore;

/// Rows are the rules of a RuleStore, in its order.
class RuleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        IdColumn,
        HelperColumn,
        TrafficColumn,
        HooksColumn,
        PacketsColumn,
        BytesColumn,
        SourceColumn,
        DestinationColumn,
        ColumnCount,
    };

    explicit RuleModel(const RuleStore *rules, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const RuleInfo &rule(int row) const;

private:
    static QString text(const RuleInfo &rule, int column);

    const RuleStore *m_rules;
};

} // namespace Trackhand
