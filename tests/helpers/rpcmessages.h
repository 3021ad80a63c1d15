// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conversation.h"

#include <QByteArray>
#include <QString>
#include <initializer_list>
#include <string>
#include <string_view>

/// Calls to a port mapper and its replies, as they are on the wire.
namespace Trackhand::Test::Rpc {

inline constexpr std::uint32_t Nfs = 100003;
inline constexpr std::uint32_t Mountd = 100005;
inline constexpr std::uint32_t Tcp = 6;
inline constexpr std::uint32_t Udp = 17;
inline constexpr std::uint32_t GetPort = 3; // version 2
inline constexpr std::uint32_t GetAddress = 3; // versions 3 and 4
inline constexpr std::uint32_t GetVersionAddress = 9; // version 4

inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline QByteArray bytes(const std::string &string)
{
    return QByteArray::fromStdString(string);
}

inline std::string words(std::initializer_list<std::uint32_t> numbers)
{
    std::string all;
    for (const std::uint32_t number : numbers) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            all += static_cast<char>(number >> shift);
        }
    }
    return all;
}

inline std::string string(std::string_view characters)
{
    std::string all = words({static_cast<std::uint32_t>(characters.size())}) + std::string(characters);
    all.resize((all.size() + 3) / 4 * 4);
    return all;
}

/// A call with AUTH_SYS credentials, as most clients send them.
inline std::string call(std::uint32_t xid, std::uint32_t version, std::uint32_t procedure, const std::string &arguments)
{
    const std::string credentials = words({0x1234}) + string("client") + words({0, 0, 1, 0});
    return words({xid, 0, 2, 100000, version, procedure, 1}) + string(credentials) + words({0, 0}) + arguments;
}

inline std::string getPort(std::uint32_t xid, std::uint32_t program, std::uint32_t l4)
{
    return call(xid, 2, GetPort, words({program, 3, l4, 0}));
}

inline std::string getAddress(
    std::uint32_t xid, std::string_view netid, std::uint32_t version = 4, std::uint32_t procedure = GetAddress)
{
    return call(
        xid, version, procedure, words({Nfs, 3}) + string(netid) + string("10.0.2.2.0.111") + string("rpcinfo"));
}

inline std::string reply(std::uint32_t xid, const std::string &results)
{
    return words({xid, 1, 0, 0, 0, 0}) + results;
}

inline std::string marked(const std::string &message)
{
    return words({0x80000000 | static_cast<std::uint32_t>(message.size())}) + message;
}

/// A conversation over UDP, or over TCP with its handshake done. What is said becomes a record there.
class PortMapper : public Conversation {
public:
    PortMapper(L4Protocol l4, bool ipv6, const HelperOptions &options = {})
        : Conversation("rpc", ipv6, options)
    {
        original.l4 = reply.l4 = l4;
        if (l4 == L4Protocol::Tcp) {
            open();
        }
    }

    const Wire::Proposal &ask(const std::string &message) { return client(wrapped(message)); }
    const Wire::Proposal &answer(const std::string &message) { return server(wrapped(message)); }
    std::string wrapped(const std::string &message) const
    {
        return original.l4 == L4Protocol::Tcp ? marked(message) : message;
    }
};

} // namespace Trackhand::Test::Rpc
