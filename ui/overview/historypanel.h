// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/historymodel.h"

#include <QWidget>

class QStackedWidget;
class QTableView;

namespace Trackhand {

class TimeChart;

/// The past as four charts, or every figure of them as one table.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(const HistoryStore *history, QWidget *parent = nullptr);

    /// An empty @p helper is all of them: a line each where lines can be told apart, or what they do together.
    void setSubject(const QString &helper, HistorySpan span);
    /// While paused charts and table stand still; what came meanwhile is shown afterwards.
    void setPaused(bool paused);
    void showAsTable(bool table);

    /// The figures that are shown, as CSV.
    QByteArray csv();

    QList<TimeChart *> charts() const { return {m_packets, m_latency, m_expectations, m_queue}; }
    QTableView *table() const { return m_table; }
    bool isTable() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildCharts();
    void refresh();
    void fillCharts();
    void fillCommonCharts(const QList<HistoryPoint> &points);

    const HistoryStore *m_history;
    QString m_helper;
    HistorySpan m_span = HistorySpan::TenMinutes;
    bool m_paused = false;
    TimeChart *m_packets;
    TimeChart *m_latency;
    TimeChart *m_expectations;
    TimeChart *m_queue;
    HistoryModel m_model;
    QTableView *m_table;
    QStackedWidget *m_stack;
};

} // namespace Trackhand
