// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/historystore.h"

#include "client/stores/helperstore.h"
#include "wire/base/clock.h"

#include <algorithm>
#include <functional>

namespace Trackhand {

namespace {

constexpr int SampleMs = 1000;
// The backend signals counters once a second while packets flow; silence for longer means that none do.
constexpr qint64 StaleMs = 2500;
// A timer that comes late leaves out a second or two; more means that nobody was there to count.
constexpr qint64 LateSeconds = 3;

qint64 steadyMs()
{
    return qint64(Wire::clockNs(CLOCK_BOOTTIME) / 1'000'000);
}

struct Totals {
    qulonglong packets = 0;
    qulonglong expectations = 0;
    qulonglong drops = 0;

    bool operator==(const Totals &) const = default;
};

Totals totalsOf(const HelperInfo &helper)
{
    return {helper.counter("packets"), helper.counter("expectations"),
        helper.counter("kernel_dropped") + helper.counter("socket_dropped")};
}

/// Totals that shrink are of a helper that was registered anew.
bool hasShrunk(const Totals &before, const Totals &now)
{
    return now.packets < before.packets || now.expectations < before.expectations || now.drops < before.drops;
}

bool hasShrunk(const Wire::LatencyCounts &before, const Wire::LatencyCounts &now)
{
    return !std::equal(before.cbegin(), before.cend(), now.cbegin(), std::less_equal<>());
}

bool counts(const HelperInfo &helper)
{
    return !helper.isForeign() && helper.state != QLatin1String("disabled") && helper.state != QLatin1String("failed");
}

} // namespace

struct HistoryStore::Track {
    Totals totals;
    Wire::LatencyCounts latencies {}; ///< totals
    qint64 sinceMs = -1; ///< when the totals came to have these values
    HistorySecond rates; ///< with the latencies that no second has yet
    HelperHistory history;
};

HistoryStore::HistoryStore(const HelperStore *helpers, std::function<qint64()> clock, QObject *parent)
    : QObject(parent)
    , m_helpers(helpers)
    , m_clock(clock ? std::move(clock) : &steadyMs)
{
    // Rates are taken when the counters arrive and not with the points: two clocks of a second each would beat.
    connect(helpers, &ObjectStoreSignals::changed, this, [this](int row) { countersCame(m_helpers->at(row)); });
    connect(helpers, &ObjectStoreSignals::reset, this, [this] {
        for (auto &[name, track] : m_tracks) {
            track.sinceMs = -1; // what was counted while nobody looked is of no second in particular
        }
        sampleWhileThereIsAny();
    });
    connect(helpers, &ObjectStoreSignals::added, this, &HistoryStore::sampleWhileThereIsAny);
    connect(helpers, &ObjectStoreSignals::removed, this, &HistoryStore::sampleWhileThereIsAny);
    m_timer.setInterval(SampleMs);
    connect(&m_timer, &QTimer::timeout, this, &HistoryStore::sample);
    sampleWhileThereIsAny();
}

HistoryStore::~HistoryStore() = default;

QList<HistoryPoint> HistoryStore::points(const QString &helper, HistorySpan span) const
{
    static const HelperHistory nothing;
    const auto found = m_tracks.find(helper);
    return (found == m_tracks.end() ? nothing : found->second.history).points(span, m_second);
}

QList<HistoryPoint> HistoryStore::pointsOfAll(HistorySpan span) const
{
    return m_all.points(span, m_second);
}

HistoryPoint HistoryStore::current(const QString &helper) const
{
    const auto found = m_tracks.find(helper);
    return found == m_tracks.end() ? HistoryPoint() : found->second.history.second(m_second);
}

void HistoryStore::sample()
{
    const qint64 nowMs = m_clock();
    const qint64 second = nowMs / 1000;
    if (m_continues && second <= m_second) {
        return; // the timer came early
    }
    forgetTheGone();
    const bool late = m_continues && second - m_second <= LateSeconds;
    for (qint64 missed = late ? m_second + 1 : second; missed <= second; ++missed) {
        record(missed, nowMs);
    }
    m_second = second;
    m_continues = true;
    emit sampled();
}

void HistoryStore::record(qint64 second, qint64 nowMs)
{
    HistorySecond all;
    bool any = false;
    for (const HelperInfo &helper : m_helpers->items()) {
        Track *track = counts(helper) ? trackOf(helper) : nullptr;
        if (!track) {
            continue;
        }
        if (track->sinceMs < 0) {
            countersCame(helper);
        }
        HistorySecond &counted = track->rates;
        if (nowMs - track->sinceMs >= StaleMs) {
            counted.packets = counted.expectations = counted.drops = 0;
        }
        counted.queueDepth = double(helper.counter("queue_depth"));
        track->history.add(second, counted);
        any = true;
        all.packets += counted.packets;
        all.expectations += counted.expectations;
        all.drops += counted.drops;
        all.queueDepth += counted.queueDepth;
        Wire::addLatencies(all.latencies, counted.latencies);
        counted.latencies.fill(0);
    }
    if (any) {
        m_all.add(second, all);
    }
}

void HistoryStore::countersCame(const HelperInfo &helper)
{
    Track *track = counts(helper) ? trackOf(helper) : nullptr;
    const Totals now = totalsOf(helper);
    if (!track || (track->sinceMs >= 0 && now == track->totals && helper.latencies == track->latencies)) {
        return;
    }
    const qint64 nowMs = m_clock();
    HistorySecond &rates = track->rates;
    if (track->sinceMs < 0 || hasShrunk(track->totals, now) || hasShrunk(track->latencies, helper.latencies)) {
        rates = {};
    } else {
        // After a silence the counters are those of the last second; a burst of late signals is of a second each.
        const qint64 elapsed = nowMs - track->sinceMs;
        const double seconds = double(elapsed >= StaleMs ? SampleMs : qMax<qint64>(elapsed, SampleMs / 2)) / 1000;
        rates.packets = double(now.packets - track->totals.packets) / seconds;
        rates.expectations = double(now.expectations - track->totals.expectations) / seconds;
        rates.drops = double(now.drops - track->totals.drops) / seconds;
        Wire::addLatencies(rates.latencies, Wire::latenciesBetween(track->latencies, helper.latencies));
    }
    track->totals = now;
    track->latencies = helper.latencies;
    track->sinceMs = nowMs;
}

HistoryStore::Track *HistoryStore::trackOf(const HelperInfo &helper)
{
    const auto found = m_tracks.find(helper.name);
    if (found != m_tracks.end()) {
        return &found->second;
    }
    return m_tracks.size() < MaxHelpers ? &m_tracks[helper.name] : nullptr;
}

void HistoryStore::forgetTheGone()
{
    std::erase_if(m_tracks, [this](const auto &track) { return !m_helpers->find(track.first); });
    QStringList order;
    for (const HelperInfo &helper : m_helpers->items()) {
        if (counts(helper)) {
            trackOf(helper);
        }
        if (m_tracks.contains(helper.name)) {
            order.append(helper.name);
        }
    }
    m_order = order;
}

/// Without a helper there is either no backend or nothing to count; what is known stays for the backend's return.
void HistoryStore::sampleWhileThereIsAny()
{
    if (m_helpers->size() == 0) {
        m_timer.stop();
        m_continues = false;
    } else if (!m_timer.isActive()) {
        m_timer.start();
    }
}

} // namespace Trackhand
