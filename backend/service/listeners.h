// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QDBusConnection>
#include <QSet>
#include <QString>

#include <functional>

namespace Trackhand {

/// The callers who were shown the state and now hear of changes. Signals are sent to each of them alone: a broadcast on
/// the system bus would tell everybody what only org.trackhand.status.read may see.
class Listeners {
public:
    /// More than four times what the system bus lets one user have connections.
    static constexpr int MaxListeners = 1024;

    /// @p onWatched is told when the first caller begins to listen (true) and when the last one has left (false).
    explicit Listeners(const QDBusConnection &connection, std::function<void(bool watched)> onWatched);

    Status add(const QString &caller);
    void remove(const QString &caller);

    void send(const QString &path, const QString &interface, const QString &signal, const QVariantList &arguments);

private:
    QDBusConnection m_connection;
    std::function<void(bool watched)> m_onWatched;
    QSet<QString> m_callers;
};

} // namespace Trackhand
