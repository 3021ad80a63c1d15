// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/channel/proposal.h"

#include <algorithm>

namespace Trackhand::Wire {

void Proposal::reset(std::uint32_t id)
{
    packetId = id;
    verdict = Verdict::Accept;
    expectationCount = 0;
    helperDataChanged = false;
    mangled = false;
    noteLength = 0;
    payloadLength = 0;
}

bool Proposal::addExpectation(const ExpectationProposal &expectation)
{
    if (expectationCount == expectations.size()) {
        return false;
    }
    expectations[expectationCount++] = expectation;
    return true;
}

void Proposal::setNote(std::string_view text)
{
    noteLength = static_cast<std::uint8_t>(std::min(text.size(), note.size()));
    std::copy_n(text.begin(), noteLength, note.begin());
}

} // namespace Trackhand::Wire
