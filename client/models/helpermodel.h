// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QAbstractTableModel>

namespace Trackhand {

class HelperStore;
class HistoryStore;
class RuleStore;

/// Rows are the helpers of a HelperStore, in its order.
class HelperModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        StateColumn,
        NameColumn,
        TransportColumn,
        QueueColumn,
        RulesColumn,
        RateColumn,
        PacketsColumn,
        ExpectationsColumn,
        LatencyColumn,
        RestartsColumn,
        RemarkColumn,
        ColumnCount,
    };

    HelperModel(
        const HelperStore *helpers, const RuleStore *rules, const HistoryStore *history, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const HelperInfo &helper(int row) const;

private:
    QString text(const HelperInfo &helper, int column) const;
    QVariant sortValue(const HelperInfo &helper, int column) const;
    void columnChanged(int column);

    const HelperStore *m_helpers;
    const RuleStore *m_rules;
    const HistoryStore *m_history;
};

} // namespace Trackhand
