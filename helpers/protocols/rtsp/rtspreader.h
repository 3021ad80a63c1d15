// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/streamview.h"
#include "helpers/protocols/rtsp/rtspsyntax.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace Trackhand::Rtsp {

/// The heads of the messages in one direction of a TCP connection, however the segments cut them. Bodies, and media
/// interleaved with the messages ('$', channel, two bytes of length: RFC 2326, 10.12), are passed over by their length,
/// so that nothing within them is taken for a message. After a gap that hides where a message ends, and after what is
/// no RTSP, reading goes on at the next line that begins a message.
class MessageReader {
public:
    /// Bytes of a line that are kept; of a longer field nothing is understood.
    static constexpr std::size_t MaxLine = 512;

    void reset();
    void add(const Packet &packet) { m_stream.add(packet); }
    void acknowledged(std::uint32_t sequence) { m_stream.acknowledged(sequence); }

    /// The next complete head, valid until the next call; nothing until more segments come.
    std::optional<Head> next();

    /// The connection's first line was that of an HTTP request or reply.
    bool isHttp() const { return m_isHttp; }

private:
    enum class Place : std::uint8_t {
        Start, ///< before a message or an interleaved frame
        Fields, ///< within a head
        Lost ///< somewhere; the next start line will tell
    };

    bool refill();
    void passOver();
    bool readFrameHeader();
    void keep(std::span<const std::uint8_t> bytes);
    void consume(std::size_t bytes);
    bool readLine();
    std::string_view line() const { return {m_line.data(), m_length}; }
    bool onLine();
    void onStartLine();
    void onField();

    StreamView m_stream;
    std::span<const std::uint8_t> m_chunk;
    std::uint32_t m_sequence = 0; ///< of the first byte of m_chunk, or of what comes next
    std::uint32_t m_lineBegin = 0;
    std::uint32_t m_toPassOver = 0; ///< bytes of a body or frame that are still to come
    Place m_place = Place::Start;
    bool m_begun = false; ///< the connection's first line was seen
    bool m_isHttp = false;
    bool m_cut = false; ///< the line is longer than MaxLine
    bool m_complete = false; ///< the line in m_line has been dealt with
    std::size_t m_length = 0;
    Head m_head;
    std::array<char, MaxLine> m_line;
    std::array<char, MaxLine> m_transport; ///< what m_head.transport refers to
};

} // namespace Trackhand::Rtsp
