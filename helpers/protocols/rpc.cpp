// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/rpc.h"

#include "helpers/packet/answermemory.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/recordreader.h"
#include "helpers/packet/replacement.h"
#include "helpers/packet/rewrite.h"
#include "helpers/protocols/rpcquestions.h"

#include <array>
#include <optional>
#include <span>

namespace Trackhand {

namespace {

/// Whether the reply says no more than "at the host that answers".
bool namesNoHost(const Rpc::Place &place)
{
    return place.address.isUnspecified();
}

} // namespace

class RpcFlow : public FlowState {
public:
    void reset() override
    {
        for (RecordReader &reader : records) {
            reader.reset();
        }
        answers.reset();
        questions.reset();
    }

    std::array<RecordReader, 2> records {
        RecordReader(Rpc::WordLength, &Rpc::parseRecordMark), RecordReader(Rpc::WordLength, &Rpc::parseRecordMark)};
    AnswerMemory answers; ///< to what the server said over TCP
    Rpc::Questions questions;
};

struct RpcHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    RpcFlow &flow;
    RecordReader::Record record; ///< over UDP the datagram
    std::size_t resultAt = 0; ///< offset of the results in the reply in hand
};

const HelperDescriptor &RpcHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "rpc",
        .summary = "ONC RPC services such as NFS, found through the port mapper, over IPv4 and IPv6.",
        .advice = "Attach it to tcp/111 and udp/111 of the servers meant. Many RPC services use ports below 1024: give "
                  "them fixed ports above, or set allow_low_ports.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp, L4Protocol::Udp},
        .ports = {111},
        // A mount asks for mountd, nfs and more before it uses the first of them.
        .classes = {{.name = "rpc", .maximum = 8, .timeoutSeconds = 300}},
        .privateDataLength = 0,
        .options = {{.name = "loose",
                        .kind = OptionKind::Boolean,
                        .defaultValue = "false",
                        .text = "also expect services on other hosts than the port mapper's",
                        .grants = OptionGrant::ForeignAddresses},
            {.name = "allow_low_ports",
                .kind = OptionKind::Boolean,
                .defaultValue = "false",
                .text = "also expect services on ports below 1024, where many of them are",
                .grants = OptionGrant::LowPorts}},
        // Clients call a service once to see whether it is there, and then again over another connection.
        .rights = {.permanent = true},
        .needsEmptySegments = false,
    };
    return descriptor;
}

RpcHelper::RpcHelper(const OptionValues &options)
    : m_loose(options.boolean("loose"))
    , m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

std::unique_ptr<FlowState> RpcHelper::newFlowState() const
{
    return std::make_unique<RpcFlow>();
}

Judgement RpcHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    Context context {packet, connection, expectations, rewrite, connection.state<RpcFlow>(), {}, 0};
    if (packet.isTcp()) {
        onSegment(context);
    } else if (packet.headers().tuple.l4 == L4Protocol::Udp && !packet.payload().empty()) {
        context.record.body = packet.payload();
        context.record.cut = packet.truncated();
        onMessage(context);
    }
    return Judgement::Accept;
}

void RpcHelper::onSegment(Context &context) const
{
    const Packet &packet = context.packet;
    RpcFlow &flow = context.flow;
    if (packet.hasAck()) {
        flow.records[static_cast<std::size_t>(opposite(packet.direction()))].acknowledged(packet.acknowledgement());
    }
    // Before the new records are read: what they lead to is no repetition.
    if (packet.direction() == Direction::Reply
        && flow.answers.repeat(packet, context.expectations, context.rewrite) > 0) {
        context.connection.note().append("retransmission, expects the same again");
    }
    RecordReader &records = flow.records[static_cast<std::size_t>(packet.direction())];
    records.add(packet);
    while (const auto record = records.next()) {
        context.record = *record;
        onMessage(context);
    }
}

void RpcHelper::onMessage(Context &context) const
{
    if (context.packet.direction() == Direction::Original) {
        onCall(context);
    } else {
        onReply(context);
    }
}

void RpcHelper::onCall(Context &context)
{
    auto call = Rpc::parseCall(context.record.body);
    if (!call) {
        return;
    }
    if (call->answer == Rpc::Answer::UniversalAddress) {
        call->l4 = context.packet.headers().tuple.l4;
    }
    Note &note = context.connection.note().next().append(call->procedure);
    if (call->answer == Rpc::Answer::Nothing) {
        note.append(call->runsAnother ? " -> expects nothing: the service's answer comes through the port mapper" : "");
        return;
    }
    note.append(" ").append(std::uint64_t {call->program}).append(" ");
    if (call->l4 == L4Protocol::Unspecified) {
        note.append("-> refused: neither tcp nor udp");
        return;
    }
    note.append(toString(call->l4));
    context.flow.questions.ask(*call);
}

void RpcHelper::onReply(Context &context) const
{
    const auto reply = Rpc::parseReply(context.record.body);
    Rpc::Question *question = reply ? context.flow.questions.find(reply->xid) : nullptr;
    if (!question) {
        return;
    }
    const Rpc::Call &call = question->call;
    Note &note = context.connection.note().next().append(call.procedure);
    note.append(" ").append(std::uint64_t {call.program}).append(" ").append(toString(call.l4)).append(" ");
    if (reply->resultAt == 0) {
        note.append("failed");
        return;
    }
    context.resultAt = reply->resultAt;
    const auto results = context.record.body.subspan(reply->resultAt);
    const auto place = call.answer == Rpc::Answer::Port ? Rpc::parsePort(results) : Rpc::parseUniversalAddress(results);
    if (!place) {
        note.append("not understood");
    } else if (place->port == 0) {
        note.append("is not registered");
    } else {
        onPlace(*place, *question, context);
    }
}

