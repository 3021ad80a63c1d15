// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/backendcall.h"
#include "ctl/arguments.h"
#include "ctl/console.h"
#include "ctl/exitstatus.h"

#include <optional>

namespace Trackhand {

/// One run of the program: where to write, which host to talk to, and the connection once a command needs it.
class Session {
public:
    Session(HostAddress host, const QString &sshConfig, bool json);

    Console &console() { return m_console; }
    bool json() const { return m_json; }
    const HostAddress &host() const { return m_host; }
    const QString &sshConfig() const { return m_sshConfig; }

    /// For programs that run on while the bus itself is restarted. Does nothing while there is a connection.
    void reconnectIfBusWentAway();
    /// The bus, connected at the first call.
    Result<QDBusConnection> connection();

    /// Sends @p request and waits for its reply.
    template <typename T>
    Result<T> call(const Request<T> &request)
    {
        if (!m_backend) {
            if (const auto connected = connect(); !connected) {
                return connected.error();
            }
        }
        return m_backend->call(request);
    }

    /// Prints the error and gives the exit status that belongs to it.
    ExitStatus fail(const Error &error);
    /// The same for what the person typed.
    ExitStatus usage(const QString &text);
    ExitStatus usage(const Error &error) { return usage(QString::fromStdString(error.text)); }

private:
    Status connect();

    Console m_console;
    HostAddress m_host;
    QString m_sshConfig;
    bool m_json = false;
    std::optional<BackendCall> m_backend;
};

} // namespace Trackhand
