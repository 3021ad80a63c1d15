// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/proposal.h"

namespace Trackhand {

class Connection;
class Expectations;
class Packet;

// A question to a multicast group, or to all hosts of a network: its answers come from hosts that nobody knows yet, and
// more than one may come. To conntrack none of them belongs to the flow, whose other end is the group.

/// Whether the packet in hand may hold a question: a whole datagram of the one who began the flow, with something in
/// it.
bool mayBeQuestion(const Packet &packet);

/// Any number of answers from any host to the port that the question in hand came from, sent from @p port (0: any).
Wire::ExpectationProposal expectationOfAnswers(const Connection &connection, std::uint16_t port);

/// The same from the hosts alone that share the first @p prefixLength bits of @p network. IPv4.
Wire::ExpectationProposal expectationOfAnswersFrom(
    const IpAddress &network, unsigned prefixLength, const Connection &connection, std::uint16_t port);

/// Adds @p answers and says so behind what is noted already; or says why not. Only the helper knows whether a port
/// below 1024 is one of its protocol's own, or allowed by its option allow_low_ports.
void expectAnswers(
    const Wire::ExpectationProposal &answers, bool lowPortAllowed, Connection &connection, Expectations &expectations);

} // namespace Trackhand
