// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace Trackhand {

class HelperStore;

/// Packets per second of each helper over the last ten minutes, one point a second. It follows the helpers' packet
/// counters, so it needs no right to see traffic and costs nothing when a window is hidden.
class RateStore : public QObject {
    Q_OBJECT
public:
    static constexpr int Capacity = 600; ///< points

    explicit RateStore(const HelperStore *helpers, QObject *parent = nullptr);

    /// Oldest first, the last one is now; as long as the helper has been known, at most Capacity.
    const QList<double> &series(const QString &helper) const;
    /// The newest point; 0 when there is none.
    double current(const QString &helper) const;
    QStringList helpers() const { return m_order; }

    /// Takes a point of every helper; @p nowMs is any clock that does not go back. Called every second by itself.
    void sample(qint64 nowMs);

signals:
    void sampled();

private:
    struct Track {
        qulonglong packets = 0;
        qint64 sinceMs = -1; ///< when packets was first seen to have this value
        double rate = 0;
        QList<double> points;
    };
    static void takePoint(Track &track, qulonglong packets, qint64 nowMs);

    const HelperStore *m_helpers;
    QHash<QString, Track> m_tracks;
    QStringList m_order;
    QTimer m_timer;
};

} // namespace Trackhand
