// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/ratechart.h"

#include "client/stores/historystore.h"
#include "ui/charts/chartcolors.h"
#include "ui/charts/timeaxisticker.h"

#include <QEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int DrawIntervalMs = 250; // four times a second at most
constexpr double SmallestScale = 5; // packets per second; below it noise would fill the chart

QString rateText(double rate)
{
    return QLocale().toString(rate, 'f', rate > 0 && rate < 10 ? 1 : 0);
}

double current(const RateSeries &series)
{
    return series.points.isEmpty() ? 0 : series.points.last();
}

double highest(const RateSeries &series)
{
    return series.points.isEmpty() ? 0 : *std::max_element(series.points.cbegin(), series.points.cend());
}

/// The next of 1, 2, 5, 10, ... that leaves a little air above @p value, so that the scale does not move all the time.
double roundScale(double value)
{
    double step = 1;
    while (step * 10 < value * 1.05) {
        step *= 10;
    }
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (factor * step >= value * 1.05) {
            return factor * step;
        }
    }
    return 10 * step;
}

/// Seconds to show: a chart of the first minute is not nine parts empty.
int spanOf(const QList<RateSeries> &series)
{
    qsizetype points = 0;
    for (const RateSeries &one : series) {
        points = qMax(points, one.points.size());
    }
    for (const int span : {60, 120, 300}) {
        if (points > 0 && points <= span) {
            return span;
        }
    }
    return RateChart::Span;
}

} // namespace

RateChart::RateChart(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_empty(new QCPItemText(m_plot))
{
    setAccessibleName(tr("Packets per second"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    buildPlot();
    applyPalette();
    describe();
    m_drawTimer.setSingleShot(true);
    m_drawTimer.setInterval(DrawIntervalMs);
    connect(&m_drawTimer, &QTimer::timeout, this, &RateChart::draw);
}

void RateChart::buildPlot()
{
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new TimeAxisTicker));
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new CountAxisTicker));
    m_plot->yAxis->ticker()->setTickCount(4);
    m_plot->xAxis->setRange(-Span, 0);
    m_plot->yAxis->setRange(0, SmallestScale);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0, 0);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
    }
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 4, 16, 4));

    // A legend above the lines, in a row of its own, hides none of them.
    auto *row = new QCPLayoutGrid;
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, row);
    row->setMargins(QMargins(8, 4, 8, 0));
    row->addElement(0, 0, m_plot->legend);
    row->addElement(0, 1, new QCPLayoutElement);
    row->setColumnStretchFactor(0, 0.001);
    m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setBrush(Qt::NoBrush);
    m_plot->legend->setColumnSpacing(16);
    m_plot->legend->setVisible(true);

    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.5);
    m_empty->setPositionAlignment(Qt::AlignCenter);
    m_empty->setText(tr("No helper yet: the first one that gets packets draws its line here."));
}

void RateChart::follow(const HistoryStore *store)
{
    disconnect(m_following);
    m_store = store;
    if (store) {
        m_following = connect(store, &HistoryStore::sampled, this, &RateChart::drawSoon);
    } else {
        m_series.clear();
    }
    drawSoon();
}

void RateChart::setSeries(const QList<RateSeries> &series)
{
    m_series = series;
    drawSoon();
}

void RateChart::setPaused(bool paused)
{
    m_paused = paused;
    drawSoon();
}

void RateChart::takeFromStore()
{
    m_series.clear();
    for (const QString &helper : m_store->helpers()) {
        RateSeries series {helper, {}};
        for (const HistoryPoint &point : m_store->points(helper, HistorySpan::TenMinutes)) {
            if (point.isKnown() || !series.points.isEmpty()) {
                series.points.append(point.packets);
            }
        }
        m_series.append(series);
    }
}

void RateChart::drawSoon()
{
    const bool seen = isVisible() && !window()->isMinimized();
    if (seen && !m_paused && !m_drawTimer.isActive()) {
        m_drawTimer.start();
    }
}

void RateChart::draw()
{
    if (m_store) {
        takeFromStore();
    }
    fillGraphs();
    scaleAxes();
    describe();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    ++m_draws;
}

