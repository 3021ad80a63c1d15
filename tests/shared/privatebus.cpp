// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/shared/privatebus.h"

#include <QFile>

#include <csignal>
#include <sys/prctl.h>

namespace Trackhand {

namespace {

constexpr int StartTimeoutMs = 10000;

constexpr const char *Configuration =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

} // namespace

PrivateBus::PrivateBus()
{
    const QString configuration = m_folder.filePath(QStringLiteral("bus.conf"));
    if (!m_folder.isValid() || !writeConfiguration(configuration)) {
        m_error = QStringLiteral("cannot write %1").arg(configuration);
        return;
    }
    // A test that crashes must not leave its bus behind.
    m_daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_daemon.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=%1").arg(configuration), QStringLiteral("--nofork"),
            QStringLiteral("--print-address")});
    if (!m_daemon.waitForStarted(StartTimeoutMs) || !m_daemon.waitForReadyRead(StartTimeoutMs)) {
        m_error = QStringLiteral("dbus-daemon does not start: %1 %2")
                      .arg(m_daemon.errorString(), QString::fromLocal8Bit(m_daemon.readAllStandardError()));
        return;
    }
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_connections)) {
        QDBusConnection::disconnectFromBus(name);
    }
    stop();
}

bool PrivateBus::writeConfiguration(const QString &path) const
{
    QFile file(path);
    const QString text = QString::fromLatin1(Configuration).arg(m_folder.filePath(QStringLiteral("socket")));
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

QDBusConnection PrivateBus::connection()
{
    static int number = 0;
    m_connections.append(QStringLiteral("private-bus-%1").arg(++number));
    return QDBusConnection::connectToBus(m_address, m_connections.constLast());
}

void PrivateBus::disconnect(QDBusConnection &connection)
{
    const QString name = connection.name();
    connection = QDBusConnection(QString());
    m_connections.removeAll(name);
    QDBusConnection::disconnectFromBus(name);
}

void PrivateBus::stop()
{
    if (m_daemon.state() != QProcess::NotRunning) {
        m_daemon.kill();
        m_daemon.waitForFinished(StartTimeoutMs);
    }
    m_address.clear();
}

} // namespace Trackhand
