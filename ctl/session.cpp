// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/session.h"

#include <utility>

namespace Trackhand {

Session::Session(HostAddress host, const QString &sshConfig, bool json)
    : m_host(std::move(host))
    , m_sshConfig(sshConfig)
    , m_json(json)
{
}

void Session::reconnectIfBusWentAway()
{
    if (!m_backend || !m_backend->connection().isConnected()) {
        m_backend.reset();
        (void)connect();
    }
}

Status Session::connect()
{
    auto backend = BackendCall::open(m_host, m_sshConfig);
    if (!backend) {
        return backend.error();
    }
    m_backend.emplace(backend.take());
    return Done {};
}

Result<QDBusConnection> Session::connection()
{
    if (!m_backend) {
        if (const auto connected = connect(); !connected) {
            return connected.error();
        }
    }
    return m_backend->connection();
}

ExitStatus Session::fail(const Error &error)
{
    m_console.complain(QString::fromStdString(error.text));
    return exitStatusFor(error.code);
}

ExitStatus Session::usage(const QString &text)
{
    m_console.complain(text + QStringLiteral("; see trackhandctl --help"));
    return ExitStatus::Usage;
}

} // namespace Trackhand
