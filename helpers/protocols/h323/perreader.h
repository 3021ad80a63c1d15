// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace Trackhand::Per {

/// Reads the aligned variant of ASN.1's packed encoding rules (ITU-T X.691), bit by bit. Nothing is read beyond the
/// end: after the first attempt the reader has failed, and every further answer is 0. Positions are bytes from the
/// start of the outermost message, whatever part of it a reader was given.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
        , m_end(bytes.size() * 8)
    {
    }

    bool failed() const { return m_failed; }
    void fail() { m_failed = true; }

    bool bit() { return bits(1) != 0; }
    std::uint32_t bits(unsigned count); ///< at most 32
    void skipBits(std::size_t count);
    void align(); ///< to the next byte
    std::size_t position() const { return m_at / 8; } ///< of the byte that the next bit is in

    /// A whole number between two bounds (X.691, 11.5), less the lower one. A number that takes more than two bytes is
    /// passed over, and 0.
    std::uint32_t number(std::uint32_t lower, std::uint32_t upper);
    /// A number that is expected to be small (11.6), below 64; larger ones fail, because nothing here is that long.
    std::uint32_t smallNumber();
    /// A length without bounds (11.9). Fragments, of which one is at least 16 KiB, fail.
    std::size_t length();

    /// The next @p octets as a reader of their own; this one goes on behind them.
    Reader take(std::size_t octets);

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0; ///< in bits
    std::size_t m_end; ///< in bits
    bool m_failed = false;
};

} // namespace Trackhand::Per
