// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/requests.h"
#include "client/link/sshcommand.h"

#include <QDBusConnection>

namespace Trackhand {

/// A backend for programs that may wait: each call() blocks until the reply is there. Calls allow polkit to ask the
/// person at the terminal. Needs a QCoreApplication, but no running event loop.
class BackendCall {
public:
    /// Connects to the system bus of @p host. ErrorCode::NoBackend when the bus is not to be reached; whether the
    /// backend itself is there shows with the first call.
    static Result<BackendCall> open(const HostAddress &host, const QString &sshConfigFile = {});
    /// The same with an explicit D-Bus address.
    static Result<BackendCall> openAddress(const QString &busAddress);

    template <typename T>
    Result<T> call(const Request<T> &request) const
    {
        const QDBusMessage reply = send(request.message, request.timeoutMs);
        if (reply.type() != QDBusMessage::ReplyMessage) {
            return errorFromReply(reply);
        }
        return request.decode(reply);
    }

    QDBusConnection connection() const { return m_connection; }

private:
    explicit BackendCall(const QDBusConnection &connection);
    QDBusMessage send(QDBusMessage message, int timeoutMs) const;

    QDBusConnection m_connection;
};

} // namespace Trackhand
