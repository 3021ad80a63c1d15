// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/h323.h"

#include "helpers/protocols/h323/h225.h"
#include "helpers/protocols/h323/h245.h"
#include "helpers/protocols/h323/h323context.h"

#include <algorithm>

namespace Trackhand {

using H323::Role;

const HelperDescriptor &H323Helper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "h323",
        .summary = "H.323 calls: call control, audio, video and data channels, and calls through a gatekeeper.",
        .advice = "Attach it to tcp/1720 of the endpoints meant, and to udp/1719 of the gatekeeper if there is one.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp, L4Protocol::Udp},
        .ports = {1720, 1719}, // calls; the gatekeeper, asked over UDP
        // As many channels at a time as Linux's own helper allows, and its 240 s. What waits for calls stays as long as
        // a registration does by default (300 s); an endpoint that registers again in time renews it.
        .classes = {{.name = "rtp", .maximum = 18, .timeoutSeconds = 240},
            {.name = "h245", .maximum = 4, .timeoutSeconds = 240},
            {.name = "t120", .maximum = 4, .timeoutSeconds = 240},
            {.name = "call", .maximum = 32, .timeoutSeconds = 300}},
        .options = {{.name = "loose",
                        .kind = OptionKind::Boolean,
                        .defaultValue = "false",
                        .text = "also expect channels and calls to other hosts than the one that announces them",
                        .grants = OptionGrant::ForeignAddresses},
            {.name = "allow_low_ports",
                .kind = OptionKind::Boolean,
                .defaultValue = "false",
                .text = "also expect channels and calls to ports below 1024",
                .grants = OptionGrant::LowPorts}},
        .rights = {.permanent = true, .sameHelper = true},
    };
    return descriptor;
}

H323Helper::H323Helper(const OptionValues &options)
    : m_loose(options.boolean("loose"))
    , m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

std::unique_ptr<FlowState> H323Helper::newFlowState() const
{
    return std::make_unique<H323Flow>();
}

Judgement H323Helper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    Context context {packet, connection, expectations, rewrite, connection.state<H323Flow>()};
    if (packet.isTcp()) {
        onSegment(context);
    } else if (packet.headers().tuple.l4 == L4Protocol::Udp && !packet.headers().fragment) {
        Per::Findings findings;
        context.message = packet.payload();
        H225::readRas(context.message, findings);
        onMessage("RAS", findings, context);
    }
    return Judgement::Accept;
}

void H323Helper::onSegment(Context &context) const
{
    const Packet &packet = context.packet;
    Note &note = context.connection.note();
    if (packet.hasAck()) {
        context.flow.messages[static_cast<std::size_t>(opposite(packet.direction()))].acknowledged(
            packet.acknowledgement());
    }
    // Before the new bytes are read: what they lead to is no repetition.
    if (context.memory().repeat(packet, context.expectations, context.rewrite) > 0) {
        note.append("retransmission, says and expects the same again");
    }
    TpktReader &messages = context.flow.messages[static_cast<std::size_t>(packet.direction())];
    messages.add(packet);
    while (const auto message = messages.next()) {
        if (message->tooLong) {
            note.next().append("a message of more than 4096 bytes, not read");
            continue;
        }
        Per::Findings findings;
        context.message = message->bytes;
        context.sequence = message->sequence;
        if (H225::isCallSignalling(message->bytes)) {
            H225::readCallSignalling(message->bytes, findings);
            onMessage("Q.931", findings, context);
        } else {
            Per::find(H245::ControlMessage, Per::Reader(message->bytes), findings);
            onMessage("H.245", findings, context);
        }
    }
}

void H323Helper::onMessage(std::string_view kind, const Per::Findings &findings, Context &context) const
{
    Note &note = context.connection.note().next().append(findings.message.empty() ? kind : findings.message);
    note.append(findings.malformed ? " (not understood to its end)" : "");
    note.append(findings.tooMany ? " (more addresses than are read)" : "");
    if (findings.message == "RRQ" || findings.message == "URQ") {
        onRegistration(findings, context);
    }
    for (const Per::Found &found : findings.all()) {
        const std::uint8_t *at = &context.message[found.offset];
        const auto family = found.addressSize == 4 ? L3Protocol::Ipv4 : L3Protocol::Ipv6;
        const auto port = static_cast<std::uint16_t>(at[found.addressSize] << 8 | at[found.addressSize + 1]);
        onAddress({static_cast<Role>(found.tag), IpAddress::fromBytes(family, at), port, found.offset}, context);
    }
}

/// An endpoint that only says it is still there (keepAlive) may leave its addresses out: they are those of before.
void H323Helper::onRegistration(const Per::Findings &findings, Context &context) const
{
    const auto names = [](const Per::Found &found) {
        return found.tag == H323::tag(Role::Registered);
    };
    if (findings.message == "URQ" || std::ranges::any_of(findings.all(), names)) {
        context.flow.forgetRegistration();
        return;
    }
    for (const std::uint16_t port : context.flow.registered()) {
        expect({Role::Registered, context.connection.senderAddress(), port, 0, false}, context);
    }
}

} // namespace Trackhand
