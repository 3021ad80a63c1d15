// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/hostaddress.h"

namespace Trackhand {

/// How ssh is called for a host: never asking anything on a terminal, giving up after ten seconds.
class SshCommand {
public:
    /// @p configFile becomes ssh's -F; "" = the user's own configuration.
    explicit SshCommand(const HostAddress &host, const QString &configFile = {});

    static QString program();
    /// Arguments of ssh that run @p remote (plain words without blanks) on the host.
    QStringList arguments(const QStringList &remote) const;
    /// D-Bus address of the host's system bus: unixexec of ssh with systemd-stdio-bridge at the far end.
    QString busAddress() const;

private:
    HostAddress m_host;
    QString m_configFile;
};

} // namespace Trackhand
