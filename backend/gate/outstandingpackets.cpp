// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/outstandingpackets.h"

namespace Trackhand {

namespace {

// Ids wrap around: "before" is a question of the distance.
bool before(std::uint32_t a, std::uint32_t b)
{
    return static_cast<std::int32_t>(a - b) < 0;
}

} // namespace

OutstandingPackets::OutstandingPackets(std::uint32_t capacity)
    : m_packets(std::make_unique_for_overwrite<OutstandingPacket[]>(capacity))
    , m_mask(capacity - 1)
{
}

void OutstandingPackets::push(std::uint32_t id, std::uint64_t position, std::uint64_t receivedNs)
{
    at(m_end) = {id, false, 0, position, receivedNs};
    ++m_end;
}

OutstandingPacket *OutstandingPackets::find(std::uint32_t id)
{
    std::uint32_t low = m_begin;
    std::uint32_t high = m_end;
    while (low != high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (before(at(middle).id, id)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == m_end || at(low).id != id || at(low).answered) {
        return nullptr;
    }
    return &at(low);
}

void OutstandingPackets::answer(OutstandingPacket &packet)
{
    packet.answered = true;
    while (m_begin != m_end && at(m_begin).answered) {
        ++m_begin;
    }
    if (m_begin == m_end) {
        m_begin = m_end = 0; // what few packets need stays in the caches, and the rest out of memory
    }
}

} // namespace Trackhand
