// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packetbuilder.h"

#include <algorithm>

namespace Trackhand::Test {

namespace {

void put16(Bytes &bytes, std::size_t value)
{
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes.push_back(static_cast<std::uint8_t>(value));
}

void put32(Bytes &bytes, std::uint32_t value)
{
    put16(bytes, value >> 16);
    put16(bytes, value & 0xffff);
}

void putAddress(Bytes &bytes, const IpAddress &address)
{
    bytes.insert(bytes.end(), address.bytes.begin(), address.bytes.begin() + address.size());
}

Bytes ipHeader(const Tuple &tuple, std::size_t l4Length)
{
    Bytes bytes;
    bytes.reserve(40 + l4Length);
    if (tuple.source.family == L3Protocol::Ipv4) {
        bytes.insert(bytes.end(), {0x45, 0});
        put16(bytes, 20 + l4Length);
        put32(bytes, 0x00004000); // do not fragment
        bytes.push_back(64);
        bytes.push_back(static_cast<std::uint8_t>(tuple.l4));
        put16(bytes, 0);
    } else {
        bytes.insert(bytes.end(), {0x60, 0, 0, 0});
        put16(bytes, l4Length);
        bytes.push_back(static_cast<std::uint8_t>(tuple.l4));
        bytes.push_back(64);
    }
    putAddress(bytes, tuple.source);
    putAddress(bytes, tuple.destination);
    return bytes;
}

} // namespace

Bytes tcpPacket(const Tuple &tuple, const Segment &segment)
{
    Bytes bytes = ipHeader(tuple, 20 + segment.payload.size());
    put16(bytes, tuple.sourcePort);
    put16(bytes, tuple.destinationPort);
    put32(bytes, segment.sequence);
    put32(bytes, segment.acknowledgement);
    bytes.push_back(0x50);
    bytes.push_back(segment.flags);
    put16(bytes, 65535);
    put32(bytes, 0);
    bytes.insert(bytes.end(), segment.payload.begin(), segment.payload.end());
    return bytes;
}

Bytes udpPacket(const Tuple &tuple, std::string_view payload)
{
    Bytes bytes = ipHeader(tuple, 8 + payload.size());
    put16(bytes, tuple.sourcePort);
    put16(bytes, tuple.destinationPort);
    put16(bytes, 8 + payload.size());
    put16(bytes, 0);
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

Tuple tcpTuple(
    std::string_view source, std::uint16_t sourcePort, std::string_view destination, std::uint16_t destinationPort)
{
    return {IpAddress::parse(source).value(), IpAddress::parse(destination).value(), sourcePort, destinationPort,
        L4Protocol::Tcp};
}

} // namespace Trackhand::Test
