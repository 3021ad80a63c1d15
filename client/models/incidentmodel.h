// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QAbstractTableModel>

namespace Trackhand {

class IncidentStore;

/// What happened, newest first. Times are relative to when they were last refreshed; the exact ones are tool tips.
class IncidentModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, SeverityColumn, HelperColumn, TextColumn, ColumnCount };

    explicit IncidentModel(const IncidentStore *incidents, QObject *parent = nullptr);

    const IncidentInfo &incident(int row) const { return m_items.at(row); }
    /// To be called now and then while somebody looks.
    void refreshTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void take();
    QString text(const IncidentInfo &incident, int column) const;

    const IncidentStore *m_store;
    QList<IncidentInfo> m_items; ///< newest first
    qint64 m_nowSeconds; ///< since the epoch
};

} // namespace Trackhand
