// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/backendservice.h"
#include "tests/backend/service/fakeauthorizer.h"
#include "tests/backend/service/fakeconntrackwatch.h"
#include "tests/backend/service/fakehelpermanager.h"
#include "tests/shared/privatebus.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QList>

#include <memory>

namespace Trackhand {

const auto Root = QStringLiteral("/org/trackhand/Trackhand1");
const auto Interface = QStringLiteral("org.trackhand.Trackhand1.%1");

/// Somebody on the bus who calls the service and keeps the signals that come back.
class Caller : public QObject {
    Q_OBJECT

public:
    explicit Caller(PrivateBus &bus);

    /// Sends and waits, with the event loop running: the service may live in this thread.
    QDBusMessage callRaw(const QString &path, const QString &interface, const QString &method,
        const QVariantList &arguments = {}, bool interactive = false);
    /// A method of one of our own interfaces, "Helpers.Add".
    QDBusMessage call(const QString &method, const QVariantList &arguments = {}, const QString &path = Root);
    QDBusMessage getManagedObjects();
    /// Sends and does not wait.
    QDBusPendingCall send(const QString &method, const QVariantList &arguments, bool interactive);

    void leave() { m_bus.disconnect(m_connection); }
    QString name() const { return m_connection.baseService(); }

    /// Signals received from the service, oldest first. Listens to everything that is sent here, match rule or not.
    QList<QDBusMessage> signalsNamed(const QString &member) const;

private slots:
    void received(const QDBusMessage &message) { m_signals.append(message); }

private:
    QDBusMessage message(
        const QString &path, const QString &interface, const QString &method, const QVariantList &arguments) const;

    PrivateBus &m_bus;
    QDBusConnection m_connection;
    QList<QDBusMessage> m_signals;
};

/// The real service on a private bus, with nothing real behind it.
struct ServiceFixture {
    ServiceFixture();

    PrivateBus bus;
    FakeHelperManager manager;
    FakeConntrackWatch watch;
    FakeAuthorizer authorizer;
    QDBusConnection connection;
    BackendService service;
    Status started;
    Caller caller;
};

/// The a{sv} of a helper that shows and accepts, with @p more settings.
QVariantMap settings(const QVariantMap &more = {});

} // namespace Trackhand
