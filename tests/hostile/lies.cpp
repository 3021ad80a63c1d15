// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attacker.h"
#include "attacks.h"

#include "wire/net/headers.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Trackhand::Hostile {

namespace {

using Packet = Attacker::Packet;
using Wire::ExpectationProposal;
using Wire::Proposal;

using Lie = void (*)(Proposal &, const Packet &);

/// Answers every packet, at once and in order, and never with the truth.
template <Lie lie>
void tell(Attacker &attacker)
{
    attacker.sayReady();
    for (;;) {
        const Packet packet = attacker.takePacket();
        lie(attacker.answerTo(packet.record.packetId), packet);
        attacker.propose();
        attacker.publish();
    }
}

// Ids.

void neverShown(Proposal &proposal, const Packet &)
{
    proposal.packetId += 1000000;
}

void longAgo(Proposal &proposal, const Packet &)
{
    proposal.packetId -= 1000000;
}

void halfAroundTheClock(Proposal &proposal, const Packet &)
{
    proposal.packetId ^= 0x80000000U;
}

// Verdicts.

void kernelVerdicts(Proposal &proposal, const Packet &packet)
{
    // NF_QUEUE, NF_REPEAT, NF_STOP, and what no kernel knows.
    constexpr std::array<std::uint8_t, 6> Wanted {3, 4, 5, 0, 0x7f, 0xff};
    proposal.verdict = static_cast<Verdict>(Wanted[packet.record.packetId % Wanted.size()]);
}

// Expectations.

/// What the gate would let pass: from one end of the flow to the other.
ExpectationProposal plausible(const Packet &packet)
{
    ExpectationProposal expectation;
    expectation.tuple = packet.record.original;
    expectation.tuple.sourcePort = 0;
    expectation.tuple.destinationPort = 50000;
    return expectation;
}

void zeroedExpectation(Proposal &proposal, const Packet &)
{
    proposal.addExpectation({}); // no tuple, so no mask: what oopses Linux up to 6.12
}

void withoutFamily(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    expectation.tuple.source.family = expectation.tuple.destination.family = L3Protocol::Unspecified;
    proposal.addExpectation(expectation);
}

void ofUnknownFamily(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    expectation.tuple.source.family = expectation.tuple.destination.family = static_cast<L3Protocol>(7);
    proposal.addExpectation(expectation);
}

void withoutTransport(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    expectation.tuple.l4 = static_cast<L4Protocol>(1);
    proposal.addExpectation(expectation);
}

void ofForeignClass(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    expectation.classIndex = packet.record.packetId % 2 ? 255 : 4;
    proposal.addExpectation(expectation);
}

void toThirdHost(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    auto &address = packet.record.packetId % 2 ? expectation.tuple.destination : expectation.tuple.source;
    address.bytes[3] ^= 0x40;
    proposal.addExpectation(expectation);
}

void withBytesBehindTheAddress(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    expectation.tuple.destination.bytes[15] = 1; // of an IPv4 address only four count
    proposal.addExpectation(expectation);
}

void toLowPort(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    expectation.tuple.destinationPort = packet.record.packetId % 2 ? 22 : 1023;
    proposal.addExpectation(expectation);
}

void withFlags(Proposal &proposal, const Packet &packet)
{
    constexpr std::array<std::uint8_t, 4> Flags {0xff, 0x80, Wire::ExpectationFlag::Permanent, 0};
    auto expectation = plausible(packet);
    expectation.flags = Flags[packet.record.packetId % Flags.size()];
    expectation.looseSourceBits = expectation.flags == 0 ? 32 : 0;
    proposal.addExpectation(expectation);
}

void withChildHelper(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    if (packet.record.packetId % 2) {
        expectation.childHelper.fill('A'); // no end to it
    } else {
        expectation.childHelper = {'f', 't', 'p'};
    }
    proposal.addExpectation(expectation);
}

void withTranslation(Proposal &proposal, const Packet &packet)
{
    auto expectation = plausible(packet);
    expectation.nat = static_cast<Wire::NatFunction>(packet.record.packetId % 2 ? 1 : 200);
    expectation.natDirection = 7;
    expectation.natPort = 22;
    proposal.addExpectation(expectation);
}

void oneBadAmongGood(Proposal &proposal, const Packet &packet)
{
    for (std::uint16_t i = 0; i < Wire::MaxExpectationsPerPacket; ++i) {
        auto expectation = plausible(packet);
        expectation.tuple.destinationPort = static_cast<std::uint16_t>(50000 + i);
        expectation.classIndex = i == 3 ? 9 : 0;
        proposal.addExpectation(expectation);
    }
}

void privateData(Proposal &proposal, const Packet &)
{
    proposal.helperDataChanged = true; // registered without any
    proposal.helperData.fill(0xff);
}

// Replacement packets.

void replace(Proposal &proposal, std::span<const std::uint8_t> bytes, std::size_t length)
{
    proposal.mangled = true;
    proposal.payloadLength = static_cast<std::uint32_t>(length);
    std::fill_n(proposal.payload.begin(), length, std::uint8_t {'x'});
    std::copy_n(bytes.begin(), std::min(bytes.size(), length), proposal.payload.begin());
}

void claimLength(Proposal &proposal, std::size_t length)
{
    proposal.payload[2] = static_cast<std::uint8_t>(length >> 8);
    proposal.payload[3] = static_cast<std::uint8_t>(length);
}

void hugePacket(Proposal &proposal, const Packet &packet)
{
    // 65,532 and more do not fit a netlink attribute, whose length counts its header too.
    const std::size_t length = Wire::MaxPacketLength - packet.record.packetId % 4;
    replace(proposal, packet.payload, length);
    claimLength(proposal, length);
}

void longerPacket(Proposal &proposal, const Packet &packet)
{
    replace(proposal, packet.payload, packet.payload.size() + 7);
    claimLength(proposal, packet.payload.size() + 7);
}

void emptyPacket(Proposal &proposal, const Packet &packet)
{
    replace(proposal, packet.payload, 0);
}

void shortPacket(Proposal &proposal, const Packet &packet)
{
    const std::size_t length = packet.record.packetId % 27; // below any IPv4 and UDP header
    replace(proposal, packet.payload, length);
    if (length >= 4) {
        claimLength(proposal, length);
    }
}

void lyingLength(Proposal &proposal, const Packet &packet)
{
    replace(proposal, packet.payload, packet.payload.size());
    claimLength(proposal, packet.record.packetId % 2 ? 0xffff : packet.payload.size() - 1);
}

void otherFamily(Proposal &proposal, const Packet &packet)
{
    replace(proposal, packet.payload, packet.payload.size() + 40);
    proposal.payload[0] = 0x60;
    proposal.payload[6] = 17;
}

void otherHost(Proposal &proposal, const Packet &packet)
{
    replace(proposal, packet.payload, packet.payload.size());
    proposal.payload[packet.record.packetId % 2 ? 15 : 19] ^= 1;
}

void otherHeader(Proposal &proposal, const Packet &packet)
{
    // Type of service, fragment bits, time to live: of no use to a protocol, and decided by the router already.
    constexpr std::array<std::size_t, 3> Fields {1, 6, 8};
    replace(proposal, packet.payload, packet.payload.size());
    proposal.payload[Fields[packet.record.packetId % Fields.size()]] ^= 0x20;
}

void withIpOptions(Proposal &proposal, const Packet &packet)
{
    std::vector<std::uint8_t> bytes(packet.payload.begin(), packet.payload.end());
    const std::array<std::uint8_t, 8> looseRoute {131, 7, 4, 192, 0, 2, 1, 0};
    bytes.insert(bytes.begin() + 20, looseRoute.begin(), looseRoute.end());
    bytes[0] = 0x47;
    bytes.resize(packet.payload.size()); // the same size, or TCP would be refused for that
    replace(proposal, bytes, bytes.size());
}

// Notes.

void unprintableNote(Proposal &proposal, const Packet &)
{
    std::array<char, Wire::MaxNoteLength> text {};
    for (std::size_t i = 0; i < text.size(); ++i) {
        text[i] = static_cast<char>(i % 2 ? i : 0x1b);
    }
    proposal.setNote({text.data(), text.size()});
}

constexpr Attack Lies[] = {
    {"id-never-shown", "answers packets of the far future", tell<neverShown>},
    {"id-long-ago", "answers packets from before its time", tell<longAgo>},
    {"id-half-around", "answers ids half around the clock", tell<halfAroundTheClock>},
    {"verdicts", "asks for queue, repeat, stop and verdicts that no kernel knows", tell<kernelVerdicts>},
    {"exp-zeroed", "proposes expectations without tuple and mask", tell<zeroedExpectation>},
    {"exp-no-family", "proposes expectations of no address family", tell<withoutFamily>},
    {"exp-family", "proposes expectations of an unknown family", tell<ofUnknownFamily>},
    {"exp-l4", "proposes expectations without a transport protocol", tell<withoutTransport>},
    {"exp-class", "proposes expectations of classes that were not registered", tell<ofForeignClass>},
    {"exp-third-host", "proposes expectations from and to hosts that are no end of the flow", tell<toThirdHost>},
    {"exp-padding", "hides bytes behind an IPv4 address", tell<withBytesBehindTheAddress>},
    {"exp-low-port", "proposes expectations to ports below 1024", tell<toLowPort>},
    {"exp-flags", "proposes expectations with flags it must not use", tell<withFlags>},
    {"exp-child", "gives expected connections a helper, its name without an end", tell<withChildHelper>},
    {"exp-nat", "proposes address translation with fields out of range", tell<withTranslation>},
    {"exp-one-of-8", "hides a bad expectation among good ones", tell<oneBadAmongGood>},
    {"private-data", "changes private data that it was registered without", tell<privateData>},
    {"mangle-huge", "replaces packets by ones of 64 KiB", tell<hugePacket>},
    {"mangle-longer", "makes packets longer where nobody adjusts sequence numbers", tell<longerPacket>},
    {"mangle-empty", "replaces packets by nothing", tell<emptyPacket>},
    {"mangle-short", "replaces packets by less than their headers", tell<shortPacket>},
    {"mangle-lying", "replaces packets by ones that lie about their length", tell<lyingLength>},
    {"mangle-ipv6", "replaces IPv4 packets by IPv6 ones", tell<otherFamily>},
    {"mangle-host", "sends packets to another host", tell<otherHost>},
    {"mangle-header", "changes fields of the IP header", tell<otherHeader>},
    {"mangle-options", "slips IP options into packets", tell<withIpOptions>},
    {"note-control", "writes control characters into its notes", tell<unprintableNote>},
};

} // namespace

std::span<const Attack> lies()
{
    return Lies;
}

} // namespace Trackhand::Hostile
