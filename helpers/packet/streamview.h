// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/packet.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace Trackhand {

/// The bytes of one direction of a TCP connection in their order, each once. Follows the receiver: what is old is left
/// out, what comes early waits in a window of fixed size, and where copies differ the one that continues the stream
/// wins (as Linux does). A hole that the receiver has acknowledged will never be filled, because the queue let its
/// packets pass unseen (fail-open): the view goes on behind it and says so.
class StreamView {
public:
    /// How far ahead of the stream a segment may be and still be kept. Later bytes must be sent again to be seen.
    static constexpr std::size_t Window = 2048;

    void reset();

    /// Takes a segment of this direction. Its bytes are borrowed until the next add(). A connection that was picked up
    /// in mid-stream begins with its first segment that has payload.
    void add(const Packet &packet);
    /// The other direction acknowledges everything before @p sequence.
    void acknowledged(std::uint32_t sequence);

    struct Chunk {
        std::span<const std::uint8_t> bytes;
        std::uint32_t sequence = 0; ///< of the first byte
        bool afterGap = false; ///< bytes before it are missing
    };
    /// The next bytes in order, valid until the next add(); nothing when the next byte has not come yet.
    std::optional<Chunk> next();

    bool started() const { return m_started; }
    std::uint32_t nextSequence() const { return m_next; }

private:
    /// What came too early, each byte at its sequence number modulo Window.
    struct Store {
        std::bitset<Window> isStored;
        std::array<std::uint8_t, Window> bytes;
    };

    static std::size_t place(std::uint32_t sequence) { return sequence % Window; }
    void store(std::uint32_t sequence, std::span<const std::uint8_t> bytes);
    void forget(std::uint32_t sequence, std::size_t count);
    Chunk advance(std::span<const std::uint8_t> bytes);

    bool m_started = false;
    bool m_gap = false;
    std::uint32_t m_next = 0;
    std::size_t m_storedCount = 0;
    std::span<const std::uint8_t> m_input;
    // Made with the first segment that comes too early, which few connections ever have; then it stays.
    std::unique_ptr<Store> m_store;
};

} // namespace Trackhand
