// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace Trackhand {

/// Plays org.freedesktop.Notifications on a private bus, and the person who looks at them.
class PlayedNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    PlayedNotifications(const QDBusConnection &bus, const QStringList &capabilities);
    ~PlayedNotifications() override;

    const QList<Shown> &shown() const { return m_shown; }
    void click(uint id, const QString &token);
    void close(uint id);

public slots:
    Q_SCRIPTABLE QStringList GetCapabilities() const { return m_capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
        const QString &body, const QStringList &actions, const QVariantMap &hints, int timeout);

signals:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &key);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities;
    QList<Shown> m_shown;
};

/// Plays a desktop's tray: org.kde.StatusNotifierWatcher with a host.
class PlayedTray : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)
    Q_PROPERTY(int ProtocolVersion READ version)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ items)
public:
    explicit PlayedTray(const QDBusConnection &bus)
        : m_bus(bus)
    {
    }
    ~PlayedTray() override { vanish(); }

    bool appear();
    void vanish();

    bool hasHost() const { return true; }
    int version() const { return 0; }
    QStringList items() const { return m_items; }

public slots:
    Q_SCRIPTABLE void RegisterStatusNotifierItem(const QString &service);

signals:
    Q_SCRIPTABLE void StatusNotifierItemRegistered(const QString &service);
    Q_SCRIPTABLE void StatusNotifierHostRegistered();

private:
    QDBusConnection m_bus;
    QStringList m_items;
};

} // namespace Trackhand
