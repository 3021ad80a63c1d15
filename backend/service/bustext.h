// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

/// Text on its way over the bus: UTF-8 in std::string inside the backend, QString in QtDBus. Converted here only.
namespace Trackhand {

inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

inline std::string fromQt(const QString &text)
{
    return text.toStdString();
}

/// The names of protocols ("ipv4", "tcp") as the bus has them.
template <typename Protocol>
QStringList protocolNames(const std::vector<Protocol> &protocols)
{
    QStringList names;
    for (const Protocol protocol : protocols) {
        names.append(toQt(toString(protocol)));
    }
    return names;
}

} // namespace Trackhand
