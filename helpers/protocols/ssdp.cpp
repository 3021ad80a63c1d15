// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/ssdp.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/groupquestion.h"
#include "helpers/packet/rewrite.h"
#include "helpers/protocols/ssdprequests.h"
#include "helpers/protocols/ssdpsyntax.h"

#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::uint16_t SsdpPort = 1900;
constexpr std::uint16_t AnyPort = 0;
constexpr IpAddress Group {L3Protocol::Ipv4, {239, 255, 255, 250}};
constexpr IpAddress LinkGroup {L3Protocol::Ipv6, {0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xc}};
constexpr IpAddress SiteGroup {L3Protocol::Ipv6, {0xff, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xc}};

/// HTTP's methods are in capitals; devices do not answer where the rest of the line is another (1.3.2).
constexpr std::string_view Search = "M-SEARCH * HTTP/1.";
constexpr std::string_view Announcement = "NOTIFY * HTTP/1.";

bool isGroup(const IpAddress &address)
{
    return address == Group || address == LinkGroup || address == SiteGroup;
}

std::string_view textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

/// Any number of connections, which get this helper in their turn.
void makeLink(Wire::ExpectationProposal &expectation)
{
    expectation.flags = Wire::ExpectationFlag::Permanent;
    std::ranges::copy(SsdpHelper::describe().name, expectation.childHelper.begin());
}

} // namespace

/// What a line of a request is judged with.
struct SsdpRequest {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    SsdpFlow &flow;
    SsdpFlow::HeadLine line;

    /// Where in the stream a piece of the line is.
    std::uint32_t sequenceOf(std::string_view piece) const
    {
        return line.sequence + static_cast<std::uint32_t>(piece.data() - line.text.data());
    }
};

const HelperDescriptor &SsdpHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "ssdp",
        .summary = "Answers to UPnP searches (SSDP M-SEARCH), from every device that is meant, and events of these.",
        .advice = "Attach it to udp/1900 in the output hook of a host that looks for devices.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Udp, L4Protocol::Tcp},
        .ports = {SsdpPort},
        .classes = {{.name = "ssdp", .maximum = 8, .timeoutSeconds = 300}},
        .privateDataLength = 0,
        .options = {{.name = "loose",
                        .kind = OptionKind::Boolean,
                        .defaultValue = "false",
                        .text = "also expect connections to other hosts than the one that names them",
                        .grants = OptionGrant::ForeignAddresses},
            {.name = "allow_low_ports",
                .kind = OptionKind::Boolean,
                .defaultValue = "false",
                .text = "also expect answers and connections at ports below 1024",
                .grants = OptionGrant::LowPorts}},
        .rights = {.looseSource = true, .permanent = true, .sameHelper = true},
        .needsEmptySegments = false,
    };
    return descriptor;
}

SsdpHelper::SsdpHelper(const OptionValues &options)
    : m_loose(options.boolean("loose"))
    , m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

std::unique_ptr<FlowState> SsdpHelper::newFlowState() const
{
    return std::make_unique<SsdpFlow>();
}

Judgement SsdpHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (packet.isTcp()) {
        onSegment({packet, connection, expectations, rewrite, connection.state<SsdpFlow>(), {}});
    } else if (mayBeQuestion(packet)) {
        const std::string_view message = textOf(packet.payload());
        if (isGroup(connection.tuple(Direction::Original).destination)) {
            onSearch(message, connection, expectations);
        } else if (connection.ctInfo() == CtInfo::Related && message.starts_with("HTTP/1.")) {
            onAnswer(message, connection, expectations);
        }
    }
    return Judgement::Accept;
}

void SsdpHelper::onSearch(std::string_view message, Connection &connection, Expectations &expectations) const
{
    if (!message.starts_with(Search)) {
        connection.note().append(message.starts_with(Announcement) ? "NOTIFY" : "not understood");
        return;
    }
    connection.note().append("M-SEARCH");
    auto answers = expectationOfAnswers(connection, AnyPort);
    makeLink(answers);
    expectAnswers(answers, m_allowLowPorts, connection, expectations);
}

void SsdpHelper::onAnswer(std::string_view message, Connection &connection, Expectations &expectations) const
{
    Note &note = connection.note().append("answer");
    const auto location = Ssdp::findHeader(message, "LOCATION");
    const auto url = location ? Ssdp::parseUrl(*location) : std::nullopt;
    if (!url) {
        note.append(location ? " -> LOCATION not understood" : " without LOCATION");
        return;
    }
    note.append(", LOCATION ").append(url->end).append(" -> ");
    if (const auto reason = reasonToRefuse(*url, connection); !reason.empty()) {
        note.append("refused: ").append(reason);
        return;
    }
    auto expectation = expectationAt(*url, connection);
    expectation.nat = Wire::NatFunction::None; // who asked reaches the device where it says it is, or not at all
    expectations.add(expectation);
    note.append("expects ").append(expectation.tuple.destination, expectation.tuple.destinationPort);
}

std::string_view SsdpHelper::reasonToRefuse(const Ssdp::Url &url, const Connection &connection) const
{
    if (url.address.family != connection.senderAddress().family) {
        return "the address is of the other IP version";
    }
    if (url.port < FirstUnprivilegedPort && !m_allowLowPorts) {
        return "the port is below 1024 (option allow_low_ports)";
    }
    if (connection.isSenders(url.address)) {
        return {};
    }
    return m_loose ? std::string_view() : "the address is not the sender's own (option loose)";
}

