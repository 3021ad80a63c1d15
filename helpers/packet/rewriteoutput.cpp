// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rewritten packet, which only the process around a helper writes: a module has no part of it, and needs no library
// of netfilter.

#include "helpers/packet/rewrite.h"

#include <algorithm>
#include <netinet/ip.h>
#include <netinet/ip6.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
extern "C" { // which these headers forget (libnetfilter_queue 1.0.5)
#include <libnetfilter_queue/libnetfilter_queue_ipv4.h>
#include <libnetfilter_queue/libnetfilter_queue_tcp.h>
#include <libnetfilter_queue/libnetfilter_queue_udp.h>
}

namespace Trackhand {

namespace {

void put16(std::uint8_t *at, std::size_t value)
{
    at[0] = static_cast<std::uint8_t>(value >> 8);
    at[1] = static_cast<std::uint8_t>(value);
}

/// UDP's checksum 0 says that there is none, and a sum that comes out as 0 is sent as 0xffff (RFC 768).
void saySum(std::uint8_t *udp)
{
    if (udp[6] == 0 && udp[7] == 0) {
        put16(udp + 6, 0xffff);
    }
}

void correctIpv4(std::uint8_t *packet, std::size_t size, const PacketHeaders &headers)
{
    auto *ip = reinterpret_cast<iphdr *>(packet);
    put16(packet + 2, size);
    nfq_ip_set_checksum(ip);
    if (headers.tuple.l4 == L4Protocol::Tcp) {
        nfq_tcp_compute_checksum_ipv4(reinterpret_cast<tcphdr *>(packet + headers.l4Offset), ip);
    } else {
        nfq_udp_compute_checksum_ipv4(reinterpret_cast<udphdr *>(packet + headers.l4Offset), ip);
        saySum(packet + headers.l4Offset);
    }
}

void correctIpv6(std::uint8_t *packet, std::size_t size, const PacketHeaders &headers)
{
    auto *ip = reinterpret_cast<ip6_hdr *>(packet);
    put16(packet + 4, size - sizeof *ip);
    if (headers.tuple.l4 == L4Protocol::Tcp) {
        nfq_tcp_compute_checksum_ipv6(reinterpret_cast<tcphdr *>(packet + headers.l4Offset), ip);
    } else {
        nfq_udp_compute_checksum_ipv6(reinterpret_cast<udphdr *>(packet + headers.l4Offset), ip);
        saySum(packet + headers.l4Offset);
    }
}

} // namespace

std::size_t Rewrite::write(const Packet &packet, std::span<std::uint8_t> into) const
{
    const PacketHeaders &headers = packet.headers();
    const auto payload = packet.payload();
    auto to = std::ranges::copy(packet.bytes().first(headers.payloadOffset), into.begin()).out;
    std::size_t from = 0;
    for (const Edit &edit : std::span(m_edits).first(m_count)) {
        to = std::ranges::copy(payload.subspan(from, edit.offset - from), to).out;
        to = std::ranges::copy(std::string_view(m_text.data() + edit.textBegin, edit.textLength), to).out;
        from = edit.offset + std::size_t {edit.length};
    }
    to = std::ranges::copy(payload.subspan(from), to).out;
    const auto size = static_cast<std::size_t>(to - into.begin());
    if (headers.tuple.l4 == L4Protocol::Udp) {
        put16(&into[headers.l4Offset + 4U], size - headers.l4Offset);
    }
    if (headers.tuple.source.family == L3Protocol::Ipv4) {
        correctIpv4(into.data(), size, headers);
    } else {
        correctIpv6(into.data(), size, headers);
    }
    return size;
}

} // namespace Trackhand
