// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/slp.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/groupquestion.h"

#include <algorithm>
#include <string_view>

namespace Trackhand {

namespace {

constexpr std::uint16_t SlpPort = 427;
constexpr IpAddress Group {L3Protocol::Ipv4, {239, 255, 255, 253}};
constexpr IpAddress AllHosts {L3Protocol::Ipv4, {255, 255, 255, 255}};

/// Version, function, length (3 bytes), flags (2), next extension (3), request id (2), length of the language tag (2).
constexpr std::size_t HeaderLength = 14; // RFC 2608, 8
constexpr std::uint8_t Version = 2;

/// The groups of RFC 3111, 4.1 in any scope: ff0x::116 of services, ff0x::123 of directories, and ff0x::1:1000 to
/// ff0x::1:13ff, one for each kind of service.
bool isIpv6Group(const IpAddress &address)
{
    const auto &bytes = address.bytes;
    if (address.family != L3Protocol::Ipv6 || bytes[0] != 0xff || (bytes[1] & 0xf0) != 0
        || !std::all_of(bytes.begin() + 2, bytes.begin() + 12, [](std::uint8_t byte) { return byte == 0; })) {
        return false;
    }
    const unsigned high = static_cast<unsigned>(bytes[12]) << 8 | bytes[13];
    const unsigned low = static_cast<unsigned>(bytes[14]) << 8 | bytes[15];
    return high == 0 ? low == 0x116 || low == 0x123 : high == 1 && low >= 0x1000 && low <= 0x13ff;
}

bool isGroup(const IpAddress &address)
{
    return address == Group || address == AllHosts || isIpv6Group(address);
}

/// The requests that may go to a group (RFC 2608, 6 and 8), or "".
std::string_view requestOf(std::span<const std::uint8_t> payload)
{
    if (payload.size() < HeaderLength || payload[0] != Version) {
        return {};
    }
    switch (payload[1]) {
    case 1:
        return "service request";
    case 6:
        return "attribute request";
    case 9:
        return "service type request";
    default:
        return {};
    }
}

} // namespace

const HelperDescriptor &SlpHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "slp",
        .summary = "Answers to requests for services (SLP) that went to all agents of a network.",
        .advice = "Attach it to udp/427 in the output hook of a host that looks for services.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Udp},
        .ports = {SlpPort},
        .classes = {{.name = "slp", .maximum = 8, .timeoutSeconds = 16}},
        .privateDataLength = 0,
        .options = {{.name = "allow_low_ports",
            .kind = OptionKind::Boolean,
            .defaultValue = "false",
            .text = "also expect answers at ports below 1024 other than 427",
            .grants = OptionGrant::LowPorts}},
        .rights = {.looseSource = true, .permanent = true, .lowPorts = true},
        .needsEmptySegments = false,
    };
    return descriptor;
}

SlpHelper::SlpHelper(const OptionValues &options)
    : m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

Judgement SlpHelper::onPacket(const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &)
{
    const Tuple &flow = connection.tuple(Direction::Original);
    if (!mayBeQuestion(packet) || !isGroup(flow.destination)) {
        return Judgement::Accept;
    }
    const std::string_view request = requestOf(packet.payload());
    connection.note().append(request.empty() ? "no request of version 2" : request);
    if (!request.empty()) {
        expectAnswers(expectationOfAnswers(connection, SlpPort), m_allowLowPorts || flow.sourcePort == SlpPort,
            connection, expectations);
    }
    return Judgement::Accept;
}

} // namespace Trackhand
