// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/dhcpv6.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/groupquestion.h"

#include <array>
#include <string_view>

namespace Trackhand {

namespace {

constexpr std::uint16_t ClientPort = 546;
constexpr std::uint16_t ServerPort = 547;
constexpr std::uint16_t AnyPort = 0;
constexpr std::size_t HeaderLength = 4; // type, transaction id (RFC 8415, 8)
constexpr IpAddress ServersAndRelays {L3Protocol::Ipv6, {0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2}};

/// The messages of clients, by their type (RFC 8415, 7.3). All others have no name here.
constexpr std::array<std::string_view, 12> ClientMessages {
    "", "SOLICIT", "", "REQUEST", "CONFIRM", "RENEW", "REBIND", "", "RELEASE", "DECLINE", "", "INFORMATION-REQUEST"};

std::string_view clientMessage(std::span<const std::uint8_t> payload)
{
    return payload.size() >= HeaderLength && payload[0] < ClientMessages.size() ? ClientMessages[payload[0]]
                                                                                : std::string_view();
}

} // namespace

const HelperDescriptor &Dhcpv6Helper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "dhcpv6",
        .summary = "Answers of DHCPv6 servers and relays to a client that asked them all.",
        .advice = "Attach it to udp/547 in the output hook of the client, on the interface that is to be configured.",
        .l3 = {L3Protocol::Ipv6},
        .l4 = {L4Protocol::Udp},
        .ports = {ServerPort},
        .classes = {{.name = "dhcpv6", .maximum = 1, .timeoutSeconds = 300}},
        .privateDataLength = 0,
        .options = {},
        .rights = {.looseSource = true, .permanent = true, .lowPorts = true},
        .needsEmptySegments = false,
    };
    return descriptor;
}

Dhcpv6Helper::Dhcpv6Helper(const OptionValues &)
{
}

Judgement Dhcpv6Helper::onPacket(const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &)
{
    if (!mayBeQuestion(packet) || connection.tuple(Direction::Original).destination != ServersAndRelays) {
        return Judgement::Accept;
    }
    const std::string_view message = clientMessage(packet.payload());
    connection.note().append(message.empty() ? "no message of a client" : message);
    if (!message.empty()) {
        auto answers = expectationOfAnswers(connection, AnyPort);
        answers.tuple.destinationPort = ClientPort;
        answers.natPort = answers.nat == Wire::NatFunction::None ? answers.natPort : ClientPort;
        expectAnswers(answers, true, connection, expectations);
    }
    return Judgement::Accept;
}

} // namespace Trackhand
