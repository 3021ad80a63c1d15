// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace Trackhand {

/// The link layers whose captures can be replayed, for people.
constexpr std::string_view KnownLinkTypes = "Ethernet, 802.11, PPP, Linux cooked, loopback and raw IP";

/// @p linkType is a DLT_ number of libpcap.
bool isKnownLinkType(int linkType);

/// What a frame carries: EtherType 0x0800 or 0x86dd and where that packet begins, or something else.
struct Layer3 {
    static constexpr std::uint16_t Ipv4 = 0x0800;
    static constexpr std::uint16_t Ipv6 = 0x86dd;

    std::uint16_t etherType = 0;
    std::size_t offset = 0;

    bool isIp() const { return etherType == Ipv4 || etherType == Ipv6; }
};

/// Looks behind the link layer's header, its VLAN tags (802.1Q, 802.1ad), PPPoE and SNAP (tcpdump.org/linktypes.html).
/// When it is IP, its offset lies within @p frame.
Layer3 findLayer3(int linkType, std::span<const std::uint8_t> frame);

} // namespace Trackhand
