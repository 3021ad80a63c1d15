// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/latencybuckets.h"

#include <QList>
#include <array>
#include <limits>

namespace Trackhand {

/// How much of the past is looked at.
enum class HistorySpan { TenMinutes, OneHour, SixHours, OneDay };

int historySeconds(HistorySpan span);
/// Seconds from one point to the next.
int historyStep(HistorySpan span);

/// What was counted within one second.
struct HistorySecond {
    double packets = 0;
    double expectations = 0;
    double drops = 0; ///< by the kernel, because queue or socket were full
    double queueDepth = 0;
    Wire::LatencyCounts latencies {};
};

/// One step of a history. NaN is what nobody knows: nobody counted, or no packet was there to have a latency.
struct HistoryPoint {
    static constexpr float Unknown = std::numeric_limits<float>::quiet_NaN();

    float packets = Unknown; ///< per second
    float expectations = Unknown; ///< per second
    float drops = Unknown; ///< per second
    float queueDepth = Unknown; ///< the most within the step
    float p50Ns = Unknown;
    float p90Ns = Unknown;
    float p99Ns = Unknown;

    /// Somebody counted.
    bool isKnown() const { return packets == packets; }
};

/// Points of one step size: a ring that remembers as many as it was made for. The newest one grows with each second.
class HistoryLevel {
public:
    HistoryLevel(int stepSeconds, int points);

    /// Seconds must not go back; what is left out stays unknown.
    void add(qint64 second, const HistorySecond &counted);
    /// Unknown outside of what is remembered. Step 0 begins at second 0.
    HistoryPoint at(qint64 step) const;

private:
    struct Sums {
        int seconds = 0;
        double packets = 0;
        double expectations = 0;
        double drops = 0;
        double deepest = 0;
        Wire::LatencyCounts latencies {};
    };
    HistoryPoint pointOfSums() const;
    void beginStep(qint64 step);
    HistoryPoint &slot(qint64 step) { return m_points[step % m_points.size()]; }

    int m_stepSeconds;
    QList<HistoryPoint> m_points;
    qint64 m_newest = -1;
    Sums m_sums; ///< of the newest step
};

/// One helper's last 24 hours: every second of the last ten minutes, every tenth of the last hour, every minute before.
/// Rates are means, the depth is the greatest, and percentiles come from the latencies of the whole step: their counts
/// are added up, since percentiles cannot be. Takes some 70 KB, from the first second on.
class HelperHistory {
public:
    HelperHistory();

    void add(qint64 second, const HistorySecond &counted);
    /// Oldest first; the last one has @p nowSecond in it. Always as many as the span has steps.
    QList<HistoryPoint> points(HistorySpan span, qint64 nowSecond) const;
    HistoryPoint second(qint64 second) const { return m_levels.front().at(second); }

private:
    std::array<HistoryLevel, 3> m_levels;
};

} // namespace Trackhand
