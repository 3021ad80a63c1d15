// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/expectations.h"

#include "helpers/packet/connection.h"

namespace Trackhand {

std::optional<std::uint16_t> Expectations::reservePorts(const Wire::ExpectationProposal &first, unsigned count)
{
    if (count == 0 || count > Wire::PortRequest::MaxCount) {
        return std::nullopt;
    }
    const std::optional<std::uint16_t> wanted = first.tuple.destinationPort;
    return m_authority ? m_authority->request({m_proposal.packetId, static_cast<std::uint8_t>(count), first}) : wanted;
}

Wire::ExpectationProposal expectationToSender(const Connection &connection, L4Protocol l4, std::uint16_t port)
{
    Wire::ExpectationProposal expectation;
    expectation.tuple.source = connection.expectedSource();
    expectation.tuple.destination = connection.expectedDestination();
    expectation.tuple.destinationPort = port;
    expectation.tuple.l4 = l4;
    if (connection.hasNat()) {
        // Also where only the peer is translated: the sender expects it from where it knows its peer.
        expectation.nat = Wire::NatFunction::FollowMaster;
        expectation.natDirection = static_cast<std::uint8_t>(opposite(connection.direction()));
        expectation.natAddress = connection.senderAddress();
        expectation.natPort = port;
    }
    return expectation;
}

Wire::ExpectationProposal expectationOfAnswer(const Connection &connection)
{
    const Tuple &own = connection.tuple(connection.direction());
    auto expectation = expectationToSender(connection, own.l4, own.sourcePort);
    expectation.tuple.destinationPort = connection.tuple(opposite(connection.direction())).destinationPort;
    return expectation;
}

} // namespace Trackhand
