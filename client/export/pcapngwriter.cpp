// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/pcapngwriter.h"

#include "client/export/fileproblem.h"
#include "wire/capture/pcapng.h"

namespace Trackhand {

Status PcapngWriter::begin(const std::string &application)
{
    std::string head;
    Wire::Pcapng::appendHead(head, application);
    return writeWhole(head);
}

Status PcapngWriter::write(const EventRecord &event, std::span<const std::uint8_t> bytes, std::uint32_t packetLength)
{
    std::string block;
    Wire::Pcapng::appendPacket(block, event, bytes, packetLength);
    ++m_packets;
    return writeWhole(block);
}

Status PcapngWriter::writeWhole(const std::string &blocks)
{
    if (m_file->write(blocks.data(), qint64(blocks.size())) != qint64(blocks.size())) {
        return cannotWrite(*m_file);
    }
    return Done {};
}

} // namespace Trackhand
