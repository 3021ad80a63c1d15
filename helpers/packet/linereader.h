// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/streamview.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand {

/// Text lines of one direction of a TCP connection, however the segments cut them. After a gap the rest of the line it
/// tore is left out: its middle must not be taken for a line. A connection picked up in mid-stream is taken to begin
/// with a line, because a helper process restarts between the lines of a conversation far more often than within one.
class LineReader {
public:
    /// Bytes of a line that are kept; the rest of a longer one is counted and left out.
    static constexpr std::size_t MaxLine = 512;

    struct Line {
        std::string_view text; ///< without its CR LF or LF; valid until the next call
        std::uint32_t beginSequence = 0; ///< of its first byte
        std::uint32_t endSequence = 0; ///< of the byte after its LF
        bool cut = false; ///< it was longer than MaxLine
        bool afterGap = false; ///< lines before it are missing
    };

    void reset();
    void add(const Packet &packet) { m_stream.add(packet); }
    void acknowledged(std::uint32_t sequence) { m_stream.acknowledged(sequence); }

    /// The next complete line, or nothing until more segments come.
    std::optional<Line> next();

private:
    bool refill();
    void keep(std::span<const std::uint8_t> bytes);
    Line finish(std::span<const std::uint8_t> lastPiece);

    StreamView m_stream;
    std::span<const std::uint8_t> m_chunk;
    std::uint32_t m_sequence = 0; ///< of the first byte of m_chunk
    std::uint32_t m_lineBegin = 0;
    bool m_within = false; ///< a line has begun
    std::size_t m_length = 0;
    bool m_cut = false;
    bool m_skipping = false;
    bool m_afterGap = false;
    bool m_returned = false;
    std::array<char, MaxLine> m_line;
};

} // namespace Trackhand
