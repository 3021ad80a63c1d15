// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/expectations.h"
#include "helpers/packet/packet.h"

#include <array>
#include <cstdint>

namespace Trackhand {

/// What was last expected because of one direction's bytes, so that a retransmission of them is answered the same way:
/// the verdict of the first copy may have been lost with the packet, and the kernel's expectation may be gone.
class AnswerMemory {
public:
    static constexpr std::size_t Size = 4;

    void reset() { m_used = 0; }

    /// @p endSequence is the number of the byte after the last one that led to @p expectation.
    void remember(std::uint32_t endSequence, const Wire::ExpectationProposal &expectation);

    /// Adds again what the bytes of @p packet led to before. The number of expectations added.
    std::size_t repeat(const Packet &packet, Expectations &expectations) const;

private:
    struct Answer {
        std::uint32_t endSequence = 0;
        Wire::ExpectationProposal expectation;
    };
    std::array<Answer, Size> m_answers {};
    std::size_t m_used = 0; ///< ever remembered; the place of the next one is this modulo Size
};

} // namespace Trackhand
