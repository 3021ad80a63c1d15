// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/proposal.h"

#include <cstddef>

namespace Trackhand {

/// Where a helper says which connections it expects because of the packet in hand.
class Expectations {
public:
    explicit Expectations(Wire::Proposal &proposal)
        : m_proposal(proposal)
    {
    }

    /// False when this packet already has Wire::MaxExpectationsPerPacket of them.
    bool add(const Wire::ExpectationProposal &expectation) { return m_proposal.addExpectation(expectation); }

    std::size_t size() const { return m_proposal.expectationCount; }

private:
    Wire::Proposal &m_proposal;
};

} // namespace Trackhand
