// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace Trackhand {

/// Tells systemd that the main loop turns, at half of what WatchdogSec= asks for; does nothing where nobody asks.
class ServiceWatchdog : public QObject {
    Q_OBJECT

public:
    explicit ServiceWatchdog(QObject *parent = nullptr);

    static void sayReady(); ///< also: has reloaded
    static void sayReloading();
    static void sayStopping();

private:
    QTimer m_timer;
};

} // namespace Trackhand
