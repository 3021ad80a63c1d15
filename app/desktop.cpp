// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"

#include "ui/parts/messagebar.h"
#include "ui/window/hostview.h"
#include "ui/window/mainwindow.h"

#include <QApplication>

namespace Trackhand {

Desktop::Desktop(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    m_window->setHidingPlace([this] { return m_tray.canHideWindow(); });
    connect(&m_tray, &TrayIcon::openRequested, this, &Desktop::showWindow);
    connect(&m_tray, &TrayIcon::trayLost, this, &Desktop::showWindow);
    connect(&m_tray, &TrayIcon::quitRequested, qApp, &QApplication::quit);
    connect(&m_tray, &TrayIcon::failed, this, [this](const QString &text) {
        showWindow();
        m_window->currentHost()->messages()->showError(text);
    });
    connect(m_window, &MainWindow::stateChanged, this, &Desktop::followHost);
    followHost();
}

void Desktop::showWindow()
{
    m_window->setVisible(true);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::followHost()
{
    HostView *host = m_window->currentHost();
    if (host && host->isCapture()) {
        return; // the host looked at before is still what the icon is about
    }
    HostSession *session = host ? host->session() : nullptr;
    BackendLink *link = session ? session->link() : nullptr;
    if (link != m_followed) {
        m_followed = link;
        m_tray.watch(link, session ? session->helpers() : nullptr);
    }
}

} // namespace Trackhand
