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

constexpr std::uint16_t FirstUnprivilegedPort = 1024;
constexpr std::size_t MaxReplacement = 0xffff - 4; // a netlink attribute's 16 bits of length count its header too

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

bool isText(const std::array<char, 16> &name, std::string_view wanted)
{
    const auto end = std::ranges::find(name, '\0');
    return end != name.end() && std::string_view(name.data(), static_cast<std::size_t>(end - name.begin())) == wanted;
}

Refusal refusalOfAddresses(
    const ExpectationProposal &expectation, const Wire::PacketRecord &packet, const GatePolicy &policy)
{
    const L3Protocol family = packet.original.source.family;
    if (family == L3Protocol::Unspecified || expectation.tuple.source.family != family
        || expectation.tuple.destination.family != family) {
        return "an expectation of another address family than its flow";
    }
    if (expectation.looseSourceBits != 0 && !policy.allowLooseSource) {
        return "an expectation from any address, which this helper was not registered for";
    }
    if (expectation.looseSourceBits > expectation.tuple.source.size() * 8) {
        return "an expectation whose source has more bits than an address";
    }
    if (policy.allowForeignAddresses) {
        return std::nullopt;
    }
    if ((expectation.looseSourceBits == 0 && !belongsToFlow(expectation.tuple.source, packet))
        || !belongsToFlow(expectation.tuple.destination, packet)) {
        return "an expectation to a host that is no end of the flow";
    }
    return std::nullopt;
}

/// The kernel hands what comes to the public end on to natAddress and natPort: the private end of this very flow.
Refusal refusalOfTranslation(
    const ExpectationProposal &expectation, const Wire::PacketRecord &packet, const GatePolicy &policy)
{
    if (expectation.nat == Wire::NatFunction::None) {
        return std::nullopt;
    }
    if (expectation.nat != Wire::NatFunction::FollowMaster || expectation.natDirection > 1) {
        return "an expectation with unknown address translation";
    }
    const bool reply = expectation.natDirection == 1;
    const IpAddress &ownAddress = (reply ? packet.original : packet.reply).source;
    const IpAddress &publicAddress = (reply ? packet.reply : packet.original).destination;
    if (!packet.hasNat() || expectation.natAddress != ownAddress || expectation.tuple.destination != publicAddress
        || (expectation.natPort == 0 && expectation.tuple.l4 != L4Protocol::Gre)) {
        return "an expectation whose address translation is not that of its flow";
    }
    if (expectation.natPort < FirstUnprivilegedPort && expectation.tuple.l4 != L4Protocol::Gre
        && !policy.allowLowPorts) {
        return "an expectation to a port below 1024 behind the address translation";
    }
    return std::nullopt;
}

Refusal refusalOfExpectation(
    const ExpectationProposal &expectation, const Wire::PacketRecord &packet, const GatePolicy &policy)
{
    const bool isGre = expectation.tuple.l4 == L4Protocol::Gre;
    if (packet.ctInfo == CtInfo::Absent) {
        return "an expectation for a packet without a conntrack";
    }
    if (isGre ? !policy.allowGre : !isTransport(expectation.tuple.l4) || expectation.tuple.destinationPort == 0) {
        return "an expectation without a port";
    }
    if (!isGre && expectation.tuple.destinationPort < FirstUnprivilegedPort && !policy.allowLowPorts) {
        return "an expectation to a port below 1024, which this helper was not registered for";
    }
    if (expectation.classIndex >= policy.classCount) {
        return "an expectation of a class that was not registered";
    }
    if ((expectation.flags & ~Wire::ExpectationFlag::Permanent) != 0
        || ((expectation.flags & Wire::ExpectationFlag::Permanent) && !policy.allowPermanent)) {
        return "an expectation with flags that it must not have";
    }
    if (!isText(expectation.childHelper, "")
        && (policy.childHelper.empty() || !isText(expectation.childHelper, policy.childHelper))) {
        return "an expectation with another helper";
    }
    if (auto refusal = refusalOfTranslation(expectation, packet, policy)) {
        return refusal;
    }
    return refusalOfAddresses(expectation, packet, policy);
}

std::size_t read16(std::span<const std::uint8_t> packet, std::size_t at)
{
    return static_cast<std::size_t>(packet[at]) << 8 | packet[at + 1];
}

std::size_t claimedLength(std::span<const std::uint8_t> packet)
{
    return packet[0] >> 4 == 6 ? 40 + read16(packet, 4) : read16(packet, 2);
}

/// A helper rewrites what lies behind the IP header. The kernel has routed and filtered by that header already, and may
/// remember where its options lie (IPCB), so of it only the length and IPv4's checksum may be others.
bool sameIpHeader(
    std::span<const std::uint8_t> before, std::span<const std::uint8_t> after, const PacketHeaders &headers)
{
    const auto mayDiffer = [six = before[0] >> 4 == 6](std::size_t at) {
        return six ? at == 4 || at == 5 : at == 2 || at == 3 || at == 10 || at == 11;
    };
    for (std::size_t at = 0; at < headers.l4Offset; ++at) {
        if (before[at] != after[at] && !mayDiffer(at)) {
            return false;
        }
    }
    return true;
}

Refusal refusalOfReplacement(const Proposal &proposal, const PacketChannel::StoredPacket &packet)
{
    if (proposal.payloadLength > MaxReplacement) {
        return "a replacement packet larger than the kernel can be sent";
    }
    const auto before = parseHeaders(packet.payload);
    const auto after = parseHeaders(proposal.replacement());
    if (!before || !after || before->tuple != after->tuple || before->l4Number != after->l4Number) {
        return "a replacement packet of another connection";
    }
    if (before->l4Offset != after->l4Offset || !sameIpHeader(packet.payload, proposal.replacement(), *before)) {
        return "a replacement packet with another IP header";
    }
    if (claimedLength(proposal.replacement()) != proposal.payloadLength) {
        return "a replacement packet whose length field is wrong";
    }
    if (after->tuple.l4 == L4Protocol::Udp
        && read16(proposal.replacement(), after->l4Offset + 4U) != proposal.payloadLength - after->l4Offset) {
        return "a replacement packet whose UDP length is wrong";
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
    if (proposal.helperDataChanged && policy.dataLength == 0) {
        return "private data, though it was registered without";
    }
    for (std::size_t i = 0; i < proposal.expectationCount; ++i) {
        if (auto refusal = refusalOfExpectation(proposal.expectations[i], packet.record, policy)) {
            return refusal;
        }
    }
    return proposal.mangled ? refusalOfReplacement(proposal, packet) : std::nullopt;
}

std::optional<std::string> refusalOf(
    const Wire::PortRequest &request, const PacketChannel::StoredPacket &packet, const GatePolicy &policy)
{
    if (request.count == 0 || request.count > Wire::PortRequest::MaxCount) {
        return "a number of ports that nobody needs";
    }
    if (request.first.nat == Wire::NatFunction::None) {
        return "ports of a flow that has no address translation";
    }
    if (request.first.natPort + (request.count - 1) > 0xffff) {
        return "ports behind the last one"; // they would come out as the lowest
    }
    return refusalOfExpectation(request.first, packet.record, policy);
}

void sanitizeNote(Proposal &proposal)
{
    const auto end = proposal.note.begin() + proposal.noteLength;
    std::replace_if(
        proposal.note.begin(), end, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
}

} // namespace Trackhand
