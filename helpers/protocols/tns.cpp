// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/tns.h"

#include "helpers/packet/answermemory.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/replacement.h"
#include "helpers/packet/rewrite.h"

#include <algorithm>
#include <array>

namespace Trackhand {

namespace {

/// The kernel's private data of a connection: version, whether the database has accepted it, two zero bytes.
constexpr std::uint8_t DataVersion = 1;
constexpr std::uint8_t DataLength = 4;

constexpr std::size_t LongestHostInNote = 64; ///< characters, so that the note has room for what becomes of it

/// Whether the address does not say more than "at the host that sends it". Nobody here can look up a name; where it is
/// another host's, the expectation goes unused.
bool isByName(const Tns::Address &address)
{
    return address.host.family == L3Protocol::Unspecified;
}

ShortText &putNumber(ShortText &text, std::size_t number)
{
    return text << static_cast<char>(number >> 8) << static_cast<char>(number);
}

std::size_t numberAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::size_t>(static_cast<std::uint8_t>(bytes[at])) << 8
        | static_cast<std::uint8_t>(bytes[at + 1]);
}

} // namespace

class TnsFlow : public FlowState {
public:
    void reset() override
    {
        records.reset();
        answers.reset();
        restored = accepted = textFollows = lengthIsSaid = false;
    }

    /// What an earlier process of this helper knew.
    void restore(const Connection &connection)
    {
        const auto data = connection.privateData();
        if (!restored && data.size() >= DataLength && data[0] == DataVersion) {
            accepted = data[1] != 0;
        }
        restored = true;
    }

    void accept(Connection &connection)
    {
        accepted = true;
        connection.setPrivateData(std::array<std::uint8_t, DataLength> {DataVersion, 1, 0, 0});
    }

    RecordReader records {Tns::HeadLength, &Tns::parseHead}; ///< of the listener
    AnswerMemory answers; ///< to what it said
    bool restored = false;
    bool accepted = false;
    bool textFollows = false; ///< REDIRECT came without its text, which the next DATA has
    bool lengthIsSaid = false; ///< but it named the length of that
};

struct TnsHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    TnsFlow &flow;
    RecordReader::Record record;

    Tns::Type type() const { return static_cast<Tns::Type>(record.head[Tns::TypeAt]); }
    std::string_view body() const { return {reinterpret_cast<const char *>(record.body.data()), record.body.size()}; }
};

const HelperDescriptor &TnsHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "tns",
        .summary = "Oracle database connections that the listener redirects, over IPv4 and IPv6.",
        .advice =
            "Attach it to tcp/1521 of the listeners meant; set loose only where they redirect to other hosts (RAC).",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp},
        .ports = {1521},
        .classes = {{.name = "tns", .maximum = 1, .timeoutSeconds = 300}},
        .privateDataLength = DataLength,
        .options = {{.name = "loose",
                        .kind = OptionKind::Boolean,
                        .defaultValue = "false",
                        .text = "also expect connections to other hosts than the listener's",
                        .grants = OptionGrant::ForeignAddresses},
            {.name = "allow_low_ports",
                .kind = OptionKind::Boolean,
                .defaultValue = "false",
                .text = "also expect connections to ports below 1024",
                .grants = OptionGrant::LowPorts}},
        .needsEmptySegments = false,
    };
    return descriptor;
}

TnsHelper::TnsHelper(const OptionValues &options)
    : m_loose(options.boolean("loose"))
    , m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

std::unique_ptr<FlowState> TnsHelper::newFlowState() const
{
    return std::make_unique<TnsFlow>();
}

Judgement TnsHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (!packet.isTcp()) {
        return Judgement::Accept;
    }
    Context context {packet, connection, expectations, rewrite, connection.state<TnsFlow>(), {}};
    TnsFlow &flow = context.flow;
    flow.restore(connection);
    if (flow.accepted) {
        return Judgement::Accept;
    }
    if (packet.direction() == Direction::Original) {
        if (packet.hasAck()) {
            flow.records.acknowledged(packet.acknowledgement());
        }
        return Judgement::Accept;
    }
    // Before the new records are read: what they lead to is no repetition.
    if (flow.answers.repeat(packet, expectations, rewrite) > 0) {
        connection.note().append("retransmission, expects the same again");
    }
    flow.records.add(packet);
    while (!flow.accepted) {
        const auto record = flow.records.next();
        if (!record) {
            break;
        }
        context.record = *record;
        onRecord(context);
    }
    return Judgement::Accept;
}

void TnsHelper::onRecord(Context &context) const
{
    TnsFlow &flow = context.flow;
    Note &note = context.connection.note().next().append(Tns::name(context.type()));
    const std::string_view body = context.body();
    const bool isAwaited = flow.textFollows;
    flow.textFollows = false;
    if (context.type() == Tns::Type::Accept) {
        flow.accept(context.connection);
        note.append(" -> nothing more is read");
    } else if (context.type() == Tns::Type::Redirect && body.size() == Tns::PrefixLength) {
        flow.textFollows = true;
        flow.lengthIsSaid = numberAt(body, 0) != 0;
    } else if (context.type() == Tns::Type::Redirect || (context.type() == Tns::Type::Data && isAwaited)) {
        onRedirect(context);
    }
}

