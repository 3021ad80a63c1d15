// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace Trackhand {

/// A dbus-daemon of the test's own that lets everybody do everything. Ends with the object.
class PrivateBus {
public:
    /// Waits until the daemon listens; address() is empty when it did not start.
    PrivateBus();
    ~PrivateBus();

    QString address() const { return m_address; }
    void stop();

private:
    QTemporaryDir m_directory;
    QProcess m_daemon;
    QString m_address;
};

} // namespace Trackhand
