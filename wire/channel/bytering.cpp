// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/channel/bytering.h"

#include <atomic>
#include <cstring>

namespace Trackhand::Wire::ByteRing {

namespace {

struct RecordHeader {
    std::uint32_t size;
    std::uint32_t kind;
};
static_assert(sizeof(RecordHeader) == HeaderSize);

// Relaxed atomic loads, one per field: the other process may change the bytes between two looks.
RecordHeader loadHeader(const std::uint8_t *at)
{
    auto *words = reinterpret_cast<std::uint32_t *>(const_cast<std::uint8_t *>(at));
    return {std::atomic_ref<std::uint32_t>(words[0]).load(std::memory_order_relaxed),
        std::atomic_ref<std::uint32_t>(words[1]).load(std::memory_order_relaxed)};
}

void storeHeader(std::uint8_t *at, RecordHeader header)
{
    std::memcpy(at, &header, sizeof header);
}

} // namespace

Writer::Writer(std::span<std::uint8_t> area, std::uint64_t position)
    : m_area(area)
    , m_position(position)
    , m_reserved(position)
{
}

std::uint8_t *Writer::reserve(std::uint32_t kind, std::size_t bytes, std::uint64_t readerPosition)
{
    const std::size_t mask = m_area.size() - 1;
    const std::size_t size = paddedSize(bytes);
    const std::size_t offset = m_position & mask;
    const std::size_t untilEnd = m_area.size() - offset;
    const std::uint64_t used = m_position - readerPosition;
    const bool startOver = size > untilEnd || (used == 0 && offset >= UsualPart);
    const std::size_t filler = startOver ? untilEnd : 0;
    if (size > m_area.size() || used > m_area.size() || m_area.size() - used < filler + size) {
        return nullptr;
    }
    if (filler != 0) {
        storeHeader(&m_area[offset], {static_cast<std::uint32_t>(filler), FillerKind});
    }
    m_pendingRecord = m_position + filler;
    m_reserved = m_pendingRecord + size;
    std::uint8_t *record = &m_area[m_pendingRecord & mask];
    storeHeader(record, {static_cast<std::uint32_t>(size), kind});
    return record + HeaderSize;
}

void Writer::commit()
{
    m_position = m_reserved;
    m_lastRecord = m_pendingRecord;
}

Reader::Reader(std::span<const std::uint8_t> area, std::uint64_t position)
    : m_area(area)
    , m_position(position)
{
}

std::optional<Record> Reader::next(std::uint64_t writerPosition)
{
    while (!m_broken && m_position != writerPosition) {
        const std::uint64_t available = writerPosition - m_position;
        const std::size_t offset = m_position & (m_area.size() - 1);
        if (available > m_area.size() || available < HeaderSize || offset % 8 != 0) {
            m_broken = true;
            break;
        }
        const RecordHeader header = loadHeader(&m_area[offset]);
        if (header.size < HeaderSize || header.size % 8 != 0 || header.size > available
            || header.size > m_area.size() - offset) {
            m_broken = true;
            break;
        }
        const std::uint64_t position = m_position;
        m_position += header.size;
        if (header.kind != FillerKind) {
            return Record {header.kind, m_area.subspan(offset + HeaderSize, header.size - HeaderSize), position};
        }
        // An honest writer fills the rest of a lap and nothing else, for a record that lies at once behind it.
        if (offset == 0 || header.size != m_area.size() - offset || m_position == writerPosition) {
            m_broken = true;
        }
    }
    return std::nullopt;
}

Record Reader::at(std::uint64_t position) const
{
    const std::size_t offset = position & (m_area.size() - 1);
    const RecordHeader header = loadHeader(&m_area[offset]);
    return {header.kind, m_area.subspan(offset + HeaderSize, header.size - HeaderSize), position};
}

} // namespace Trackhand::Wire::ByteRing
