// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/rtsp/rtsp.h"

#include "helpers/packet/rewrite.h"
#include "helpers/protocols/rtsp/rtspedits.h"
#include "helpers/protocols/rtsp/rtspflow.h"

namespace Trackhand {

namespace {

bool isGroup(const IpAddress &address)
{
    return address.family == L3Protocol::Ipv4 ? address.bytes[0] >> 4 == 14 : address.bytes[0] == 0xff;
}

} // namespace

struct RtspHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    RtspFlow &flow;
    Rtsp::Head head;
    bool expectsAlready = false; ///< something, because of the present head

    Note &refuse(std::string_view why) { return connection.note().append(" -> refused: ").append(why); }

    /// False, with a note, when the packet cannot say what it must.
    bool write(Rtsp::Edits &edits)
    {
        const auto direction = static_cast<std::size_t>(packet.direction());
        const auto why = edits.write(head, packet, rewrite, flow.replacements[direction]);
        if (!why.empty()) {
            refuse(why);
        }
        return why.empty();
    }

    /// Expects it, and again when the bytes of the present head are sent again.
    bool expect(const Wire::ExpectationProposal &expectation)
    {
        if (!expectations.add(expectation)) {
            refuse("too many in one packet");
            return false;
        }
        connection.note()
            .append(expectsAlready ? ", " : " -> expects ")
            .append(expectation.tuple.destination, expectation.tuple.destinationPort);
        expectsAlready = true;
        flow.answers[static_cast<std::size_t>(packet.direction())].remember(head.endSequence, expectation);
        return true;
    }
};

const HelperDescriptor &RtspHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "rtsp",
        .summary = "RTSP media over UDP (RTP and RTCP) of cameras and streaming servers, over IPv4 and IPv6.",
        .advice = "Attach it to tcp/554 of the servers meant (cameras often use 8554), and accept related traffic only "
                  "to ports from 1024 on.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp},
        .ports = {554},
        // No kernel has a helper to take these from. Media and reports of one stream are four, to and fro; the time is
        // what may pass between SETUP and PLAY.
        .classes = {{.name = "media", .maximum = 16, .timeoutSeconds = 300}},
        .privateDataLength = RtspFlow::DataLength,
        .options =
            {{.name = "loose",
                 .kind = OptionKind::Boolean,
                 .defaultValue = "false",
                 .text = "also expect media from and to other hosts than the connection's own, and to multicast groups",
                 .grants = OptionGrant::ForeignAddresses},
                {.name = "allow_low_ports",
                    .kind = OptionKind::Boolean,
                    .defaultValue = "false",
                    .text = "also expect media to ports below 1024",
                    .grants = OptionGrant::LowPorts},
                {.name = "any_source_port",
                    .kind = OptionKind::Boolean,
                    .defaultValue = "false",
                    .text = "also expect media from other ports than those agreed on, which some servers send from"}},
        .needsEmptySegments = false,
    };
    return descriptor;
}

RtspHelper::RtspHelper(const OptionValues &options)
    : m_loose(options.boolean("loose"))
    , m_allowLowPorts(options.boolean("allow_low_ports"))
    , m_anySourcePort(options.boolean("any_source_port"))
{
}

std::unique_ptr<FlowState> RtspHelper::newFlowState() const
{
    return std::make_unique<RtspFlow>();
}

Judgement RtspHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (!packet.isTcp()) {
        return Judgement::Accept;
    }
    Context context {packet, connection, expectations, rewrite, connection.state<RtspFlow>(), {}, false};
    RtspFlow &flow = context.flow;
    flow.restore(connection);
    const auto direction = static_cast<std::size_t>(packet.direction());
    if (packet.hasAck()) {
        flow.readers[1 - direction].acknowledged(packet.acknowledgement());
    }
    // Before the new messages are read: what they lead to is no repetition.
    const std::size_t rewritten = flow.replacements[direction].repeat(packet, rewrite);
    const std::size_t expected = flow.answers[direction].repeat(packet, expectations, rewrite);
    if (rewritten + expected > 0) {
        connection.note().append("retransmission, answered the same again");
    }
    Rtsp::MessageReader &reader = flow.readers[direction];
    reader.add(packet);
    while (const auto head = reader.next()) {
        context.head = *head;
        context.expectsAlready = false;
        onHead(context);
    }
    if (reader.isHttp() && !flow.isHttp) {
        flow.setHttp(connection);
        connection.note().next().append("HTTP, not RTSP: nothing will be expected");
    }
    return Judgement::Accept;
}

