// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperbounds.h"

#include "wire/net/headers.h"

#include <algorithm>
#include <string_view>

using namespace Trackhand;

namespace Fuzz {

namespace {

constexpr std::uint16_t FirstUnprivilegedPort = 1024;
constexpr std::size_t MaxReplacement = 0xffff - 4;

bool isEnd(const IpAddress &address, const Wire::PacketRecord &packet)
{
    return address == packet.original.source || address == packet.original.destination || address == packet.reply.source
        || address == packet.reply.destination;
}

/// What is granted to a helper: by its registration and by the options that are set.
struct Granted {
    bool foreignAddresses = false;
    bool lowPorts = false;
    bool looseSource = false;
};

void checkTranslation(
    const Wire::ExpectationProposal &expected, const Wire::PacketRecord &packet, const Granted &granted)
{
    if (expected.nat == Wire::NatFunction::None) {
        return;
    }
    const bool reply = expected.natDirection == 1;
    check(expected.nat == Wire::NatFunction::FollowMaster && expected.natDirection <= 1, "unknown translation");
    check(packet.hasNat(), "translation where there is none");
    check(expected.natAddress == (reply ? packet.original : packet.reply).source, "handed on to a stranger");
    check(expected.tuple.destination == (reply ? packet.reply : packet.original).destination,
        "translated at an address that is not the flow's");
    check(expected.tuple.l4 == L4Protocol::Gre || granted.lowPorts || expected.natPort >= FirstUnprivilegedPort,
        "handed on to a low port");
    check(expected.tuple.l4 == L4Protocol::Gre || expected.natPort != 0, "handed on to no port");
}

void checkExpectation(const Wire::ExpectationProposal &expected, const Wire::PacketRecord &packet,
    const HelperDescriptor &helper, const Granted &granted)
{
    const ExpectationRights &rights = helper.rights;
    const Tuple &tuple = expected.tuple;
    const L3Protocol family = packet.original.source.family;
    const bool isGre = tuple.l4 == L4Protocol::Gre;
    const std::string_view child(expected.childHelper.data());
    check(expected.classIndex < helper.classes.size(), "a class that the helper has not");
    check(tuple.source.family == family && tuple.destination.family == family, "another IP version");
    check(isGre ? rights.gre : tuple.l4 != L4Protocol::Unspecified, "a protocol without the right to it");
    check(isGre || tuple.destinationPort != 0, "no port");
    check(isGre || granted.lowPorts || tuple.destinationPort >= FirstUnprivilegedPort, "a low port");
    check(granted.foreignAddresses || isEnd(tuple.destination, packet), "to a third host");
    check(expected.looseSourceBits == 0 || granted.looseSource, "from hosts unknown without the right to it");
    check(expected.looseSourceBits <= tuple.source.size() * 8, "more bits than an address has");
    check(
        expected.looseSourceBits != 0 || granted.foreignAddresses || isEnd(tuple.source, packet), "from a third host");
    check((expected.flags & ~Wire::ExpectationFlag::Permanent) == 0, "unknown flags");
    check(expected.flags == 0 || rights.permanent, "permanent without the right to it");
    check(expected.childHelper.back() == '\0', "a helper's name without an end");
    check(child.empty() || (rights.sameHelper && child == helper.name), "another helper");
    checkTranslation(expected, packet, granted);
}

std::uint32_t sum(std::span<const std::uint8_t> bytes, std::uint32_t from = 0)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        from += i % 2 == 0 ? bytes[i] * 256U : bytes[i];
    }
    return from;
}

/// RFC 1071: with the checksum in its place everything adds up to ones.
bool isAllOnes(std::uint32_t total)
{
    total = (total & 0xffff) + (total >> 16);
    return (total & 0xffff) + (total >> 16) == 0xffff;
}

void checkReplacement(const FuzzedConversation::Judged &judged)
{
    const auto after = judged.proposal.replacement();
    const auto old = parseHeaders(judged.bytes);
    const auto now = parseHeaders(after);
    const bool isIpv4 = judged.record.original.source.family == L3Protocol::Ipv4;
    const bool isTcp = judged.record.original.l4 == L4Protocol::Tcp;
    const auto read16 = [&](std::size_t at) {
        return std::size_t {after[at]} << 8 | after[at + 1];
    };
    check(judged.proposal.verdict == Verdict::Accept, "rewritten and dropped");
    check(now && now->tuple == old->tuple && now->payloadOffset == old->payloadOffset, "another connection");
    check(after.size() <= MaxReplacement, "too large for the kernel");
    check(read16(isIpv4 ? 2 : 4) + (isIpv4 ? 0 : 40) == after.size(), "a wrong length");
    check(isTcp || read16(now->l4Offset + 4U) == after.size() - now->l4Offset, "a wrong UDP length");
    check(!isTcp || after.size() == judged.bytes.size() || (isIpv4 && judged.record.hasNat()),
        "TCP of another size where the kernel cannot follow");
    check(judged.record.originalLength == judged.record.payloadLength, "rewritten though the queue cut it");
    check(!isIpv4 || isAllOnes(sum(after.first(20))), "a wrong header checksum");
    const auto addresses = after.subspan(isIpv4 ? 12 : 8, isIpv4 ? 8 : 32);
    const auto l4Length = static_cast<std::uint32_t>(after.size() - now->l4Offset);
    check(
        isAllOnes(sum(after.subspan(now->l4Offset), sum(addresses, l4Length + now->l4Number))), "a wrong checksum");
}

void checkAnswer(const FuzzedConversation::Judged &judged, const HelperDescriptor &helper, const Granted &granted)
{
    const Wire::Proposal &proposal = judged.proposal;
    check(proposal.packetId == judged.record.packetId, "an answer to another packet");
    check(proposal.expectationCount <= proposal.expectations.size(), "more expectations than there is room");
    for (std::size_t i = 0; i < proposal.expectationCount; ++i) {
        checkExpectation(proposal.expectations[i], judged.record, helper, granted);
    }
    if (proposal.mangled) {
        checkReplacement(judged);
    }
    check(!proposal.helperDataChanged || helper.privateDataLength > 0, "private data without a place for it");
    check(std::ranges::all_of(proposal.noteText(), [](char c) { return c >= ' ' && c <= '~'; }),
        "a note that cannot be printed");
}

} // namespace

void holdToItsDescriptor(FuzzedConversation &conversation, const HelperDescriptor &helper)
{
    const Granted granted {conversation.grants(OptionGrant::ForeignAddresses),
        helper.rights.lowPorts || conversation.grants(OptionGrant::LowPorts),
        helper.rights.looseSource || conversation.grants(OptionGrant::LooseSource)};
    conversation.run(
        [&](const FuzzedConversation::Judged &judged) { checkAnswer(judged, helper, granted); },
        [&](const Wire::PacketRecord &record, const Wire::PortRequest &request) {
            check(request.packetId == record.packetId, "ports for another packet");
            check(request.count >= 1 && request.count <= Wire::PortRequest::MaxCount, "a number of ports");
            check(request.first.nat != Wire::NatFunction::None, "ports where nothing is translated");
            checkExpectation(request.first, record, helper, granted);
        });
}

} // namespace Fuzz
