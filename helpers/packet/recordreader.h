// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/streamview.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace Trackhand {

/// Records of one direction of a TCP connection, however the segments cut them: a head of fixed size says how many
/// bytes follow. After a gap, or a head that cannot be one, it goes on with the next segment that is exactly one
/// record: the middle of a record must not be taken for a head. A connection picked up in mid-stream is taken to begin
/// with a record.
class RecordReader {
public:
    static constexpr std::size_t MaxHead = 8;
    /// Bytes of a record that are kept behind its head; the rest of a longer one is counted and left out.
    static constexpr std::size_t MaxBody = 1024;

    /// What a head says.
    struct Frame {
        std::size_t length = 0; ///< bytes that follow
        bool isLast = true; ///< or another head follows them, and more of the same record
    };
    /// Nothing when it cannot be a head.
    using HeadParser = std::optional<Frame> (*)(std::span<const std::uint8_t> head);

    struct Record {
        std::span<const std::uint8_t> head; ///< the last one of a record that has several; valid until the next call
        std::span<const std::uint8_t> body; ///< without heads; valid until the next call
        std::uint32_t beginSequence = 0; ///< of the first byte of its head
        std::uint32_t endSequence = 0; ///< of the byte after its last one
        bool cut = false; ///< it was longer than MaxBody
        bool inFrames = false; ///< heads stand between parts of its body
    };

    /// @p headSize is at most MaxHead.
    RecordReader(std::size_t headSize, HeadParser parseHead);

    void reset();
    void add(const Packet &packet) { m_stream.add(packet); }
    void acknowledged(std::uint32_t sequence) { m_stream.acknowledged(sequence); }

    /// The next complete record, or nothing until more segments come.
    std::optional<Record> next();

private:
    enum class Step : std::uint8_t { Head, Body, Lost };

    bool refill();
    void begin();
    void takeHead();
    void takeBody();
    void endFrame();
    bool isOneRecord(std::span<const std::uint8_t> bytes) const;
    std::span<const std::uint8_t> take(std::size_t atMost);

    std::size_t m_headSize;
    HeadParser m_parseHead;
    StreamView m_stream;
    std::span<const std::uint8_t> m_chunk;
    std::uint32_t m_sequence = 0; ///< of the first byte of m_chunk
    Step m_step = Step::Head;
    bool m_complete = false; ///< the record in m_body is whole: next() has it
    Frame m_frame; ///< the length is what is still to come
    std::size_t m_headLength = 0; ///< bytes of m_head that have come
    std::array<std::uint8_t, MaxHead> m_head {};
    Record m_record;
    std::size_t m_bodyLength = 0; ///< bytes of m_body that are kept
    std::array<std::uint8_t, MaxBody> m_body;
};

} // namespace Trackhand
