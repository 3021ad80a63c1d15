// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/helperhistory.h"

namespace Trackhand {

namespace {

constexpr int TenMinutes = 600;
constexpr int Hour = 3600;
constexpr int Day = 24 * Hour;

float percentile(const Wire::LatencyCounts &latencies, double part)
{
    const std::uint64_t ns = Wire::latencyPercentile(latencies, part);
    return ns == 0 ? HistoryPoint::Unknown : float(ns);
}

} // namespace

int historySeconds(HistorySpan span)
{
    switch (span) {
    case HistorySpan::TenMinutes:
        return TenMinutes;
    case HistorySpan::OneHour:
        return Hour;
    case HistorySpan::SixHours:
        return 6 * Hour;
    case HistorySpan::OneDay:
        break;
    }
    return Day;
}

int historyStep(HistorySpan span)
{
    return span == HistorySpan::TenMinutes ? 1 : span == HistorySpan::OneHour ? 10 : 60;
}

HistoryLevel::HistoryLevel(int stepSeconds, int points)
    : m_stepSeconds(stepSeconds)
    , m_points(points)
{
}

void HistoryLevel::add(qint64 second, const HistorySecond &counted)
{
    const qint64 step = second / m_stepSeconds;
    if (step < m_newest) {
        return;
    }
    if (step > m_newest) {
        beginStep(step);
    }
    ++m_sums.seconds;
    m_sums.packets += counted.packets;
    m_sums.expectations += counted.expectations;
    m_sums.drops += counted.drops;
    m_sums.deepest = qMax(m_sums.deepest, counted.queueDepth);
    Wire::addLatencies(m_sums.latencies, counted.latencies);
    HistoryPoint point = pointOfSums();
    // The backend's seconds drift against ours: one that nothing was heard in, though packets flow, is like the last.
    if (m_stepSeconds == 1 && point.packets > 0 && point.p50Ns != point.p50Ns) {
        const HistoryPoint before = at(step - 1);
        point.p50Ns = before.p50Ns;
        point.p90Ns = before.p90Ns;
        point.p99Ns = before.p99Ns;
    }
    slot(step) = point;
}

HistoryPoint HistoryLevel::at(qint64 step) const
{
    const bool remembered = step >= 0 && step <= m_newest && step > m_newest - m_points.size();
    return remembered ? m_points.at(step % m_points.size()) : HistoryPoint();
}

HistoryPoint HistoryLevel::pointOfSums() const
{
    HistoryPoint point;
    point.packets = float(m_sums.packets / m_sums.seconds);
    point.expectations = float(m_sums.expectations / m_sums.seconds);
    point.drops = float(m_sums.drops / m_sums.seconds);
    point.queueDepth = float(m_sums.deepest);
    point.p50Ns = percentile(m_sums.latencies, 0.5);
    point.p90Ns = percentile(m_sums.latencies, 0.9);
    point.p99Ns = percentile(m_sums.latencies, 0.99);
    return point;
}

void HistoryLevel::beginStep(qint64 step)
{
    // What lies between was not counted. Before the first step, nothing was.
    const qint64 oldest = step - m_points.size() + 1;
    for (qint64 skipped = qMax(m_newest + 1, qMax<qint64>(0, oldest)); skipped < step; ++skipped) {
        slot(skipped) = {};
    }
    m_newest = step;
    m_sums = {};
}

HelperHistory::HelperHistory()
    : m_levels {HistoryLevel(1, TenMinutes), HistoryLevel(10, Hour / 10), HistoryLevel(60, Day / 60)}
{
}

void HelperHistory::add(qint64 second, const HistorySecond &counted)
{
    for (HistoryLevel &level : m_levels) {
        level.add(second, counted);
    }
}

QList<HistoryPoint> HelperHistory::points(HistorySpan span, qint64 nowSecond) const
{
    const int step = historyStep(span);
    const HistoryLevel &level = m_levels[step == 1 ? 0 : step == 10 ? 1 : 2];
    const int count = historySeconds(span) / step;
    QList<HistoryPoint> points;
    points.reserve(count);
    for (qint64 at = nowSecond / step - count + 1; points.size() < count; ++at) {
        points.append(level.at(at));
    }
    return points;
}

} // namespace Trackhand
