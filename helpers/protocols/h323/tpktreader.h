// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/streamview.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace Trackhand {

/// The packets of one direction of a TCP connection that are marked off by a header each (TPKT, RFC 1006: 3, 0, and a
/// length of two bytes that counts the header), however the segments cut them. After a gap, and where no header is, the
/// reader goes on with the next segment that begins with one: endpoints seldom send anything else.
class TpktReader {
public:
    /// Bytes of a message that is read; a longer one is left out and reported as such.
    static constexpr std::size_t MaxMessage = 4096;

    struct Message {
        std::span<const std::uint8_t> bytes; ///< without the header; valid until the next call
        std::uint32_t sequence = 0; ///< of its first byte
        bool tooLong = false; ///< more than MaxMessage, so there are no bytes here
        bool afterGap = false; ///< messages before it are missing
    };

    void reset();
    void add(const Packet &packet) { m_stream.add(packet); }
    void acknowledged(std::uint32_t sequence) { m_stream.acknowledged(sequence); }

    /// The next complete message, or nothing until more segments come.
    std::optional<Message> next();

private:
    static constexpr std::size_t HeaderSize = 4;
    using Store = std::array<std::uint8_t, MaxMessage>;

    bool refill();
    void drop(std::size_t count);
    std::optional<Message> readHeader();
    std::optional<Message> readBody();
    void lose();

    StreamView m_stream;
    std::span<const std::uint8_t> m_chunk;
    std::uint32_t m_sequence = 0; ///< of the first byte of m_chunk
    std::array<std::uint8_t, HeaderSize> m_header {};
    std::size_t m_headerLength = 0; ///< bytes of the header that have come
    std::size_t m_bodySize = 0;
    std::size_t m_bodyLength = 0; ///< bytes of the body that have come
    std::size_t m_skip = 0; ///< bytes of a message that is too long
    std::uint32_t m_bodySequence = 0;
    bool m_afterGap = false;
    // Made with the first message that is split, which few connections ever have; then it stays.
    std::unique_ptr<Store> m_store;
};

} // namespace Trackhand
