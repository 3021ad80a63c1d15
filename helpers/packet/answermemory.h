// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/expectations.h"
#include "helpers/packet/packet.h"
#include "helpers/packet/rewrite.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace Trackhand {

/// What was last expected because of one direction's bytes, and rewritten, so that a retransmission of them is answered
/// the same way: the verdict of the first copy may have been lost with the packet, the kernel's expectation may be
/// gone, and a public port that was announced once must not become another one.
class AnswerMemory {
public:
    static constexpr std::size_t Size = 4;
    static constexpr std::size_t MaxText = 128; ///< bytes of a replacement

    void reset() { m_used = 0; }

    /// @p endSequence is the number of the byte after the last one that led to @p expectation.
    void remember(std::uint32_t endSequence, const Wire::ExpectationProposal &expectation);

    /// @p length bytes from @p sequence on were replaced by @p text (at most MaxText, the rest is not kept), because
    /// the last thing remembered was expected.
    void rememberReplacement(std::uint32_t sequence, std::size_t length, std::string_view text);

    /// Does again what the bytes of @p packet led to before. The number of expectations added.
    std::size_t repeat(const Packet &packet, Expectations &expectations, Rewrite &rewrite) const;

private:
    struct Answer {
        std::uint32_t endSequence = 0;
        Wire::ExpectationProposal expectation;
        std::uint32_t replacedAt = 0;
        std::uint16_t replacedLength = 0;
        std::uint8_t textLength = 0; ///< 0: nothing was replaced
        std::array<char, MaxText> text {};
    };
    static bool replaceAgain(const Answer &answer, const Packet &packet, Rewrite &rewrite);

    std::array<Answer, Size> m_answers {};
    std::size_t m_used = 0; ///< ever remembered; the place of the next one is this modulo Size
};

} // namespace Trackhand
