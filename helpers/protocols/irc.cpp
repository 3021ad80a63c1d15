// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/irc.h"

#include "helpers/packet/answermemory.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/replacement.h"
#include "helpers/packet/rewrite.h"
#include "helpers/protocols/ircsyntax.h"

#include <array>

namespace Trackhand {

namespace {

/// The kernel's private data of a connection: version, flags, two zero bytes. Written once, when the flag is set.
constexpr std::uint8_t DataVersion = 1;
constexpr std::uint8_t HttpFlag = 1;
constexpr std::uint8_t DataLength = 4;

} // namespace

class IrcFlow : public FlowState {
public:
    void reset() override
    {
        lines.reset();
        answers.reset();
        restored = begun = isHttp = false;
    }

    /// What an earlier process of this helper knew.
    void restore(const Connection &connection)
    {
        const auto data = connection.privateData();
        if (!restored && data.size() >= DataLength && data[0] == DataVersion) {
            isHttp = (data[1] & HttpFlag) != 0;
        }
        restored = true;
    }

    LineReader lines; ///< of the client
    AnswerMemory answers;
    bool restored = false;
    bool begun = false; ///< the client's first line was seen
    bool isHttp = false; ///< a web page makes its reader's browser speak IRC ("NAT slipstreaming"): no help
};

struct IrcHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    IrcFlow &flow;
    LineReader::Line line;

    /// Where in the stream the end is that the present line announces.
    std::uint32_t sequenceOf(const Irc::Offer &offer) const
    {
        return line.beginSequence + static_cast<std::uint32_t>(offer.text.data() - line.text.data());
    }
};

const HelperDescriptor &IrcHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "irc",
        .summary = "IRC direct connections (DCC): chats and files, over IPv4 and IPv6.",
        .advice =
            "Whoever a user chats with may connect to the port that the user's client announces: attach it to the "
            "IRC servers meant, and accept related traffic only to the ports that clients use for DCC.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp},
        .ports = {6667},
        // The kernel's max_dcc_channels and dcc_timeout: what a policy of the registration says in place of these.
        .classes = {{.name = "irc", .maximum = 8, .timeoutSeconds = 300}},
        .privateDataLength = DataLength,
        .options = {{.name = "loose",
                        .kind = OptionKind::Boolean,
                        .defaultValue = "false",
                        .text = "also expect connections to other hosts than the one that announces them",
                        .grants = OptionGrant::ForeignAddresses},
            {.name = "allow_low_ports",
                .kind = OptionKind::Boolean,
                .defaultValue = "false",
                .text = "also expect connections to ports below 1024",
                .grants = OptionGrant::LowPorts}},
        .rights = {.looseSource = true},
        .needsEmptySegments = false,
    };
    return descriptor;
}

IrcHelper::IrcHelper(const OptionValues &options)
    : m_loose(options.boolean("loose"))
    , m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

std::unique_ptr<FlowState> IrcHelper::newFlowState() const
{
    return std::make_unique<IrcFlow>();
}

Judgement IrcHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (!packet.isTcp()) {
        return Judgement::Accept;
    }
    Context context {packet, connection, expectations, rewrite, connection.state<IrcFlow>(), {}};
    context.flow.restore(connection);
    if (packet.direction() == Direction::Reply) {
        if (packet.hasAck()) {
            context.flow.lines.acknowledged(packet.acknowledgement());
        }
        return Judgement::Accept;
    }
    // Before the new lines are read: what they lead to is no repetition.
    if (context.flow.answers.repeat(packet, expectations, rewrite) > 0) {
        connection.note().append("retransmission, expects the same again");
    }
    context.flow.lines.add(packet);
    while (const auto line = context.flow.lines.next()) {
        context.line = *line;
        onLine(*line, context);
    }
    return Judgement::Accept;
}

