// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/sharedmemory.h"

#include <atomic>
#include <cstdint>
#include <span>

namespace Trackhand::Wire {

/// The payload ring: the first bytes of each packet, found by the sequence number of its event. A ring of its own
/// because seeing that traffic flows and reading it are two rights. Same header idea as the event ring ("THBYTES\0"),
/// slots of PayloadSlotSize bytes: u64 event number (seqlock), u32 packet length, u32 captured length, then the
/// captured bytes.
constexpr std::uint32_t PayloadRingVersion = 1;
constexpr std::size_t PayloadSlotSize = 2048;
constexpr std::size_t PayloadSnapshotMax = PayloadSlotSize - 16;

struct alignas(64) PayloadRingHeader {
    char magic[8];
    std::uint32_t version;
    std::uint32_t capacity;
    std::uint8_t reserved[112];
};
static_assert(sizeof(PayloadRingHeader) == 128);

/// One packet's snapshot as copied out of the ring.
struct PayloadSnapshot {
    std::uint64_t eventNumber = 0;
    std::uint32_t packetLength = 0; ///< bytes the packet had
    std::uint32_t capturedLength = 0; ///< bytes that follow, at most PayloadSnapshotMax
    std::uint8_t bytes[PayloadSnapshotMax] = {};

    std::span<const std::uint8_t> captured() const;
};
static_assert(sizeof(PayloadSnapshot) == PayloadSlotSize);

class PayloadRingWriter {
public:
    static Result<PayloadRingWriter> create(const char *name, std::uint32_t capacity);

    /// The snapshot of the packet whose event got @p eventNumber. Longer packets are cut.
    void write(std::uint64_t eventNumber, std::span<const std::uint8_t> packet);

    int fd() const { return m_memory.fd(); }

private:
    explicit PayloadRingWriter(SharedMemory memory);

    SharedMemory m_memory;
    std::uint32_t m_mask = 0;
    PayloadSnapshot m_slot; // built here, then copied: the ring must never show half a record
};

class PayloadRingReader {
public:
    static Result<PayloadRingReader> open(Fd fd);

    /// False when the snapshot of that event was never written or is overwritten already.
    bool read(std::uint64_t eventNumber, PayloadSnapshot &into) const;

private:
    PayloadRingReader(SharedMemory memory, std::uint32_t capacity);

    SharedMemory m_memory;
    std::uint32_t m_capacity = 0;
};

} // namespace Trackhand::Wire
