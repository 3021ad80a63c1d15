// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/packetstore.h"

#include <algorithm>
#include <numeric>

namespace Trackhand {

EventRecord PacketSnapshot::record(PacketNumber number) const
{
    return chunkOf(number).record(std::size_t((number - m_base) % PacketChunk::Rows));
}

const PackedPacket &PacketSnapshot::packed(PacketNumber number) const
{
    return chunkOf(number).packed(std::size_t((number - m_base) % PacketChunk::Rows));
}

PacketSnapshot::Part PacketSnapshot::part(std::size_t at) const
{
    const PacketNumber base = m_base + at * PacketChunk::Rows;
    return {m_chunks[at].get(), base, std::max(base, m_first), std::min(base + PacketChunk::Rows, m_end)};
}

const PacketChunk &PacketSnapshot::chunkOf(PacketNumber number) const
{
    return *m_chunks[std::size_t((number - m_base) / PacketChunk::Rows)];
}

PacketStore::PacketStore(std::size_t capacity)
    : m_capacity(std::clamp(capacity, LeastCapacity, MostCapacity))
{
}

void PacketStore::append(const EventRecord &packet)
{
    if (!m_open) {
        m_open = std::make_shared<PacketChunk>();
        m_index.clear();
        m_all.m_chunks.push_back(m_open);
    }
    m_open->add(packet, m_index);
    ++m_all.m_end;
    if (m_open->isFull()) {
        m_open->seal();
        m_open.reset();
    }
    if (m_all.size() > m_capacity) {
        dropBefore(m_all.m_end - m_capacity);
    }
}

void PacketStore::clear()
{
    m_all = {};
    m_open.reset();
}

void PacketStore::setCapacity(std::size_t capacity)
{
    m_capacity = std::clamp(capacity, LeastCapacity, MostCapacity);
    if (m_all.size() > m_capacity) {
        dropBefore(m_all.m_end - m_capacity);
    }
}

PacketSnapshot PacketStore::snapshot() const
{
    PacketSnapshot snapshot = m_all;
    if (m_open) {
        snapshot.m_chunks.back() = std::make_shared<const PacketChunk>(*m_open);
    }
    return snapshot;
}

std::size_t PacketStore::bytes() const
{
    return std::accumulate(m_all.m_chunks.begin(), m_all.m_chunks.end(), sizeof *this,
        [](std::size_t sum, const auto &chunk) { return sum + chunk->bytes(); });
}

void PacketStore::dropBefore(PacketNumber first)
{
    m_all.m_first = first;
    const auto gone = std::size_t((first - m_all.m_base) / PacketChunk::Rows);
    m_all.m_chunks.erase(m_all.m_chunks.begin(), m_all.m_chunks.begin() + std::ptrdiff_t(gone));
    m_all.m_base += gone * PacketChunk::Rows;
}

} // namespace Trackhand
