// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QTimer>
#include <functional>

namespace Trackhand {

/// Whether this desktop has a tray at the moment, which may come late and go at any time.
///
/// Qt 6.4 asks once for a StatusNotifierHost and remembers the answer for the life of the process. So it must not be
/// asked before there is one: the host is looked for here, on the session's bus, which says when it comes. Only where
/// windows are X11's and no host has come within a while is Qt asked for a tray of the old kind (XEmbed).
class TrayPresence : public QObject {
    Q_OBJECT
public:
    static constexpr int HostPatienceMs = 10000;

    /// @p hasOldTray asks for a tray of the old kind; by default Qt, where windows are X11's.
    explicit TrayPresence(const QDBusConnection &bus, std::function<bool()> hasOldTray = {}, QObject *parent = nullptr);

    bool isThere() const { return m_isThere; }

signals:
    void changed(bool isThere);

private slots:
    void look();

private:
    void set(bool isThere);
    void lookForOldTray();

    QDBusConnection m_bus;
    std::function<bool()> m_hasOldTray;
    QTimer m_patience;
    bool m_isThere = false;
};

} // namespace Trackhand
