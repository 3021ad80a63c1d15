// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Trackhand {

/// A message bus of the test's own: a dbus-daemon in a temporary folder on which everybody may do everything. It lives
/// as long as this object. Needs a QCoreApplication.
class PrivateBus {
public:
    PrivateBus();
    ~PrivateBus();

    /// False when dbus-daemon did not start; error() says why.
    bool isRunning() const { return !m_address.isEmpty(); }
    QString error() const { return m_error; }

    /// For QDBusConnection::connectToBus() and DBUS_SYSTEM_BUS_ADDRESS.
    QString address() const { return m_address; }

    /// A new connection with a unique name of its own, closed with this object or by disconnect().
    QDBusConnection connection();
    /// Takes @p connection off the bus, as if its program had ended. It must be the last copy: QtDBus keeps the
    /// connection open as long as there is one.
    void disconnect(QDBusConnection &connection);

    /// Kills the bus itself.
    void stop();

private:
    bool writeConfiguration(const QString &path) const;

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QString m_error;
    QStringList m_connections;
};

} // namespace Trackhand
