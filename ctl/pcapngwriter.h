// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ctl/eventinput.h"

#include <QFile>
#include <string>

namespace Trackhand {

/// A capture file of packets as the queue shows them: from the IP header on (link type RAW), times in nanoseconds, and
/// with each packet a comment of what became of it. Format: draft-ietf-opsawg-pcapng.
class PcapngWriter {
public:
    /// Creates @p file, or overwrites it.
    static Result<std::unique_ptr<PcapngWriter>> create(const QString &file);

    Status write(const EventRecord &event, const CapturedBytes &packet);

    std::uint64_t packets() const { return m_packets; }

private:
    PcapngWriter() = default;
    Status writeBlock(std::uint32_t type, const std::string &body);

    QFile m_file;
    std::uint64_t m_packets = 0;
};

} // namespace Trackhand
