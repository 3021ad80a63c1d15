// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/net/headers.h"

#include <netinet/in.h>

namespace Trackhand {

namespace {

constexpr std::size_t Ipv4HeaderMinimum = 20;
constexpr std::size_t Ipv6HeaderSize = 40;
constexpr std::size_t TcpHeaderMinimum = 20;
constexpr std::size_t GreHeaderMinimum = 4;
constexpr std::size_t EnhancedGreHeaderMinimum = 8;
constexpr std::uint16_t GrePpp = 0x880b; // the one protocol that enhanced GRE carries
constexpr int MaxExtensionHeaders = 8; // more is nothing an honest sender does

std::uint16_t read16(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

std::uint32_t read32(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(read16(bytes, at)) << 16 | read16(bytes, at + 2);
}

bool readIpv4(std::span<const std::uint8_t> packet, PacketHeaders &headers)
{
    const std::size_t length = (packet[0] & 0x0f) * 4U;
    if (packet.size() < Ipv4HeaderMinimum || length < Ipv4HeaderMinimum || packet.size() < length) {
        return false;
    }
    headers.tuple.source = IpAddress::fromBytes(L3Protocol::Ipv4, &packet[12]);
    headers.tuple.destination = IpAddress::fromBytes(L3Protocol::Ipv4, &packet[16]);
    headers.l4Number = packet[9];
    headers.l4Offset = static_cast<std::uint16_t>(length);
    headers.fragment = (read16(packet, 6) & 0x1fff) != 0;
    return true;
}

bool isExtension(std::uint8_t number)
{
    return number == IPPROTO_HOPOPTS || number == IPPROTO_ROUTING || number == IPPROTO_DSTOPTS
        || number == IPPROTO_FRAGMENT || number == IPPROTO_AH;
}

bool readIpv6(std::span<const std::uint8_t> packet, PacketHeaders &headers)
{
    if (packet.size() < Ipv6HeaderSize) {
        return false;
    }
    headers.tuple.source = IpAddress::fromBytes(L3Protocol::Ipv6, &packet[8]);
    headers.tuple.destination = IpAddress::fromBytes(L3Protocol::Ipv6, &packet[24]);
    std::uint8_t next = packet[6];
    std::size_t offset = Ipv6HeaderSize;
    // A later fragment has only bytes of the middle; what its next header names stood in the first one.
    for (int count = 0; isExtension(next) && !headers.fragment; ++count) {
        if (count == MaxExtensionHeaders || packet.size() < offset + 8) {
            return false;
        }
        std::size_t length = (packet[offset + 1] + 1U) * 8U;
        if (next == IPPROTO_FRAGMENT) {
            headers.fragment = (read16(packet, offset + 2) & 0xfff8) != 0;
            length = 8;
        } else if (next == IPPROTO_AH) {
            length = (packet[offset + 1] + 2U) * 4U;
        }
        next = packet[offset];
        offset += length;
        if (packet.size() < offset) {
            return false;
        }
    }
    headers.l4Number = next;
    headers.l4Offset = static_cast<std::uint16_t>(offset);
    return true;
}

bool readPorts(std::span<const std::uint8_t> packet, PacketHeaders &headers)
{
    const std::size_t at = headers.l4Offset;
    if (packet.size() < at + 8) {
        return false;
    }
    headers.tuple.sourcePort = read16(packet, at);
    headers.tuple.destinationPort = read16(packet, at + 2);
    return true;
}

bool readTcp(std::span<const std::uint8_t> packet, PacketHeaders &headers)
{
    const std::size_t at = headers.l4Offset;
    if (packet.size() < at + TcpHeaderMinimum) {
        return false;
    }
    const std::size_t length = (packet[at + 12] >> 4) * 4U;
    if (length < TcpHeaderMinimum || packet.size() < at + length) {
        return false;
    }
    headers.tcpSequence = read32(packet, at + 4);
    headers.tcpAcknowledgement = read32(packet, at + 8);
    headers.tcpFlags = packet[at + 13];
    headers.payloadOffset = static_cast<std::uint16_t>(at + length);
    return readPorts(packet, headers);
}

/// Enhanced GRE (RFC 2637, 4.1) names its receiver's call id, which conntrack takes for the destination port; its
/// sequence and acknowledgement numbers may be there or not. Other GRE has nothing like a port.
bool readGre(std::span<const std::uint8_t> packet, PacketHeaders &headers)
{
    const std::size_t at = headers.l4Offset;
    if (packet.size() < at + GreHeaderMinimum) {
        return false;
    }
    const bool isEnhanced = (packet[at + 1] & 0x07) == 1 && read16(packet, at + 2) == GrePpp;
    if (!isEnhanced) {
        return true;
    }
    const std::size_t sequence = (packet[at] & 0x10) != 0 ? 4 : 0;
    const std::size_t acknowledgement = (packet[at + 1] & 0x80) != 0 ? 4 : 0;
    const std::size_t length = EnhancedGreHeaderMinimum + sequence + acknowledgement;
    if (packet.size() < at + length) {
        return false;
    }
    headers.tuple.destinationPort = read16(packet, at + 6);
    headers.payloadOffset = static_cast<std::uint16_t>(at + length);
    return true;
}

bool readL4(std::span<const std::uint8_t> packet, PacketHeaders &headers)
{
    headers.payloadOffset = headers.l4Offset;
    if (headers.fragment) {
        return true;
    }
    switch (headers.l4Number) {
    case IPPROTO_TCP:
        headers.tuple.l4 = L4Protocol::Tcp;
        return readTcp(packet, headers);
    case IPPROTO_UDP:
        headers.tuple.l4 = L4Protocol::Udp;
        headers.payloadOffset = static_cast<std::uint16_t>(headers.l4Offset + 8);
        return readPorts(packet, headers);
    case IPPROTO_GRE:
        headers.tuple.l4 = L4Protocol::Gre;
        return readGre(packet, headers);
    case IPPROTO_DCCP:
        headers.tuple.l4 = L4Protocol::Dccp;
        return readPorts(packet, headers);
    case IPPROTO_SCTP:
        headers.tuple.l4 = L4Protocol::Sctp;
        return readPorts(packet, headers);
    default:
        return true;
    }
}

} // namespace

std::optional<PacketHeaders> parseHeaders(std::span<const std::uint8_t> packet)
{
    if (packet.empty() || packet.size() > 65535) {
        return std::nullopt;
    }
    PacketHeaders headers;
    const int version = packet[0] >> 4;
    const bool parsed = (version == 4 && readIpv4(packet, headers)) || (version == 6 && readIpv6(packet, headers));
    if (!parsed || !readL4(packet, headers)) {
        return std::nullopt;
    }
    return headers;
}

} // namespace Trackhand