std::string_view TnsHelper::reasonToRefuse(const Tns::Address &address, const Context &context) const
{
    const Connection &connection = context.connection;
    if (!address.isTcp) {
        return "it is not over TCP";
    }
    if (address.port < FirstUnprivilegedPort && !m_allowLowPorts) {
        return "the port is below 1024 (option allow_low_ports)";
    }
    if (isByName(address) || connection.isSenders(address.host)) {
        return {};
    }
    if (address.host.family != connection.senderAddress().family) {
        return "the address is of the other IP version";
    }
    return m_loose ? std::string_view() : "the address is not the sender's own (option loose)";
}

void TnsHelper::onRedirect(Context &context) const
{
    Connection &connection = context.connection;
    Note &note = connection.note().append(" ");
    const std::string_view body = context.body();
    const auto address = Tns::parseAddress(body.substr(std::min(Tns::PrefixLength, body.size())));
    if (!address) {
        note.append("not understood");
        return;
    }
    note.append(address->hostText.substr(0, LongestHostInNote))
        .append(" port ")
        .append(std::uint64_t {address->port})
        .append(" -> ");
    if (const auto reason = reasonToRefuse(*address, context); !reason.empty()) {
        note.append("refused: ").append(reason);
        return;
    }
    auto expectation = expectationToSender(connection, L4Protocol::Tcp, address->port);
    if (!isByName(*address) && !connection.isSenders(address->host)) {
        expectation.tuple.destination = address->host;
        expectation.nat = Wire::NatFunction::None;
    }
    Replacement replacement;
    if (expectation.nat != Wire::NatFunction::None && !translate(expectation, *address, replacement, context)) {
        return;
    }
    if (!context.expectations.add(expectation)) {
        note.append("refused: too many in one packet");
        return;
    }
    context.flow.answers.remember(context.record.endSequence, expectation);
    if (!replacement.empty()) {
        context.flow.answers.rememberReplacement(replacement.sequence, replacement.length, replacement.text.view());
    }
    note.append("expects ").append(expectation.tuple.destination, expectation.tuple.destinationPort);
}

/// Finds a public port for a translated listener, and writes it into the redirection, with the public address.
bool TnsHelper::translate(
    Wire::ExpectationProposal &expectation, const Tns::Address &address, Replacement &replacement, Context &context)
{
    Note &note = context.connection.note();
    const auto port = context.expectations.reservePorts(expectation);
    if (!port) {
        note.append("refused: no port of the translated address is free for it");
        return false;
    }
    Tuple &end = expectation.tuple;
    end.destinationPort = *port;
    if (*port == address.port && (isByName(address) || address.host == end.destination)) {
        return true;
    }
    const ShortText said = address.withEnd(isByName(address) ? IpAddress() : end.destination, *port);
    const auto reason = findReplacement(address.text(), said, replacement, context)
        ? replacement.putInto(context.packet, context.rewrite)
        : "a redirection of this form cannot be rewritten";
    if (!reason.empty()) {
        note.append("refused: ").append(reason);
        return false;
    }
    note.append("says ");
    if (isByName(address)) {
        note.append("port ").append(std::uint64_t {*port});
    } else {
        note.append(end.destination, *port);
    }
    note.append(", ");
    return true;
}

/// What to write so that @p said stands in the place of @p text. Of another length it takes the head along, whose
/// length changes with it. False when there is no way.
bool TnsHelper::findReplacement(
    std::string_view text, const ShortText &said, Replacement &replacement, const Context &context)
{
    const std::string_view body = context.body();
    const auto at = static_cast<std::size_t>(text.data() - body.data());
    replacement.sequence = context.record.beginSequence;
    if (text.size() == said.view().size()) {
        replacement.sequence += static_cast<std::uint32_t>(Tns::HeadLength + at);
        replacement.length = text.size();
        replacement.text = said;
        return said.fits();
    }
    const bool inRedirect = context.type() == Tns::Type::Redirect;
    const std::size_t whole = numberAt({reinterpret_cast<const char *>(context.record.head.data()), 2}, 0);
    const std::size_t newWhole = whole - text.size() + said.view().size();
    if (newWhole > 0xffff || (!inRedirect && context.flow.lengthIsSaid)) {
        return false;
    }
    const auto type = static_cast<char>(context.type());
    const auto flags = static_cast<char>(context.record.head[Tns::TypeAt + 1]);
    // Checksums of 0 are none.
    putNumber(putNumber(replacement.text, newWhole), 0) << type << flags;
    putNumber(replacement.text, 0);
    putNumber(replacement.text, inRedirect ? numberAt(body, 0) + newWhole - whole : numberAt(body, 0));
    replacement.text << body.substr(Tns::PrefixLength, at - Tns::PrefixLength) << said.view();
    replacement.length = Tns::HeadLength + at + text.size();
    return replacement.text.fits();
}

} // namespace Trackhand
