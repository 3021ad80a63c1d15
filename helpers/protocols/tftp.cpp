// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/tftp.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"

#include <algorithm>
#include <optional>
#include <span>

namespace Trackhand {

namespace {

/// The packet types of RFC 1350 and RFC 2347, by their number.
constexpr std::string_view Opcodes[] {"", "RRQ", "WRQ", "DATA", "ACK", "ERROR", "OACK"};
constexpr std::size_t ReadRequest = 1;
constexpr std::size_t WriteRequest = 2;

/// The type of a packet, or 0 when it is of none.
std::size_t opcodeOf(std::span<const std::uint8_t> payload)
{
    const std::size_t opcode = payload.size() < 2 ? 0 : std::size_t {payload[0]} << 8 | payload[1];
    return opcode < std::size(Opcodes) ? opcode : 0;
}

/// Drops a text that is not empty, and the zero byte behind it, from the head of @p payload.
bool takeText(std::span<const std::uint8_t> &payload)
{
    const auto end = std::ranges::find(payload, std::uint8_t {0});
    const auto length = static_cast<std::size_t>(end - payload.begin());
    if (length == 0 || end == payload.end()) {
        return false;
    }
    payload = payload.subspan(length + 1);
    return true;
}

/// A request names a file and a mode. What follows are options, which servers that know none leave unread.
bool isRequest(std::span<const std::uint8_t> payload)
{
    auto rest = payload.subspan(2);
    return takeText(rest) && takeText(rest);
}

} // namespace

const HelperDescriptor &TftpHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "tftp",
        .summary = "TFTP transfers, which a server answers from another port than it was asked at.",
        .advice = "Attach it to udp/69 of the servers meant, on the side of the clients that may ask them.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Udp},
        .ports = {69},
        .classes = {{.name = "tftp", .maximum = 1, .timeoutSeconds = 300}},
        .options = {{.name = "allow_low_ports",
            .kind = OptionKind::Boolean,
            .defaultValue = "false",
            .text = "also expect answers to clients that ask from a port below 1024",
            .grants = OptionGrant::LowPorts}},
    };
    return descriptor;
}

TftpHelper::TftpHelper(const OptionValues &options)
    : m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

Judgement TftpHelper::onPacket(const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &)
{
    if (packet.headers().tuple.l4 != L4Protocol::Udp || packet.headers().fragment) {
        return Judgement::Accept;
    }
    const std::size_t opcode = opcodeOf(packet.payload());
    connection.note().append(opcode == 0 ? "no packet of TFTP" : Opcodes[opcode]);
    if (opcode == ReadRequest || opcode == WriteRequest) {
        onRequest(packet, connection, expectations);
    }
    return Judgement::Accept;
}

std::string_view TftpHelper::reasonToRefuse(const Packet &packet, const Connection &connection) const
{
    if (packet.direction() != Direction::Original) {
        return "it comes from the server";
    }
    if (!isRequest(packet.payload())) {
        return "it names no file and mode";
    }
    // The port that the client knows as its own: what comes to the translated one is handed on to it.
    if (connection.tuple(Direction::Original).sourcePort < FirstUnprivilegedPort && !m_allowLowPorts) {
        return "the client's port is below 1024 (option allow_low_ports)";
    }
    return {};
}

void TftpHelper::onRequest(const Packet &packet, Connection &connection, Expectations &expectations) const
{
    Note &note = connection.note().append(" -> ");
    if (const auto reason = reasonToRefuse(packet, connection); !reason.empty()) {
        note.append("refused: ").append(reason);
        return;
    }
    const auto expectation = expectationOfAnswer(connection);
    expectations.add(expectation);
    note.append("expects ").append(expectation.tuple.destination, expectation.tuple.destinationPort);
}

} // namespace Trackhand
