// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace Trackhand::Script {

class Runtime;

/// Lua's patterns over bytes that need not be a Lua string. Each step costs, so that a pattern that tries without end
/// ends with the instructions of its packet. Raises Lua errors: for a pattern that is none, too deep or too costly.
class Pattern {
public:
    static constexpr std::size_t MaxCaptures = 16;

    Pattern(Runtime &runtime, std::string_view subject, std::string_view pattern);

    /// Looks for the first place from @p from on that matches.
    bool find(std::size_t from);

    struct Piece {
        std::size_t begin;
        std::size_t length;
        bool isPosition; ///< an empty pair of parentheses: begin is what it says
    };
    const Piece &whole() const { return m_whole; }
    std::size_t captureCount() const { return m_captures.count; }
    const Piece &capture(std::size_t index) const { return m_pieces[index]; }
    std::string_view text(const Piece &piece) const { return m_subject.substr(piece.begin, piece.length); }

private:
    static constexpr std::size_t None = static_cast<std::size_t>(-1);

    /// Which captures there are, and which of them are not closed yet, a bit each: what a way that leads nowhere has
    /// changed.
    struct Captures {
        std::size_t count = 0;
        std::uint32_t open = 0;
    };
    static_assert(MaxCaptures <= 32);

    std::size_t match(std::size_t at, std::size_t item);
    std::size_t matchItems(std::size_t at, std::size_t item);
    std::size_t matchRepeated(std::size_t at, std::size_t item, std::size_t end);
    std::size_t matchShortest(std::size_t at, std::size_t item, std::size_t rest);
    std::size_t openCapture(std::size_t at, std::size_t item);
    void closeCapture(std::size_t at);
    std::size_t endOfItem(std::size_t item);
    bool fits(std::size_t at, std::size_t item, std::size_t end);
    bool fitsSet(std::uint8_t byte, std::size_t item, std::size_t end) const;
    void step();
    [[noreturn]] void fail(const char *why);

    Runtime &m_runtime;
    std::string_view m_subject;
    std::string_view m_pattern;
    Piece m_whole {};
    Captures m_captures;
    std::array<Piece, MaxCaptures> m_pieces; // not cleared: only the first ones count
    int m_depth = 0;
    unsigned m_steps = 0;
};

} // namespace Trackhand::Script
