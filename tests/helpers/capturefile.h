// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packetbuilder.h"

#include <cstdint>
#include <cstdio>
#include <string>

struct pcap;
struct pcap_dumper;

namespace Trackhand::Test {

/// Writes frames to a capture file.
class CaptureFile {
public:
    /// @p linkType is a DLT_ number of libpcap.
    CaptureFile(const std::string &path, int linkType);
    CaptureFile(std::FILE *stream, int linkType); ///< which it closes
    ~CaptureFile();
    CaptureFile(const CaptureFile &) = delete;
    CaptureFile &operator=(const CaptureFile &) = delete;

    void frame(long second, const Bytes &bytes);
    std::uint64_t size() const { return m_size; } ///< bytes written so far

private:
    pcap *m_handle;
    pcap_dumper *m_dumper;
    std::uint64_t m_size = 0;
};

/// The same packet in fragments with at most @p dataLength (a multiple of 8) bytes of its payload each.
std::vector<Bytes> fragmentsOf(const Bytes &packet, std::size_t dataLength, std::uint32_t id = 1);

Bytes joined(const Bytes &head, const Bytes &tail);

} // namespace Trackhand::Test
