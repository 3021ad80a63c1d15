// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/packetchunk.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace Trackhand {

namespace {

std::string_view bytesOf(const PacketHead &head)
{
    return {reinterpret_cast<const char *>(&head), sizeof head};
}

/// The place of @p wanted in @p table: of its index + 1, or the free one where that belongs.
template <typename At>
std::size_t placeOf(std::string_view wanted, const std::vector<std::uint16_t> &table, At at)
{
    std::size_t place = std::hash<std::string_view> {}(wanted) % table.size();
    while (table[place] != 0 && at(table[place] - 1U) != wanted) {
        place = (place + 1) % table.size();
    }
    return place;
}

} // namespace

PacketHead PacketHead::of(const EventRecord &packet)
{
    PacketHead head {};
    std::memcpy(head.source, packet.source, sizeof head.source);
    std::memcpy(head.destination, packet.destination, sizeof head.destination);
    std::memcpy(head.helper, packet.helper, sizeof head.helper);
    head.inDevice = packet.inDevice;
    head.outDevice = packet.outDevice;
    head.sourcePort = packet.sourcePort;
    head.destinationPort = packet.destinationPort;
    head.queue = packet.queue;
    head.hwProtocol = packet.hwProtocol;
    head.l3 = packet.l3;
    head.l4 = packet.l4;
    head.hook = packet.hook;
    return head;
}

std::string_view PacketHead::helperName() const
{
    return {helper, strnlen(helper, sizeof helper)};
}

void PacketChunk::Index::clear()
{
    std::fill(m_heads.begin(), m_heads.end(), std::uint16_t(0));
    std::fill(m_notes.begin(), m_notes.end(), std::uint16_t(0));
}

PacketChunk::PacketChunk()
    : m_noteEnds {0}
{
    m_packets.reserve(Rows);
}

void PacketChunk::add(const EventRecord &packet, Index &index)
{
    const bool first = m_packets.empty();
    m_smallestSequence = first ? packet.sequence : std::min(m_smallestSequence, packet.sequence);
    m_largestSequence = first ? packet.sequence : std::max(m_largestSequence, packet.sequence);
    m_earliestNs = first ? packet.timeNs : std::min(m_earliestNs, packet.timeNs);
    m_latestNs = first ? packet.timeNs : std::max(m_latestNs, packet.timeNs);
    PackedPacket packed {};
    packed.sequence = packet.sequence;
    packed.timeNs = packet.timeNs;
    packed.packetId = packet.packetId;
    packed.payloadLength = packet.payloadLength;
    packed.latencyNs = packet.latencyNs;
    packed.head = headIndex(PacketHead::of(packet), index);
    packed.note = noteIndex(packet.noteText(), index);
    packed.outcome = packet.outcome;
    packed.ctInfo = packet.ctInfo;
    packed.flags = packet.flags;
    m_packets.push_back(packed);
}

void PacketChunk::seal()
{
    m_heads.shrink_to_fit();
    m_noteEnds.shrink_to_fit();
    m_notes.shrink_to_fit();
}

std::string_view PacketChunk::note(std::size_t index) const
{
    const std::size_t begin = index == 0 ? 0 : m_noteEnds[index - 1];
    return {m_notes.data() + begin, m_noteEnds[index] - begin};
}

EventRecord PacketChunk::record(std::size_t at) const
{
    return PacketCursor(*this).at(at);
}

std::size_t PacketChunk::bytes() const
{
    return sizeof *this + m_packets.capacity() * sizeof(PackedPacket) + m_heads.capacity() * sizeof(PacketHead)
        + m_noteEnds.capacity() * sizeof(std::uint32_t) + m_notes.capacity();
}

std::uint16_t PacketChunk::headIndex(const PacketHead &head, Index &index)
{
    const auto place = placeOf(bytesOf(head), index.m_heads, [this](std::size_t at) { return bytesOf(m_heads[at]); });
    if (index.m_heads[place] == 0) {
        m_heads.push_back(head);
        index.m_heads[place] = std::uint16_t(m_heads.size());
    }
    return std::uint16_t(index.m_heads[place] - 1);
}

std::uint16_t PacketChunk::noteIndex(std::string_view note, Index &index)
{
    if (note.empty()) {
        return 0;
    }
    const auto place = placeOf(note, index.m_notes, [this](std::size_t at) { return this->note(at); });
    if (index.m_notes[place] == 0) {
        m_notes.insert(m_notes.end(), note.begin(), note.end());
        m_noteEnds.push_back(std::uint32_t(m_notes.size()));
        index.m_notes[place] = std::uint16_t(m_noteEnds.size());
    }
    return std::uint16_t(index.m_notes[place] - 1);
}

PacketCursor::PacketCursor(const PacketChunk &chunk)
    : m_chunk(chunk)
    , m_record(emptyEvent(EventKind::Packet))
{
}

const EventRecord &PacketCursor::at(std::size_t row)
{
    const PackedPacket &packed = m_chunk.packed(row);
    m_record.sequence = packed.sequence;
    m_record.timeNs = packed.timeNs;
    m_record.packetId = packed.packetId;
    m_record.payloadLength = packed.payloadLength;
    m_record.latencyNs = packed.latencyNs;
    m_record.outcome = packed.outcome;
    m_record.ctInfo = packed.ctInfo;
    m_record.flags = packed.flags;
    if (packed.head != m_head) {
        m_head = packed.head;
        const PacketHead &head = m_chunk.heads()[packed.head];
        std::memcpy(m_record.source, head.source, sizeof head.source);
        std::memcpy(m_record.destination, head.destination, sizeof head.destination);
        std::memcpy(m_record.helper, head.helper, sizeof head.helper);
        m_record.inDevice = head.inDevice;
        m_record.outDevice = head.outDevice;
        m_record.sourcePort = head.sourcePort;
        m_record.destinationPort = head.destinationPort;
        m_record.queue = head.queue;
        m_record.hwProtocol = head.hwProtocol;
        m_record.l3 = head.l3;
        m_record.l4 = head.l4;
        m_record.hook = head.hook;
    }
    if (packed.note != m_note) {
        m_note = packed.note;
        m_record.setNote(m_chunk.note(packed.note));
    }
    return m_record;
}

} // namespace Trackhand
