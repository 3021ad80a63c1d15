// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/service/servicefixture.h"

#include "wire/dbus/names.h"

#include <QDBusPendingCallWatcher>
#include <QEventLoop>

namespace Trackhand {

namespace {

const auto Service = QStringLiteral("org.trackhand.Trackhand1");

} // namespace

Caller::Caller(PrivateBus &bus)
    : m_bus(bus)
    , m_connection(bus.connection())
{
    for (const char *member : {"InterfacesAdded", "InterfacesRemoved", "PropertiesChanged", "Incident"}) {
        m_connection.connect(Service, QString(), QString(), QLatin1String(member), this, SLOT(received(QDBusMessage)));
    }
}

QDBusMessage Caller::message(
    const QString &path, const QString &interface, const QString &method, const QVariantList &arguments) const
{
    QDBusMessage call = QDBusMessage::createMethodCall(Service, path, interface, method);
    call.setArguments(arguments);
    return call;
}

QDBusMessage Caller::callRaw(const QString &path, const QString &interface, const QString &method,
    const QVariantList &arguments, bool interactive)
{
    QDBusMessage sent = message(path, interface, method, arguments);
    sent.setInteractiveAuthorizationAllowed(interactive);
    QDBusPendingCallWatcher watcher(m_connection.asyncCall(sent, 5000));
    QEventLoop loop;
    QObject::connect(&watcher, &QDBusPendingCallWatcher::finished, &loop, &QEventLoop::quit);
    if (!watcher.isFinished()) {
        loop.exec();
    }
    return watcher.reply();
}

QDBusMessage Caller::call(const QString &method, const QVariantList &arguments, const QString &path)
{
    return callRaw(
        path, Interface.arg(method.section(QLatin1Char('.'), 0, 0)), method.section(QLatin1Char('.'), 1), arguments);
}

QDBusMessage Caller::getManagedObjects()
{
    return callRaw(Root, QStringLiteral("org.freedesktop.DBus.ObjectManager"), QStringLiteral("GetManagedObjects"));
}

QDBusPendingCall Caller::send(const QString &method, const QVariantList &arguments, bool interactive)
{
    QDBusMessage sent = message(
        Root, Interface.arg(method.section(QLatin1Char('.'), 0, 0)), method.section(QLatin1Char('.'), 1), arguments);
    sent.setInteractiveAuthorizationAllowed(interactive);
    return m_connection.asyncCall(sent, 5000);
}

QList<QDBusMessage> Caller::signalsNamed(const QString &member) const
{
    QList<QDBusMessage> list;
    for (const QDBusMessage &signal : m_signals) {
        if (signal.member() == member) {
            list.append(signal);
        }
    }
    return list;
}

ServiceFixture::ServiceFixture()
    : connection(bus.connection())
    , service(connection, manager, watch, authorizer, {true, {}})
    , started(service.start())
    , caller(bus)
{
}

QVariantMap settings(const QVariantMap &more)
{
    QVariantMap all {{QStringLiteral("l4"), QStringList {QStringLiteral("tcp")}}};
    all.insert(more);
    return all;
}

} // namespace Trackhand