void IrcHelper::onLine(const LineReader::Line &line, Context &context) const
{
    IrcFlow &flow = context.flow;
    if (!flow.begun && !flow.isHttp && Irc::isHttpRequest(line.text)) {
        flow.isHttp = true;
        context.connection.setPrivateData(std::array<std::uint8_t, DataLength> {DataVersion, HttpFlag, 0, 0});
        context.connection.note().next().append("HTTP, not IRC: nothing will be expected");
    }
    flow.begun = true;
    if (const auto request = Irc::parseDccRequest(line.text); request && !line.cut) {
        onRequest(*request, context);
    }
}

void IrcHelper::onRequest(std::string_view request, Context &context) const
{
    const auto kind = Irc::parseKind(request);
    Note &note = context.connection.note().next().append("DCC ").append(kind.value_or("of another kind"));
    if (!kind) {
        return;
    }
    const auto offer = Irc::parseOffer(request);
    if (!offer) {
        note.append(" not understood");
        return;
    }
    if (offer->port == 0) {
        note.append(" passive, the other side is to wait");
        return;
    }
    // What is no address may be part of a file name, which is nobody else's business.
    const bool isAddress = offer->address.family != L3Protocol::Unspecified;
    note.append(" ").append(isAddress ? offer->text : std::string_view()).append(isAddress ? " -> " : "-> ");
    if (const auto reason = reasonToRefuse(*offer, context); !reason.empty()) {
        note.append("refused: ").append(reason);
        return;
    }
    auto expectation = expectationToSender(context.connection, L4Protocol::Tcp, offer->port);
    expectation.tuple.source = IpAddress::anyOf(offer->address.family);
    expectation.looseSourceBits = static_cast<std::uint8_t>(offer->address.size() * 8);
    if (!context.connection.isSenders(offer->address)) {
        expectation.tuple.destination = offer->address;
        expectation.nat = Wire::NatFunction::None;
    }
    expect(expectation, *offer, context);
}

std::string_view IrcHelper::reasonToRefuse(const Irc::Offer &offer, const Context &context) const
{
    if (context.flow.isHttp) {
        return "the connection began with HTTP";
    }
    if (offer.address.family == L3Protocol::Unspecified) {
        return "not an address";
    }
    if (offer.address.family != context.connection.senderAddress().family) {
        return "the address is of the other IP version";
    }
    if (offer.port < FirstUnprivilegedPort && !m_allowLowPorts) {
        return "the port is below 1024 (option allow_low_ports)";
    }
    if (context.connection.isSenders(offer.address)) {
        return {};
    }
    return m_loose ? std::string_view() : "the address is not the sender's own (option loose)";
}

void IrcHelper::expect(Wire::ExpectationProposal &expectation, const Irc::Offer &offer, Context &context) const
{
    Note &note = context.connection.note();
    ShortText text;
    if (expectation.nat != Wire::NatFunction::None) {
        const auto port = context.expectations.reservePorts(expectation);
        if (!port) {
            note.append("refused: no port of the translated address is free for it");
            return;
        }
        expectation.tuple.destinationPort = *port;
        text = offer.withEnd(expectation.tuple.destination, *port);
        if (text.view() != offer.text && !announce(offer, text.view(), context)) {
            return;
        }
    }
    if (!context.expectations.add(expectation)) {
        note.append("refused: too many in one packet");
        return;
    }
    context.flow.answers.remember(context.line.endSequence, expectation);
    if (!text.view().empty() && text.view() != offer.text) {
        context.flow.answers.rememberReplacement(context.sequenceOf(offer), offer.text.size(), text.view());
        note.append("says ").append(text.view()).append(", ");
    }
    note.append("expects ")
        .append(expectation.tuple.destination, expectation.tuple.destinationPort)
        .append(" from anyone");
}

/// Writes what the other client is to read in place of the announcement.
bool IrcHelper::announce(const Irc::Offer &offer, std::string_view text, Context &context)
{
    const Replacement replacement {context.sequenceOf(offer), offer.text.size(), ShortText() << text};
    const auto problem = replacement.putInto(context.packet, context.rewrite);
    if (!problem.empty()) {
        context.connection.note().append("refused: ").append(problem);
    }
    return problem.empty();
}

} // namespace Trackhand
