// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/pptp.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/rewrite.h"
#include "helpers/protocols/pptpcall.h"
#include "helpers/protocols/pptpsyntax.h"

#include <array>

namespace Trackhand {

using Pptp::CallIdField;
using Pptp::CallState;
using Pptp::Message;
using Pptp::MessageType;

namespace {

/// GRE to the end of the control connection that sends in direction @p end. It is expected of the other end alone, and
/// where the control connection is translated, translated as that one is: its receiver must not see another address
/// than the one it speaks to.
Wire::ExpectationProposal expectationTo(Direction end, const Pptp::CallEnd &ids, const Connection &connection)
{
    const Tuple &towards = connection.tuple(opposite(end));
    Wire::ExpectationProposal expectation;
    expectation.tuple.source = towards.source;
    expectation.tuple.destination = towards.destination;
    expectation.tuple.destinationPort = ids.publicId;
    expectation.tuple.l4 = L4Protocol::Gre;
    if (connection.hasNat()) {
        expectation.nat = Wire::NatFunction::FollowMaster;
        expectation.natDirection = static_cast<std::uint8_t>(opposite(end));
        expectation.natAddress = connection.tuple(end).source;
        expectation.natPort = ids.id;
    }
    return expectation;
}

} // namespace

class PptpFlow : public FlowState {
public:
    void reset() override
    {
        for (const auto direction : {0, 1}) {
            readers[direction].reset();
            replacements[direction].reset();
        }
        call = {};
        restored = false;
    }

    std::array<Pptp::MessageReader, 2> readers;
    std::array<Pptp::ReplacementMemory, 2> replacements;
    Pptp::Call call;
    bool restored = false;
};

struct PptpHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    PptpFlow &flow;

    Pptp::Call &call() { return flow.call; }
    Pptp::CallEnd &sender() { return flow.call.end(connection.direction()); }
    Pptp::CallEnd &receiver() { return flow.call.end(opposite(connection.direction())); }
    Note &note() { return connection.note(); }
};

const HelperDescriptor &PptpHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "pptp",
        .summary = "Tunnels of PPTP: the GRE packets of the call that a control connection agrees on.",
        .advice = "Attach it to tcp/1723 of the servers meant, and accept GRE as related traffic only.",
        .l3 = {L3Protocol::Ipv4},
        .l4 = {L4Protocol::Tcp},
        .ports = {1723},
        .classes = {{.name = "pptp", .maximum = 2, .timeoutSeconds = 300}},
        .privateDataLength = Pptp::Call::DataLength,
        .options = {},
        .rights = {.gre = true},
    };
    return descriptor;
}

PptpHelper::PptpHelper(const OptionValues &)
{
}

std::unique_ptr<FlowState> PptpHelper::newFlowState() const
{
    return std::make_unique<PptpFlow>();
}

Judgement PptpHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (!packet.isTcp()) {
        return Judgement::Accept;
    }
    Context context {packet, connection, expectations, rewrite, connection.state<PptpFlow>()};
    PptpFlow &flow = context.flow;
    if (!flow.restored) {
        flow.call.restore(connection.privateData());
        flow.restored = true;
    }
    if (packet.hasAck()) {
        flow.readers[static_cast<std::size_t>(opposite(packet.direction()))].acknowledged(packet.acknowledgement());
    }
    const auto direction = static_cast<std::size_t>(packet.direction());
    flow.replacements[direction].repeat(packet, rewrite);
    flow.readers[direction].add(packet);
    while (const auto message = flow.readers[direction].next()) {
        onMessage(*message, context);
    }
    if (!packet.payload().empty()) {
        renew(context);
        connection.setPrivateData(flow.call.data());
    }
    return Judgement::Accept;
}

void PptpHelper::onMessage(const Message &message, Context &context)
{
    context.note().next().append(message.name);
    switch (message.type) {
    case MessageType::OutgoingCallRequest:
    case MessageType::IncomingCallRequest:
        onRequest(message, context);
        break;
    case MessageType::OutgoingCallReply:
    case MessageType::IncomingCallReply:
        onReply(message, context);
        break;
    case MessageType::IncomingCallConnected:
        onConnected(message, context);
        break;
    case MessageType::StopRequest:
    case MessageType::StopReply:
    case MessageType::CallClearRequest:
    case MessageType::CallDisconnectNotify:
        onEnd(message, context);
        break;
    }
    translate(message, context);
}

