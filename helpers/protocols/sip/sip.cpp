// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/sip.h"

#include "helpers/packet/asciitext.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/protocols/sip/sipmessage.h"

#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::uint32_t DefaultExpires = 3600; ///< seconds (RFC 3261, 10.2.1.1)

bool isAnyOf(std::string_view method, std::initializer_list<std::string_view> methods)
{
    return std::ranges::find(methods, method) != methods.end();
}

/// Whether media are agreed on in it (RFC 3264; the methods are those of the kernel's helper).
bool describesMedia(const Sip::Message &message)
{
    return message.isRequest() ? isAnyOf(message.method, {"INVITE", "UPDATE", "PRACK", "ACK"})
                               : message.status < 300 && isAnyOf(message.method, {"INVITE", "UPDATE", "PRACK"});
}

L4Protocol transportOf(const Sip::Contact &contact, L4Protocol own)
{
    if (contact.transport.empty()) {
        return own;
    }
    return Ascii::equalsIgnoringCase(contact.transport, "udp") ? L4Protocol::Udp
        : Ascii::equalsIgnoringCase(contact.transport, "tcp")  ? L4Protocol::Tcp
                                                               : L4Protocol::Unspecified;
}

/// Whether a Contact at @p port is known to the registrar by another port than the connection's own.
bool needsPublicPort(std::uint16_t port, const Connection &connection)
{
    return connection.isSenderTranslated() && port != connection.tuple(connection.direction()).sourcePort;
}

} // namespace

struct SipHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    SipFlow &flow;
};

const HelperDescriptor &SipHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "sip",
        .summary = "Voice and video of SIP calls, and calls to registered phones, over UDP and TCP.",
        .advice =
            "Attach it to port 5060 of your registrar or provider alone, and let related traffic reach phones only.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Udp, L4Protocol::Tcp},
        .ports = {Sip::DefaultPort},
        // Of media RTP and RTCP in both directions, as in the kernel. Signalling is expected as long as a registration
        // lasts that does not say how long; the kernel gives each one its own life instead.
        .classes = {{.name = "signalling", .maximum = 1, .timeoutSeconds = DefaultExpires},
            {.name = "audio", .maximum = 4, .timeoutSeconds = 180},
            {.name = "video", .maximum = 4, .timeoutSeconds = 180},
            {.name = "image", .maximum = 2, .timeoutSeconds = 180}},
        .privateDataLength = SipFlow::DataLength,
        .options = {{.name = "direct_media",
                        .kind = OptionKind::Boolean,
                        .defaultValue = "true",
                        .text = "media go between the hosts that signal; if not, also between others that they name",
                        .grants = OptionGrant::ForeignAddresses},
            {.name = "direct_signalling",
                .kind = OptionKind::Boolean,
                .defaultValue = "true",
                .text = "calls to a registered phone come from its registrar; if not, from any host",
                .grants = OptionGrant::LooseSource},
            {.name = "allow_low_ports",
                .kind = OptionKind::Boolean,
                .defaultValue = "false",
                .text = "also expect media and calls at ports below 1024",
                .grants = OptionGrant::LowPorts}},
        .rights = {.permanent = true, .sameHelper = true},
        .needsEmptySegments = false,
    };
    return descriptor;
}

SipHelper::SipHelper(const OptionValues &options)
    : m_media {options.boolean("direct_media"), options.boolean("allow_low_ports")}
    , m_directSignalling(options.boolean("direct_signalling"))
{
}

std::unique_ptr<FlowState> SipHelper::newFlowState() const
{
    return std::make_unique<SipFlow>();
}

Judgement SipHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    Context context {packet, connection, expectations, rewrite, connection.state<SipFlow>()};
    context.flow.restore(connection);
    if (packet.isTcp()) {
        onSegment(context);
    } else if (!packet.headers().fragment && packet.headers().tuple.l4 == L4Protocol::Udp) {
        const auto payload = packet.payload();
        onMessage({reinterpret_cast<const char *>(payload.data()), payload.size()}, 0, context);
    }
    context.flow.save(connection);
    return Judgement::Accept;
}

