// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/packetevents.h"

#include "wire/base/clock.h"
#include "wire/net/headers.h"

#include <algorithm>

namespace Trackhand {

EventRecord packetEvent(const Wire::PacketRecord &packet, std::span<const std::uint8_t> payload,
    std::string_view helper, std::uint16_t queue)
{
    EventRecord event = emptyEvent(EventKind::Packet);
    event.ctInfo = packet.ctInfo;
    event.hook = packet.hook;
    event.queue = queue;
    event.hwProtocol = packet.hwProtocol;
    event.packetId = packet.packetId;
    event.inDevice = packet.inDevice;
    event.outDevice = packet.outDevice;
    event.payloadLength = packet.originalLength;
    if (const auto headers = parseHeaders(payload)) {
        event.setTuple(headers->tuple);
    }
    event.setHelper(helper);
    return event;
}

PacketEvents::PacketEvents(PacketLog &log, std::string helper, std::uint16_t queue)
    : m_log(log)
    , m_helper(std::move(helper))
    , m_queue(queue)
{
    m_entries.reserve(Capacity);
    m_received.reserve(Capacity);
}

void PacketEvents::stage(const Wire::PacketRecord &packet, std::span<const std::uint8_t> payload, Verdict verdict,
    std::uint8_t flags, std::string_view note)
{
    PacketLog::Entry &entry =
        m_entries.emplace_back(PacketLog::Entry {packetEvent(packet, payload, m_helper, m_queue), payload});
    entry.event.outcome = static_cast<std::uint8_t>(verdict);
    entry.event.flags = flags;
    entry.event.setNote(note);
    m_received.push_back(packet.receivedNs);
}

void PacketEvents::write(LatencyHistogram &latencies)
{
    if (m_entries.empty()) {
        return;
    }
    const std::uint64_t now = Wire::monotonicNs();
    const std::uint64_t wallClock = Wire::wallClockNs();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const std::uint64_t latency = now - m_received[i];
        latencies.record(latency);
        m_entries[i].event.timeNs = wallClock;
        m_entries[i].event.latencyNs = static_cast<std::uint32_t>(std::min<std::uint64_t>(latency, UINT32_MAX));
    }
    m_log.write(m_entries);
    m_entries.clear();
    m_received.clear();
    m_unseen = true;
}

std::chrono::milliseconds PacketEvents::wakeReaders()
{
    using namespace std::chrono;
    if (!m_unseen) {
        return milliseconds(-1);
    }
    const auto now = steady_clock::now();
    if (now - m_lastWake < WakeInterval) {
        return ceil<milliseconds>(m_lastWake + WakeInterval - now);
    }
    m_log.wakeReaders();
    m_lastWake = now;
    m_unseen = false;
    return milliseconds(-1);
}

} // namespace Trackhand
