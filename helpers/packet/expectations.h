// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/proposal.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace Trackhand {

class Connection;

/// Ports below it belong to the system: nothing is expected there unless that was allowed.
constexpr std::uint16_t FirstUnprivilegedPort = 1024;

/// Who can say which ports are free where addresses are translated: live the gate, which asks the kernel.
class PortAuthority {
public:
    PortAuthority() = default;
    PortAuthority(const PortAuthority &) = delete;
    PortAuthority &operator=(const PortAuthority &) = delete;
    virtual ~PortAuthority() = default;

    /// The first port of those that are reserved now; nothing when none could be had.
    virtual std::optional<std::uint16_t> request(const Wire::PortRequest &request) = 0;
};

/// Where a helper says which connections it expects because of the packet in hand.
class Expectations {
public:
    /// Without an @p authority every port is taken to be free.
    explicit Expectations(Wire::Proposal &proposal, PortAuthority *authority = nullptr)
        : m_proposal(proposal)
        , m_authority(authority)
    {
    }

    /// False when this packet already has Wire::MaxExpectationsPerPacket of them.
    bool add(const Wire::ExpectationProposal &expectation) { return m_proposal.addExpectation(expectation); }

    /// Before add(), where the payload announces a port that has to be translated: reserves @p count ports that follow
    /// each other for this packet, those from the port of @p first on or the next free ones. The first of them, which
    /// is what to write into the payload and what to add(); what is not added is given back. Nothing when there is none
    /// or @p first must not be expected. @p count is at most Wire::PortRequest::MaxCount.
    std::optional<std::uint16_t> reservePorts(const Wire::ExpectationProposal &first, unsigned count = 1);

    std::size_t size() const { return m_proposal.expectationCount; }

private:
    Wire::Proposal &m_proposal;
    PortAuthority *m_authority;
};

/// A connection that the peer of the packet's sender will open to @p port of that sender, from any port. Where the
/// sender's address is translated it is expected at the public one and handed on to @p port.
Wire::ExpectationProposal expectationToSender(const Connection &connection, L4Protocol l4, std::uint16_t port);

/// The same to the port that the packet in hand came from, whatever port its peer answers from (tftp, multicast).
Wire::ExpectationProposal expectationOfAnswer(const Connection &connection);

} // namespace Trackhand
