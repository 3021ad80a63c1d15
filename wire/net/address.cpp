// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/net/address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

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
    case L4Protocol::Gre:
        return "gre";
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
    std::array<char, MaxText> terminated {};
    if (text.size() >= terminated.size()) {
        return std::nullopt;
    }
    std::ranges::copy(text, terminated.begin());
    for (const auto family : {L3Protocol::Ipv4, L3Protocol::Ipv6}) {
        IpAddress address {family, {}};
        if (::inet_pton(static_cast<int>(family), terminated.data(), address.bytes.data()) == 1) {
            return address;
        }
    }
    return std::nullopt;
}

std::string IpAddress::toString() const
{
    std::array<char, MaxText> text;
    return std::string(write(text));
}

std::string_view IpAddress::write(std::span<char, MaxText> into) const
{
    if (family == L3Protocol::Ipv4) { // by hand: inet_ntop() goes through printf, and helpers do this a packet
        char *at = into.data();
        for (std::size_t i = 0; i < 4; ++i) {
            if (i != 0) {
                *at++ = '.';
            }
            at = std::to_chars(at, into.data() + into.size(), bytes[i]).ptr;
        }
        return {into.data(), static_cast<std::size_t>(at - into.data())};
    }
    static_assert(MaxText == INET6_ADDRSTRLEN);
    const bool written = family == L3Protocol::Ipv6 && ::inet_ntop(AF_INET6, bytes.data(), into.data(), MaxText);
    return written ? std::string_view(into.data()) : std::string_view();
}

} // namespace Trackhand