Wire::ExpectationProposal SsdpHelper::expectationAt(const Ssdp::Url &url, const Connection &connection) const
{
    auto expectation = expectationToSender(connection, L4Protocol::Tcp, url.port);
    if (!connection.isSenders(url.address)) {
        expectation.tuple.destination = url.address;
        expectation.nat = Wire::NatFunction::None;
    }
    makeLink(expectation);
    return expectation;
}

/// Only requests are read: those of the one who opened the connection.
void SsdpHelper::onSegment(const SsdpRequest &segment) const
{
    if (segment.packet.direction() == Direction::Reply) {
        if (segment.packet.hasAck()) {
            segment.flow.lines.acknowledged(segment.packet.acknowledgement());
        }
        return;
    }
    if (segment.flow.answers.repeat(segment.packet, segment.expectations, segment.rewrite) > 0) {
        segment.connection.note().append("retransmission, expects the same again");
    }
    segment.flow.lines.add(segment.packet);
    while (const auto line = segment.flow.next()) {
        const SsdpRequest request {
            segment.packet, segment.connection, segment.expectations, segment.rewrite, segment.flow, *line};
        if (line->kind == SsdpFlow::HeadLine::Kind::Request) {
            if (line->text.starts_with("NOTIFY ")) {
                onNotify(request);
            }
        } else if (segment.flow.subscribes()) {
            if (const auto callback = Ssdp::headerValue(line->text, "CALLBACK")) {
                onCallback(*callback, request);
            }
        }
    }
}

/// CALLBACK: <http://10.0.1.2:49152/>, and more of them perhaps, of which a device tries the first one first (4.1.2).
void SsdpHelper::onCallback(std::string_view value, const SsdpRequest &request) const
{
    Connection &connection = request.connection;
    Note &note = connection.note().next().append("CALLBACK ");
    const auto url = value.starts_with('<') ? Ssdp::parseUrl(value.substr(1)) : std::nullopt;
    if (!url) {
        note.append("not understood");
        return;
    }
    note.append(url->end).append(" -> ");
    if (const auto reason = reasonToRefuse(*url, connection); !reason.empty()) {
        note.append("refused: ").append(reason);
        return;
    }
    auto expectation = expectationAt(*url, connection);
    const auto replaced =
        expectation.nat != Wire::NatFunction::None ? publish(*url, expectation, request) : std::optional(ShortText());
    if (!replaced) {
        return;
    }
    if (!request.expectations.add(expectation)) {
        note.append("refused: too many in one packet");
        return;
    }
    request.flow.answers.remember(request.line.endSequence, expectation);
    if (!replaced->view().empty()) {
        request.flow.answers.rememberReplacement(request.sequenceOf(url->end), url->end.size(), replaced->view());
        note.append("says ").append(replaced->view()).append(", ");
    }
    note.append("expects ").append(expectation.tuple.destination, expectation.tuple.destinationPort);
}

/// Expects it at a free port of the public address and writes that in place of @p url. What was written, which is
/// nothing where it reads the same; nullopt when it cannot be.
std::optional<ShortText> SsdpHelper::publish(
    const Ssdp::Url &url, Wire::ExpectationProposal &expectation, const SsdpRequest &request)
{
    Note &note = request.connection.note();
    const auto port = request.expectations.reservePorts(expectation);
    if (!port) {
        note.append("refused: no port of the translated address is free for it");
        return std::nullopt;
    }
    expectation.tuple.destinationPort = *port;
    const ShortText end = Ssdp::urlEnd(expectation.tuple.destination, *port);
    if (end.view() == url.end) {
        return ShortText();
    }
    const auto offset = request.packet.offsetOf(request.sequenceOf(url.end));
    if (!offset || *offset + url.end.size() > request.packet.payload().size()) {
        note.append("refused: it is split over segments and must be rewritten");
        return std::nullopt;
    }
    if (!request.rewrite.replace(*offset, url.end.size(), end.view())) {
        note.append(request.rewrite.mayResize() ? "refused: the packet cannot be rewritten"
                                                : "refused: Linux cannot resize translated TCP over IPv6");
        return std::nullopt;
    }
    return end;
}

/// The expectation that let this connection in ends with the one of SUBSCRIBE: another like it takes its place.
void SsdpHelper::onNotify(const SsdpRequest &request) const
{
    const Tuple &here = request.connection.tuple(Direction::Original);
    const Tuple &behind = request.connection.tuple(Direction::Reply);
    Note &note = request.connection.note().next().append("NOTIFY -> ");
    if (here.destinationPort < FirstUnprivilegedPort && !m_allowLowPorts) {
        note.append("refused: the port is below 1024 (option allow_low_ports)");
        return;
    }
    Wire::ExpectationProposal expectation;
    expectation.tuple = here;
    expectation.tuple.sourcePort = AnyPort;
    if (here.destination != behind.source || here.destinationPort != behind.sourcePort) {
        expectation.nat = Wire::NatFunction::FollowMaster;
        expectation.natDirection = static_cast<std::uint8_t>(Direction::Original);
        expectation.natAddress = behind.source;
        expectation.natPort = behind.sourcePort;
    }
    makeLink(expectation);
    request.expectations.add(expectation);
    note.append("expects ").append(here.destination, here.destinationPort);
}

} // namespace Trackhand
