// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/packetrecording.h"

#include "wire/capture/pcapng.h"

#include <algorithm>
#include <span>

namespace Trackhand {

PacketRecording::PacketRecording(
    const EventFeed &packets, const PayloadFeed &payloads, const QString &helper, QObject *parent)
    : QObject(parent)
    , m_payloads(payloads)
    , m_helper(helper)
{
    Wire::Pcapng::appendHead(m_file, "trackhand " TRACKHAND_VERSION);
    connect(&packets, &EventFeed::arrived, this, &PacketRecording::take);
}

void PacketRecording::take(const EventBatch &batch)
{
    if (isFull()) {
        return;
    }
    m_lost += batch.lost;
    const std::string helper = m_helper.toStdString();
    for (const EventRecord &event : batch.events) {
        if (event.kind == EventKind::Packet && event.helperName() == helper && !isFull()) {
            add(event);
        }
    }
    emit progressed();
    if (isFull()) {
        emit full();
    }
}

void PacketRecording::add(const EventRecord &packet)
{
    const PacketBytes kept = m_payloads.bytesOf(packet).value_or(PacketBytes());
    const quint32 length = std::max(packet.payloadLength, kept.packetLength);
    const auto size = std::size_t(kept.bytes.size());
    ++m_packets;
    m_withoutBytes += size == 0 ? 1 : 0;
    m_cutShort += size != 0 && size < length ? 1 : 0;
    Wire::Pcapng::appendPacket(
        m_file, packet, {reinterpret_cast<const std::uint8_t *>(kept.bytes.constData()), size}, length);
}

} // namespace Trackhand
