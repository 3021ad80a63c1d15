// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/place.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QVariantMap>

namespace Trackhand {

/// org.freedesktop.Application of the window, on the session's bus: what launchers, the tray's process and a second
/// start of the program call instead of opening another window (Desktop Entry Specification 1.5, "D-Bus Activation").
/// Anybody in the session may call it, so all it does is show what is there.
class WindowService : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    static constexpr const char *Name = "org.trackhand.Trackhand";
    static constexpr const char *Path = "/org/trackhand/Trackhand";
    static constexpr const char *ShowAction = "show"; ///< with one string, a Place

    explicit WindowService(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Takes the name. False when another window of this session has it, or there is no bus: then nobody calls.
    bool claim();

    /// Asks the window that has the name to show itself, and @p place when it is not "". False when there is none.
    /// Waits for the answer, two seconds at most.
    static bool showAnother(const QDBusConnection &bus, const QString &place);

public slots:
    Q_SCRIPTABLE void Activate(const QVariantMap &platformData);
    Q_SCRIPTABLE void Open(const QStringList &uris, const QVariantMap &platformData);
    Q_SCRIPTABLE void ActivateAction(
        const QString &action, const QVariantList &parameter, const QVariantMap &platformData);

signals:
    void activated();
    void placeRequested(const Trackhand::Place &place);

private:
    QDBusConnection m_bus;
};

} // namespace Trackhand
