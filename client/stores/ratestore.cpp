// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/ratestore.h"

#include "client/stores/helperstore.h"

#include <QElapsedTimer>

namespace Trackhand {

namespace {

constexpr int SampleMs = 1000;
// The backend signals counters once a second while packets flow; silence for longer means that none do.
constexpr qint64 StaleMs = 2500;

qint64 steadyMs()
{
    static QElapsedTimer clock = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    return clock.elapsed();
}

} // namespace

RateStore::RateStore(const HelperStore *helpers, std::function<qint64()> clock, QObject *parent)
    : QObject(parent)
    , m_helpers(helpers)
    , m_clock(clock ? std::move(clock) : &steadyMs)
{
    // A rate is taken when the counters arrive and not with the points: two clocks of a second each would beat.
    connect(helpers, &ObjectStoreSignals::changed, this, [this](int row) {
        const HelperInfo &helper = m_helpers->at(row);
        countersCame(helper.name, helper.counter("packets"));
    });
    m_timer.setInterval(SampleMs);
    connect(&m_timer, &QTimer::timeout, this, &RateStore::sample);
    m_timer.start();
}

const QList<double> &RateStore::series(const QString &helper) const
{
    static const QList<double> none;
    const auto found = m_tracks.constFind(helper);
    return found == m_tracks.cend() ? none : found->points;
}

double RateStore::current(const QString &helper) const
{
    const QList<double> &points = series(helper);
    return points.isEmpty() ? 0 : points.last();
}

void RateStore::sample()
{
    const qint64 nowMs = m_clock();
    QStringList order;
    for (const HelperInfo &helper : m_helpers->items()) {
        order.append(helper.name);
        Track &track = m_tracks[helper.name];
        if (track.sinceMs < 0) {
            countersCame(helper.name, helper.counter("packets"));
        }
        if (nowMs - track.sinceMs >= StaleMs) {
            track.rate = 0;
        }
        track.points.append(track.rate);
        if (track.points.size() > Capacity) {
            track.points.removeFirst();
        }
    }
    for (auto track = m_tracks.begin(); track != m_tracks.end();) {
        track = order.contains(track.key()) ? std::next(track) : m_tracks.erase(track);
    }
    m_order = order;
    emit sampled();
}

void RateStore::countersCame(const QString &helper, qulonglong packets)
{
    Track &track = m_tracks[helper];
    const qint64 nowMs = m_clock();
    if (track.sinceMs < 0 || packets < track.packets) { // newly known, or registered anew
        track.rate = 0;
    } else if (packets != track.packets) {
        // After a silence the counters are those of the last second; a burst of late signals is of a second each.
        const qint64 elapsed = nowMs - track.sinceMs;
        track.rate = double(packets - track.packets) * 1000.0
            / double(elapsed >= StaleMs ? qint64(SampleMs) : qMax<qint64>(elapsed, SampleMs / 2));
    } else {
        return;
    }
    track.packets = packets;
    track.sinceMs = nowMs;
}

} // namespace Trackhand
