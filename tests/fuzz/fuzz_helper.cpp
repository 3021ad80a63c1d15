// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzedconversation.h"

#include "helpers/registry.h"
#include "wire/net/headers.h"

#include <string_view>

using namespace Trackhand;

namespace {

constexpr std::uint16_t FirstUnprivilegedPort = 1024;
constexpr std::size_t MaxReplacement = 0xffff - 4;

const HelperDescriptor &helper()
{
    static const HelperDescriptor *const descriptor = findHelper(TRACKHAND_FUZZED_HELPER);
    Fuzz::check(descriptor, "no protocol has this fuzzer's name");
    return *descriptor;
}

bool isEnd(const IpAddress &address, const Wire::PacketRecord &packet)
{
    return address == packet.original.source || address == packet.original.destination || address == packet.reply.source
        || address == packet.reply.destination;
}

/// What is granted to a helper: by its registration and by the options that are set.
struct Granted {
    bool foreignAddresses = false;
    bool lowPorts = false;
};

void checkTranslation(
    const Wire::ExpectationProposal &expected, const Wire::PacketRecord &packet, const Granted &granted)
{
    if (expected.nat == Wire::NatFunction::None) {
        return;
    }
    const bool reply = expected.natDirection == 1;
    Fuzz::check(expected.nat == Wire::NatFunction::FollowMaster && expected.natDirection <= 1, "unknown translation");
    Fuzz::check(packet.hasNat(), "translation where there is none");
    Fuzz::check(expected.natAddress == (reply ? packet.original : packet.reply).source, "handed on to a stranger");
    Fuzz::check(expected.tuple.destination == (reply ? packet.reply : packet.original).destination,
        "translated at an address that is not the flow's");
    Fuzz::check(expected.tuple.l4 == L4Protocol::Gre || granted.lowPorts || expected.natPort >= FirstUnprivilegedPort,
        "handed on to a low port");
    Fuzz::check(expected.tuple.l4 == L4Protocol::Gre || expected.natPort != 0, "handed on to no port");
}

void checkExpectation(
    const Wire::ExpectationProposal &expected, const Wire::PacketRecord &packet, const Granted &granted)
{
    const ExpectationRights &rights = helper().rights;
    const Tuple &tuple = expected.tuple;
    const L3Protocol family = packet.original.source.family;
    const bool isGre = tuple.l4 == L4Protocol::Gre;
    const std::string_view child(expected.childHelper.data());
    Fuzz::check(expected.classIndex < helper().classes.size(), "a class that the helper has not");
    Fuzz::check(tuple.source.family == family && tuple.destination.family == family, "another IP version");
    Fuzz::check(isGre ? rights.gre : tuple.l4 != L4Protocol::Unspecified, "a protocol without the right to it");
    Fuzz::check(isGre || tuple.destinationPort != 0, "no port");
    Fuzz::check(isGre || granted.lowPorts || tuple.destinationPort >= FirstUnprivilegedPort, "a low port");
    Fuzz::check(granted.foreignAddresses || isEnd(tuple.destination, packet), "to a third host");
    Fuzz::check(expected.looseSourceBits == 0 || rights.looseSource, "from hosts unknown without the right to it");
    Fuzz::check(expected.looseSourceBits <= tuple.source.size() * 8, "more bits than an address has");
    Fuzz::check(
        expected.looseSourceBits != 0 || granted.foreignAddresses || isEnd(tuple.source, packet), "from a third host");
    Fuzz::check((expected.flags & ~Wire::ExpectationFlag::Permanent) == 0, "unknown flags");
    Fuzz::check(expected.flags == 0 || rights.permanent, "permanent without the right to it");
    Fuzz::check(expected.childHelper.back() == '\0', "a helper's name without an end");
    Fuzz::check(child.empty() || (rights.sameHelper && child == helper().name), "another helper");
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

void checkReplacement(const Fuzz::FuzzedConversation::Judged &judged)
{
    const auto after = judged.proposal.replacement();
    const auto old = parseHeaders(judged.bytes);
    const auto now = parseHeaders(after);
    const bool isIpv4 = judged.record.original.source.family == L3Protocol::Ipv4;
    const bool isTcp = judged.record.original.l4 == L4Protocol::Tcp;
    const auto read16 = [&](std::size_t at) {
        return std::size_t {after[at]} << 8 | after[at + 1];
    };
    Fuzz::check(judged.proposal.verdict == Verdict::Accept, "rewritten and dropped");
    Fuzz::check(now && now->tuple == old->tuple && now->payloadOffset == old->payloadOffset, "another connection");
    Fuzz::check(after.size() <= MaxReplacement, "too large for the kernel");
    Fuzz::check(read16(isIpv4 ? 2 : 4) + (isIpv4 ? 0 : 40) == after.size(), "a wrong length");
    Fuzz::check(isTcp || read16(now->l4Offset + 4U) == after.size() - now->l4Offset, "a wrong UDP length");
    Fuzz::check(!isTcp || after.size() == judged.bytes.size() || (isIpv4 && judged.record.hasNat()),
        "TCP of another size where the kernel cannot follow");
    Fuzz::check(judged.record.originalLength == judged.record.payloadLength, "rewritten though the queue cut it");
    Fuzz::check(!isIpv4 || isAllOnes(sum(after.first(20))), "a wrong header checksum");
    const auto addresses = after.subspan(isIpv4 ? 12 : 8, isIpv4 ? 8 : 32);
    const auto l4Length = static_cast<std::uint32_t>(after.size() - now->l4Offset);
    Fuzz::check(
        isAllOnes(sum(after.subspan(now->l4Offset), sum(addresses, l4Length + now->l4Number))), "a wrong checksum");
}

} // namespace

/// Conversations with one helper: whatever hosts say to each other, it must not ask for more than it was registered
/// for, and what it rewrites must still be packets.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Fuzz::Input input(data, size);
    Fuzz::FuzzedConversation conversation(helper(), input);
    const Granted granted {conversation.grants(OptionGrant::ForeignAddresses),
        helper().rights.lowPorts || conversation.grants(OptionGrant::LowPorts)};
    conversation.run(
        [&](const Fuzz::FuzzedConversation::Judged &judged) {
            const Wire::Proposal &proposal = judged.proposal;
            Fuzz::check(proposal.packetId == judged.record.packetId, "an answer to another packet");
            Fuzz::check(
                proposal.expectationCount <= proposal.expectations.size(), "more expectations than there is room");
            for (std::size_t i = 0; i < proposal.expectationCount; ++i) {
                checkExpectation(proposal.expectations[i], judged.record, granted);
            }
            if (proposal.mangled) {
                checkReplacement(judged);
            }
            Fuzz::check(
                !proposal.helperDataChanged || helper().privateDataLength > 0, "private data without a place for it");
            Fuzz::check(std::ranges::all_of(proposal.noteText(), [](char c) { return c >= ' ' && c <= '~'; }),
                "a note that cannot be printed");
        },
        [&](const Wire::PacketRecord &record, const Wire::PortRequest &request) {
            Fuzz::check(request.packetId == record.packetId, "ports for another packet");
            Fuzz::check(request.count >= 1 && request.count <= Wire::PortRequest::MaxCount, "a number of ports");
            Fuzz::check(request.first.nat != Wire::NatFunction::None, "ports where nothing is translated");
            checkExpectation(request.first, record, granted);
        });
    return 0;
}
