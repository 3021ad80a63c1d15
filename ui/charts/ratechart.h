// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QTimer>
#include <QWidget>

class QCPItemText;
class QCustomPlot;

namespace Trackhand {

class HistoryStore;

/// One line of a chart.
struct RateSeries {
    QString name;
    QList<double> points; ///< per second, one a second, oldest first; the last one is now
};

/// Packets per second of each helper over the last ten minutes. Lines differ by colour and by dash, the colours follow
/// the palette, and the numbers are also in the legend and in the accessible description. It draws at most four times a
/// second, and not at all while nobody can see it.
class RateChart : public QWidget {
    Q_OBJECT
public:
    static constexpr int Span = 600; ///< seconds that are shown

    explicit RateChart(QWidget *parent = nullptr);

    /// Shows what @p store has, from now on; nullptr shows nothing. The store must outlive the chart or be replaced.
    void follow(const HistoryStore *store);
    /// Shows @p series as they are.
    void setSeries(const QList<RateSeries> &series);
    /// While paused the chart stands still; what came meanwhile is shown afterwards.
    void setPaused(bool paused);

    QSize sizeHint() const override { return {480, 220}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

    /// How often it has drawn; for tests of how seldom it does.
    int drawCount() const { return m_draws; }
    QCustomPlot *plot() const { return m_plot; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildPlot();
    void takeFromStore();
    void drawSoon();
    void draw();
    void applyPalette();
    void fillGraphs();
    void scaleAxes();
    void describe();
    void showValuesAt(const QPoint &position);

    QCustomPlot *m_plot;
    QCPItemText *m_empty;
    const HistoryStore *m_store = nullptr;
    QMetaObject::Connection m_following;
    QList<RateSeries> m_series;
    QTimer m_drawTimer;
    bool m_paused = false;
    int m_draws = 0;
};

} // namespace Trackhand
