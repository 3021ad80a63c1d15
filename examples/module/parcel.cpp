// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A helper for "parcel", a protocol nobody has heard of. A client says PARCEL, and the server answers with a line like
// "PARCEL AT 50123": at that port it waits for a connection.

#include "helpers/module/helpermodule.h"
#include "helpers/packet/answermemory.h"
#include "helpers/packet/asciitext.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/linereader.h"
#include "helpers/packet/replacement.h"
#include "helpers/packet/rewrite.h"

#include <array>

namespace {

using namespace Trackhand;

constexpr std::string_view Announcement = "PARCEL AT ";

/// What is remembered of a connection: an object of it is made once, and then serves one connection after the other.
class ParcelFlow : public FlowState {
public:
    void reset() override
    {
        lines[0].reset();
        lines[1].reset();
        answers[0].reset();
        answers[1].reset();
    }

    // One for each direction.
    std::array<LineReader, 2> lines;
    std::array<AnswerMemory, 2> answers;
};

class ParcelHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit ParcelHelper(const OptionValues &) { } // it has no options

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override { return std::make_unique<ParcelFlow>(); }
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;
};

/// One line of the packet in hand.
struct Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    AnswerMemory &answers;
    LineReader::Line line;
};

const HelperDescriptor &ParcelHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "parcel",
        .summary = "Parcels, over IPv4 and IPv6.",
        .advice = "Attach it to tcp/7000 of the servers meant.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp},
        .ports = {7000},
        .classes = {{.name = "data", .maximum = 4, .timeoutSeconds = 300}},
        .options = {},
    };
    return descriptor;
}

/// Where the sender's address is translated, its peer finds it at another port, and the line must say which. Empty, or
/// why that cannot be.
std::string_view announce(Wire::ExpectationProposal &expectation, Replacement &replacement, Context &context)
{
    if (expectation.nat == Wire::NatFunction::None) {
        return {};
    }
    const auto port = context.expectations.reservePorts(expectation);
    if (!port) {
        return "no port of the translated address is free for it";
    }
    if (*port == expectation.tuple.destinationPort) {
        return {};
    }
    expectation.tuple.destinationPort = *port;
    replacement.text << std::uint64_t {*port};
    return replacement.putInto(context.packet, context.rewrite);
}

std::string_view expect(Wire::ExpectationProposal &expectation, Replacement &replacement, Context &context)
{
    if (expectation.tuple.destinationPort < FirstUnprivilegedPort) {
        return "the port is below 1024";
    }
    if (const auto reason = announce(expectation, replacement, context); !reason.empty()) {
        return reason;
    }
    if (!context.expectations.add(expectation)) {
        return "too many in one packet";
    }
    // A retransmission of these bytes is to be answered in the same way.
    context.answers.remember(context.line.endSequence, expectation);
    if (!replacement.text.view().empty()) {
        context.answers.rememberReplacement(replacement.sequence, replacement.length, replacement.text.view());
    }
    return {};
}

void onLine(Context &context)
{
    std::string_view text = context.line.text;
    if (!text.starts_with(Announcement)) {
        return;
    }
    text.remove_prefix(Announcement.size());
    const std::size_t length = text.size();
    const auto port = Ascii::takeNumber(text, 65535);
    if (!port || *port == 0) {
        return;
    }
    const auto announced = static_cast<std::uint16_t>(*port);
    auto expectation = expectationToSender(context.connection, L4Protocol::Tcp, announced);
    Replacement replacement;
    replacement.sequence = context.line.beginSequence + static_cast<std::uint32_t>(Announcement.size());
    replacement.length = length - text.size();
    Note &note = context.connection.note().next().append(Announcement).append(std::uint64_t {announced});
    if (const auto reason = expect(expectation, replacement, context); !reason.empty()) {
        note.append(" -> refused: ").append(reason);
        return;
    }
    note.append(" -> expects ").append(expectation.tuple.destination, expectation.tuple.destinationPort);
}

Judgement ParcelHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (!packet.isTcp()) {
        return Judgement::Accept;
    }
    auto &flow = connection.state<ParcelFlow>();
    const auto side = static_cast<std::size_t>(packet.direction());
    if (packet.hasAck()) {
        flow.lines[1 - side].acknowledged(packet.acknowledgement());
    }
    // Before the new lines are read: what they lead to is no repetition.
    if (flow.answers[side].repeat(packet, expectations, rewrite) > 0) {
        connection.note().append("retransmission, expects the same again");
    }
    flow.lines[side].add(packet);
    while (const auto line = flow.lines[side].next()) {
        Context context {packet, connection, expectations, rewrite, flow.answers[side], *line};
        onLine(context);
    }
    return Judgement::Accept;
}

} // namespace

TRACKHAND_HELPER_MODULE(ParcelHelper)