void RateChart::fillGraphs()
{
    while (m_plot->graphCount() > m_series.size()) {
        m_plot->removeGraph(m_plot->graphCount() - 1);
    }
    while (m_plot->graphCount() < m_series.size()) {
        m_plot->addGraph()->setPen(seriesPen(palette(), m_plot->graphCount() - 1));
    }
    for (int i = 0; i < m_series.size(); ++i) {
        const RateSeries &series = m_series.at(i);
        const qsizetype count = qMin<qsizetype>(series.points.size(), Span + 1);
        const qsizetype first = series.points.size() - count;
        QVector<QCPGraphData> line;
        line.reserve(count);
        for (qsizetype point = 0; point < count; ++point) {
            line.append({double(point - count + 1), series.points.at(first + point)});
        }
        m_plot->graph(i)->data()->set(line, true);
        m_plot->graph(i)->setName(QStringLiteral("%1  %2").arg(series.name, rateText(current(series))));
    }
    if (m_plot->graphCount() > 0) { // a ground under a line that is alone; several would hide each other
        m_plot->graph(0)->setBrush(m_plot->graphCount() == 1 ? QBrush(inkOver(palette(), 0.06)) : QBrush(Qt::NoBrush));
    }
    const bool empty = m_series.isEmpty();
    m_empty->setVisible(empty);
    m_plot->yAxis->grid()->setVisible(!empty); // no line through the words
    m_plot->yAxis->setTickLabels(!empty);
}

void RateChart::scaleAxes()
{
    double most = SmallestScale;
    for (const RateSeries &series : m_series) {
        most = qMax(most, highest(series));
    }
    m_plot->yAxis->setRange(0, roundScale(most));
    m_plot->xAxis->setRange(-spanOf(m_series), 0);
}

void RateChart::describe()
{
    QStringList lines;
    for (const RateSeries &series : m_series) {
        lines.append(tr("%1: %2 packets per second now, %3 at most in the last 10 minutes")
                         .arg(series.name, rateText(current(series)), rateText(highest(series))));
    }
    const QString text = lines.isEmpty() ? m_empty->text() : lines.join(QStringLiteral("; "));
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
}

void RateChart::applyPalette()
{
    const QPalette colors = palette();
    m_plot->setBackground(QBrush(colors.color(QPalette::Base)));
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(inkOver(colors, 0.7));
        axis->setTickLabelFont(small);
        axis->grid()->setPen(QPen(inkOver(colors, 0.12), 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->xAxis->setBasePen(QPen(inkOver(colors, 0.35), 1));
    m_plot->legend->setFont(font());
    m_plot->legend->setTextColor(colors.color(QPalette::Text));
    m_empty->setFont(font());
    m_empty->setColor(inkOver(colors, 0.7));
    for (int i = 0; i < m_plot->graphCount(); ++i) {
        m_plot->graph(i)->setPen(seriesPen(colors, i));
    }
}

void RateChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
        drawSoon();
    }
}

void RateChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_paused || m_draws == 0) {
        draw(); // what came while it was hidden
    }
}

bool RateChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && event->type() == QEvent::MouseMove) {
        showValuesAt(static_cast<QMouseEvent *>(event)->pos());
    } else if (watched == m_plot && event->type() == QEvent::Leave) {
        QToolTip::hideText();
    }
    return QWidget::eventFilter(watched, event);
}

void RateChart::showValuesAt(const QPoint &position)
{
    const int second = qRound(m_plot->xAxis->pixelToCoord(position.x()));
    if (m_series.isEmpty() || second > 0 || second < -Span || !m_plot->axisRect()->rect().contains(position)) {
        QToolTip::hideText();
        return;
    }
    QStringList lines {
        second == 0 ? tr("now") : tr("%1:%2 min ago").arg(-second / 60).arg(-second % 60, 2, 10, QLatin1Char('0'))};
    for (const RateSeries &series : m_series) {
        const qsizetype point = series.points.size() - 1 + second;
        if (point >= 0) {
            lines.append(tr("%1  %2 packets/s").arg(series.name, rateText(series.points.at(point))));
        }
    }
    QToolTip::showText(m_plot->mapToGlobal(position), lines.join(QLatin1Char('\n')), m_plot);
}

} // namespace Trackhand
