// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>

namespace Trackhand {

class HelperStore;

/// Packets per second of each helper over the last ten minutes, one point a second. It follows the helpers' packet
/// counters, so it needs no right to see traffic and costs nothing when a window is hidden.
class RateStore : public QObject {
    Q_OBJECT
public:
    static constexpr int Capacity = 600; ///< points

    /// @p clock gives milliseconds that never go back; by default the machine's.
    explicit RateStore(const HelperStore *helpers, std::function<qint64()> clock = {}, QObject *parent = nullptr);

    /// Oldest first, the last one is now; as long as the helper has been known, at most Capacity.
    const QList<double> &series(const QString &helper) const;
    /// The newest point; 0 when there is none.
    double current(const QString &helper) const;
    QStringList helpers() const { return m_order; }

    /// Takes a point of every helper. Called every second by itself.
    void sample();

signals:
    void sampled();

private:
    struct Track {
        qulonglong packets = 0;
        qint64 sinceMs = -1; ///< when packets came to have this value
        double rate = 0;
        QList<double> points;
    };
    void countersCame(const QString &helper, qulonglong packets);

    const HelperStore *m_helpers;
    std::function<qint64()> m_clock;
    QHash<QString, Track> m_tracks;
    QStringList m_order;
    QTimer m_timer;
};

} // namespace Trackhand
