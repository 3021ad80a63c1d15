// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedsession.h"

namespace Trackhand {

namespace {

const QString NotificationsName = QStringLiteral("org.freedesktop.Notifications");
const QString NotificationsPath = QStringLiteral("/org/freedesktop/Notifications");
const QString TrayName = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString TrayPath = QStringLiteral("/StatusNotifierWatcher");

} // namespace

PlayedNotifications::PlayedNotifications(const QDBusConnection &bus, const QStringList &capabilities)
    : m_bus(bus)
    , m_capabilities(capabilities)
{
    m_bus.registerObject(NotificationsPath, this, QDBusConnection::ExportScriptableContents);
    m_bus.registerService(NotificationsName);
}

PlayedNotifications::~PlayedNotifications()
{
    m_bus.unregisterService(NotificationsName);
}

uint PlayedNotifications::Notify(const QString &, uint replaces, const QString &, const QString &title,
    const QString &body, const QStringList &actions, const QVariantMap &hints, int)
{
    const uint id = replaces != 0 ? replaces : uint(m_shown.size()) + 1;
    m_shown.append({id, replaces, title, body, actions, hints});
    return id;
}

void PlayedNotifications::click(uint id, const QString &token)
{
    emit ActivationToken(id, token);
    emit ActionInvoked(id, QStringLiteral("default"));
}

void PlayedNotifications::close(uint id)
{
    emit NotificationClosed(id, 2);
}

bool PlayedTray::appear()
{
    m_items.clear();
    const bool is = m_bus.registerObject(TrayPath, this,
                        QDBusConnection::ExportScriptableContents | QDBusConnection::ExportAllProperties)
        && m_bus.registerService(TrayName);
    emit StatusNotifierHostRegistered();
    return is;
}

void PlayedTray::vanish()
{
    m_bus.unregisterService(TrayName);
    m_bus.unregisterObject(TrayPath);
}

void PlayedTray::RegisterStatusNotifierItem(const QString &service)
{
    m_items.append(service);
    emit StatusNotifierItemRegistered(service);
}

} // namespace Trackhand
