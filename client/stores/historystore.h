// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/stores/helperhistory.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <functional>
#include <map>

namespace Trackhand {

class HelperStore;
struct HelperInfo;

/// The last 24 hours of each helper that counts, and of all of them together. It follows the helpers' counters, so it
/// needs no right to see traffic. Time in which there was no backend, or this machine slept, or a helper did not run,
/// is unknown and not zero. Histories outlive a backend that goes away and comes back.
class HistoryStore : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t MaxHelpers = 128; ///< those beyond have no history: memory is bounded

    /// @p clock gives milliseconds that never go back; by default the machine's, sleep included.
    explicit HistoryStore(const HelperStore *helpers, std::function<qint64()> clock = {}, QObject *parent = nullptr);
    ~HistoryStore() override;

    /// Those that have a history, in the helpers' order.
    QStringList helpers() const { return m_order; }
    /// Nothing is known of one without a history.
    QList<HistoryPoint> points(const QString &helper, HistorySpan span) const;
    /// Of all helpers together: rates and depths added up, percentiles of all their packets.
    QList<HistoryPoint> pointsOfAll(HistorySpan span) const;
    /// The newest second; unknown when the helper does not count.
    HistoryPoint current(const QString &helper) const;
    /// The newest second, on the store's clock.
    qint64 now() const { return m_second; }

    /// Takes a point of every helper, once a second at most. Called every second by itself while there are helpers.
    void sample();

signals:
    void sampled();

private:
    struct Track;
    void countersCame(const HelperInfo &helper);
    Track *trackOf(const HelperInfo &helper);
    void forgetTheGone();
    void record(qint64 second, qint64 nowMs);
    void sampleWhileThereIsAny();

    const HelperStore *m_helpers;
    std::function<qint64()> m_clock;
    std::map<QString, Track> m_tracks;
    HelperHistory m_all;
    QStringList m_order;
    QTimer m_timer;
    qint64 m_second = 0;
    bool m_continues = false; ///< the second before was looked at
};

} // namespace Trackhand
