// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace Trackhand {

/// One line of a chart.
struct ChartSeries {
    QString name;
    QList<double> points; ///< one a step, oldest first; the last one is now; NaN leaves a gap
    int pen = 0; ///< number of its pen, see seriesPen()
};

/// Lines over the past. They differ by colour and by dash, the colours follow the palette, and the numbers are also in
/// the legend and in the accessible description. The mouse, or the arrow keys, move a cross hair: the legend has the
/// values there. It draws at most four times a second, and not at all while nobody can see it.
class TimeChart : public QWidget {
    Q_OBJECT
public:
    /// What is counted, and so how it is written and on what scale: latencies are nanoseconds, on a logarithmic one.
    enum class Unit { Rate, Latency, Count };

    TimeChart(const QString &title, Unit unit, QWidget *parent = nullptr);

    /// Shows @p series, whose points are @p step seconds from each other, over @p span seconds.
    void setSeries(const QList<ChartSeries> &series, int step, int span);
    /// Puts the cross hair on what was @p secondsAgo; nobody is told. Less than 0 takes it away.
    void pointAt(int secondsAgo);
    /// -1 without a cross hair.
    int pointed() const { return m_pointed; }

    /// What stands in the legend: each line's name and its value under the cross hair, or now.
    QStringList legendTexts() const;

    QSize sizeHint() const override { return {480, 208}; }
    QSize minimumSizeHint() const override { return {240, 168}; }

    /// How often it has drawn; for tests of how seldom it does.
    int drawCount() const { return m_draws; }
    QCustomPlot *plot() const { return m_plot; }

signals:
    /// The person moved the cross hair, or away from the chart: -1.
    void pointedAt(int secondsAgo);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildPlot();
    void buildAxes();
    void underline(bool underlined);
    void buildLegend();
    void drawSoon();
    void draw();
    void applyPalette();
    void fillGraphs();
    void fillLegend();
    void scaleAxes();
    void scaleValues();
    void describe();
    void followMouse(const QPoint &position);
    void personPointsAt(int secondsAgo);
    QString valueText(double value) const;
    QString pointedText() const;
    double valueAt(const ChartSeries &series, int secondsAgo) const;

    QLabel *m_title;
    QCustomPlot *m_plot;
    QCPItemText *m_empty;
    QCPItemStraightLine *m_cross;
    Unit m_unit;
    QList<ChartSeries> m_series;
    int m_step = 1; ///< seconds
    int m_span = 600; ///< seconds
    int m_pointed = -1; ///< seconds ago
    QTimer m_drawTimer;
    int m_draws = 0;
};

} // namespace Trackhand
