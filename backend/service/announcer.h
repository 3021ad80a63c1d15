// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/businterface.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace Trackhand {

class Listeners;

/// Tells the listeners what appeared, went and changed on the objects of one interface: only properties that differ
/// from what was said last, and the counters among them at most once a second.
class Announcer : public QObject {
    Q_OBJECT

public:
    static constexpr int CounterIntervalMs = 1000;

    /// @p counters: the properties that count. Everything handed in must outlive this object.
    Announcer(const BusInterface &interface, QStringList counters, Listeners &listeners, QObject *parent = nullptr);

    void added(const QString &path);
    void removed(const QString &path);
    void changed(const QString &path);

private:
    struct Said {
        QVariantMap properties;
        QElapsedTimer counted; ///< since the counters were said last
    };

    void say(const QString &path, const QVariantMap &now, bool countersDue);
    void sayCountersThatWaited();

    const BusInterface &m_interface;
    const QStringList m_counters;
    Listeners &m_listeners;
    QHash<QString, Said> m_said;
    QSet<QString> m_waiting; ///< objects whose counters moved too early to be said
    QTimer m_timer;
};

} // namespace Trackhand