void SipHelper::onSegment(Context &context) const
{
    const Packet &packet = context.packet;
    SipFlow &flow = context.flow;
    if (flow.isIgnored()) {
        context.connection.note().append(packet.payload().empty() ? "" : "no SIP: it did not begin so");
        return;
    }
    if (packet.hasAck()) {
        flow.reader(opposite(packet.direction())).acknowledged(packet.acknowledgement());
    }
    Sip::MessageReader &reader = flow.reader(packet.direction());
    // Before new ones are read. A message leads to the same again: its public ports are remembered.
    for (std::size_t i = 0; i < Sip::MessageReader::MaxRepeated; ++i) {
        if (const auto piece = reader.repeated(packet, i)) {
            context.connection.note().next().append("again");
            onMessage(piece->text, packet.offsetOf(piece->beginSequence), context);
        }
    }
    reader.add(packet);
    while (const auto piece = reader.next()) {
        const auto offset = packet.offsetOf(piece->beginSequence);
        const bool whole = offset && packet.payload().size() - *offset >= piece->text.size();
        onMessage(piece->text, whole ? offset : std::nullopt, context);
    }
    if (reader.isIgnored()) {
        context.connection.note().next().append("no SIP, not looked at any more");
    }
}

void SipHelper::onMessage(std::string_view text, std::optional<std::size_t> offset, Context &context) const
{
    const auto message = Sip::parse(text);
    if (!message) {
        return;
    }
    Note &note = context.connection.note().next();
    if (!message->isRequest()) {
        note.append(std::uint64_t {message->status}).append(" ");
    }
    note.append(Sip::knownMethod(message->method));
    Sip::Plan plan;
    Sip::Edits edits(text);
    if (describesMedia(*message)) {
        onCall(*message, context, plan, edits);
    } else if (message->method == "REGISTER") {
        message->isRequest() ? onRegister(*message, context, plan) : onRegistered(*message, context, plan);
    }
    if (context.connection.hasNat()) {
        Sip::Translation(context.connection, context.flow.registration).ofHeader(*message, edits);
        Sip::correctContentLength(*message, edits);
    }
    if (!edits.empty() && (!offset || !edits.apply(*offset, context.rewrite))) {
        note.append(!offset                   ? " refused: it is split over segments and must be rewritten"
                : context.rewrite.mayResize() ? " refused: the packet cannot be rewritten"
                                              : " refused: Linux cannot resize translated TCP over IPv6");
        plan.dropTranslated();
        context.flow.forgetPorts(*message);
    }
    plan.carryOut(context.connection, context.expectations);
}

void SipHelper::onCall(const Sip::Message &message, Context &context, Sip::Plan &plan, Sip::Edits &edits) const
{
    const std::string_view text = message.description();
    const auto description = text.empty() ? std::nullopt : Sdp::parse(text);
    if (description) {
        Sip::MediaReader media(m_media, context.connection, context.expectations, context.flow.streams);
        media.read(*description, Sip::hashOf(message.callId), plan, edits);
    }
}

std::string_view SipHelper::reasonToRefuse(const Sip::Contact &contact, const Context &context) const
{
    const Connection &connection = context.connection;
    // Over TCP the packets that would tell are not seen; but a phone opens the connection over which it registers.
    if (context.flow.expected || (context.packet.isTcp() && connection.direction() == Direction::Reply)) {
        return "an expected connection registers nobody";
    }
    if (!contact.host) {
        return "the Contact names no address";
    }
    if (contact.host->address != connection.senderAddress()) {
        return contact.host->address == connection.expectedDestination() ? "the address is the public one already"
                                                                         : "the address is not the sender's own";
    }
    if (contact.host->port < FirstUnprivilegedPort && !m_media.allowLowPorts) {
        return "the port is below 1024 (option allow_low_ports)";
    }
    // The kernel would look for the helper of the other protocol, which may not be registered.
    const L4Protocol own = connection.tuple(connection.direction()).l4;
    return transportOf(contact, own) == own ? std::string_view() : "the transport is not that of this connection";
}

