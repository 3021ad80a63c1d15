// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace Trackhand {

/// Layer 3 protocol, by its NFPROTO_ (= AF_) number.
enum class L3Protocol : std::uint8_t { Unspecified = 0, Ipv4 = 2, Ipv6 = 10 };

/// Layer 4 protocol, by its IPPROTO_ number. Of GRE only version 1 (RFC 2637) has ports: call ids stand for them.
enum class L4Protocol : std::uint8_t { Unspecified = 0, Tcp = 6, Udp = 17, Dccp = 33, Gre = 47, Sctp = 132 };

std::string_view toString(L3Protocol protocol); ///< "ipv4", "ipv6" or "any"
std::string_view toString(L4Protocol protocol); ///< "tcp", "udp", "dccp", "gre", "sctp" or "any"
std::optional<L3Protocol> l3FromString(std::string_view text);
std::optional<L4Protocol> l4FromString(std::string_view text); ///< of those that a helper can be registered for

/// An IPv4 or IPv6 address in network byte order; an IPv4 address uses the first four bytes, the others are zero.
/// Trivially copyable with a fixed layout, because it crosses process boundaries.
struct IpAddress {
    L3Protocol family = L3Protocol::Unspecified;
    std::array<std::uint8_t, 16> bytes {};

    static IpAddress fromBytes(L3Protocol family, const std::uint8_t *bytes);
    static IpAddress anyOf(L3Protocol family) { return {family, {}}; }
    static std::optional<IpAddress> parse(std::string_view text);

    std::size_t size() const { return family == L3Protocol::Ipv6 ? 16 : family == L3Protocol::Ipv4 ? 4 : 0; }
    bool isUnspecified() const { return bytes == std::array<std::uint8_t, 16> {}; }
    std::string toString() const;
    /// The same without allocating: the text lies at the front of @p into.
    static constexpr std::size_t MaxText = 46;
    std::string_view write(std::span<char, MaxText> into) const;

    auto operator<=>(const IpAddress &) const = default;
};

/// The two ends of a connection as one side of conntrack sees them; ports in host byte order.
struct Tuple {
    IpAddress source;
    IpAddress destination;
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    L4Protocol l4 = L4Protocol::Unspecified;

    Tuple inverted() const { return {destination, source, destinationPort, sourcePort, l4}; }

    auto operator<=>(const Tuple &) const = default;
};

} // namespace Trackhand
