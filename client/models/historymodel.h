// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/stores/helperhistory.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace Trackhand {

class HistoryStore;

/// What one helper did in one step of time.
struct HistoryRow {
    qint64 step = 0; ///< on the store's clock
    QString helper; ///< empty for all together
    HistoryPoint point;
};

/// Every figure of the charts as a table: a row for each helper and step, newest first, what is unknown left out. It
/// stands still until refresh(), so that a reader is not interrupted while nobody looks.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        HelperColumn,
        PacketsColumn,
        ExpectationsColumn,
        P50Column,
        P90Column,
        P99Column,
        DepthColumn,
        DropsColumn,
        ColumnCount,
    };

    explicit HistoryModel(const HistoryStore *history, QObject *parent = nullptr);

    /// @p helper may be empty: all together, and each.
    void setSubject(const QString &helper, HistorySpan span);
    /// Takes what came since. Rows that stay keep their place.
    void refresh();

    const QList<HistoryRow> &rows() const { return m_rows; }
    /// When a step began; exact to a second.
    QDateTime timeOf(const HistoryRow &row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<HistoryRow> rowsNow() const;
    void replaceRows(const QList<HistoryRow> &rows);
    QString text(const HistoryRow &row, int column) const;

    const HistoryStore *m_history;
    QString m_helper;
    HistorySpan m_span = HistorySpan::TenMinutes;
    QList<HistoryRow> m_rows;
    qint64 m_clockToEpoch = 0; ///< seconds to add to the store's clock
};

} // namespace Trackhand
