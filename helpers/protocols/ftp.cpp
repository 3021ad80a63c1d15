// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/ftp.h"

#include "helpers/packet/answermemory.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/replacement.h"
#include "helpers/packet/rewrite.h"
#include "helpers/protocols/ftpsyntax.h"

#include <algorithm>
#include <array>

namespace Trackhand {

namespace {

constexpr int PassiveReply = 227;
constexpr int ExtendedPassiveReply = 229;
constexpr int SecurityExchangeDone = 234;

/// The kernel's private data of a connection: version, flags, two zero bytes. Written when a flag changes, which is
/// at most twice a connection, because a verdict that carries it costs more than one that does not.
constexpr std::uint8_t DataVersion = 1;
constexpr std::uint8_t EncryptedFlag = 1;
constexpr std::uint8_t ExtendedOnlyFlag = 2;
constexpr std::uint8_t DataLength = 4;

bool equalsIgnoringCase(std::string_view text, std::string_view capitals)
{
    return std::equal(text.begin(), text.end(), capitals.begin(), capitals.end(),
        [](char left, char right) { return (left >= 'a' && left <= 'z' ? left - 'a' + 'A' : left) == right; });
}

} // namespace

class FtpFlow : public FlowState {
public:
    void reset() override
    {
        for (const auto direction : {0, 1}) {
            lines[direction].reset();
            answers[direction].reset();
        }
        openReply = 0;
        restored = encrypted = extendedOnly = extendedOnlyAsked = false;
    }

    /// What an earlier process of this helper knew.
    void restore(const Connection &connection)
    {
        const auto data = connection.privateData();
        if (!restored && data.size() >= DataLength && data[0] == DataVersion) {
            encrypted = (data[1] & EncryptedFlag) != 0;
            extendedOnly = (data[1] & ExtendedOnlyFlag) != 0;
        }
        restored = true;
    }

    void save(Connection &connection) const
    {
        const auto flags =
            static_cast<std::uint8_t>((encrypted ? EncryptedFlag : 0) | (extendedOnly ? ExtendedOnlyFlag : 0));
        connection.setPrivateData(std::array<std::uint8_t, DataLength> {DataVersion, flags, 0, 0});
    }

    std::array<LineReader, 2> lines;
    std::array<AnswerMemory, 2> answers;
    int openReply = 0; ///< code of a reply of several lines whose last one has not come, or 0
    bool restored = false;
    bool encrypted = false;
    bool extendedOnly = false; ///< EPSV ALL was agreed on: nothing but EPSV may open data connections
    bool extendedOnlyAsked = false; ///< EPSV ALL was sent, its reply has not come
};

struct FtpHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    FtpFlow &flow;
    LineReader::Line line;

    /// Where in the stream the announcement is that the present line makes.
    std::uint32_t sequenceOf(const Ftp::Announcement &announcement) const
    {
        return line.beginSequence + static_cast<std::uint32_t>(announcement.text.data() - line.text.data());
    }
    AnswerMemory &answers() { return flow.answers[static_cast<std::size_t>(connection.direction())]; }
};

const HelperDescriptor &FtpHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "ftp",
        .summary = "FTP data connections, active and passive, over IPv4 and IPv6.",
        .advice = "Attach it to tcp/21 of the servers meant, and accept related traffic only to ports from 1024 on.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp},
        .ports = {21},
        // Transfers of one control connection follow each other, so one would do, but for clients that send the next
        // PORT before the last data connection has come, and for a late copy of an older command: the kernel makes
        // room for it by forgetting the oldest, which with a limit of one is the expectation in use.
        .classes = {{.name = "ftp", .maximum = 4, .timeoutSeconds = 300}},
        .privateDataLength = DataLength,
        .options = {{.name = "loose",
                        .kind = OptionKind::Boolean,
                        .defaultValue = "false",
                        .text = "also expect data connections to other hosts than the one that announces them",
                        .grants = OptionGrant::ForeignAddresses},
            {.name = "allow_low_ports",
                .kind = OptionKind::Boolean,
                .defaultValue = "false",
                .text = "also expect data connections to ports below 1024",
                .grants = OptionGrant::LowPorts}},
        .needsEmptySegments = false,
    };
    return descriptor;
}

FtpHelper::FtpHelper(const OptionValues &options)
    : m_loose(options.boolean("loose"))
    , m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

std::unique_ptr<FlowState> FtpHelper::newFlowState() const
{
    return std::make_unique<FtpFlow>();
}

Judgement FtpHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (!packet.isTcp()) {
        return Judgement::Accept;
    }
    Context context {packet, connection, expectations, rewrite, connection.state<FtpFlow>(), {}};
    context.flow.restore(connection);
    if (context.flow.encrypted) {
        connection.note().append(packet.payload().empty() ? "" : "encrypted");
        return Judgement::Accept;
    }
    if (packet.hasAck()) {
        context.flow.lines[static_cast<std::size_t>(opposite(packet.direction()))].acknowledged(
            packet.acknowledgement());
    }
    // Before the new lines are read: what they lead to is no repetition.
    if (context.answers().repeat(packet, expectations, rewrite) > 0) {
        connection.note().append("retransmission, expects the same again");
    }
    LineReader &lines = context.flow.lines[static_cast<std::size_t>(packet.direction())];
    lines.add(packet);
    while (const auto line = lines.next()) {
        context.line = *line;
        if (packet.direction() == Direction::Original) {
            onCommand(*line, context);
        } else {
            onReply(*line, context);
        }
        if (context.flow.encrypted) {
            break;
        }
    }
    return Judgement::Accept;
}

