// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QTimer>

class QDBusPendingCallWatcher;

namespace Trackhand {

/// Tells a person of what needs her attention, through org.freedesktop.Notifications (version 1.2). There is at most
/// one notification a helper at a time, which the next incident of that helper replaces; where no notifications are
/// served, none is shown, and the icon says it all the same.
class Notifier : public QObject {
    Q_OBJECT
public:
    static constexpr int GatheringMs = 500; ///< what happens to a helper within this time is one notification

    explicit Notifier(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Shows @p incident soon, unless it is mere information.
    void notify(const IncidentInfo &incident);

signals:
    /// The person wants to see what it was about. @p activationToken may be "".
    void activated(const Trackhand::IncidentInfo &incident, const QString &activationToken);

private slots:
    void onAction(uint id, const QString &key);
    void onToken(uint id, const QString &token);
    void onClosed(uint id, uint reason);

private:
    struct Waiting {
        IncidentInfo latest;
        int earlier = 0; ///< incidents of the same helper within the same moment
    };
    struct Shown {
        uint id = 0; ///< 0 = not shown any more
        IncidentInfo incident;
        QString token;
    };

    void askCapabilities();
    void sendWaiting();
    void send(const Waiting &what);
    Shown *shownAs(uint id);

    QDBusConnection m_bus;
    QTimer m_gathering;
    QHash<QString, Waiting> m_waiting; ///< by helper
    QHash<QString, Shown> m_shown; ///< by helper
    bool m_hasActions = false;
    bool m_hasMarkup = true; ///< until told otherwise: text that is escaped in vain is better than markup of a stranger
};

} // namespace Trackhand
