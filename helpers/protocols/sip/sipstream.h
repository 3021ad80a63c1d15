// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/streamview.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace Trackhand::Sip {

/// Messages of one direction of a TCP connection, however the segments cut them: one ends where its Content-Length says
/// (RFC 3261, 18.3). A direction whose first bytes are no SIP is not looked at again: what a browser was made to send
/// (HTTP, TLS) must not be taken for a message where a segment of it happens to begin like one. One that was SIP and is
/// no more, or lacks bytes, goes on with the next segment that begins with a message.
class MessageReader {
public:
    static constexpr std::size_t MaxMessage = 8192; ///< a longer one that comes in pieces is passed over

    struct Piece {
        std::string_view text; ///< one message; valid until the next call
        std::uint32_t beginSequence = 0; ///< of its first byte
    };

    void reset();
    void add(const Packet &packet);
    void acknowledged(std::uint32_t sequence) { m_stream.acknowledged(sequence); }

    /// The next complete message, or nothing until more segments come.
    std::optional<Piece> next();

    /// What an earlier process of this helper knew: this is SIP, or is not.
    void resume(bool isSip) { (isSip ? m_isSip : m_ignored) = true; }
    bool isSip() const { return m_isSip; }
    bool isIgnored() const { return m_ignored; }

    /// Where @p packet repeats one of the last messages as a whole, that message; else what next() would give is all.
    std::optional<Piece> repeated(const Packet &packet, std::size_t index) const;
    static constexpr std::size_t MaxRepeated = 4;

private:
    bool refill();
    std::optional<Piece> take();
    void keep();
    void lose();
    void consume(std::size_t count);
    void passOver(std::size_t total);

    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t length = 0; ///< 0: none
    };
    using Buffer = std::array<char, MaxMessage>;

    StreamView m_stream;
    std::string_view m_input; ///< of the stream, not yet taken
    std::uint32_t m_sequence = 0; ///< of the first byte of m_input
    std::uint32_t m_begin = 0; ///< of the message in m_buffer
    std::unique_ptr<Buffer> m_buffer; ///< made with the first message that comes in pieces; then it stays
    std::size_t m_length = 0; ///< bytes in it
    std::size_t m_toPass = 0; ///< bytes of a message too long that have not come yet
    bool m_returned = false; ///< the last piece lay in m_buffer
    bool m_isSip = false;
    bool m_ignored = false;
    std::array<Range, MaxRepeated> m_last {};
    std::size_t m_messages = 0; ///< ever returned
};

} // namespace Trackhand::Sip
