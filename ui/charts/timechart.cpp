// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/timechart.h"

#include "client/models/eventtext.h"
#include "client/models/historytext.h"
#include "ui/charts/axistickers.h"
#include "ui/charts/chartcolors.h"
#include "ui/charts/chartscale.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <limits>

namespace Trackhand {

namespace {

constexpr int DrawIntervalMs = 250; // four times a second at most
constexpr int LegendSpacing = 16;
constexpr double Unknown = std::numeric_limits<double>::quiet_NaN();

double current(const ChartSeries &series)
{
    return series.points.isEmpty() ? Unknown : series.points.last();
}

} // namespace

TimeChart::TimeChart(const QString &title, Unit unit, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_plot(new QCustomPlot(this))
    , m_empty(new QCPItemText(m_plot))
    , m_cross(new QCPItemStraightLine(m_plot))
    , m_unit(unit)
{
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_plot, 1);
    buildPlot();
    applyPalette();
    describe();
    m_drawTimer.setSingleShot(true);
    m_drawTimer.setInterval(DrawIntervalMs);
    connect(&m_drawTimer, &QTimer::timeout, this, &TimeChart::draw);
}

void TimeChart::buildPlot()
{
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 4, 16, 4));
    m_plot->plotLayout()->setMargins(QMargins(0, 4, 0, 4));
    buildAxes();
    buildLegend();
    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.5);
    m_empty->setPositionAlignment(Qt::AlignCenter);
    m_empty->setText(
        m_unit == Unit::Latency ? tr("No packet was judged in this time.") : tr("Nothing was counted in this time."));
    m_cross->setVisible(false);
}

void TimeChart::buildAxes()
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new TimeAxisTicker));
    if (m_unit == Unit::Latency) {
        m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new LatencyAxisTicker));
        m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    } else {
        m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new CountAxisTicker));
        m_plot->yAxis->ticker()->setTickCount(4);
    }
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0, 0);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
    }
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->xAxis->grid()->setVisible(false);
    scaleAxes();
}

/// A legend above the lines, in a row of its own, hides none of them.
void TimeChart::buildLegend()
{
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
    m_plot->legend->setColumnSpacing(LegendSpacing);
    m_plot->legend->setVisible(true);
}

void TimeChart::setSeries(const QList<ChartSeries> &series, int step, int span)
{
    m_series = series;
    m_step = step;
    m_span = span;
    drawSoon();
}

void TimeChart::pointAt(int secondsAgo)
{
    const int pointed = secondsAgo < 0 || secondsAgo > m_span ? -1 : secondsAgo / m_step * m_step;
    if (pointed == m_pointed) {
        return;
    }
    m_pointed = pointed;
    m_cross->setVisible(pointed >= 0);
    m_cross->point1->setCoords(-pointed, 1);
    m_cross->point2->setCoords(-pointed, 2);
    if (isVisible()) {
        fillLegend();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

QStringList TimeChart::legendTexts() const
{
    QStringList texts;
    for (const ChartSeries &series : m_series) {
        const double value = m_pointed < 0 ? current(series) : valueAt(series, m_pointed);
        texts.append(QStringLiteral("%1  %2").arg(series.name, valueText(value)));
    }
    return texts;
}

void TimeChart::drawSoon()
{
    const bool seen = isVisible() && !window()->isMinimized();
    if (seen && !m_drawTimer.isActive()) {
        m_drawTimer.start();
    }
}

void TimeChart::draw()
{
    m_drawTimer.stop();
    fillGraphs();
    fillLegend();
    scaleAxes();
    describe();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    ++m_draws;
}

void TimeChart::fillGraphs()
{
    while (m_plot->graphCount() > m_series.size()) {
        m_plot->removeGraph(m_plot->graphCount() - 1);
    }
    while (m_plot->graphCount() < m_series.size()) {
        m_plot->addGraph();
    }
    bool empty = true;
    for (int i = 0; i < m_series.size(); ++i) {
        const ChartSeries &series = m_series.at(i);
        QVector<QCPGraphData> line;
        line.reserve(series.points.size());
        for (qsizetype point = 0; point < series.points.size(); ++point) {
            line.append({double(point - series.points.size() + 1) * m_step, series.points.at(point)});
            empty = empty && std::isnan(series.points.at(point));
        }
        m_plot->graph(i)->data()->set(line, true);
        m_plot->graph(i)->setPen(seriesPen(palette(), series.pen));
        // A ground under a line that is alone; several would hide each other.
        const bool alone = m_series.size() == 1 && m_unit != Unit::Latency;
        m_plot->graph(i)->setBrush(alone ? QBrush(inkOver(palette(), 0.06)) : QBrush(Qt::NoBrush));
    }
    m_empty->setVisible(empty);
    m_plot->yAxis->grid()->setVisible(!empty); // no line through the words
    m_plot->yAxis->setTickLabels(!empty);
}

void TimeChart::fillLegend()
{
    const QStringList texts = legendTexts();
    int widest = 1;
    for (int i = 0; i < texts.size() && i < m_plot->graphCount(); ++i) {
        m_plot->graph(i)->setName(texts.at(i));
        widest = qMax(widest, m_plot->legend->item(i)->minimumOuterSizeHint().width());
    }
    m_plot->legend->setWrap(qMax(1, (width() - 2 * LegendSpacing) / (widest + LegendSpacing)));
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst, true); // again, by the new width
}

void TimeChart::scaleAxes()
{
    m_plot->xAxis->setRange(-spanToShow(m_series, m_step, m_span), 0);
    scaleValues();
}

void TimeChart::scaleValues()
{
    const auto [least, most] = extent(m_series);
    if (m_unit == Unit::Latency) {
        m_plot->yAxis->setRange(roundBelow(least * 0.9), roundAbove(most * 1.1));
    } else {
        m_plot->yAxis->setRange(0, roundScale(most));
    }
}

void TimeChart::describe()
{
    QStringList lines;
    for (const ChartSeries &series : m_series) {
        lines.append(tr("%1: %2 now, %3 at most in the last %4")
                         .arg(series.name, valueText(current(series)), valueText(extent({series}).second),
                             durationText(m_span)));
    }
    const QString text = m_empty->visible() || lines.isEmpty() ? m_empty->text() : lines.join(QStringLiteral("; "));
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
}

void TimeChart::applyPalette()
{
    const QPalette colors = palette();
    m_plot->setBackground(QBrush(colors.color(QPalette::Base)));
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(labelInk(colors));
        axis->setTickLabelFont(small);
        axis->grid()->setPen(QPen(inkOver(colors, 0.12), 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->xAxis->setBasePen(QPen(axisInk(colors), 1));
    m_plot->legend->setFont(font());
    m_plot->legend->setTextColor(colors.color(QPalette::Text));
    m_empty->setFont(font());
    m_empty->setColor(labelInk(colors));
    m_cross->setPen(QPen(labelInk(colors), 1));
    for (int i = 0; i < m_plot->graphCount() && i < m_series.size(); ++i) {
        m_plot->graph(i)->setPen(seriesPen(colors, m_series.at(i).pen));
    }
}

void TimeChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
        drawSoon();
    }
}

void TimeChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    draw(); // what came while it was hidden
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fillLegend();
}

