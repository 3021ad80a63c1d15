// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/hostaddress.h"

#include "wire/net/address.h"

#include <QRegularExpression>

namespace Trackhand {

namespace {

Error badHost(const QString &text)
{
    return {ErrorCode::InvalidArgument,
        "\"" + text.toStdString() + "\" is not a host: write ssh://[user@]host[:port], or local for this machine"};
}

bool isHostName(const QString &host)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?\\z"));
    return name.match(host).hasMatch();
}

bool isUserName(const QString &user)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9._-]{0,63}\\z"));
    return name.match(user).hasMatch();
}

} // namespace

Result<HostAddress> HostAddress::parse(const QString &text)
{
    if (text.isEmpty() || text == QLatin1String("local")) {
        return HostAddress();
    }
    static const QRegularExpression form(
        QStringLiteral("\\Assh://(?:([^@/]+)@)?(?:\\[([0-9A-Fa-f:.]+)\\]|([^@/:\\[\\]]+))(?::([0-9]{1,5}))?/?\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return badHost(text);
    }
    HostAddress address;
    address.m_user = match.captured(1);
    const QString inBrackets = match.captured(2);
    address.m_host = inBrackets.isEmpty() ? match.captured(3) : inBrackets;
    const bool hostIsGood =
        inBrackets.isEmpty() ? isHostName(address.m_host) : IpAddress::parse(inBrackets.toStdString()).has_value();
    if (!hostIsGood || (!address.m_user.isEmpty() && !isUserName(address.m_user))) {
        return badHost(text);
    }
    if (!match.captured(4).isEmpty()) {
        address.m_port = match.captured(4).toInt();
        if (address.m_port < 1 || address.m_port > 65535) {
            return badHost(text);
        }
    }
    return address;
}

QString HostAddress::toString() const
{
    if (isLocal()) {
        return QStringLiteral("local");
    }
    QString text = QStringLiteral("ssh://");
    if (!m_user.isEmpty()) {
        text += m_user + QLatin1Char('@');
    }
    text += m_host.contains(QLatin1Char(':')) ? QLatin1Char('[') + m_host + QLatin1Char(']') : m_host;
    return m_port == 0 ? text : text + QLatin1Char(':') + QString::number(m_port);
}

} // namespace Trackhand
