// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/capturereader.h"

#include <algorithm>
#include <pcap/pcap.h>

namespace Trackhand {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint16_t Ipv4Type = 0x0800;
constexpr std::uint16_t Ipv6Type = 0x86dd;
constexpr std::size_t MaxIpPacket = 65535;
constexpr int MaxVlanTags = 4;

struct Layer3 {
    std::uint16_t etherType = 0;
    std::size_t offset = 0;
};

std::uint16_t read16(Bytes bytes, std::size_t at)
{
    return at + 2 <= bytes.size() ? static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]) : 0;
}

Layer3 behindVlanTags(Bytes frame, std::uint16_t etherType, std::size_t offset)
{
    for (int tags = 0; tags < MaxVlanTags; ++tags) {
        if (etherType != 0x8100 && etherType != 0x88a8 && etherType != 0x9100) {
            break;
        }
        etherType = read16(frame, offset + 2);
        offset += 4;
    }
    return {etherType, offset};
}

/// Link types without a protocol field that is worth reading: the IP header says its version itself.
Layer3 byVersion(Bytes frame, std::size_t offset)
{
    const int version = offset < frame.size() ? frame[offset] >> 4 : 0;
    return {version == 4 ? Ipv4Type : version == 6 ? Ipv6Type : std::uint16_t {0}, offset};
}

Layer3 findLayer3(int linkType, Bytes frame)
{
    switch (linkType) {
    case DLT_EN10MB:
        return behindVlanTags(frame, read16(frame, 12), 14);
    case DLT_LINUX_SLL:
        return behindVlanTags(frame, read16(frame, 14), 16);
    case DLT_LINUX_SLL2:
        return behindVlanTags(frame, read16(frame, 0), 20);
    case DLT_NULL:
    case DLT_LOOP:
        return byVersion(frame, 4);
    default:
        return byVersion(frame, 0);
    }
}

bool isKnown(int linkType)
{
    constexpr int known[] = {
        DLT_EN10MB, DLT_LINUX_SLL, DLT_LINUX_SLL2, DLT_NULL, DLT_LOOP, DLT_RAW, DLT_IPV4, DLT_IPV6};
    return std::ranges::find(known, linkType) != std::end(known);
}

} // namespace

void CaptureReader::Close::operator()(pcap *handle) const
{
    ::pcap_close(handle);
}

CaptureReader::CaptureReader(pcap *handle)
    : m_handle(handle)
    , m_linkType(::pcap_datalink(handle))
{
}

Result<CaptureReader> CaptureReader::open(const std::string &file)
{
    char problem[PCAP_ERRBUF_SIZE] = {};
    pcap_t *handle = ::pcap_open_offline_with_tstamp_precision(file.c_str(), PCAP_TSTAMP_PRECISION_NANO, problem);
    if (!handle) {
        return Error {ErrorCode::InvalidArgument, "cannot read \"" + file + "\" as pcap or pcapng: " + problem};
    }
    CaptureReader reader(handle);
    if (!isKnown(reader.m_linkType)) {
        const char *name = ::pcap_datalink_val_to_name(reader.m_linkType);
        return Error {ErrorCode::InvalidArgument,
            "\"" + file + "\" has link type " + (name ? name : std::to_string(reader.m_linkType))
                + "; Ethernet, Linux cooked, loopback and raw IP captures can be replayed"};
    }
    return reader;
}

CaptureReader::Next CaptureReader::next(Frame &frame)
{
    pcap_pkthdr *header = nullptr;
    const u_char *data = nullptr;
    const int status = ::pcap_next_ex(m_handle.get(), &header, &data);
    if (status == PCAP_ERROR_BREAK) {
        return Next::End;
    }
    if (status != 1) {
        m_problem = "damaged after frame " + std::to_string(m_frames) + ": " + ::pcap_geterr(m_handle.get());
        return Next::Damaged;
    }
    const Bytes bytes(data, header->caplen);
    const Layer3 layer3 = findLayer3(m_linkType, bytes);
    frame.number = ++m_frames;
    // With nanosecond precision tv_usec holds nanoseconds.
    frame.timeNs =
        static_cast<std::uint64_t>(header->ts.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(header->ts.tv_usec);
    frame.etherType = layer3.etherType;
    frame.packet = {};
    frame.originalLength = 0;
    if ((layer3.etherType == Ipv4Type || layer3.etherType == Ipv6Type) && layer3.offset <= bytes.size()) {
        const auto packet = bytes.subspan(layer3.offset);
        frame.packet = packet.first(std::min(packet.size(), MaxIpPacket));
        frame.originalLength = std::max(header->len, header->caplen) - static_cast<std::uint32_t>(layer3.offset);
    }
    return Next::Frame;
}

} // namespace Trackhand
