// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sane.h"

#include "helpers/packet/answermemory.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/replacement.h"
#include "helpers/packet/rewrite.h"
#include "helpers/packet/streamview.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace Trackhand {

namespace {

/// Requests by their code, a word of four bytes, most significant first like all words.
constexpr std::array<std::string_view, 11> Requests {"INIT", "GET_DEVICES", "OPEN", "CLOSE", "GET_OPTION_DESCRIPTORS",
    "CONTROL_OPTION", "GET_PARAMETERS", "START", "CANCEL", "AUTHORIZE", "EXIT"};
constexpr std::uint32_t StartRequest = 7;
constexpr std::uint32_t AuthorizeRequest = 9;
constexpr std::size_t StartRequestLength = 8; ///< code and handle

/// The reply to START: status, port, byte order, and the length of the name of what needs a password first.
constexpr std::size_t WordLength = 4;
constexpr std::size_t StatusAt = 0;
constexpr std::size_t PortAt = 4;
constexpr std::size_t ResourceAt = 12;
constexpr std::size_t StartReplyLength = 16;
/// A reply to AUTHORIZE is one word, and behind it comes the reply to what had to wait for it.
constexpr std::size_t AuthorizeReplyLength = WordLength;

/// What one side says before the other one answers: its beginning, and how much it was.
struct Turn {
    std::array<std::uint8_t, AuthorizeReplyLength + StartReplyLength> head {};
    std::size_t length = 0;
    std::uint32_t beginSequence = 0;
    bool torn = false; ///< bytes are missing

    void begin(const StreamView::Chunk &chunk)
    {
        length = 0;
        beginSequence = chunk.sequence;
        torn = false;
    }

    void add(const StreamView::Chunk &chunk)
    {
        torn = torn || chunk.afterGap;
        if (length < head.size()) {
            const auto kept = chunk.bytes.first(std::min(chunk.bytes.size(), head.size() - length));
            std::ranges::copy(kept, head.begin() + static_cast<std::ptrdiff_t>(length));
        }
        length += chunk.bytes.size();
    }

    bool holds(std::size_t bytes) const { return !torn && length >= bytes; }

    std::uint32_t word(std::size_t at) const
    {
        return std::uint32_t {head[at]} << 24 | std::uint32_t {head[at + 1]} << 16 | std::uint32_t {head[at + 2]} << 8
            | head[at + 3];
    }
};

} // namespace

class SaneFlow : public FlowState {
public:
    void reset() override
    {
        for (const auto direction : {0, 1}) {
            streams[direction].reset();
            turns[direction] = {};
        }
        answers.reset();
        speaker.reset();
        startReplyAt.reset();
        authorizing = false;
    }

    std::array<StreamView, 2> streams;
    std::array<Turn, 2> turns;
    AnswerMemory answers; ///< to what the server said
    std::optional<Direction> speaker; ///< whose turn it is; nobody's until the first byte
    std::optional<std::size_t>
        startReplyAt; ///< where in the server's turn the reply to START begins, while it is awaited
    bool authorizing = false; ///< the server wants a password before it starts
};

struct SaneHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    SaneFlow &flow;

    Turn &turn(Direction direction) const { return flow.turns[static_cast<std::size_t>(direction)]; }
    /// Where in the server's stream the reply to START has the byte @p at.
    std::uint32_t sequenceInReply(std::size_t at) const
    {
        return turn(Direction::Reply).beginSequence + static_cast<std::uint32_t>(*flow.startReplyAt + at);
    }
};

const HelperDescriptor &SaneHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "sane",
        .summary = "Pictures from network scanners (saned), over IPv4 and IPv6.",
        .advice =
            "Attach it to tcp/6566 of the scanner hosts, and accept related traffic only to saned's data_portrange.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp},
        .ports = {6566},
        .classes = {{.name = "sane", .maximum = 1, .timeoutSeconds = 300}},
        .privateDataLength = 0,
        .options = {{.name = "allow_low_ports",
            .kind = OptionKind::Boolean,
            .defaultValue = "false",
            .text = "also expect data connections to ports below 1024",
            .grants = OptionGrant::LowPorts}},
        .needsEmptySegments = false,
    };
    return descriptor;
}

SaneHelper::SaneHelper(const OptionValues &options)
    : m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

std::unique_ptr<FlowState> SaneHelper::newFlowState() const
{
    return std::make_unique<SaneFlow>();
}

