// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ring/payloadring.h"

#include "wire/ring/seqlock.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

namespace Trackhand::Wire {

namespace {

constexpr char Magic[8] = "THBYTES";

std::size_t ringSize(std::uint64_t capacity)
{
    return sizeof(PayloadRingHeader) + capacity * PayloadSlotSize;
}

std::size_t slotOffset(std::uint64_t number, std::uint32_t mask)
{
    return sizeof(PayloadRingHeader) + ((number - 1) & mask) * PayloadSlotSize;
}

std::size_t roundUpToWord(std::size_t bytes)
{
    return (bytes + 7) & ~std::size_t {7};
}

} // namespace

std::span<const std::uint8_t> PayloadSnapshot::captured() const
{
    return {bytes, std::min<std::size_t>(capturedLength, sizeof bytes)};
}

Result<PayloadRingWriter> PayloadRingWriter::create(const char *name, std::uint32_t capacity)
{
    if (!std::has_single_bit(capacity)) {
        return Error {ErrorCode::InvalidArgument, "a payload ring's capacity must be a power of two"};
    }
    auto memory = SharedMemory::create(name, ringSize(capacity), SharedMemory::Sharing::OthersReadOnly);
    if (!memory) {
        return memory.error();
    }
    auto *header = new (memory->data()) PayloadRingHeader {};
    std::memcpy(header->magic, Magic, sizeof Magic);
    header->version = PayloadRingVersion;
    header->capacity = capacity;
    return PayloadRingWriter(memory.take());
}

PayloadRingWriter::PayloadRingWriter(SharedMemory memory)
    : m_memory(std::move(memory))
    , m_mask(reinterpret_cast<const PayloadRingHeader *>(m_memory.data())->capacity - 1)
{
}

void PayloadRingWriter::write(std::uint64_t eventNumber, std::span<const std::uint8_t> packet)
{
    const std::size_t captured = std::min(packet.size(), PayloadSnapshotMax);
    m_slot.packetLength = static_cast<std::uint32_t>(packet.size());
    m_slot.capturedLength = static_cast<std::uint32_t>(captured);
    std::copy_n(packet.begin(), captured, m_slot.bytes);
    const std::size_t used = roundUpToWord(offsetof(PayloadSnapshot, bytes) + captured);
    writeSlot(m_memory.data() + slotOffset(eventNumber, m_mask), &m_slot, used, eventNumber);
}

Result<PayloadRingReader> PayloadRingReader::open(Fd fd)
{
    auto memory = SharedMemory::mapReadOnly(std::move(fd));
    if (!memory) {
        return memory.error();
    }
    const Error foreign {
        ErrorCode::InvalidArgument, "this is not a payload ring of a version I know; update Trackhand"};
    if (memory->size() < sizeof(PayloadRingHeader)) {
        return foreign;
    }
    const auto *header = reinterpret_cast<const PayloadRingHeader *>(memory->data());
    const std::uint32_t capacity = header->capacity;
    if (std::memcmp(header->magic, Magic, sizeof Magic) != 0 || header->version != PayloadRingVersion
        || !std::has_single_bit(capacity) || memory->size() < ringSize(capacity)) {
        return foreign;
    }
    return PayloadRingReader(memory.take(), capacity);
}

PayloadRingReader::PayloadRingReader(SharedMemory memory, std::uint32_t capacity)
    : m_memory(std::move(memory))
    , m_capacity(capacity)
{
}

bool PayloadRingReader::read(std::uint64_t eventNumber, PayloadSnapshot &into) const
{
    return eventNumber != 0
        && readSlot(m_memory.data() + slotOffset(eventNumber, m_capacity - 1), &into, sizeof into, eventNumber);
}

} // namespace Trackhand::Wire
