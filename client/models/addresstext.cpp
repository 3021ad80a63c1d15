// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/addresstext.h"

#include <QCoreApplication>

namespace Trackhand {

QString addressText(const IpAddress &address)
{
    if (address.family == L3Protocol::Unspecified) {
        return QCoreApplication::translate("Trackhand::AddressText", "any");
    }
    return QString::fromStdString(address.toString());
}

QString endpointText(const IpAddress &address, std::uint16_t port)
{
    const QString text = addressText(address);
    if (port == 0) {
        return text;
    }
    const QString format = address.family == L3Protocol::Ipv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2");
    return format.arg(text).arg(port);
}

} // namespace Trackhand
