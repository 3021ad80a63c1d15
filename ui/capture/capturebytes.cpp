// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/capture/capturebytes.h"

#include <algorithm>

namespace Trackhand {

bool CaptureBytes::add(std::uint64_t number, std::span<const std::uint8_t> bytes, std::uint32_t packetLength)
{
    const std::lock_guard lock(m_mutex);
    if (bytes.empty()) {
        return true;
    }
    if (m_size + bytes.size() > Capacity) {
        return false;
    }
    m_size += bytes.size();
    const QByteArray copy(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    m_packets.push_back({number, {packetLength, copy}});
    return true;
}

std::optional<PacketBytes> CaptureBytes::of(std::uint64_t number) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::lower_bound(m_packets.begin(), m_packets.end(), number,
        [](const Packet &packet, std::uint64_t wanted) { return packet.number < wanted; });
    return found == m_packets.end() || found->number != number ? std::nullopt : std::optional(found->kept);
}

} // namespace Trackhand
