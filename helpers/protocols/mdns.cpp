// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/mdns.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/groupquestion.h"
#include "helpers/protocols/mdnssyntax.h"

namespace Trackhand {

namespace {

constexpr std::uint16_t MdnsPort = 5353;
constexpr IpAddress Group4 {L3Protocol::Ipv4, {224, 0, 0, 251}};
constexpr IpAddress Group6 {L3Protocol::Ipv6, {0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xfb}};

} // namespace

const HelperDescriptor &MdnsHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "mdns",
        .summary = "Unicast answers to multicast DNS queries, from every host that has one.",
        .advice = "Attach it to udp/5353 in the output hook of a host that asks but does not listen to the group.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Udp},
        .ports = {MdnsPort},
        .classes = {{.name = "mdns", .maximum = 8, .timeoutSeconds = 30}},
        .privateDataLength = 0,
        .options = {{.name = "allow_low_ports",
            .kind = OptionKind::Boolean,
            .defaultValue = "false",
            .text = "also expect answers at ports below 1024",
            .grants = OptionGrant::LowPorts}},
        .rights = {.looseSource = true, .permanent = true},
        .needsEmptySegments = false,
    };
    return descriptor;
}

MdnsHelper::MdnsHelper(const OptionValues &options)
    : m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

Judgement MdnsHelper::onPacket(const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &)
{
    const Tuple &flow = connection.tuple(Direction::Original);
    if (!mayBeQuestion(packet) || (flow.destination != Group4 && flow.destination != Group6)) {
        return Judgement::Accept; // a question to one host is answered within its own flow
    }
    Note &note = connection.note();
    const auto message = Mdns::parse(packet.payload());
    if (!message) {
        note.append("not understood");
    } else if (!message->isQuery) {
        note.append("no question");
    } else if (flow.sourcePort == MdnsPort && !message->wantsUnicast) {
        note.append("query -> answers go to the group");
    } else {
        note.append(flow.sourcePort == MdnsPort ? "unicast query" : "one-shot query");
        expectAnswers(expectationOfAnswers(connection, MdnsPort), m_allowLowPorts, connection, expectations);
    }
    return Judgement::Accept;
}

} // namespace Trackhand
