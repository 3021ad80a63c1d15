// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/packetlog.h"

namespace Trackhand {

namespace {

constexpr std::uint32_t EventCapacity = 8192; // 2 MiB
constexpr std::uint32_t PayloadCapacity = 2048; // 4 MiB

} // namespace

Result<std::unique_ptr<PacketLog>> PacketLog::create()
{
    auto events = Wire::EventRingWriter::create("trackhand-packet-events", EventCapacity);
    if (!events) {
        return events.error();
    }
    auto payloads = Wire::PayloadRingWriter::create("trackhand-payloads", PayloadCapacity);
    if (!payloads) {
        return payloads.error();
    }
    return std::unique_ptr<PacketLog>(new PacketLog(events.take(), payloads.take()));
}

PacketLog::PacketLog(Wire::EventRingWriter events, Wire::PayloadRingWriter payloads)
    : m_events(std::move(events))
    , m_payloads(std::move(payloads))
{
}

void PacketLog::write(std::span<Entry> entries)
{
    const bool payloads = m_payloadObservers.load(std::memory_order_relaxed) != 0;
    const std::lock_guard lock(m_mutex);
    for (const Entry &entry : entries) {
        const std::uint64_t number = m_events.append(entry.event);
        if (payloads) {
            m_payloads.write(number, entry.payload);
        }
    }
    m_events.publish();
    if (m_announceNext.load() && m_announceNext.exchange(false)) {
        m_trafficObserver();
    }
}

void PacketLog::wakeReaders()
{
    const std::lock_guard lock(m_mutex);
    m_events.wake();
}

} // namespace Trackhand
