// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/sharedmemory.h"
#include "wire/ring/event.h"

#include <atomic>
#include <chrono>
#include <span>

namespace Trackhand::Wire {

/// The event ring: a sealed memfd with one trusted writer and any number of read-only readers. It overwrites and never
/// blocks; a reader that falls behind is told how many events it lost.
///
///     offset size field
///          0    8 magic     "THEVENT\0"
///          8    4 version   EventRingVersion; a reader refuses any other
///         12    4 capacity  records, a power of two
///         16   48 reserved
///         64    8 head      number of the newest record, 0 when none was written yet
///         72    4 wakeups   futex word, changed by each wake()
///        128      capacity records of sizeof(EventRecord)
///
/// Each record is a seqlock: its sequence is 0 while it is being written and its number afterwards, so a reader that is
/// overtaken in the middle of a copy sees that and counts the record as lost.
constexpr std::uint32_t EventRingVersion = 1;

struct alignas(64) EventRingHeader {
    char magic[8];
    std::uint32_t version;
    std::uint32_t capacity;
    std::uint8_t reserved[48];
    std::atomic<std::uint64_t> head;
    std::atomic<std::uint32_t> wakeups;
    std::uint8_t reserved2[52];
};
static_assert(sizeof(EventRingHeader) == 128);

/// The only writer of a ring. One thread at a time.
class EventRingWriter {
public:
    /// @p capacity records, a power of two.
    static Result<EventRingWriter> create(const char *name, std::uint32_t capacity);

    /// Writes one record; its sequence field is set here. Wakes nobody: a batch ends with one wake().
    std::uint64_t write(const EventRecord &event);

    /// The two halves of write(), for batches: readers see what was appended once it is published. Every store to the
    /// head takes its cache line from the readers, so a batch that stores it once is several times as fast beside them.
    std::uint64_t append(const EventRecord &event);
    void publish();

    /// Wakes the readers that sleep in EventRingReader::wait(). One system call.
    void wake();

    /// For handing to readers; stays owned by the ring.
    int fd() const { return m_memory.fd(); }

private:
    explicit EventRingWriter(SharedMemory memory);
    EventRingHeader &header() { return *reinterpret_cast<EventRingHeader *>(m_memory.data()); }

    SharedMemory m_memory;
    std::uint32_t m_mask = 0;
    std::uint64_t m_head = 0;
};

/// One reader's place in a ring. It believes nothing it reads: every value is bounded before use.
class EventRingReader {
public:
    enum class Start { Oldest, Newest };

    /// Takes over @p fd. Refuses a region that is not a sealed ring of this version.
    static Result<EventRingReader> open(Fd fd, Start start);

    struct Batch {
        std::size_t count = 0; ///< records copied to the front of the buffer
        std::uint64_t lost = 0; ///< records overwritten before this reader came to them
    };
    /// Copies what is new, oldest first, as far as @p into reaches. Never blocks.
    Batch read(std::span<EventRecord> into);

    /// Sleeps until the writer's next wake() or @p timeout; returns at once when there is something to read.
    void wait(std::chrono::milliseconds timeout) const;

private:
    EventRingReader(SharedMemory memory, std::uint32_t capacity, Start start);
    const EventRingHeader &header() const { return *reinterpret_cast<const EventRingHeader *>(m_memory.data()); }
    bool copy(std::uint64_t number, EventRecord &into) const;

    SharedMemory m_memory;
    std::uint32_t m_capacity = 0;
    std::uint64_t m_next = 1;
};

} // namespace Trackhand::Wire
