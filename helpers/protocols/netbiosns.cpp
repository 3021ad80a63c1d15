// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/netbiosns.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/groupquestion.h"

#include <string_view>

namespace Trackhand {

namespace {

constexpr std::uint16_t NameServicePort = 137;
constexpr std::size_t HeaderLength = 12; // id, flags, four counts (RFC 1002, 4.2.1.1)
constexpr std::uint8_t ResponseBit = 0x80; // of the third byte; then four bits of the opcode

/// What a broadcast asks for that may be answered, or "": of the opcodes (RFC 1002, 4.2.1.1) the others are told to all
/// without waiting for an answer, or go to a name server.
std::string_view questionOf(std::span<const std::uint8_t> payload)
{
    if (payload.size() < HeaderLength || (payload[2] & ResponseBit) != 0) {
        return {};
    }
    const unsigned opcode = payload[2] >> 3;
    return opcode == 0 ? "name query" : opcode == 5 ? "name registration" : std::string_view();
}

} // namespace

const HelperDescriptor &NetbiosNsHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "netbios-ns",
        .summary = "Answers to NetBIOS name queries that were broadcast to a network.",
        .advice = "Attach it to udp/137 in the output hook; set prefix_length where the network is not a /24.",
        .l3 = {L3Protocol::Ipv4},
        .l4 = {L4Protocol::Udp},
        .ports = {NameServicePort},
        .classes = {{.name = "netbios-ns", .maximum = 1, .timeoutSeconds = 3}},
        .privateDataLength = 0,
        .options = {{.name = "prefix_length",
                        .kind = OptionKind::Integer,
                        .defaultValue = "24",
                        .text = "bits of the network's addresses that its hosts have in common",
                        .minimum = 8,
                        .maximum = 30},
            {.name = "allow_low_ports",
                .kind = OptionKind::Boolean,
                .defaultValue = "false",
                .text = "also expect answers at ports below 1024 other than 137",
                .grants = OptionGrant::LowPorts}},
        .rights = {.looseSource = true, .permanent = true, .lowPorts = true},
        .needsEmptySegments = false,
    };
    return descriptor;
}

NetbiosNsHelper::NetbiosNsHelper(const OptionValues &options)
    : m_prefixLength(static_cast<unsigned>(options.integer("prefix_length")))
    , m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

/// The last address of a network is its broadcast address: all bits behind the prefix are ones.
bool NetbiosNsHelper::isBroadcast(const IpAddress &address) const
{
    if (address.family != L3Protocol::Ipv4 || address.bytes[0] >= 224) { // multicast, and 255.255.255.255
        return false;
    }
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        bits = bits << 8 | address.bytes[i];
    }
    const std::uint32_t hostBits = 0xffffffffU >> m_prefixLength;
    return (bits & hostBits) == hostBits;
}

Judgement NetbiosNsHelper::onPacket(const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &)
{
    if (!mayBeQuestion(packet)) {
        return Judgement::Accept;
    }
    Note &note = connection.note();
    const Tuple &flow = connection.tuple(Direction::Original);
    const std::string_view question = questionOf(packet.payload());
    note.append(question.empty() ? "no question" : question);
    if (question.empty()) {
        return Judgement::Accept;
    }
    if (!isBroadcast(flow.destination)) {
        // One host's answer belongs to the flow. If it was a broadcast, the network is larger or smaller than we think.
        note.append(" -> not to all hosts of a /").append(m_prefixLength).append(" (option prefix_length)");
        return Judgement::Accept;
    }
    expectAnswers(expectationOfAnswersFrom(flow.destination, m_prefixLength, connection, NameServicePort),
        m_allowLowPorts || flow.sourcePort == NameServicePort, connection, expectations);
    return Judgement::Accept;
}

} // namespace Trackhand
