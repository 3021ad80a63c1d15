// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/proposalvalidator.h"

#include "wire/net/headers.h"

#include <algorithm>

namespace Trackhand {

namespace {

using Wire::ExpectationProposal;
using Wire::PacketChannel;
using Wire::Proposal;

using Refusal = std::optional<std::string>;

bool belongsToFlow(const IpAddress &address, const Wire::PacketRecord &packet)
{
    return address == packet.original.source || address == packet.original.destination || address == packet.reply.source
        || address == packet.reply.destination;
}

bool isTransport(L4Protocol protocol)
{
    return protocol == L4Protocol::Tcp || protocol == L4Protocol::Udp || protocol == L4Protocol::Dccp
        || protocol == L4Protocol::Sctp;
}

Refusal refusalOfAddresses(
    const ExpectationProposal &expectation, const Wire::PacketRecord &packet, const GatePolicy &policy)
{
    const L3Protocol family = packet.original.source.family;
    const bool anySource = (expectation.flags & Wire::ExpectationFlag::AnySource) != 0;
    if (expectation.tuple.source.family != family || expectation.tuple.destination.family != family) {
        return "an expectation of another address family than its flow";
    }
    if (anySource && !policy.allowAnySource) {
        return "an expectation from any address, which this helper was not registered for";
    }
    if (policy.allowForeignAddresses) {
        return std::nullopt;
    }
    if ((!anySource && !belongsToFlow(expectation.tuple.source, packet))
        || !belongsToFlow(expectation.tuple.destination, packet)) {
        return "an expectation to a host that is no end of the flow";
    }
    return std::nullopt;
}

Refusal refusalOfExpectation(
    const ExpectationProposal &expectation, const Wire::PacketRecord &packet, const GatePolicy &policy)
{
    constexpr std::uint8_t knownFlags = Wire::ExpectationFlag::Permanent | Wire::ExpectationFlag::AnySource;
    if (packet.ctInfo == CtInfo::Absent) {
        return "an expectation for a packet without a conntrack";
    }
    if (!isTransport(expectation.tuple.l4) || expectation.tuple.destinationPort == 0) {
        return "an expectation without a port";
    }
    if (expectation.classIndex >= policy.classCount) {
        return "an expectation of a class that was not registered";
    }
    if ((expectation.flags & ~knownFlags) != 0
        || ((expectation.flags & Wire::ExpectationFlag::Permanent) && !policy.allowPermanent)) {
        return "an expectation with flags that it must not have";
    }
    if (expectation.nat != Wire::NatFunction::None || expectation.childHelper[0] != '\0') {
        return "an expectation with address translation or a helper of its own, which this version does not do";
    }
    return refusalOfAddresses(expectation, packet, policy);
}

std::size_t claimedLength(std::span<const std::uint8_t> packet)
{
    const bool six = packet[0] >> 4 == 6;
    const std::size_t field = six ? 4 : 2;
    return (six ? 40U : 0U) + (static_cast<std::size_t>(packet[field]) << 8 | packet[field + 1]);
}

Refusal refusalOfReplacement(const Proposal &proposal, const PacketChannel::StoredPacket &packet)
{
    const auto before = parseHeaders(packet.payload);
    const auto after = parseHeaders(proposal.replacement());
    if (!before || !after || before->tuple != after->tuple || before->l4Number != after->l4Number) {
        return "a replacement packet of another connection";
    }
    if (claimedLength(proposal.replacement()) != proposal.payloadLength) {
        return "a replacement packet whose length field is wrong";
    }
    // Without NAT the kernel adjusts no sequence numbers; for IPv6 it reads them from the wrong place.
    const bool resized = proposal.payloadLength != packet.payload.size();
    const bool resizable = packet.record.hasNat() && packet.record.original.source.family == L3Protocol::Ipv4;
    if (resized && before->l4Number == static_cast<std::uint8_t>(L4Protocol::Tcp) && !resizable) {
        return "a replacement packet of another size on a flow that cannot change size";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> refusalOf(
    const Proposal &proposal, const PacketChannel::StoredPacket &packet, const GatePolicy &policy)
{
    if (proposal.verdict != Verdict::Accept && proposal.verdict != Verdict::Drop) {
        return "a verdict that is neither accept nor drop";
    }
    if (proposal.helperDataChanged && !policy.keepsData) {
        return "private data, though it was registered without";
    }
    for (std::size_t i = 0; i < proposal.expectationCount; ++i) {
        if (auto refusal = refusalOfExpectation(proposal.expectations[i], packet.record, policy)) {
            return refusal;
        }
    }
    return proposal.mangled ? refusalOfReplacement(proposal, packet) : std::nullopt;
}

void sanitizeNote(Proposal &proposal)
{
    const auto end = proposal.note.begin() + proposal.noteLength;
    std::replace_if(
        proposal.note.begin(), end, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
}

} // namespace Trackhand