Judgement SaneHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (!packet.isTcp()) {
        return Judgement::Accept;
    }
    Context context {packet, connection, expectations, rewrite, connection.state<SaneFlow>()};
    SaneFlow &flow = context.flow;
    const Direction direction = packet.direction();
    if (packet.hasAck()) {
        flow.streams[static_cast<std::size_t>(opposite(direction))].acknowledged(packet.acknowledgement());
    }
    // Before the new bytes are read: what they lead to is no repetition.
    if (direction == Direction::Reply && flow.answers.repeat(packet, expectations, rewrite) > 0) {
        connection.note().append("retransmission, expects the same again");
    }
    StreamView &stream = flow.streams[static_cast<std::size_t>(direction)];
    Turn &turn = context.turn(direction);
    stream.add(packet);
    while (const auto chunk = stream.next()) {
        if (flow.speaker != direction) {
            if (direction == Direction::Reply) {
                onRequest(context);
            }
            turn.begin(*chunk);
            flow.speaker = direction;
        }
        const bool isNamed = turn.length >= WordLength;
        turn.add(*chunk);
        if (direction == Direction::Reply) {
            onReply(context);
        } else if (!isNamed && turn.holds(WordLength) && turn.word(0) < Requests.size()) {
            connection.note().next().append(Requests[turn.word(0)]);
        }
    }
    return Judgement::Accept;
}

/// The server begins to answer, so what the client has said is a whole request.
void SaneHelper::onRequest(Context &context) const
{
    const Turn &request = context.turn(Direction::Original);
    SaneFlow &flow = context.flow;
    flow.startReplyAt.reset();
    if (request.holds(StartRequestLength) && request.length == StartRequestLength && request.word(0) == StartRequest) {
        flow.startReplyAt = 0;
    } else if (flow.authorizing && request.holds(WordLength) && request.word(0) == AuthorizeRequest) {
        flow.startReplyAt = AuthorizeReplyLength;
    }
    flow.authorizing = false;
}

void SaneHelper::onReply(Context &context) const
{
    const Turn &reply = context.turn(Direction::Reply);
    SaneFlow &flow = context.flow;
    if (!flow.startReplyAt || !reply.holds(*flow.startReplyAt + StartReplyLength)) {
        return;
    }
    const std::size_t begin = *flow.startReplyAt;
    const std::uint32_t status = reply.word(begin + StatusAt);
    const std::uint32_t port = reply.word(begin + PortAt);
    Note &note = context.connection.note().next().append("START ");
    if (status != 0) {
        note.append("failed with status ").append(std::uint64_t {status});
    } else if (reply.word(begin + ResourceAt) != 0) {
        flow.authorizing = true;
        note.append("needs a password first");
    } else if (port == 0 || port > 0xffff) {
        note.append("not understood: port ").append(std::uint64_t {port});
    } else {
        onPort(static_cast<std::uint16_t>(port), context);
    }
    flow.startReplyAt.reset();
}

void SaneHelper::onPort(std::uint16_t port, Context &context) const
{
    Note &note = context.connection.note().append("port ").append(std::uint64_t {port}).append(" -> ");
    if (port < FirstUnprivilegedPort && !m_allowLowPorts) {
        note.append("refused: the port is below 1024 (option allow_low_ports)");
        return;
    }
    auto expectation = expectationToSender(context.connection, L4Protocol::Tcp, port);
    Replacement replacement;
    if (expectation.nat != Wire::NatFunction::None && !translate(expectation, replacement, context)) {
        return;
    }
    if (!context.expectations.add(expectation)) {
        note.append("refused: too many in one packet");
        return;
    }
    context.flow.answers.remember(context.sequenceInReply(StartReplyLength), expectation);
    if (!replacement.empty()) {
        context.flow.answers.rememberReplacement(replacement.sequence, replacement.length, replacement.text.view());
    }
    note.append("expects ").append(expectation.tuple.destination, expectation.tuple.destinationPort);
}

/// Finds a public port for a translated server. Another one than its own is written into the reply: the lower half of a
/// word, so that no length changes, over IPv6 either.
bool SaneHelper::translate(Wire::ExpectationProposal &expectation, Replacement &replacement, Context &context)
{
    Note &note = context.connection.note();
    const auto port = context.expectations.reservePorts(expectation);
    if (!port) {
        note.append("refused: no port of the translated address is free for it");
        return false;
    }
    expectation.tuple.destinationPort = *port;
    if (*port == expectation.natPort) {
        return true;
    }
    replacement.sequence = context.sequenceInReply(PortAt + 2);
    replacement.length = 2;
    replacement.text << static_cast<char>(*port >> 8) << static_cast<char>(*port);
    if (const auto reason = replacement.putInto(context.packet, context.rewrite); !reason.empty()) {
        note.append("refused: ").append(reason);
        return false;
    }
    note.append("says port ").append(std::uint64_t {*port}).append(", ");
    return true;
}

} // namespace Trackhand
