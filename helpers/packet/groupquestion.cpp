// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/groupquestion.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/packet.h"

#include <algorithm>

namespace Trackhand {

namespace {

/// @p address without its last @p count bits.
IpAddress withoutLastBits(IpAddress address, std::size_t count)
{
    for (std::size_t bit = address.size() * 8 - count; bit < address.size() * 8; ++bit) {
        address.bytes[bit / 8] &= static_cast<std::uint8_t>(~(0x80U >> (bit % 8)));
    }
    return address;
}

} // namespace

bool mayBeQuestion(const Packet &packet)
{
    return packet.headers().tuple.l4 == L4Protocol::Udp && packet.direction() == Direction::Original
        && !packet.payload().empty();
}

Wire::ExpectationProposal expectationOfAnswers(const Connection &connection, std::uint16_t port)
{
    auto answers = expectationOfAnswer(connection);
    answers.tuple.source = IpAddress::anyOf(answers.tuple.destination.family);
    answers.tuple.sourcePort = port;
    answers.looseSourceBits = static_cast<std::uint8_t>(answers.tuple.source.size() * 8);
    answers.flags = Wire::ExpectationFlag::Permanent; // the first answer would use it up
    return answers;
}

Wire::ExpectationProposal expectationOfAnswersFrom(
    const IpAddress &network, unsigned prefixLength, const Connection &connection, std::uint16_t port)
{
    auto answers = expectationOfAnswers(connection, port);
    const std::size_t bits = network.size() * 8;
    const std::size_t loose = bits - std::min<std::size_t>(prefixLength, bits);
    answers.tuple.source = withoutLastBits(network, loose);
    answers.looseSourceBits = static_cast<std::uint8_t>(loose);
    return answers;
}

void expectAnswers(
    const Wire::ExpectationProposal &answers, bool lowPortAllowed, Connection &connection, Expectations &expectations)
{
    Note &note = connection.note().append(" -> ");
    if (answers.tuple.destination.isUnspecified()) {
        note.append("refused: who asks has no address yet");
        return;
    }
    // Behind an address translation the public port stands for the port that asked: neither may be low.
    const bool low = answers.tuple.destinationPort < FirstUnprivilegedPort
        || (answers.nat != Wire::NatFunction::None && answers.natPort < FirstUnprivilegedPort);
    if (low && !lowPortAllowed) {
        note.append("refused: the port is below 1024 (option allow_low_ports)");
        return;
    }
    expectations.add(answers); // the only one of this packet: there is room
    note.append("expects answers at ").append(answers.tuple.destination, answers.tuple.destinationPort);
}

} // namespace Trackhand
