// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace Trackhand {

/// The reply a method call still has to get. Exactly one is sent, on every path: the first one given; or, when it is
/// destroyed without one, an error. Callers who want no reply get none.
class PendingReply {
public:
    PendingReply(const QDBusMessage &call, const QDBusConnection &connection);
    ~PendingReply();
    PendingReply(const PendingReply &) = delete;
    PendingReply &operator=(const PendingReply &) = delete;

    void send(const QVariantList &arguments);
    void sendError(const Error &error);
    void sendError(const QString &name, const QString &text);

    const QDBusMessage &call() const { return m_call; }

private:
    void sendOnce(const QDBusMessage &reply);

    QDBusMessage m_call;
    QDBusConnection m_connection;
    bool m_sent = false;
};

} // namespace Trackhand
