// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/net/address.h"

#include <algorithm>
#include <arpa/inet.h>

namespace Trackhand {

std::string_view toString(L3Protocol protocol)
{
    switch (protocol) {
    case L3Protocol::Ipv4:
        return "ipv4";
    case L3Protocol::Ipv6:
        return "ipv6";
    case L3Protocol::Unspecified:
        break;
    }
    return "any";
}

std::string_view toString(L4Protocol protocol)
{
    switch (protocol) {
    case L4Protocol::Tcp:
        return "tcp";
    case L4Protocol::Udp:
        return "udp";
    case L4Protocol::Dccp:
        return "dccp";
    case L4Protocol::Sctp:
        return "sctp";
    case L4Protocol::Unspecified:
        break;
    }
    return "any";
}

std::optional<L3Protocol> l3FromString(std::string_view text)
{
    for (const auto protocol : {L3Protocol::Ipv4, L3Protocol::Ipv6}) {
        if (text == toString(protocol)) {
            return protocol;
        }
    }
    return std::nullopt;
}

std::optional<L4Protocol> l4FromString(std::string_view text)
{
    for (const auto protocol : {L4Protocol::Tcp, L4Protocol::Udp, L4Protocol::Sctp, L4Protocol::Dccp}) {
        if (text == toString(protocol)) {
            return protocol;
        }
    }
    return std::nullopt;
}

IpAddress IpAddress::fromBytes(L3Protocol family, const std::uint8_t *bytes)
{
    IpAddress address {family, {}};
    std::copy_n(bytes, address.size(), address.bytes.begin());
    return address;
}

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    const std::string terminated(text);
    for (const auto family : {L3Protocol::Ipv4, L3Protocol::Ipv6}) {
        IpAddress address {family, {}};
        if (::inet_pton(static_cast<int>(family), terminated.c_str(), address.bytes.data()) == 1) {
            return address;
        }
    }
    return std::nullopt;
}

std::string IpAddress::toString() const
{
    char text[INET6_ADDRSTRLEN] = {};
    if (family == L3Protocol::Unspecified || !::inet_ntop(static_cast<int>(family), bytes.data(), text, sizeof text)) {
        return {};
    }
    return text;
}

} // namespace Trackhand
