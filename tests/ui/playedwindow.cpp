// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include <QSettings>
#include <QTest>

namespace Trackhand {

void PlayedWindow::start()
{
    m_settings = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(!m_bus->address().isEmpty(), "dbus-daemon did not start");
    m_backend = std::make_unique<FakeBackend>(m_bus->address());
    m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
}

void PlayedWindow::end()
{
    m_window.reset();
    m_backend.reset();
    m_bus.reset();
    m_settings.reset();
}

void PlayedWindow::restartWindow()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
    m_window->openHost(HostAddress());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(host()->session()->isReady());
}

QString PlayedWindow::settingsFile() const
{
    return m_settings->filePath(QStringLiteral("trackhand/trackhand.ini"));
}

void PlayedWindow::openWindow()
{
    QVERIFY(m_backend->appear());
    m_window->openHost(HostAddress());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(host()->session()->isReady());
}

HelperInfo PlayedWindow::helper(const QString &name, const QString &state)
{
    HelperInfo info;
    info.name = name;
    info.owner = QStringLiteral("trackhand");
    info.l3 = QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv6")};
    info.l4 = QStringList {QStringLiteral("tcp")};
    info.queue = 3;
    info.policies = {{name, 1, 300}};
    info.state = state;
    return info;
}

} // namespace Trackhand
