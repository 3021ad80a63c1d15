// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/privatebus.h"

#include <QFile>
#include <csignal>
#include <sys/prctl.h>

namespace Trackhand {

namespace {

// Named types, so that no system or session configuration is read.
constexpr const char *Configuration =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
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
    const QString path = m_directory.filePath(QStringLiteral("bus.conf"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    file.write(QString::fromLatin1(Configuration).arg(m_directory.path()).toUtf8());
    file.close();
    // A test that crashes must not leave its bus behind.
    m_daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_daemon.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + path, QStringLiteral("--print-address=1"), QStringLiteral("--nofork")});
    if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead()) {
        m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    }
}

PrivateBus::~PrivateBus()
{
    stop();
}

void PrivateBus::stop()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

} // namespace Trackhand