void RtspHelper::onHead(Context &context) const
{
    const Rtsp::StartLine &start = context.head.start;
    const bool isRequest = start.status == 0;
    if (isRequest != (context.packet.direction() == Direction::Original)) {
        return; // what the server asks for, and the client's replies
    }
    Note &note = context.connection.note();
    if (!isRequest) {
        if (RtspStream *stream = context.flow.asked(context.head.cseq); stream && start.status >= 200) {
            note.next().append(static_cast<std::uint64_t>(start.status));
            onSetupReply(*stream, context);
        } else if (!context.head.transport.empty()) {
            note.next().append("a transport of a SETUP that was not seen");
        }
        return;
    }
    if (start.method == Rtsp::Method::Other) {
        return;
    }
    note.next().append(toString(start.method));
    if (start.method == Rtsp::Method::Setup) {
        onSetup(context);
    } else if (start.method == Rtsp::Method::Teardown) {
        context.flow.forgetStreams();
    } else {
        onPlay(context);
    }
}

std::string_view RtspHelper::reasonToRefuse(const Rtsp::End &end, Direction side, const Context &context) const
{
    const auto isLow = [](std::uint16_t port) {
        return port != 0 && port < FirstUnprivilegedPort;
    };
    if (!end.isValid) {
        return "not understood";
    }
    if ((isLow(end.ports.first) || isLow(end.ports.second)) && !m_allowLowPorts) {
        return "a port is below 1024 (option allow_low_ports)";
    }
    if (!Rtsp::isForeign(end, side, context.connection)) {
        return {};
    }
    if (end.address.family != context.connection.tuple(side).source.family) {
        return "the address is of the other IP version";
    }
    return m_loose ? std::string_view() : "the address is not that host's own (option loose)";
}

void RtspHelper::onSetup(Context &context) const
{
    if (context.flow.isHttp || context.flow.readers[0].isHttp()) {
        context.refuse("the connection began with HTTP");
        return;
    }
    const auto transports = Rtsp::parseTransports(context.head.transport);
    const Rtsp::Transport *wanted = nullptr;
    bool isForUdp = false;
    for (std::size_t i = 0; i < transports.count; ++i) {
        const Rtsp::Transport &each = transports.all[i];
        isForUdp = isForUdp || each.isUdp;
        const bool hasPorts = each.client.ports.first != 0 || !each.client.isValid;
        wanted = !wanted && each.isUdp && !each.isMulticast && hasPorts ? &each : wanted;
    }
    if (!isForUdp) {
        context.connection.note().append(": no UDP, needs no help");
        return;
    }
    if (!context.head.cseq) {
        context.refuse("it has no CSeq, so its reply could not be told");
        return;
    }
    offer(transports, wanted ? *wanted : Rtsp::Transport {}, context);
}

void RtspHelper::offer(const Rtsp::Transports &transports, const Rtsp::Transport &wanted, Context &context) const
{
    const Connection &connection = context.connection;
    const Rtsp::Ports ports = wanted.client.ports;
    if (ports.first != 0) {
        context.connection.note().append(" ").append(portsText(ports).view());
    }
    if (const auto reason = reasonToRefuse(wanted.client, Direction::Original, context); !reason.empty()) {
        context.refuse(reason);
        return;
    }
    const bool isForeign = Rtsp::isForeign(wanted.client, Direction::Original, connection);
    RtspStream stream;
    stream.state = RtspStream::State::Asked;
    stream.cseq = *context.head.cseq;
    stream.client = isForeign ? wanted.client.address : IpAddress {};
    stream.clientPorts = stream.publicClientPorts = ports;
    if (ports.first != 0 && !isForeign && Rtsp::isTranslated(Direction::Original, connection)) {
        const auto reserved = Rtsp::reservePorts(ports, Direction::Original, connection, context.expectations);
        if (!reserved) {
            context.refuse("no ports of the translated address are free for it");
            return;
        }
        stream.publicClientPorts = *reserved;
        Rtsp::Edits edits;
        for (std::size_t i = 0; i < transports.count; ++i) {
            const Rtsp::Transport &each = transports.all[i];
            if (each.isUdp && !each.isMulticast && each.client.ports == ports
                && !Rtsp::isForeign(each.client, Direction::Original, connection)) {
                edits.move(each.client, connection.expectedDestination(), *reserved);
            }
        }
        if (!context.write(edits)) {
            return;
        }
        context.connection.note().append(edits.empty() ? "" : " -> says ");
        context.connection.note().append(edits.empty() ? std::string_view() : portsText(*reserved).view());
        expect(stream, context);
    }
    context.flow.streamFor(ports) = stream;
}

