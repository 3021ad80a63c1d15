// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attacker.h"
#include "attacks.h"

#include <cstring>
#include <ctime>

namespace Trackhand::Hostile {

namespace {

constexpr std::uint32_t KindFiller = 0;
constexpr auto KindReady = static_cast<std::uint32_t>(Wire::ToGate::Ready);
constexpr auto KindProposal = static_cast<std::uint32_t>(Wire::ToGate::Proposal);
constexpr std::uint32_t HeadOfProposal = 48; // ProposalHead of wire/channel/packetchannel.cpp

// Offsets in the ring of a proposal's fields, from the record on.
constexpr std::size_t PayloadLengthAt = 12;
constexpr std::size_t VerdictAt = 16;
constexpr std::size_t ExpectationCountAt = 17;
constexpr std::size_t NoteLengthAt = 18;
constexpr std::size_t FlagsAt = 19;

void waitForNothing()
{
    const timespec aWhile {60, 0};
    for (;;) {
        ::nanosleep(&aWhile, nullptr);
    }
}

/// After a packet was taken honestly: one record of that size and kind, zeroed, its bytes shown to @p spoil.
template <typename Spoil>
void forge(Attacker &attacker, std::uint32_t size, std::uint32_t kind, Spoil spoil)
{
    attacker.sayReady();
    const auto packet = attacker.takePacket();
    attacker.waitForGate();
    std::uint8_t *record = attacker.at(attacker.head());
    std::memset(record, 0, 4096);
    attacker.putRecordHeader(size, kind);
    std::memcpy(record + 8, &packet.record.packetId, sizeof packet.record.packetId);
    record[VerdictAt] = static_cast<std::uint8_t>(Verdict::Accept);
    spoil(record);
    attacker.setHead(attacker.head() + ((size + 7U) & ~7U));
    attacker.ringGate();
    waitForNothing();
}

void leaveAlone(std::uint8_t *)
{
}

void countOf255(Attacker &attacker)
{
    forge(attacker, 8 + HeadOfProposal, KindProposal, [](std::uint8_t *record) { record[ExpectationCountAt] = 255; });
}

void noteBeyondTheRecord(Attacker &attacker)
{
    forge(attacker, 8 + HeadOfProposal, KindProposal, [](std::uint8_t *record) { record[NoteLengthAt] = 152; });
}

void noteOf255(Attacker &attacker)
{
    forge(attacker, 8 + HeadOfProposal + 256, KindProposal, [](std::uint8_t *record) { record[NoteLengthAt] = 255; });
}

void payloadOf4GiB(Attacker &attacker)
{
    forge(attacker, 8 + HeadOfProposal, KindProposal, [](std::uint8_t *record) {
        std::memset(record + PayloadLengthAt, 0xff, 4);
        record[FlagsAt] = 2;
    });
}

void cutProposal(Attacker &attacker)
{
    forge(attacker, 8 + HeadOfProposal - 8, KindProposal, leaveAlone);
}

void emptyProposal(Attacker &attacker)
{
    forge(attacker, 8, KindProposal, leaveAlone);
}

void unknownKind(Attacker &attacker)
{
    forge(attacker, 64, 77, leaveAlone);
}

void sizeOfNoWords(Attacker &attacker)
{
    forge(attacker, 61, KindProposal, leaveAlone);
}

void sizeOfNothing(Attacker &attacker)
{
    forge(attacker, 64, KindProposal, [](std::uint8_t *record) { record[0] = 0; });
}

void sizeBeyondTheHead(Attacker &attacker)
{
    forge(attacker, 64, KindProposal, [](std::uint8_t *record) { record[1] = 0x40; });
}

void sizeBeyondTheRing(Attacker &attacker)
{
    forge(attacker, 64, KindProposal, [](std::uint8_t *record) { std::memset(record, 0xf8, 4); });
}

void moveHead(Attacker &attacker, std::uint64_t by)
{
    attacker.sayReady();
    attacker.takePacket();
    attacker.waitForGate();
    attacker.setHead(attacker.head() + by);
    attacker.ringGate();
    waitForNothing();
}

void headBack(Attacker &attacker)
{
    moveHead(attacker, ~std::uint64_t {7});
}

void headFarAhead(Attacker &attacker)
{
    moveHead(attacker, std::uint64_t {1} << 63);
}

void headBetweenWords(Attacker &attacker)
{
    moveHead(attacker, 4);
}

void headOneLapTooFar(Attacker &attacker)
{
    moveHead(attacker, Wire::ProposalsAreaSize + 8);
}

/// Records of eight bytes, for ever, as fast as the gate takes them.
void flood(Attacker &attacker, std::uint32_t kind)
{
    attacker.sayReady();
    for (;;) {
        attacker.putRecordHeader(8, kind);
        attacker.setHead(attacker.head() + 8);
        attacker.ringGate();
        while (attacker.head() - attacker.takenByGate() > Wire::ProposalsAreaSize / 2) { }
    }
}

void fillers(Attacker &attacker)
{
    flood(attacker, KindFiller);
}

void readies(Attacker &attacker)
{
    flood(attacker, KindReady);
}

void answersBeforeItIsReady(Attacker &attacker)
{
    attacker.accept(attacker.takePacket().record.packetId);
    waitForNothing();
}

void diesOfNonsense(Attacker &attacker)
{
    attacker.sayReady();
    attacker.takePacket();
    attacker.waitForGate();
    attacker.setHead(attacker.head() + 4); // unseen yet: nobody rang
}

void headerGone(Attacker &attacker)
{
    attacker.sayReady();
    std::memset(static_cast<void *>(&attacker.header()), 0xff, offsetof(Wire::ProposalsHeader, head));
    for (;;) {
        attacker.accept(attacker.takePacket().record.packetId);
    }
}

void takenNonsense(Attacker &attacker)
{
    attacker.sayReady();
    for (std::uint64_t round = 0;; ++round) {
        const std::uint32_t id = attacker.takePacket().record.packetId;
        attacker.answerTo(id);
        attacker.propose();
        attacker.publish();
        attacker.header().packetsTaken.store(round * 0x9e3779b97f4a7c15U);
        attacker.header().helperSleeps.store(static_cast<std::uint32_t>(round));
    }
}

/// A good proposal that is another one whenever the gate looks again.
void changesUnderTheEye(Attacker &attacker)
{
    attacker.sayReady();
    for (;;) {
        const auto packet = attacker.takePacket();
        const std::uint64_t position = attacker.head();
        Wire::Proposal &proposal = attacker.answerTo(packet.record.packetId);
        proposal.setNote("a note that has some length");
        attacker.propose();
        attacker.publish();
        std::uint8_t *record = attacker.at(position);
        for (unsigned turn = 0; attacker.takenByGate() < attacker.head(); ++turn) {
            record[VerdictAt] = static_cast<std::uint8_t>(turn & 1 ? 4 : 1);
            record[ExpectationCountAt] = static_cast<std::uint8_t>(turn & 2 ? 255 : 0);
            record[NoteLengthAt] = static_cast<std::uint8_t>(turn & 4 ? 200 : 27);
            record[PayloadLengthAt + 2] = static_cast<std::uint8_t>(turn & 8 ? 1 : 0);
            record[FlagsAt] = static_cast<std::uint8_t>(turn & 16 ? 3 : 0);
        }
    }
}

constexpr Attack Forgeries[] = {
    {"count-255", "claims 255 expectations in a record that has none", countOf255},
    {"note-beyond", "claims a note that its record has no room for", noteBeyondTheRecord},
    {"note-255", "claims a note longer than any", noteOf255},
    {"payload-4g", "claims a replacement packet of 4 GiB", payloadOf4GiB},
    {"cut-proposal", "writes a proposal shorter than its head", cutProposal},
    {"empty-proposal", "writes a proposal of no bytes", emptyProposal},
    {"unknown-kind", "writes a message of no known kind", unknownKind},
    {"size-odd", "writes a record whose size is no multiple of eight", sizeOfNoWords},
    {"size-zero", "writes a record of size zero", sizeOfNothing},
    {"size-past-head", "writes a record that reaches beyond what is written", sizeBeyondTheHead},
    {"size-past-ring", "writes a record that is larger than the ring", sizeBeyondTheRing},
    {"head-back", "lets its ring run backwards", headBack},
    {"head-ahead", "lets its ring run ahead by half of all positions", headFarAhead},
    {"head-odd", "ends its ring in the middle of a word", headBetweenWords},
    {"head-lap", "runs ahead of the gate by more than a lap", headOneLapTooFar},
    {"filler-storm", "fills its ring with nothing, for ever", fillers},
    {"ready-storm", "says that it is ready, for ever", readies},
    {"not-ready-yet", "answers before it has said that it is ready", answersBeforeItIsReady},
    {"mute-death", "writes nonsense, wakes nobody, and is gone", diesOfNonsense},
    {"header-gone", "overwrites magic, version and size of its area", headerGone},
    {"taken-nonsense", "lies about what it has taken and whether it sleeps", takenNonsense},
    {"changing", "changes a proposal while the gate reads it", changesUnderTheEye},
};

} // namespace

std::span<const Attack> forgeries()
{
    return Forgeries;
}

} // namespace Trackhand::Hostile
