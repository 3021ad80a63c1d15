// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/h323context.h"

#include <string_view>

// What becomes of an address: it is expected, told in other words, or refused.

namespace Trackhand {

using H323::Role;

namespace {

constexpr std::uint8_t MediaClass = 0; ///< in the order of the descriptor
constexpr std::uint8_t ControlClass = 1;
constexpr std::uint8_t DataClass = 2;
constexpr std::uint8_t CallClass = 3;

} // namespace

H323Helper::Plan H323Helper::Plan::of(Role role)
{
    switch (role) {
    case Role::Control:
        return {.name = "H.245", .l4 = L4Protocol::Tcp, .classIndex = ControlClass, .speaksH323 = true};
    case Role::Media:
        return {.name = "RTP", .l4 = L4Protocol::Udp, .classIndex = MediaClass, .pair = true};
    case Role::MediaControl:
        return {.name = "RTCP", .l4 = L4Protocol::Udp, .classIndex = MediaClass, .pair = true};
    case Role::Data:
        return {.name = "T.120", .l4 = L4Protocol::Tcp, .classIndex = DataClass, .permanent = true};
    case Role::Registered:
        return {
            .name = "calls to", .l4 = L4Protocol::Tcp, .classIndex = CallClass, .permanent = true, .speaksH323 = true};
    case Role::Route:
        return {.name = "call to", .l4 = L4Protocol::Tcp, .classIndex = CallClass, .speaksH323 = true};
    case Role::Ras:
        return {.name = "RAS", .l4 = L4Protocol::Udp, .classIndex = CallClass, .speaksH323 = true};
    case Role::None:
    case Role::SenderSignalling:
    case Role::ReceiverSignalling:
        break;
    }
    return {};
}

void H323Helper::onAddress(const Announced &announced, Context &context) const
{
    const bool isFlows = context.isSenders(announced.address) && announced.port == context.sent().sourcePort;
    switch (announced.role) {
    case Role::SenderSignalling:
        return tellSender(announced, context);
    case Role::ReceiverSignalling:
        return tellReceiver(announced, context);
    case Role::Ras:
        return isFlows ? tellSender(announced, context) : expect(announced, context);
    case Role::Route: // the receiver's own: an ACF for a call that it answers
        return context.isReceivers(announced.address) ? tellReceiver(announced, context) : expect(announced, context);
    default:
        return expect(announced, context);
    }
}

std::string_view H323Helper::reasonToRefuse(const Announced &announced, const Context &context) const
{
    if (announced.address.family != context.connection.senderAddress().family) {
        return "the address is of the other IP version";
    }
    if (announced.firstPort() == 0) {
        return "there is no port";
    }
    if (announced.firstPort() < FirstUnprivilegedPort && !m_allowLowPorts) {
        return "the port is below 1024 (option allow_low_ports)";
    }
    if (context.isSenders(announced.address) || m_loose) {
        return {};
    }
    return "the address is not the sender's own (option loose)";
}

void H323Helper::expect(const Announced &announced, Context &context) const
{
    const Plan plan = Plan::of(announced.role);
    const Context::Done *before = context.findDone(announced, plan.l4);
    if (before && before->refused) {
        return;
    }
    Note &note = context.connection.note();
    if (before) { // expected already, but to be told in other words each time
        const auto known = context.flow.publicPort(context.sender(), plan.l4, announced.firstPort());
        if (known && context.isSenders(announced.address)) {
            noteRefusal(tellPublic(announced, *known, context), context);
        }
        return;
    }
    auto expectation = expectationFor(announced, plan, context);
    note.next().append(plan.name).append(" ").append(announced.address, announced.port).append(" -> ");
    auto reason = reasonToRefuse(announced, context);
    if (reason.empty()) {
        reason = translate(expectation, announced, plan, context);
    }
    context.markDone(announced, plan.l4, !reason.empty());
    if (!reason.empty()) {
        note.append("refused: ").append(reason);
        return;
    }
    add(expectation, plan.count(), context);
    if (announced.role == Role::Registered && announced.written) {
        context.flow.addRegistered(announced.port);
    }
}

Wire::ExpectationProposal H323Helper::expectationFor(
    const Announced &announced, const Plan &plan, const Context &context)
{
    auto expectation = expectationToSender(context.connection, plan.l4, announced.firstPort());
    expectation.classIndex = plan.classIndex;
    expectation.flags = plan.permanent ? Wire::ExpectationFlag::Permanent : std::uint8_t {0};
    if (plan.speaksH323) {
        std::ranges::copy(describe().name, expectation.childHelper.begin());
    }
    if (!context.isSenders(announced.address)) {
        expectation.tuple.destination = announced.address;
        expectation.nat = Wire::NatFunction::None;
    }
    return expectation;
}

/// Where the sender is translated: finds the public port or ports, and tells the receiver of them. Why that cannot be
/// done, or nothing.
std::string_view H323Helper::translate(
    Wire::ExpectationProposal &expectation, const Announced &announced, const Plan &plan, Context &context)
{
    if (expectation.nat == Wire::NatFunction::None) {
        return {};
    }
    const std::uint16_t port = announced.firstPort();
    const auto known = context.flow.publicPort(context.sender(), plan.l4, port);
    expectation.tuple.destinationPort = known.value_or(port);
    const auto publicPort = context.expectations.reservePorts(expectation, plan.count());
    if (!publicPort || (known && !announced.written && *publicPort != *known)) {
        return "no port of the translated address is free for it";
    }
    expectation.tuple.destinationPort = *publicPort;
    const auto reason = tellPublic(announced, *publicPort, context);
    if (reason.empty() && known != publicPort) {
        context.flow.translate(context.sender(), plan.l4, port, *publicPort);
    }
    return reason;
}

void H323Helper::add(Wire::ExpectationProposal expectation, unsigned count, Context &context)
{
    Note &note = context.connection.note();
    const std::uint16_t first = expectation.tuple.destinationPort;
    for (unsigned i = 0; i < count; ++i) {
        if (!context.expectations.add(expectation)) {
            note.append("refused: too many in one packet");
            return;
        }
        if (context.packet.isTcp()) {
            context.memory().expected(context.sequenceAt(context.message.size() - 1), expectation);
        }
        ++expectation.tuple.destinationPort;
        ++expectation.natPort;
    }
    note.append("expects ").append(expectation.tuple.destination, first);
    if (count > 1) {
        note.append("-").append(std::uint64_t {first} + count - 1);
    }
}

/// The sender's own address: where it is translated, the receiver is told the one it knows.
void H323Helper::tellSender(const Announced &announced, Context &context)
{
    const Connection &connection = context.connection;
    if (!connection.isSenderTranslated() || announced.address != connection.senderAddress()) {
        return;
    }
    const auto known = context.flow.publicPort(context.sender(), L4Protocol::Tcp, announced.port);
    const bool isFlows = announced.port == context.sent().sourcePort;
    const std::uint16_t port = isFlows ? context.answered().destinationPort : known.value_or(announced.port);
    noteRefusal(tell(announced, connection.expectedDestination(), port, context), context);
}

/// The receiver's address as the sender knows it: where it is translated, the receiver is told its own.
void H323Helper::tellReceiver(const Announced &announced, Context &context)
{
    const IpAddress &own = context.connection.expectedSource();
    if (announced.address == own || announced.address != context.sent().destination) {
        return;
    }
    const auto known = context.flow.privatePort(opposite(context.sender()), L4Protocol::Tcp, announced.port);
    const bool isFlows = announced.port == context.sent().destinationPort;
    const std::uint16_t port = isFlows ? context.answered().sourcePort : known.value_or(announced.port);
    noteRefusal(tell(announced, own, port, context), context);
}

/// Tells the receiver that what is at the sender's port is at @p publicPort (the first one of a pair).
std::string_view H323Helper::tellPublic(const Announced &announced, std::uint16_t publicPort, Context &context)
{
    const auto port = static_cast<std::uint16_t>(publicPort + (announced.port - announced.firstPort()));
    return tell(announced, context.connection.expectedDestination(), port, context);
}

/// Writes @p address and @p port in place of what was announced, which takes as many bytes. Why not, or nothing.
std::string_view H323Helper::tell(
    const Announced &announced, const IpAddress &address, std::uint16_t port, Context &context)
{
    if (!announced.written || (address == announced.address && port == announced.port)) {
        return {};
    }
    std::array<std::uint8_t, PatchMemory::MaxBytes> bytes {};
    const std::size_t size = address.size();
    std::copy_n(address.bytes.begin(), size, bytes.begin());
    bytes[size] = static_cast<std::uint8_t>(port >> 8);
    bytes[size + 1] = static_cast<std::uint8_t>(port);
    const auto patch = std::span<const std::uint8_t>(bytes).first(size + 2);
    const auto offset = context.find(announced.offset, patch.size());
    if (!offset) {
        return "it is split over segments and must be rewritten";
    }
    const std::string_view text(reinterpret_cast<const char *>(patch.data()), patch.size());
    if (address.family != announced.address.family || !context.rewrite.replace(*offset, text.size(), text)) {
        return "the packet cannot be rewritten";
    }
    if (context.packet.isTcp()) {
        context.memory().patched(context.sequenceAt(announced.offset), patch);
    }
    return {};
}

void H323Helper::noteRefusal(std::string_view reason, Context &context)
{
    if (!reason.empty()) {
        context.connection.note().next().append("an address is not translated: ").append(reason);
    }
}

} // namespace Trackhand