/// Reserves a call id that no other call to the same public address has, where addresses are translated.
bool PptpHelper::assign(const CallIdField &field, Context &context)
{
    const Direction direction = context.connection.direction();
    Pptp::CallEnd &end = context.sender();
    context.note().append(" ").append(std::uint64_t {field.id});
    if (end.has(field.id) && context.call().state != CallState::None) {
        return true; // asked for again: what was announced once stays
    }
    end = {field.id, field.id, true};
    if (!context.connection.hasNat()) {
        return true;
    }
    const auto publicId = context.expectations.reservePorts(expectationTo(direction, end, context.connection));
    if (!publicId) {
        context.note().append(" -> refused: no call id of the translated address is free for it");
        end = {};
        return false;
    }
    end.publicId = *publicId;
    if (end.publicId != end.id) {
        context.note().append(" as ").append(std::uint64_t {end.publicId});
    }
    return true;
}

void PptpHelper::onRequest(const Message &message, Context &context)
{
    const bool outgoing = message.type == MessageType::OutgoingCallRequest;
    context.receiver() = {};
    context.call().asker = context.connection.direction();
    const bool assigned = assign(*message.own, context);
    context.call().state = !assigned ? CallState::None : outgoing ? CallState::OutgoingAsked : CallState::IncomingAsked;
}

void PptpHelper::onReply(const Message &message, Context &context)
{
    Pptp::Call &call = context.call();
    const bool outgoing = message.type == MessageType::OutgoingCallReply;
    const bool asked = call.state == (outgoing ? CallState::OutgoingAsked : CallState::IncomingAsked);
    if (!asked || call.asker == context.connection.direction() || !context.receiver().isKnownAs(message.peer->id)) {
        context.note().append(" -> refused: it answers no request of the other end");
    } else if (!message.isAgreed()) {
        call.state = CallState::None;
        context.note().append(" -> no call");
    } else if (!assign(*message.own, context)) {
        call.state = CallState::None;
    } else if (outgoing) {
        call.state = CallState::Up;
        context.note().append(" -> expects GRE of calls ").append(std::uint64_t {context.receiver().publicId});
        context.note().append(" and ").append(std::uint64_t {context.sender().publicId});
    } else {
        call.state = CallState::IncomingAnswered;
    }
}

void PptpHelper::onConnected(const Message &message, Context &context)
{
    Pptp::Call &call = context.call();
    if (call.state != CallState::IncomingAnswered || call.asker != context.connection.direction()
        || !context.receiver().isKnownAs(message.peer->id)) {
        context.note().append(" -> refused: it ends no handshake");
        return;
    }
    call.state = CallState::Up;
    context.note().append(" -> expects GRE of calls ").append(std::uint64_t {context.receiver().publicId});
    context.note().append(" and ").append(std::uint64_t {context.sender().publicId});
}

/// The ids stay known: the other end's answer may name them.
void PptpHelper::onEnd(const Message &message, Context &context)
{
    const bool ofThisCall =
        !message.own || context.sender().has(message.own->id) || context.receiver().isKnownAs(message.own->id);
    if (ofThisCall && context.call().state != CallState::None) {
        context.call().state = CallState::None;
        context.note().append(" -> expects nothing more");
    }
}

/// Expects what the call needs as it is now. A reserved id is expected before the call is up: only so it stays
/// reserved.
void PptpHelper::renew(Context &context)
{
    const bool up = context.call().state == CallState::Up;
    if (context.call().state == CallState::None || (!up && !context.connection.hasNat())) {
        return;
    }
    for (const Direction end : {Direction::Original, Direction::Reply}) {
        if (context.call().end(end).known) {
            context.expectations.add(expectationTo(end, context.call().end(end), context.connection));
        }
    }
}

/// Each end reads its own call id as it chose it, and the other end's as it was announced to it.
void PptpHelper::translate(const Message &message, Context &context)
{
    const Pptp::CallEnd &sender = context.sender();
    const Pptp::CallEnd &receiver = context.receiver();
    if (message.own && sender.has(message.own->id)) {
        replace(*message.own, sender.publicId, context);
    } else if (message.own && receiver.isKnownAs(message.own->id)) {
        replace(*message.own, receiver.id, context); // some ends clear a call by the other one's id
    }
    if (message.peer && receiver.isKnownAs(message.peer->id)) {
        replace(*message.peer, receiver.id, context);
    }
}

void PptpHelper::replace(const CallIdField &field, std::uint16_t id, Context &context)
{
    if (field.id == id) {
        return;
    }
    auto &memory = context.flow.replacements[static_cast<std::size_t>(context.connection.direction())];
    if (!memory.replace(field.sequence, id, context.packet, context.rewrite)) {
        context.call().state = CallState::None;
        context.note().append(" -> refused: a call id is split over segments and must be rewritten");
    }
}

} // namespace Trackhand