void RtspHelper::onSetupReply(RtspStream &stream, Context &context) const
{
    stream.state = RtspStream::State::Unused;
    if (context.head.start.status >= 300) {
        return;
    }
    const auto transports = Rtsp::parseTransports(context.head.transport);
    if (transports.count != 1) {
        context.refuse("it grants not one transport");
        return;
    }
    const Rtsp::Transport &granted = transports.all[0];
    if (!granted.isUdp) {
        context.connection.note().append(": no UDP, needs no help");
    } else if (granted.isMulticast) {
        onGroup(granted, context);
    } else {
        agree(granted, stream, context);
    }
}

void RtspHelper::agree(const Rtsp::Transport &granted, RtspStream &stream, Context &context) const
{
    const Connection &connection = context.connection;
    for (const auto side : {Direction::Original, Direction::Reply}) {
        const Rtsp::End &end = side == Direction::Original ? granted.client : granted.server;
        if (const auto reason = reasonToRefuse(end, side, context); !reason.empty()) {
            context.refuse(reason);
            return;
        }
    }
    const Rtsp::Ports &repeated = granted.client.ports;
    if (stream.clientPorts.first == 0 || (repeated.first != 0 && repeated != stream.publicClientPorts)) {
        context.refuse("the client has not named these ports");
        return;
    }
    const bool isForeign = Rtsp::isForeign(granted.server, Direction::Reply, connection);
    stream.server = isForeign ? granted.server.address : IpAddress {};
    stream.serverPorts = stream.publicServerPorts = granted.server.ports;
    Rtsp::Edits edits;
    if (!isForeign && Rtsp::isTranslated(Direction::Reply, connection)) {
        if (stream.serverPorts.first != 0) {
            const auto reserved =
                Rtsp::reservePorts(stream.serverPorts, Direction::Reply, connection, context.expectations);
            if (!reserved) {
                context.refuse("no ports of the translated address are free for it");
                return;
            }
            stream.publicServerPorts = *reserved;
        }
        edits.move(granted.server, connection.tuple(Direction::Original).destination, stream.publicServerPorts);
    }
    if (stream.client.family == L3Protocol::Unspecified && Rtsp::isTranslated(Direction::Original, connection)) {
        edits.move(granted.client, connection.tuple(Direction::Original).source, stream.clientPorts);
    }
    if (!context.write(edits)) {
        return;
    }
    stream.state = RtspStream::State::Agreed;
    expect(stream, context);
}

void RtspHelper::onGroup(const Rtsp::Transport &granted, Context &context) const
{
    const Rtsp::End &group = granted.client;
    if (!isGroup(group.address) || group.ports.first == 0) {
        context.refuse("a multicast group that is not understood");
        return;
    }
    if (const auto reason = reasonToRefuse(group, Direction::Original, context); !reason.empty()) {
        context.refuse(reason);
        return;
    }
    const Tuple &servers = context.connection.tuple(Direction::Reply);
    for (const std::uint16_t port : {group.ports.first, group.ports.second}) {
        Wire::ExpectationProposal expectation;
        expectation.tuple = {servers.source, group.address, 0, port, L4Protocol::Udp};
        if (port != 0 && !context.expect(expectation)) {
            return;
        }
    }
}

void RtspHelper::onPlay(Context &context) const
{
    for (RtspStream &stream : context.flow.streams) {
        if (stream.state == RtspStream::State::Played) {
            expect(stream, context);
        } else if (stream.state == RtspStream::State::Agreed) {
            stream.state = RtspStream::State::Played; // expected since its SETUP
        }
    }
}

void RtspHelper::expect(const RtspStream &stream, Context &context) const
{
    const auto expectations = Rtsp::expectationsOf(stream, context.connection, m_anySourcePort);
    for (const auto &expectation : expectations.view()) {
        if (!context.expect(expectation)) {
            return;
        }
    }
}

} // namespace Trackhand
