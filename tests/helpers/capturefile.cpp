// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capturefile.h"

#include <algorithm>
#include <pcap/pcap.h>
#include <utility>

namespace Trackhand::Test {

namespace {

constexpr int MaxFrame = 262144;
constexpr std::uint64_t FileHeaderSize = 24;
constexpr std::uint64_t FrameHeaderSize = 16;
constexpr std::uint8_t FragmentHeader = 44;

void put16(Bytes &bytes, std::size_t at, std::size_t value)
{
    bytes[at] = static_cast<std::uint8_t>(value >> 8);
    bytes[at + 1] = static_cast<std::uint8_t>(value);
}

} // namespace

CaptureFile::CaptureFile(const std::string &path, int linkType)
    : m_handle(::pcap_open_dead(linkType, MaxFrame))
    , m_dumper(::pcap_dump_open(m_handle, path.c_str()))
    , m_size(FileHeaderSize)
{
}

CaptureFile::CaptureFile(std::FILE *stream, int linkType)
    : m_handle(::pcap_open_dead(linkType, MaxFrame))
    , m_dumper(::pcap_dump_fopen(m_handle, stream))
    , m_size(FileHeaderSize)
{
}

CaptureFile::~CaptureFile()
{
    ::pcap_dump_close(m_dumper);
    ::pcap_close(m_handle);
}

void CaptureFile::frame(long second, const Bytes &bytes)
{
    pcap_pkthdr header {};
    header.ts.tv_sec = second;
    header.caplen = header.len = static_cast<bpf_u_int32>(bytes.size());
    ::pcap_dump(reinterpret_cast<u_char *>(m_dumper), &header, bytes.data());
    m_size += FrameHeaderSize + bytes.size();
}

std::vector<Bytes> fragmentsOf(const Bytes &packet, std::size_t dataLength, std::uint32_t id)
{
    const bool isIpv4 = packet[0] >> 4 == 4;
    const std::size_t headerLength = isIpv4 ? 20 : 40;
    std::vector<Bytes> all;
    for (std::size_t at = headerLength; at < packet.size(); at += dataLength) {
        const std::size_t end = std::min(at + dataLength, packet.size());
        const std::size_t offset = at - headerLength;
        const bool more = end < packet.size();
        Bytes piece(packet.begin(), packet.begin() + static_cast<std::ptrdiff_t>(headerLength));
        if (!isIpv4) {
            const std::uint8_t next = std::exchange(piece[6], FragmentHeader);
            piece.insert(piece.end(), {next, 0, 0, 0, 0, 0, 0, 0});
            put16(piece, 42, offset | (more ? 1U : 0U));
            put16(piece, 44, id >> 16);
            put16(piece, 46, id & 0xffff);
        }
        piece.insert(piece.end(), packet.begin() + static_cast<std::ptrdiff_t>(at),
            packet.begin() + static_cast<std::ptrdiff_t>(end));
        if (isIpv4) {
            put16(piece, 2, piece.size());
            put16(piece, 4, id & 0xffff);
            put16(piece, 6, offset / 8 | (more ? 0x2000U : 0U));
        } else {
            put16(piece, 4, piece.size() - headerLength);
        }
        all.push_back(piece);
    }
    return all;
}

Bytes joined(const Bytes &head, const Bytes &tail)
{
    Bytes all = head;
    all.insert(all.end(), tail.begin(), tail.end());
    return all;
}

} // namespace Trackhand::Test
