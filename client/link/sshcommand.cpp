// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/sshcommand.h"

namespace Trackhand {

namespace {

/// D-Bus address values escape every byte outside this set as %xx (D-Bus specification, "Server Addresses").
QByteArray escapedValue(const QByteArray &value)
{
    static const QByteArray plain =
        QByteArrayLiteral("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_/.\\*");
    QByteArray escaped;
    for (const char c : value) {
        if (plain.contains(c)) {
            escaped += c;
        } else {
            escaped += '%' + QByteArray(1, c).toHex();
        }
    }
    return escaped;
}

} // namespace

SshCommand::SshCommand(const HostAddress &host, const QString &configFile)
    : m_host(host)
    , m_configFile(configFile)
{
}

QString SshCommand::program()
{
    return QStringLiteral("ssh");
}

QStringList SshCommand::arguments(const QStringList &remote) const
{
    QStringList arguments;
    if (!m_configFile.isEmpty()) {
        arguments << QStringLiteral("-F") << m_configFile;
    }
    arguments << QStringLiteral("-T") << QStringLiteral("-oBatchMode=yes") << QStringLiteral("-oConnectTimeout=10")
              << QStringLiteral("-oServerAliveInterval=5") << QStringLiteral("-oServerAliveCountMax=3");
    if (!m_host.user().isEmpty()) {
        arguments << QStringLiteral("-l") << m_host.user();
    }
    if (m_host.port() != 0) {
        arguments << QStringLiteral("-p") << QString::number(m_host.port());
    }
    return arguments << QStringLiteral("--") << m_host.host() << remote;
}

QString SshCommand::busAddress() const
{
    QByteArray address = "unixexec:path=" + program().toUtf8();
    int number = 0;
    for (const QString &argument : arguments({QStringLiteral("systemd-stdio-bridge")})) {
        address += ",argv" + QByteArray::number(++number) + '=' + escapedValue(argument.toUtf8());
    }
    return QString::fromLatin1(address);
}

} // namespace Trackhand