std::string_view RpcHelper::reasonToRefuse(const Rpc::Place &place, const Context &context) const
{
    const Connection &connection = context.connection;
    if (place.port < FirstUnprivilegedPort && !m_allowLowPorts) {
        return "the port is below 1024 (option allow_low_ports)";
    }
    if (namesNoHost(place) || connection.isSenders(place.address)) {
        return {};
    }
    if (place.address.family != connection.senderAddress().family) {
        return "the address is of the other IP version";
    }
    return m_loose ? std::string_view() : "the address is not the sender's own (option loose)";
}

void RpcHelper::onPlace(const Rpc::Place &place, Rpc::Question &question, Context &context) const
{
    Connection &connection = context.connection;
    Note &note = connection.note();
    note.append(namesNoHost(place) ? connection.senderAddress() : place.address, place.port).append(" -> ");
    if (const auto reason = reasonToRefuse(place, context); !reason.empty()) {
        note.append("refused: ").append(reason);
        return;
    }
    auto expectation = expectationToSender(connection, question.call.l4, place.port);
    expectation.flags = Wire::ExpectationFlag::Permanent;
    if (!namesNoHost(place) && !connection.isSenders(place.address)) {
        expectation.tuple.destination = place.address;
        expectation.nat = Wire::NatFunction::None;
    }
    if (expectation.nat != Wire::NatFunction::None && !reserve(expectation, question, context)) {
        note.append("refused: no port of the translated address is free for it");
        return;
    }
    Replacement replacement;
    if (expectation.nat != Wire::NatFunction::None && !announce(place, expectation, replacement, context)) {
        return;
    }
    if (!context.expectations.add(expectation)) {
        note.append("refused: too many in one packet");
        return;
    }
    question.answered = expectation;
    if (context.packet.isTcp()) {
        context.flow.answers.remember(context.record.endSequence, expectation);
        if (!replacement.empty()) {
            context.flow.answers.rememberReplacement(replacement.sequence, replacement.length, replacement.text.view());
        }
    }
    note.append("expects ").append(toString(question.call.l4)).append(" ");
    note.append(expectation.tuple.destination, expectation.tuple.destinationPort);
}

/// Finds a free public port for the service: the one it had when the same reply came before.
bool RpcHelper::reserve(Wire::ExpectationProposal &expectation, const Rpc::Question &question, Context &context)
{
    const auto &before = question.answered;
    if (before && before->natPort == expectation.natPort && before->natAddress == expectation.natAddress) {
        expectation = *before;
        return true;
    }
    const auto port = context.expectations.reservePorts(expectation);
    expectation.tuple.destinationPort = port.value_or(0);
    return port.has_value();
}

/// Writes where the client will find the service, if it is not what the reply says.
bool RpcHelper::announce(
    const Rpc::Place &place, const Wire::ExpectationProposal &expectation, Replacement &replacement, Context &context)
{
    const Tuple &end = expectation.tuple;
    if (place.port == end.destinationPort && (namesNoHost(place) || place.address == end.destination)) {
        return true;
    }
    Note &note = context.connection.note();
    const ShortText said = place.address.family == L3Protocol::Unspecified
        ? Rpc::portResult(end.destinationPort)
        : Rpc::universalAddressResult(end.destination, end.destinationPort);
    std::string_view reason;
    if (!context.packet.isTcp()) {
        const bool done = context.rewrite.replace(context.resultAt, place.length, said.view());
        reason = done ? "" : "the packet cannot be rewritten";
    } else if (findReplacement(place.length, said, replacement, context)) {
        reason = replacement.putInto(context.packet, context.rewrite);
    } else {
        reason = "a reply of this form cannot be rewritten";
    }
    if (!reason.empty()) {
        note.append("refused: ").append(reason);
        return false;
    }
    note.append("says ").append(end.destination, end.destinationPort).append(", ");
    return true;
}

/// What to write so that @p said stands in place of @p length bytes of results. A reply of another length is written
/// anew from its record mark on, which names the length. False when there is no way.
bool RpcHelper::findReplacement(
    std::size_t length, const ShortText &said, Replacement &replacement, const Context &context)
{
    const RecordReader::Record &record = context.record;
    if (record.cut || record.inFrames) {
        return false;
    }
    replacement.sequence = record.beginSequence;
    if (length == said.view().size()) {
        replacement.sequence += static_cast<std::uint32_t>(Rpc::WordLength + context.resultAt);
        replacement.length = length;
        replacement.text = said;
    } else {
        const std::string_view message(reinterpret_cast<const char *>(record.body.data()), record.body.size());
        Rpc::putWord(replacement.text, Rpc::recordMark(message.size() - length + said.view().size()));
        replacement.text << message.substr(0, context.resultAt) << said.view();
        replacement.length = Rpc::WordLength + context.resultAt + length;
    }
    return replacement.text.fits();
}

} // namespace Trackhand
