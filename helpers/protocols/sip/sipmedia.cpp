// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/sipmedia.h"

#include "helpers/packet/asciitext.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"

#include <algorithm>

namespace Trackhand::Sip {

namespace {

constexpr std::uint16_t DiscardPort = 9; ///< stands for one that ICE will find (RFC 8839, 4.2.1.3)

std::optional<ExpectationKind> kindOf(std::string_view type)
{
    if (type == "audio") {
        return ExpectationKind::Audio;
    }
    if (type == "video") {
        return ExpectationKind::Video;
    }
    return type == "image" ? std::optional(ExpectationKind::Image) : std::nullopt;
}

Wire::ExpectationProposal withPorts(Wire::ExpectationProposal expectation, std::uint16_t port, std::uint16_t publicPort)
{
    const bool translated = expectation.nat != Wire::NatFunction::None;
    expectation.tuple.destinationPort = translated ? publicPort : port;
    expectation.natPort = translated ? port : std::uint16_t {0};
    return expectation;
}

} // namespace

bool Plan::add(std::string_view what, const Wire::ExpectationProposal &expectation)
{
    if (m_count == m_items.size()) {
        return false;
    }
    m_items[m_count++] = {what, expectation};
    return true;
}

void Plan::dropTranslated()
{
    const auto end = m_items.begin() + static_cast<std::ptrdiff_t>(m_count);
    const auto rest = std::remove_if(
        m_items.begin(), end, [](const Item &item) { return item.expectation.nat != Wire::NatFunction::None; });
    m_count = static_cast<std::size_t>(rest - m_items.begin());
}

void Plan::carryOut(Connection &connection, Expectations &expectations) const
{
    Note &note = connection.note();
    for (const Item &item : items()) {
        if (!expectations.add(item.expectation)) {
            note.append(" refused: too many in one packet");
            return;
        }
        const Tuple &tuple = item.expectation.tuple;
        if (item.what.empty()) {
            note.append(",").append(std::uint64_t {tuple.destinationPort});
        } else {
            note.append(" ").append(item.what).append(" expects ").append(tuple.destination, tuple.destinationPort);
        }
    }
}

void MediaReader::read(const Sdp::Description &description, std::uint64_t call, Plan &plan, Edits &edits)
{
    rewrite(description.owner, edits);
    rewrite(description.connection, edits);
    std::size_t index = 0;
    for (const Sdp::Media &medium : description.allMedia()) {
        rewrite(medium.connection, edits);
        rewrite(medium.rtcpAddress, edits);
        Stream stream;
        stream.call = call;
        stream.from = m_connection.direction();
        stream.index = index++;
        const Sdp::Address &address = description.connectionOf(medium);
        if (!kindOf(medium.type) || medium.port == 0 || medium.port == DiscardPort || address.isOnHold()) {
            continue;
        }
        stream.address = address.address;
        if (const auto reason = readMedium(medium, stream, plan); !reason.empty()) {
            m_connection.note().append(" ").append(medium.type).append(" refused: ").append(reason);
            continue;
        }
        if (stream.publicPort != 0) {
            edits.replace(medium.portText, ShortText() << std::uint64_t {stream.publicPort});
        }
        if (stream.publicRtcpPort != 0 && medium.rtcpPort != 0) {
            edits.replace(medium.rtcpPortText, ShortText() << std::uint64_t {stream.publicRtcpPort});
        }
    }
}

/// The public address in place of the sender's own.
void MediaReader::rewrite(const Sdp::Address &address, Edits &edits) const
{
    if (m_connection.isSenderTranslated() && address.address == m_connection.senderAddress()) {
        edits.replace(address.text, ShortText() << m_connection.expectedDestination());
    }
}

std::string_view MediaReader::reasonToRefuse(const Sdp::Media &medium, const Stream &stream) const
{
    if (stream.address.family == L3Protocol::Unspecified) {
        return "it names no address";
    }
    if (stream.address.family != m_connection.senderAddress().family) {
        return "the address is of the other IP version";
    }
    const bool low =
        medium.port < FirstUnprivilegedPort || (medium.rtcpPort != 0 && medium.rtcpPort < FirstUnprivilegedPort);
    if (low && !m_rules.allowLowPorts) {
        return "the port is below 1024 (option allow_low_ports)";
    }
    if (Ascii::startsIgnoringCase(medium.protocol, "TCP")) {
        return "media over TCP are opened like any connection";
    }
    if (stream.address == m_connection.senderAddress()) {
        return {};
    }
    // A port of it may be one that the sender's own host does not know: it asked a STUN server.
    if (stream.address == m_connection.expectedDestination()) {
        return "the address is the public one already";
    }
    return m_rules.direct ? "the address is not the sender's own (option direct_media)" : std::string_view();
}

/// Why nothing is expected for it; empty when it is.
std::string_view MediaReader::readMedium(const Sdp::Media &medium, Stream &stream, Plan &plan)
{
    if (const auto reason = reasonToRefuse(medium, stream); !reason.empty()) {
        return reason;
    }
    const Stream *peer = m_streams.find(stream.call, opposite(stream.from), stream.index);
    stream.port = medium.port;
    stream.mux = medium.rtcpMux;
    if (medium.isRtp() && !(stream.mux && peer && peer->mux)) {
        stream.rtcpPort = medium.rtcpPort != 0 ? medium.rtcpPort : static_cast<std::uint16_t>(medium.port + 1);
    }
    auto expectation = expectationToSender(m_connection, L4Protocol::Udp, stream.port);
    expectation.classIndex = static_cast<std::uint8_t>(*kindOf(medium.type));
    if (stream.address != m_connection.senderAddress()) {
        expectation.tuple.destination = stream.address;
        expectation.nat = Wire::NatFunction::None;
    }
    if (!m_rules.direct && peer) {
        expectation.tuple.source = peer->address;
    }
    const bool shared = isShared(plan, stream);
    if (!shared && expectation.nat != Wire::NatFunction::None && !translate(expectation, stream)) {
        return "no port of the translated address is free for it";
    }
    if (!shared) {
        expect(medium.type, expectation, stream, plan);
    }
    // What was expected of the one who made the offer came from its peer; only the answer says where media come from.
    if (!m_rules.direct && peer && !m_connection.hasNat() && stream.address != m_connection.senderAddress()) {
        expectation.tuple.source = stream.address;
        expectation.tuple.destination = peer->address;
        expect(medium.type, expectation, *peer, plan);
    }
    m_streams.remember(stream);
    return {};
}

/// Several media over one port (BUNDLE, RFC 9143) need it only once.
bool MediaReader::isShared(const Plan &plan, Stream &stream) const
{
    for (const Plan::Item &item : plan.items()) {
        const auto &expected = item.expectation;
        const bool translated = expected.nat != Wire::NatFunction::None;
        const std::uint16_t port = translated ? expected.natPort : expected.tuple.destinationPort;
        if (port == stream.port && stream.address == (translated ? expected.natAddress : expected.tuple.destination)) {
            stream.publicPort = translated ? expected.tuple.destinationPort : std::uint16_t {0};
            stream.rtcpPort = 0;
            return true;
        }
    }
    return false;
}

/// Public ports for it: those it has already, or new ones, RTP and RTCP next to each other where they are so.
bool MediaReader::translate(const Wire::ExpectationProposal &rtp, Stream &stream)
{
    const Stream *known = m_streams.find(stream.call, stream.from, stream.index);
    const bool isKnown =
        known && known->publicPort != 0 && known->address == stream.address && known->port == stream.port;
    const bool adjacent = stream.rtcpPort == stream.port + 1;
    if (isKnown) {
        stream.publicPort = known->publicPort;
        stream.publicRtcpPort = stream.rtcpPort == known->rtcpPort ? known->publicRtcpPort : std::uint16_t {0};
    } else {
        stream.publicPort = m_expectations.reservePorts(rtp, adjacent ? 2 : 1).value_or(0);
        stream.publicRtcpPort = adjacent ? static_cast<std::uint16_t>(stream.publicPort + 1) : std::uint16_t {0};
    }
    if (stream.publicPort != 0 && stream.rtcpPort != 0 && stream.publicRtcpPort == 0) {
        stream.publicRtcpPort =
            m_expectations.reservePorts(withPorts(rtp, stream.rtcpPort, stream.rtcpPort)).value_or(0);
    }
    return stream.publicPort != 0 && (stream.rtcpPort == 0 || stream.publicRtcpPort != 0);
}

void MediaReader::expect(
    std::string_view what, const Wire::ExpectationProposal &like, const Stream &stream, Plan &plan) const
{
    bool fits = plan.add(what, withPorts(like, stream.port, stream.publicPort));
    if (stream.rtcpPort != 0) {
        fits = plan.add({}, withPorts(like, stream.rtcpPort, stream.publicRtcpPort)) && fits;
    }
    if (!fits) {
        m_connection.note().append(" ").append(what).append(" refused: too many in one packet");
    }
}

} // namespace Trackhand::Sip
