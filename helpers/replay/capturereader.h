// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

struct pcap;

namespace Trackhand {

/// Reads the IP packets of a pcap or pcapng file whose link type is one of KnownLinkTypes; "-" is standard input. One
/// frame in memory at a time.
class CaptureReader {
public:
    /// InvalidArgument with what is wrong with the file.
    static Result<CaptureReader> open(const std::string &file);

    struct Frame {
        std::uint64_t number = 0; ///< from 1
        std::uint64_t timeNs = 0; ///< since 1970
        std::uint16_t etherType = 0; ///< 0x0800 or 0x86dd; anything else has no packet
        std::span<const std::uint8_t> packet; ///< from the IP header on, valid until the next read
        std::uint32_t originalLength = 0; ///< bytes the packet had; more than packet when the capture cut it
    };
    enum class Next { Frame, End, Damaged };
    Next next(Frame &frame);

    /// Of the file: read so far, and all there are; 0 where that is not to be known, as of a pipe.
    std::uint64_t bytesRead() const;
    std::uint64_t size() const;

    /// After Next::Damaged: what is wrong and where.
    const std::string &problem() const { return m_problem; }

private:
    struct Close {
        void operator()(pcap *handle) const;
    };
    explicit CaptureReader(pcap *handle);

    std::unique_ptr<pcap, Close> m_handle;
    int m_linkType;
    std::uint64_t m_frames = 0;
    std::string m_problem;
};

} // namespace Trackhand
