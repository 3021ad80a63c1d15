// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conversation.h"
#include "h323control.h"
#include "h323signalling.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace Trackhand::Test::H323 {

inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline std::string bytes(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

/// An end as messages have it.
inline std::string end(std::string_view address, std::uint16_t port)
{
    const auto parsed = *IpAddress::parse(address);
    std::string written(parsed.bytes.begin(), parsed.bytes.begin() + static_cast<std::ptrdiff_t>(parsed.size()));
    written += static_cast<char>(port >> 8);
    written += static_cast<char>(port & 0xff);
    return written;
}

inline std::string replaced(std::string message, const std::string &from, const std::string &to)
{
    for (std::size_t at = message.find(from); at != std::string::npos; at = message.find(from, at + to.size())) {
        message.replace(at, from.size(), to);
    }
    return message;
}

/// A connection of call signalling or H.245, or the conversation of an endpoint with its gatekeeper.
class Call : public Conversation {
public:
    explicit Call(L4Protocol l4, bool ipv6 = false, const HelperOptions &options = {})
        : Conversation("h323", ipv6, options)
    {
        if (l4 == L4Protocol::Udp) {
            original.l4 = L4Protocol::Udp;
            original.sourcePort = original.destinationPort = 1719;
            reply = original.inverted();
        } else {
            open();
        }
    }
};

} // namespace Trackhand::Test::H323
