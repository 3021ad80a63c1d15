// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"
#include "wire/ring/event.h"

#include <QFileDevice>
#include <span>
#include <string>

namespace Trackhand {

/// Writes a capture file of packets as the queue shows them (`wire/capture/pcapng.h`), one after the other.
class PcapngWriter {
public:
    /// @p file is open for writing and outlives this.
    explicit PcapngWriter(QFileDevice *file)
        : m_file(file)
    {
    }

    /// The file's head; first of all. @p application is who writes.
    Status begin(const std::string &application);

    /// @p bytes are as many of the packet as were kept, maybe none; @p packetLength is how many it had.
    Status write(const EventRecord &event, std::span<const std::uint8_t> bytes, std::uint32_t packetLength);

    std::uint64_t packets() const { return m_packets; }

private:
    Status writeWhole(const std::string &blocks);

    QFileDevice *m_file;
    std::uint64_t m_packets = 0;
};

} // namespace Trackhand
