// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/packet.h"
#include "helpers/packet/rewrite.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace Trackhand {

/// What was last written in place of one direction's bytes, so that a retransmission of them says the same: a receiver
/// may get its first half from one copy and the second from another. Where AnswerMemory keeps one replacement with each
/// expectation, this one is for protocols that rewrite more than they expect.
class ReplacementMemory {
public:
    static constexpr std::size_t Size = 8;
    static constexpr std::size_t MaxText = 56; ///< bytes of a replacement

    void reset() { m_used = 0; }

    /// @p length bytes from @p sequence on were replaced by @p text. Later ones are remembered later, within a packet.
    /// False, and nothing is kept, when @p text is too long.
    bool remember(std::uint32_t sequence, std::size_t length, std::string_view text);

    /// Replaces in @p packet what was replaced before. The number of replacements.
    std::size_t repeat(const Packet &packet, Rewrite &rewrite) const;

private:
    struct Replacement {
        std::uint32_t sequence = 0;
        std::uint16_t length = 0;
        std::uint8_t textLength = 0;
        std::array<char, MaxText> text {};
    };

    std::array<Replacement, Size> m_replacements {};
    std::size_t m_used = 0; ///< ever remembered; the place of the next one is this modulo Size
};

} // namespace Trackhand
