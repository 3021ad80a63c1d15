// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

namespace Trackhand {

/// What the packets of one connection, one direction and one queue have in common: 68 bytes, once in a chunk.
struct PacketHead {
    std::uint8_t source[16];
    std::uint8_t destination[16];
    std::uint32_t inDevice;
    std::uint32_t outDevice;
    std::uint16_t sourcePort;
    std::uint16_t destinationPort;
    std::uint16_t queue;
    std::uint16_t hwProtocol;
    L3Protocol l3;
    L4Protocol l4;
    std::uint8_t hook;
    std::uint8_t reserved; ///< 0
    char helper[16];

    static PacketHead of(const EventRecord &packet);
    std::string_view helperName() const;
};
static_assert(sizeof(PacketHead) == 68 && std::has_unique_object_representations_v<PacketHead>);

/// What each packet has for itself: 40 bytes.
struct PackedPacket {
    std::uint64_t sequence;
    std::uint64_t timeNs;
    std::uint32_t packetId;
    std::uint32_t payloadLength; ///< bytes
    std::uint32_t latencyNs;
    std::uint16_t head; ///< index among the chunk's heads
    std::uint16_t note; ///< index among the chunk's notes
    std::uint8_t outcome;
    CtInfo ctInfo;
    std::uint8_t flags;
};
static_assert(sizeof(PackedPacket) == 40);

/// Up to 8192 packets in a row. What repeats is kept once: connections, and what helpers saw. So a packet takes 40
/// bytes, 68 more when it begins a connection, and the length of its note and 4 more when no packet here had that note
/// before; 264 at worst, some 50 in practice. Grows at the end and nowhere else; once full nothing of it changes any
/// more, and any thread may read it.
class PacketChunk {
public:
    static constexpr std::size_t Rows = 8192;

    /// Finds what the chunk has already. Of a chunk that grows there is one; it is of no use to a full one.
    class Index {
    public:
        void clear();

    private:
        friend class PacketChunk;
        static constexpr std::size_t Places = 2 * Rows; ///< half of them stay free, so a search is short
        std::vector<std::uint16_t> m_heads = std::vector<std::uint16_t>(Places); ///< index + 1; 0: free
        std::vector<std::uint16_t> m_notes = std::vector<std::uint16_t>(Places);
    };

    PacketChunk();

    /// @p index knows what was added before. Not for full chunks.
    void add(const EventRecord &packet, Index &index);
    bool isFull() const { return m_packets.size() == Rows; }
    /// Gives back memory that was kept for packets to come.
    void seal();

    std::size_t size() const { return m_packets.size(); }
    const PackedPacket &packed(std::size_t at) const { return m_packets[at]; }
    const std::vector<PacketHead> &heads() const { return m_heads; }
    std::size_t noteCount() const { return m_noteEnds.size(); }
    std::string_view note(std::size_t index) const; ///< the first one is empty
    EventRecord record(std::size_t at) const;

    // Bounds, so that whoever looks for a packet need not look at each; of an empty chunk they mean nothing.
    std::uint64_t smallestSequence() const { return m_smallestSequence; }
    std::uint64_t largestSequence() const { return m_largestSequence; }
    std::uint64_t earliestNs() const { return m_earliestNs; }
    std::uint64_t latestNs() const { return m_latestNs; }

    std::size_t bytes() const; ///< of memory

private:
    std::uint16_t headIndex(const PacketHead &head, Index &index);
    std::uint16_t noteIndex(std::string_view note, Index &index);

    std::vector<PackedPacket> m_packets;
    std::vector<PacketHead> m_heads;
    std::vector<std::uint32_t> m_noteEnds; ///< where each ends in m_notes
    std::vector<char> m_notes;
    std::uint64_t m_smallestSequence = 0;
    std::uint64_t m_largestSequence = 0;
    std::uint64_t m_earliestNs = 0;
    std::uint64_t m_latestNs = 0;
};

/// Reads the packets of a chunk one after the other into one record, and writes only what changes from one to the next.
class PacketCursor {
public:
    explicit PacketCursor(const PacketChunk &chunk);

    /// Valid until the next call.
    const EventRecord &at(std::size_t row);

private:
    static constexpr int None = -1;

    const PacketChunk &m_chunk;
    EventRecord m_record;
    int m_head = None;
    int m_note = None;
};

} // namespace Trackhand
