// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ring/eventring.h"

#include "wire/base/futex.h"
#include "wire/ring/seqlock.h"

#include <bit>
#include <cstring>
#include <new>

namespace Trackhand::Wire {

namespace {

constexpr char Magic[8] = "THEVENT";
constexpr std::uint64_t MaxHead = ~std::uint64_t {0} - 1; // the number after it must not be 0

std::size_t ringSize(std::uint64_t capacity)
{
    return sizeof(EventRingHeader) + capacity * sizeof(EventRecord);
}

} // namespace

Result<EventRingWriter> EventRingWriter::create(const char *name, std::uint32_t capacity)
{
    if (!std::has_single_bit(capacity)) {
        return Error {ErrorCode::InvalidArgument, "an event ring's capacity must be a power of two"};
    }
    auto memory = SharedMemory::create(name, ringSize(capacity), SharedMemory::Sharing::OthersReadOnly);
    if (!memory) {
        return memory.error();
    }
    auto *header = new (memory->data()) EventRingHeader {};
    std::memcpy(header->magic, Magic, sizeof Magic);
    header->version = EventRingVersion;
    header->capacity = capacity;
    return EventRingWriter(memory.take());
}

EventRingWriter::EventRingWriter(SharedMemory memory)
    : m_memory(std::move(memory))
    , m_mask(header().capacity - 1)
{
}

std::uint64_t EventRingWriter::write(const EventRecord &event)
{
    const std::uint64_t number = append(event);
    publish();
    return number;
}

std::uint64_t EventRingWriter::append(const EventRecord &event)
{
    const std::uint64_t number = ++m_head;
    std::uint8_t *slot = m_memory.data() + sizeof(EventRingHeader) + ((number - 1) & m_mask) * sizeof(EventRecord);
    writeSlot(slot, &event, sizeof event, number);
    return number;
}

void EventRingWriter::publish()
{
    header().head.store(m_head, std::memory_order_release);
}

void EventRingWriter::wake()
{
    header().wakeups.fetch_add(1, std::memory_order_release);
    futexWakeAll(header().wakeups);
}

Result<EventRingReader> EventRingReader::open(Fd fd, Start start)
{
    auto memory = SharedMemory::mapReadOnly(std::move(fd));
    if (!memory) {
        return memory.error();
    }
    const Error foreign {ErrorCode::InvalidArgument, "this is not an event ring of a version I know; update Trackhand"};
    if (memory->size() < sizeof(EventRingHeader)) {
        return foreign;
    }
    const auto *header = reinterpret_cast<const EventRingHeader *>(memory->data());
    const std::uint32_t capacity = header->capacity;
    if (std::memcmp(header->magic, Magic, sizeof Magic) != 0 || header->version != EventRingVersion
        || !std::has_single_bit(capacity) || memory->size() < ringSize(capacity)
        || header->head.load(std::memory_order_acquire) > MaxHead) {
        return foreign;
    }
    return EventRingReader(memory.take(), capacity, start);
}

EventRingReader::EventRingReader(SharedMemory memory, std::uint32_t capacity, Start start)
    : m_memory(std::move(memory))
    , m_capacity(capacity)
{
    const std::uint64_t head = header().head.load(std::memory_order_acquire);
    if (start == Start::Newest) {
        m_next = head + 1;
    } else if (head > m_capacity) {
        m_next = head - m_capacity + 1;
    }
}

EventRingReader::Batch EventRingReader::read(std::span<EventRecord> into)
{
    Batch batch;
    const std::uint64_t head = header().head.load(std::memory_order_acquire);
    if (head < m_next || head > MaxHead) {
        return batch;
    }
    if (head - m_next >= m_capacity) {
        const std::uint64_t oldest = head - m_capacity + 1;
        batch.lost = oldest - m_next;
        m_next = oldest;
    }
    while (m_next <= head && batch.count < into.size()) {
        if (copy(m_next++, into[batch.count])) {
            ++batch.count;
        } else {
            ++batch.lost;
        }
    }
    return batch;
}

bool EventRingReader::copy(std::uint64_t number, EventRecord &into) const
{
    const std::size_t index = (number - 1) & (m_capacity - 1);
    return readSlot(
        m_memory.data() + sizeof(EventRingHeader) + index * sizeof(EventRecord), &into, sizeof into, number);
}

void EventRingReader::wait(std::chrono::milliseconds timeout) const
{
    const std::uint32_t seen = header().wakeups.load(std::memory_order_acquire);
    if (header().head.load(std::memory_order_acquire) < m_next) {
        futexWait(header().wakeups, seen, timeout);
    }
}

} // namespace Trackhand::Wire