void FtpHelper::onCommand(const LineReader::Line &line, Context &context) const
{
    std::string_view arguments;
    const auto verb = Ftp::parseVerb(line.text, arguments);
    if (!verb) {
        return;
    }
    if (*verb == "PORT") {
        onAnnouncement(*verb, Ftp::parsePort(arguments), context);
    } else if (*verb == "EPRT") {
        onAnnouncement(*verb, Ftp::parseExtendedPort(arguments), context);
    } else {
        context.connection.note().next().append(*verb);
        if (*verb == "EPSV" && equalsIgnoringCase(arguments, " ALL")) {
            context.flow.extendedOnlyAsked = true;
        }
    }
}

void FtpHelper::onReply(const LineReader::Line &line, Context &context) const
{
    if (line.afterGap) {
        context.flow.openReply = 0;
    }
    const auto reply = Ftp::parseReplyCode(line.text);
    const bool within = context.flow.openReply != 0;
    if (!reply || (within && (reply->code != context.flow.openReply || reply->continues))) {
        return;
    }
    if (reply->continues) {
        context.flow.openReply = reply->code;
        return;
    }
    context.flow.openReply = 0;
    onFinalReply(reply->code, line.text.substr(3), context);
}

void FtpHelper::onFinalReply(int code, std::string_view text, Context &context) const
{
    FtpFlow &flow = context.flow;
    if (flow.extendedOnlyAsked && code >= 200) {
        flow.extendedOnlyAsked = false;
        flow.extendedOnly = flow.extendedOnly || code < 300;
        flow.save(context.connection);
    }
    if (code == PassiveReply) {
        onAnnouncement("227", Ftp::parsePassive(text), context);
    } else if (code == ExtendedPassiveReply) {
        auto announcement = Ftp::parseExtendedPassive(text);
        if (announcement) {
            // The address is the server's as it knows itself: the sender of this very packet, not of the first one.
            announcement->address = context.connection.senderAddress();
        }
        onAnnouncement("229", announcement, context);
    } else {
        context.connection.note().next().append(static_cast<std::uint64_t>(code));
    }
    if (code == SecurityExchangeDone) {
        flow.encrypted = true;
        flow.save(context.connection);
        context.connection.note().append(" -> encrypted from here on, nothing more can be seen");
    }
}

std::string_view FtpHelper::reasonToRefuse(const Ftp::Announcement &announcement, const Context &context) const
{
    const Connection &connection = context.connection;
    if (announcement.address.family != connection.senderAddress().family) {
        return "the address is of the other IP version";
    }
    if (announcement.port < FirstUnprivilegedPort && !m_allowLowPorts) {
        return "the port is below 1024 (option allow_low_ports)";
    }
    if (connection.isSenders(announcement.address)) {
        return {};
    }
    return m_loose ? std::string_view() : "the address is not the sender's own (option loose)";
}

void FtpHelper::onAnnouncement(
    std::string_view what, std::optional<Ftp::Announcement> announcement, Context &context) const
{
    Note &note = context.connection.note().next().append(what).append(" ");
    if (!announcement) {
        note.append("not understood");
        return;
    }
    note.append(announcement->text).append(" -> ");
    if (context.flow.extendedOnly && what != "229") {
        note.append("refused: only EPSV was agreed on");
        return;
    }
    if (const auto reason = reasonToRefuse(*announcement, context); !reason.empty()) {
        note.append("refused: ").append(reason);
        return;
    }
    auto expectation = expectationToSender(context.connection, L4Protocol::Tcp, announcement->port);
    if (!context.connection.isSenders(announcement->address)) {
        expectation.tuple.destination = announcement->address;
        expectation.nat = Wire::NatFunction::None;
    }
    expect(expectation, *announcement, context);
}

void FtpHelper::expect(
    Wire::ExpectationProposal &expectation, const Ftp::Announcement &announcement, Context &context) const
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
        text = announcement.withEnd(expectation.tuple.destination, *port);
        if (text.view() != announcement.text && !announce(announcement, text.view(), context)) {
            return;
        }
    }
    if (!context.expectations.add(expectation)) {
        note.append("refused: too many in one packet");
        return;
    }
    context.answers().remember(context.line.endSequence, expectation);
    if (!text.view().empty() && text.view() != announcement.text) {
        context.answers().rememberReplacement(context.sequenceOf(announcement), announcement.text.size(), text.view());
        note.append("says ").append(text.view()).append(", ");
    }
    note.append("expects ").append(expectation.tuple.destination, expectation.tuple.destinationPort);
}

/// Writes what the peer is to read in place of the announcement.
bool FtpHelper::announce(const Ftp::Announcement &announcement, std::string_view text, Context &context)
{
    const Replacement replacement {context.sequenceOf(announcement), announcement.text.size(), ShortText() << text};
    const auto problem = replacement.putInto(context.packet, context.rewrite);
    if (!problem.empty()) {
        context.connection.note().append("refused: ").append(problem);
    }
    return problem.empty();
}

} // namespace Trackhand
