// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/windowstarter.h"
#include "app/tray/notifier.h"
#include "app/tray/trayicon.h"
#include "app/tray/traypresence.h"
#include "client/link/backendlink.h"
#include "client/stores/helperstore.h"

#include <QDBusConnection>

namespace Trackhand {

/// The tray's process as a whole: this machine's backend, the icon, what a person is told, and the way to the window.
class TrayProgram : public QObject {
    Q_OBJECT
public:
    static constexpr const char *Name = "org.trackhand.Tray"; ///< on the session's bus; one a session

    /// @p systemBusAddress overrides the bus of the backend (for a private bus).
    explicit TrayProgram(
        const QDBusConnection &sessionBus, const QString &systemBusAddress = {}, QObject *parent = nullptr);

    /// False when another one is there already.
    bool claim();
    void start() { m_link.open(); }

    const TrayIcon &icon() const { return m_icon; }

signals:
    void quitRequested();

private:
    void toggleFailed(const QString &helper, const QString &text);

    QDBusConnection m_sessionBus;
    BackendLink m_link;
    HelperStore m_helpers;
    TrayIcon m_icon;
    TrayPresence m_presence;
    Notifier m_notifier;
    WindowStarter m_window;
};

} // namespace Trackhand
