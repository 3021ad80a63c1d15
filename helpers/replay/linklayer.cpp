// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/linklayer.h"

#include <algorithm>
#include <pcap/dlt.h>

namespace Trackhand {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint16_t PppoeSession = 0x8864;
constexpr std::uint16_t FirstEtherType = 0x0600; ///< less is the length of an 802.3 frame
constexpr int MaxVlanTags = 4;

/// Beyond the end of the frame everything is zero, and so no IP.
std::uint8_t read8(Bytes bytes, std::size_t at)
{
    return at < bytes.size() ? bytes[at] : 0;
}

std::uint16_t read16(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(read8(bytes, at) << 8 | read8(bytes, at + 1));
}

bool isVlanTag(std::uint16_t etherType)
{
    return etherType == 0x8100 || etherType == 0x88a8 || etherType == 0x9100;
}

/// The protocol number may be preceded by HDLC's address and control, and be one byte long (RFC 1661, 6.5 and 6.6).
Layer3 behindPpp(Bytes frame, std::size_t offset)
{
    if (read16(frame, offset) == 0xff03) {
        offset += 2;
    }
    const bool compressed = (read8(frame, offset) & 1) != 0;
    const std::uint16_t protocol = compressed ? read8(frame, offset) : read16(frame, offset);
    return {protocol == 0x0021   ? Layer3::Ipv4
            : protocol == 0x0057 ? Layer3::Ipv6
                                 : std::uint16_t {0},
        offset + (compressed ? 1 : 2)};
}

/// LLC with a SNAP header that names an EtherType (RFC 1042).
Layer3 behindSnap(Bytes frame, std::size_t offset)
{
    const bool snap =
        read16(frame, offset) == 0xaaaa && read16(frame, offset + 2) == 0x0300 && read16(frame, offset + 4) == 0;
    return {snap ? read16(frame, offset + 6) : std::uint16_t {0}, offset + 8};
}

Layer3 behindEtherType(Bytes frame, std::uint16_t etherType, std::size_t offset)
{
    for (int tags = 0; tags < MaxVlanTags && isVlanTag(etherType); ++tags) {
        etherType = read16(frame, offset + 2);
        offset += 4;
    }
    if (etherType == PppoeSession) {
        return behindPpp(frame, offset + 6);
    }
    return etherType < FirstEtherType ? behindSnap(frame, offset) : Layer3 {etherType, offset};
}

/// Link types without a protocol field that is worth reading: the IP header says its version itself.
Layer3 byVersion(Bytes frame, std::size_t offset)
{
    const int version = read8(frame, offset) >> 4;
    return {version == 4 ? Layer3::Ipv4 : version == 6 ? Layer3::Ipv6 : std::uint16_t {0}, offset};
}

Layer3 behindHdlc(Bytes frame)
{
    return read8(frame, 0) == 0xff ? behindPpp(frame, 0) : behindEtherType(frame, read16(frame, 2), 4);
}

/// Data frames of 802.11 that are whole, in clear text and no aggregate of several (IEEE 802.11-2020, 9.2 and 9.3.2).
Layer3 behindWireless(Bytes frame, std::size_t offset)
{
    const std::uint8_t kind = read8(frame, offset);
    const std::uint8_t flags = read8(frame, offset + 1);
    const bool isData = (kind & 0x4f) == 0x08;
    const bool hasQos = (kind & 0x80) != 0;
    const bool inPieces = (flags & 0x04) != 0 || (read8(frame, offset + 22) & 0x0f) != 0;
    const bool isEncrypted = (flags & 0x40) != 0;
    if (!isData || inPieces || isEncrypted) {
        return {};
    }
    std::size_t length = (flags & 0x03) == 0x03 ? 30 : 24;
    if (hasQos) {
        const bool aggregate = (read8(frame, offset + length) & 0x80) != 0;
        if (aggregate) {
            return {};
        }
        length += (flags & 0x80) != 0 ? 6 : 2;
    }
    return behindSnap(frame, offset + length);
}

Layer3 behindLink(int linkType, Bytes frame)
{
    switch (linkType) {
    case DLT_EN10MB:
        return behindEtherType(frame, read16(frame, 12), 14);
    case DLT_LINUX_SLL:
        return behindEtherType(frame, read16(frame, 14), 16);
    case DLT_LINUX_SLL2:
        return behindEtherType(frame, read16(frame, 0), 20);
    case DLT_NULL:
    case DLT_LOOP:
        return byVersion(frame, 4);
    case DLT_PPP:
        return behindPpp(frame, 0);
    case DLT_PPP_PPPD: // a direction in place of the address
        return behindPpp(frame, 1 + (read8(frame, 1) == 0x03 ? 1 : 0));
    case DLT_PPP_ETHER:
        return behindPpp(frame, 6);
    case DLT_PPP_SERIAL:
    case DLT_C_HDLC:
        return behindHdlc(frame);
    case DLT_IEEE802_11:
        return behindWireless(frame, 0);
    case DLT_IEEE802_11_RADIO: // radiotap.org: the header's length, little endian
        return behindWireless(frame, std::size_t {read8(frame, 2)} | std::size_t {read8(frame, 3)} << 8);
    default:
        return byVersion(frame, 0);
    }
}

} // namespace

bool isKnownLinkType(int linkType)
{
    constexpr int known[] = {DLT_EN10MB, DLT_LINUX_SLL, DLT_LINUX_SLL2, DLT_NULL, DLT_LOOP, DLT_PPP, DLT_PPP_PPPD,
        DLT_PPP_ETHER, DLT_PPP_SERIAL, DLT_C_HDLC, DLT_IEEE802_11, DLT_IEEE802_11_RADIO, DLT_RAW, DLT_IPV4, DLT_IPV6};
    return std::ranges::find(known, linkType) != std::end(known);
}

Layer3 findLayer3(int linkType, Bytes frame)
{
    const Layer3 layer3 = behindLink(linkType, frame);
    return layer3.offset <= frame.size() ? layer3 : Layer3 {};
}

} // namespace Trackhand
