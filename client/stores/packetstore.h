// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/stores/packetchunk.h"

#include <memory>
#include <vector>

namespace Trackhand {

/// A packet's own number: the how many-th it was that came, from 0. No other packet gets it until the store is cleared.
using PacketNumber = std::uint64_t;

/// Packets first() to end() - 1, as they are. A snapshot never changes and shares its memory with the store that it was
/// taken from: copying one costs a pointer for each 8192 packets, and any thread may read its copy. While one lives,
/// its packets stay in memory.
class PacketSnapshot {
public:
    PacketSnapshot() = default;

    PacketNumber first() const { return m_first; }
    PacketNumber end() const { return m_end; }
    std::size_t size() const { return std::size_t(m_end - m_first); }
    bool contains(PacketNumber number) const { return number >= m_first && number < m_end; }
    EventRecord record(PacketNumber number) const;
    const PackedPacket &packed(PacketNumber number) const;

    /// A chunk, and which of its rows are packets of this snapshot: chunk row r is packet number base + r.
    struct Part {
        const PacketChunk *chunk;
        PacketNumber base;
        PacketNumber first;
        PacketNumber end;
    };
    std::size_t partCount() const { return m_chunks.size(); }
    Part part(std::size_t at) const; ///< oldest first

private:
    friend class PacketStore;

    const PacketChunk &chunkOf(PacketNumber number) const;

    std::vector<std::shared_ptr<const PacketChunk>> m_chunks;
    PacketNumber m_base = 0; ///< of the first row of the first chunk
    PacketNumber m_first = 0;
    PacketNumber m_end = 0;
};

/// The newest packets, as many as its capacity, oldest given up first. Memory is taken and given back in chunks of 8192
/// packets, never beforehand: see PacketChunk for what a packet takes. One thread has the store; others get snapshots.
class PacketStore {
public:
    static constexpr std::size_t LeastCapacity = 1;
    static constexpr std::size_t MostCapacity =
        10'000'000; ///< packets; less than 1 GB unless every note is another one

    explicit PacketStore(std::size_t capacity);

    void append(const EventRecord &packet);
    void clear(); ///< numbers begin anew
    /// Between LeastCapacity and MostCapacity. Smaller than before, the oldest go.
    void setCapacity(std::size_t capacity);
    std::size_t capacity() const { return m_capacity; }

    PacketNumber first() const { return m_all.first(); }
    PacketNumber end() const { return m_all.end(); }
    std::size_t size() const { return m_all.size(); }
    EventRecord record(PacketNumber number) const { return m_all.record(number); }

    /// All of them, for the thread that has the store: changes with the next packet.
    const PacketSnapshot &all() const { return m_all; }
    /// Copies the chunk that grows, 400 kB or so; shares the others.
    PacketSnapshot snapshot() const;

    std::size_t bytes() const; ///< of memory, those of snapshots not counted

private:
    void dropBefore(PacketNumber first);

    std::size_t m_capacity;
    PacketSnapshot m_all; ///< its last chunk is m_open
    std::shared_ptr<PacketChunk> m_open; ///< none while the last one is full
    PacketChunk::Index m_index;
};

} // namespace Trackhand