void SipHelper::onRegister(const Sip::Message &message, Context &context, Sip::Plan &plan) const
{
    Sip::Registration &registration = context.flow.registration;
    registration.sequence = message.sequence.value_or(0);
    registration.expires = 0;
    if (message.contactCount == 0 || message.contacts[0] == "*") {
        return; // asks what is registered, or ends all of it
    }
    const Sip::Contact contact = Sip::parseContact(message.contacts[0]);
    const auto reason = reasonToRefuse(contact, context);
    const auto port = reason.empty() ? publicPortOf(*contact.host, context) : std::nullopt;
    if (!port) {
        context.connection.note()
            .append(" refused: ")
            .append(reason.empty() ? "no port of the translated address is free for it" : reason);
        return;
    }
    registration.from = context.connection.direction();
    registration.port = contact.host->port;
    registration.publicPort = *port;
    registration.expires = contact.expires.value_or(message.expires.value_or(DefaultExpires));
    registration.expectation = callsTo(contact.host->port, context.connection);
    registration.expectation.tuple.destinationPort = *port;
    // A port that only this REGISTER announces is kept by expecting it now; any other waits for the registrar.
    if (needsPublicPort(contact.host->port, context.connection) && registration.expires > 0) {
        plan.add("signalling", registration.expectation);
    }
}

/// Calls to a phone of the sender of the packet in hand; the connections that bring them are helped like this one.
Wire::ExpectationProposal SipHelper::callsTo(std::uint16_t port, const Connection &connection) const
{
    auto expectation = expectationToSender(connection, connection.tuple(connection.direction()).l4, port);
    expectation.classIndex = static_cast<std::uint8_t>(Sip::ExpectationKind::Signalling);
    expectation.flags = Wire::ExpectationFlag::Permanent;
    std::ranges::copy(describe().name, expectation.childHelper.begin());
    if (!m_directSignalling) {
        expectation.looseSourceBits = static_cast<std::uint8_t>(expectation.tuple.source.size() * 8);
    }
    return expectation;
}

/// The port by which the registrar is to know a Contact: that of this connection, the one it got before, or a new one.
std::optional<std::uint16_t> SipHelper::publicPortOf(const Sip::HostPort &host, const Context &context) const
{
    const Connection &connection = context.connection;
    const Sip::Registration &registration = context.flow.registration;
    if (!connection.isSenderTranslated()) {
        return host.port;
    }
    if (!needsPublicPort(host.port, connection)) {
        return connection.tuple(opposite(connection.direction())).destinationPort;
    }
    const bool known = registration.from == connection.direction() && registration.port == host.port;
    return known ? registration.publicPort : context.expectations.reservePorts(callsTo(host.port, connection));
}

void SipHelper::onRegistered(const Sip::Message &message, Context &context, Sip::Plan &plan) const
{
    Sip::Registration &registration = context.flow.registration;
    if (registration.from == context.connection.direction() || message.sequence != registration.sequence
        || message.status < 200 || registration.expires == 0) {
        return;
    }
    if (message.status >= 300) {
        registration.expires = 0;
        return;
    }
    const Tuple &expected = registration.expectation.tuple;
    for (const std::string_view element : message.allContacts()) {
        const Sip::Contact contact = Sip::parseContact(element);
        const auto expires = contact.expires ? contact.expires : message.expires;
        if (contact.host && contact.host->address == expected.destination
            && contact.host->port == expected.destinationPort && expires.value_or(registration.expires) > 0) {
            plan.add("signalling", registration.expectation);
            return;
        }
    }
}

} // namespace Trackhand
