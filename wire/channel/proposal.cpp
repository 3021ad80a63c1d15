// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/channel/proposal.h"

#include <algorithm>

namespace Trackhand::Wire {

bool ExpectationProposal::allowsSource(const IpAddress &address) const
{
    if (address.family != tuple.source.family) {
        return false;
    }
    const std::size_t bits = tuple.source.size() * 8;
    const std::size_t compared = bits - std::min<std::size_t>(looseSourceBits, bits);
    const std::size_t whole = compared / 8;
    if (!std::equal(address.bytes.begin(), address.bytes.begin() + whole, tuple.source.bytes.begin())) {
        return false;
    }
    const unsigned mask = 0xff00U >> (compared % 8) & 0xffU;
    return compared % 8 == 0 || ((address.bytes[whole] ^ tuple.source.bytes[whole]) & mask) == 0;
}

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
