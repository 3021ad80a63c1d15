// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tray/trayicon.h"

namespace Trackhand {

class MainWindow;

/// The window and its tray icon together: the icon shows the host that the window shows, and the window may only hide
/// while the icon is really there.
class Desktop : public QObject {
    Q_OBJECT
public:
    explicit Desktop(MainWindow *window, QObject *parent = nullptr);

private:
    void showWindow();
    void followHost();

    MainWindow *m_window;
    TrayIcon m_tray;
    BackendLink *m_followed = nullptr;
};

} // namespace Trackhand
