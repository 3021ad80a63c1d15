// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/traypresence.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QSystemTrayIcon>

namespace Trackhand {

namespace {

// Of the StatusNotifierItem specification, which still bears the name of the desktop where it began.
const QString Watcher = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString WatcherPath = QStringLiteral("/StatusNotifierWatcher");

bool hasX11Tray()
{
    return QGuiApplication::platformName() == QLatin1String("xcb") && QSystemTrayIcon::isSystemTrayAvailable();
}

} // namespace

TrayPresence::TrayPresence(const QDBusConnection &bus, std::function<bool()> hasOldTray, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_hasOldTray(hasOldTray ? std::move(hasOldTray) : &hasX11Tray)
{
    auto *services = new QDBusServiceWatcher(Watcher, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(services, &QDBusServiceWatcher::serviceRegistered, this, &TrayPresence::look);
    connect(services, &QDBusServiceWatcher::serviceUnregistered, this, [this] { set(false); });
    m_bus.connect(Watcher, WatcherPath, Watcher, QStringLiteral("StatusNotifierHostRegistered"), this, SLOT(look()));
    m_patience.setSingleShot(true);
    m_patience.setInterval(HostPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &TrayPresence::lookForOldTray);
    m_patience.start();
    look();
}

void TrayPresence::look()
{
    auto get = QDBusMessage::createMethodCall(
        Watcher, WatcherPath, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    get << Watcher << QStringLiteral("IsStatusNotifierHostRegistered");
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(get), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *ended) {
        ended->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *ended;
        if (reply.isValid() && reply.value().variant().toBool()) {
            m_patience.stop();
            set(true);
        }
    });
}

void TrayPresence::lookForOldTray()
{
    set(m_hasOldTray());
}

void TrayPresence::set(bool isThere)
{
    if (m_isThere != isThere) {
        m_isThere = isThere;
        emit changed(isThere);
    }
}

} // namespace Trackhand
