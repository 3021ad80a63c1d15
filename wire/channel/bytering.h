// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace Trackhand::Wire {

/// A ring of variable-sized records in memory that two processes share. Positions are free-running byte counts; a
/// record is u32 size (with this header, a multiple of 8), u32 kind, then its bytes, and never wraps: kind 0 fills the
/// rest of a lap. These two classes only compute and copy; who publishes which position where is the channel's
/// business.
namespace ByteRing {

constexpr std::size_t HeaderSize = 8;
constexpr std::uint32_t FillerKind = 0;
/// A writer whose reader has everything starts over once it is this far into a lap: what is beyond is touched only when
/// much waits, so the rest of the ring costs neither memory nor cache.
constexpr std::size_t UsualPart = std::size_t {256} << 10;

constexpr std::size_t paddedSize(std::size_t bytes)
{
    return (HeaderSize + bytes + 7) & ~std::size_t {7};
}

class Writer {
public:
    Writer() = default;
    /// @p area: a power of two bytes, 8-byte aligned.
    Writer(std::span<std::uint8_t> area, std::uint64_t position);

    /// Room for a record of @p bytes, or nothing while the reader still needs what lies before @p readerPosition.
    /// The record counts once commit() was called.
    std::uint8_t *reserve(std::uint32_t kind, std::size_t bytes, std::uint64_t readerPosition);
    void commit();

    std::uint64_t position() const { return m_position; }
    /// Where the record begins that was committed last.
    std::uint64_t lastRecord() const { return m_lastRecord; }

private:
    std::span<std::uint8_t> m_area;
    std::uint64_t m_position = 0;
    std::uint64_t m_reserved = 0;
    std::uint64_t m_pendingRecord = 0;
    std::uint64_t m_lastRecord = 0;
};

struct Record {
    std::uint32_t kind = 0;
    std::span<const std::uint8_t> bytes;
    std::uint64_t position = 0;
};

/// Reads what another process wrote and believes none of it: a size that leaves the ring, or filling where none
/// belongs, sets broken() for good.
class Reader {
public:
    Reader() = default;
    Reader(std::span<const std::uint8_t> area, std::uint64_t position);

    /// The next record before @p writerPosition. The bytes stay where they are: copy them before believing them.
    std::optional<Record> next(std::uint64_t writerPosition);

    /// The record at @p position, which this ring's own writer gave out.
    Record at(std::uint64_t position) const;

    std::uint64_t position() const { return m_position; }
    bool broken() const { return m_broken; }

private:
    std::span<const std::uint8_t> m_area;
    std::uint64_t m_position = 0;
    bool m_broken = false;
};

} // namespace ByteRing
} // namespace Trackhand::Wire
