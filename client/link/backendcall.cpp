// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/backendcall.h"

#include <QAtomicInt>

namespace Trackhand {

namespace {

QString connectionName()
{
    static QAtomicInt number;
    return QStringLiteral("trackhand-call-%1").arg(number.fetchAndAddRelaxed(1));
}

Error unreachable(const HostAddress &host, const QDBusConnection &connection)
{
    const std::string why = connection.lastError().message().toStdString();
    if (host.isLocal()) {
        return {ErrorCode::NoBackend, "no system bus on this machine (" + why + "): is dbus-daemon running?"};
    }
    return {ErrorCode::NoBackend,
        "cannot reach " + host.toString().toStdString() + " (" + why + "): try \"ssh " + host.host().toStdString()
            + " systemd-stdio-bridge --version\""};
}

} // namespace

BackendCall::BackendCall(const QDBusConnection &connection)
    : m_connection(connection)
{
    registerBusTypes();
}

Result<BackendCall> BackendCall::open(const HostAddress &host, const QString &sshConfigFile)
{
    const QDBusConnection connection = host.isLocal()
        ? QDBusConnection::connectToBus(QDBusConnection::SystemBus, connectionName())
        : QDBusConnection::connectToBus(SshCommand(host, sshConfigFile).busAddress(), connectionName());
    if (!connection.isConnected()) {
        return unreachable(host, connection);
    }
    return BackendCall(connection);
}

Result<BackendCall> BackendCall::openAddress(const QString &busAddress)
{
    const QDBusConnection connection = QDBusConnection::connectToBus(busAddress, connectionName());
    if (!connection.isConnected()) {
        return unreachable(HostAddress(), connection);
    }
    return BackendCall(connection);
}

QDBusMessage BackendCall::send(QDBusMessage message, int timeoutMs) const
{
    message.setInteractiveAuthorizationAllowed(true);
    return m_connection.call(message, QDBus::Block, timeoutMs);
}

} // namespace Trackhand
