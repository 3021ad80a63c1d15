// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/answermemory.h"

#include <algorithm>

namespace Trackhand {

void AnswerMemory::remember(std::uint32_t endSequence, const Wire::ExpectationProposal &expectation)
{
    Answer &answer = m_answers[m_used++ % Size];
    answer.endSequence = endSequence;
    answer.expectation = expectation;
    answer.textLength = 0;
}

void AnswerMemory::rememberReplacement(std::uint32_t sequence, std::size_t length, std::string_view text)
{
    Answer &answer = m_answers[(m_used - 1) % Size];
    answer.replacedAt = sequence;
    answer.replacedLength = static_cast<std::uint16_t>(length);
    answer.textLength = static_cast<std::uint8_t>(std::min(text.size(), MaxText));
    std::copy_n(text.begin(), answer.textLength, answer.text.begin());
}

std::size_t AnswerMemory::repeat(const Packet &packet, Expectations &expectations, Rewrite &rewrite) const
{
    std::size_t repeated = 0;
    const std::size_t count = std::min(m_used, Size);
    for (std::size_t i = m_used - count; i < m_used; ++i) {
        const Answer &answer = m_answers[i % Size];
        if (packet.offsetOf(answer.endSequence - 1) && replaceAgain(answer, packet, rewrite)
            && expectations.add(answer.expectation)) {
            ++repeated;
        }
    }
    return repeated;
}

bool AnswerMemory::replaceAgain(const Answer &answer, const Packet &packet, Rewrite &rewrite)
{
    if (answer.textLength == 0) {
        return true;
    }
    const auto offset = packet.offsetOf(answer.replacedAt);
    return offset && rewrite.replace(*offset, answer.replacedLength, {answer.text.data(), answer.textLength});
}

} // namespace Trackhand
