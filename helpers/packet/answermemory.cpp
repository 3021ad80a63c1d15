// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/answermemory.h"

#include <algorithm>

namespace Trackhand {

void AnswerMemory::remember(std::uint32_t endSequence, const Wire::ExpectationProposal &expectation)
{
    m_answers[m_used++ % Size] = {endSequence, expectation};
}

std::size_t AnswerMemory::repeat(const Packet &packet, Expectations &expectations) const
{
    std::size_t repeated = 0;
    const std::size_t count = std::min(m_used, Size);
    for (std::size_t i = m_used - count; i < m_used; ++i) {
        const Answer &answer = m_answers[i % Size];
        // Unsigned: whether the last byte lies in the payload, wherever the sequence numbers wrap.
        const std::uint32_t lastByteAt = answer.endSequence - 1 - packet.payloadSequence();
        if (lastByteAt < packet.payload().size() && expectations.add(answer.expectation)) {
            ++repeated;
        }
    }
    return repeated;
}

} // namespace Trackhand
