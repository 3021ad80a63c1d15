// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/capturereader.h"

#include "helpers/replay/linklayer.h"

#include <algorithm>
#include <cstdio>
#include <pcap/pcap.h>
#include <sys/stat.h>

namespace Trackhand {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t MaxIpPacket = 65535;

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
    if (!isKnownLinkType(reader.m_linkType)) {
        const char *name = ::pcap_datalink_val_to_name(reader.m_linkType);
        return Error {ErrorCode::InvalidArgument,
            "\"" + file + "\" has link type " + (name ? name : std::to_string(reader.m_linkType)) + "; captures of "
                + std::string(KnownLinkTypes) + " can be replayed"};
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
    if (layer3.isIp()) {
        const auto packet = bytes.subspan(layer3.offset);
        frame.packet = packet.first(std::min(packet.size(), MaxIpPacket));
        frame.originalLength = std::max(header->len, header->caplen) - static_cast<std::uint32_t>(layer3.offset);
    }
    return Next::Frame;
}

std::uint64_t CaptureReader::bytesRead() const
{
    const off_t at = ::ftello(::pcap_file(m_handle.get()));
    return at > 0 ? static_cast<std::uint64_t>(at) : 0;
}

std::uint64_t CaptureReader::size() const
{
    struct stat status = {};
    const bool known = ::fstat(::fileno(::pcap_file(m_handle.get())), &status) == 0 && S_ISREG(status.st_mode);
    return known ? static_cast<std::uint64_t>(status.st_size) : 0;
}

} // namespace Trackhand