/// The arrow keys go to the chart whose title is underlined.
void TimeChart::underline(bool underlined)
{
    QFont font = m_title->font();
    font.setUnderline(underlined);
    m_title->setFont(font);
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const bool there = m_pointed >= 0;
    switch (event->key()) {
    case Qt::Key_Left:
        personPointsAt(there ? qMin(m_pointed + m_step, m_span) : 0);
        break;
    case Qt::Key_Right:
        personPointsAt(there ? qMax(m_pointed - m_step, 0) : 0);
        break;
    case Qt::Key_Home:
        personPointsAt(int(-m_plot->xAxis->range().lower));
        break;
    case Qt::Key_End:
        personPointsAt(0);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    underline(true);
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    underline(false);
    personPointsAt(-1);
}

bool TimeChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && event->type() == QEvent::MouseMove) {
        followMouse(static_cast<QMouseEvent *>(event)->pos());
    } else if (watched == m_plot && event->type() == QEvent::Leave) {
        personPointsAt(-1);
        QToolTip::hideText();
    }
    return QWidget::eventFilter(watched, event);
}

void TimeChart::followMouse(const QPoint &position)
{
    const int ago = qRound(-m_plot->xAxis->pixelToCoord(position.x()) / m_step) * m_step;
    const bool inside = m_plot->axisRect()->rect().contains(position) && !m_empty->visible();
    personPointsAt(inside ? qMax(0, ago) : -1);
    if (m_pointed < 0) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(m_plot->mapToGlobal(position), pointedText(), m_plot);
    }
}

void TimeChart::personPointsAt(int secondsAgo)
{
    const int before = m_pointed;
    pointAt(secondsAgo);
    if (m_pointed != before) {
        emit pointedAt(m_pointed);
    }
}

QString TimeChart::valueText(double value) const
{
    switch (m_unit) {
    case Unit::Rate:
        return rateText(value);
    case Unit::Latency:
        return latencyPointText(value);
    case Unit::Count:
        break;
    }
    return countText(value);
}

QString TimeChart::pointedText() const
{
    const QString when = m_pointed == 0 ? tr("now") : tr("%1 ago").arg(durationText(m_pointed));
    return (QStringList {when} + legendTexts()).join(QLatin1Char('\n'));
}

double TimeChart::valueAt(const ChartSeries &series, int secondsAgo) const
{
    return series.points.value(series.points.size() - 1 - secondsAgo / m_step, Unknown);
}

} // namespace Trackhand
