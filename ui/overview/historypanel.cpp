// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/historypanel.h"

#include "client/export/historycsv.h"
#include "client/models/helpertext.h"
#include "client/stores/historystore.h"
#include "ui/charts/timechart.h"
#include "ui/parts/page.h"

#include <QGridLayout>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int Gap = 16;
constexpr int TableHeight = 320;

using Figure = float HistoryPoint::*;

ChartSeries lineOf(const QString &name, const QList<HistoryPoint> &points, Figure figure, int pen)
{
    ChartSeries series {name, {}, pen};
    series.points.reserve(points.size());
    for (const HistoryPoint &point : points) {
        series.points.append(point.*figure);
    }
    return series;
}

bool isKnown(const QList<HistoryPoint> &points)
{
    return std::any_of(points.cbegin(), points.cend(), [](const HistoryPoint &point) { return point.isKnown(); });
}

} // namespace

HistoryPanel::HistoryPanel(const HistoryStore *history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_packets(new TimeChart(tr("Packets per second"), TimeChart::Unit::Rate, this))
    , m_latency(new TimeChart(tr("Verdict latency"), TimeChart::Unit::Latency, this))
    , m_expectations(new TimeChart(tr("Expectations per second"), TimeChart::Unit::Rate, this))
    , m_queue(new TimeChart(tr("Queue depth and drops"), TimeChart::Unit::Rate, this))
    , m_model(history)
    , m_table(createTable(&m_model,
          {QStringLiteral("00:00:00"), QStringLiteral("netbios-ns"), QStringLiteral("1,000,000"),
              QStringLiteral("10,000.0"), latencyNsText(100'000), latencyNsText(100'000), latencyNsText(100'000),
              QStringLiteral("10,000"), QStringLiteral("10,000.0")},
          this))
    , m_stack(new QStackedWidget(this))
{
    m_table->setAccessibleName(tr("Figures of the charts"));
    m_table->setMinimumHeight(TableHeight);
    m_stack->addWidget(buildCharts());
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(history, &HistoryStore::sampled, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
}

QWidget *HistoryPanel::buildCharts()
{
    auto *area = new QWidget(this);
    auto *layout = new QGridLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Gap);
    for (int i = 0; i < charts().size(); ++i) {
        TimeChart *chart = charts().at(i);
        layout->addWidget(chart, i / 2, i % 2);
        connect(chart, &TimeChart::pointedAt, this, [this, chart](int secondsAgo) {
            for (TimeChart *other : charts()) {
                if (other != chart) {
                    other->pointAt(secondsAgo);
                }
            }
        });
    }
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    return area;
}

void HistoryPanel::setSubject(const QString &helper, HistorySpan span)
{
    m_helper = helper;
    m_span = span;
    m_model.setSubject(helper, span);
    fillCharts();
}

void HistoryPanel::setPaused(bool paused)
{
    m_paused = paused;
    refresh();
}

void HistoryPanel::showAsTable(bool table)
{
    m_stack->setCurrentIndex(table ? 1 : 0);
    refresh();
}

bool HistoryPanel::isTable() const
{
    return m_stack->currentIndex() == 1;
}

QByteArray HistoryPanel::csv()
{
    if (!m_paused) {
        m_model.refresh();
    }
    return historyCsv(m_model);
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void HistoryPanel::refresh()
{
    if (m_paused) {
        return;
    }
    if (isTable()) {
        m_model.refresh();
    } else {
        fillCharts();
    }
}

void HistoryPanel::fillCharts()
{
    QList<ChartSeries> packets;
    QList<ChartSeries> expectations;
    const QStringList helpers = m_history->helpers();
    for (int i = 0; i < helpers.size(); ++i) {
        if (!m_helper.isEmpty() && helpers.at(i) != m_helper) {
            continue;
        }
        const QList<HistoryPoint> points = m_history->points(helpers.at(i), m_span);
        if (isKnown(points)) {
            packets.append(lineOf(helpers.at(i), points, &HistoryPoint::packets, i));
            expectations.append(lineOf(helpers.at(i), points, &HistoryPoint::expectations, i));
        }
    }
    m_packets->setSeries(packets, historyStep(m_span), historySeconds(m_span));
    m_expectations->setSeries(expectations, historyStep(m_span), historySeconds(m_span));
    fillCommonCharts(m_helper.isEmpty() ? m_history->pointsOfAll(m_span) : m_history->points(m_helper, m_span));
}

/// Where a line for each helper would be three, or two: those of the one, or of all together.
void HistoryPanel::fillCommonCharts(const QList<HistoryPoint> &points)
{
    m_latency->setSeries(
        {lineOf(tr("p50"), points, &HistoryPoint::p50Ns, 0), lineOf(tr("p90"), points, &HistoryPoint::p90Ns, 1),
            lineOf(tr("p99"), points, &HistoryPoint::p99Ns, 2)},
        historyStep(m_span), historySeconds(m_span));
    m_queue->setSeries({lineOf(tr("waiting"), points, &HistoryPoint::queueDepth, 0),
                           lineOf(tr("dropped/s"), points, &HistoryPoint::drops, 1)},
        historyStep(m_span), historySeconds(m_span));
}

} // namespace Trackhand
