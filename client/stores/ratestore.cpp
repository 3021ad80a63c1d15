// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/ratestore.h"

#include "client/stores/helperstore.h"

#include <QElapsedTimer>

namespace Trackhand {

namespace {

constexpr int SampleMs = 1000;
// The backend signals counters once a second too. A point in between two signals keeps the rate instead of dipping.
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

RateStore::RateStore(const HelperStore *helpers, QObject *parent)
    : QObject(parent)
    , m_helpers(helpers)
{
    m_timer.setInterval(SampleMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { sample(steadyMs()); });
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

void RateStore::sample(qint64 nowMs)
{
    QStringList order;
    for (const HelperInfo &helper : m_helpers->items()) {
        order.append(helper.name);
        takePoint(m_tracks[helper.name], helper.counter("packets"), nowMs);
    }
    for (auto track = m_tracks.begin(); track != m_tracks.end();) {
        track = order.contains(track.key()) ? std::next(track) : m_tracks.erase(track);
    }
    m_order = order;
    emit sampled();
}

void RateStore::takePoint(Track &track, qulonglong packets, qint64 nowMs)
{
    const bool first = track.sinceMs < 0;
    if (first || packets < track.packets) { // newly known, or registered anew
        track.rate = 0;
        track.packets = packets;
        track.sinceMs = nowMs;
    } else if (packets != track.packets) {
        track.rate = double(packets - track.packets) * 1000.0 / double(qMax<qint64>(nowMs - track.sinceMs, 1));
        track.packets = packets;
        track.sinceMs = nowMs;
    } else if (nowMs - track.sinceMs >= StaleMs) {
        track.rate = 0;
        track.sinceMs = qMax(track.sinceMs, nowMs - SampleMs);
    }
    track.points.append(track.rate);
    if (track.points.size() > Capacity) {
        track.points.removeFirst();
    }
}

} // namespace Trackhand
