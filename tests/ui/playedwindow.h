// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/client/fakebackend.h"
#include "tests/shared/privatebus.h"
#include "ui/window/hostview.h"
#include "ui/window/mainwindow.h"

#include <QTemporaryDir>
#include <memory>

namespace Trackhand {

/// The base of tests that drive the real window on a played backend, on a bus of their own. A test calls start() and
/// end() in its init() and cleanup().
class PlayedWindow : public QObject {
protected:
    void start();
    void end();
    /// The backend appears, and the window shows this machine, connected. Fails the test otherwise.
    void openWindow();
    /// Another window, as after a restart of the program.
    void restartWindow();
    /// Where this test's windows keep what they know for next time: nobody's own settings.
    QString settingsFile() const;
    HostView *host() const { return m_window->currentHost(); }

    /// One for TCP, of this program.
    static HelperInfo helper(const QString &name, const QString &state);

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Trackhand
