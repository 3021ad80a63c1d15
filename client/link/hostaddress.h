// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QString>
#include <QStringList>

namespace Trackhand {

/// Which machine's backend: this one, or one that ssh reaches. A value of this class is safe to hand to ssh as
/// arguments: parse() lets nothing through that ssh or a shell could take for an option or a command.
class HostAddress {
public:
    /// This host.
    HostAddress() = default;

    /// "" and "local" mean this host; otherwise ssh://[user@]host[:port]. A name has letters, digits, '.', '-', '_' and
    /// begins with a letter or digit; an IPv6 address stands in brackets; the port is 1 to 65535.
    static Result<HostAddress> parse(const QString &text);

    bool isLocal() const { return m_host.isEmpty(); }
    QString user() const { return m_user; } ///< "" = whatever ssh chooses
    QString host() const { return m_host; } ///< without brackets
    int port() const { return m_port; } ///< 0 = whatever ssh chooses

    /// What parse() reads: "local" or "ssh://...".
    QString toString() const;

    bool operator==(const HostAddress &) const = default;

private:
    QString m_user;
    QString m_host;
    int m_port = 0;
};

} // namespace Trackhand
