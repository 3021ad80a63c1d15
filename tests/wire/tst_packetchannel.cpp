// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/channel/packetchannel.h"

#include <QTest>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <vector>

using namespace Trackhand;
using namespace Trackhand::Wire;
using What = PacketChannel::Taken::What;

namespace {

Fd duplicate(int fd)
{
    return Fd(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
}

HelperChannel helperEnd(const PacketChannel &channel)
{
    const auto fds = channel.descriptors();
    return HelperChannel::open(duplicate(fds.packets), duplicate(fds.proposals), duplicate(fds.wakeGate)).take();
}

PacketRecord packetRecord(std::uint32_t id, std::uint32_t length)
{
    PacketRecord packet;
    packet.packetId = id;
    packet.payloadLength = length;
    packet.originalLength = length;
    packet.receivedNs = 123456789;
    packet.inDevice = 2;
    packet.outDevice = 3;
    packet.hwProtocol = 0x0800;
    packet.hook = 4;
    packet.ctInfo = CtInfo::EstablishedReply;
    packet.ctStatus = 0x0e;
    packet.ctMark = 77;
    packet.original = {*IpAddress::parse("10.0.1.2"), *IpAddress::parse("10.0.2.2"), 40000, 21, L4Protocol::Tcp};
    packet.reply = packet.original.inverted();
    packet.helperDataLength = 3;
    packet.helperData = {1, 2, 3};
    return packet;
}

ExpectationProposal expectation(std::uint16_t port)
{
    ExpectationProposal proposal;
    proposal.tuple = {*IpAddress::parse("10.0.2.2"), *IpAddress::parse("10.0.1.2"), 0, port, L4Protocol::Tcp};
    proposal.classIndex = 1;
    proposal.flags = ExpectationFlag::Permanent;
    proposal.nat = NatFunction::FollowMaster;
    proposal.natDirection = 1;
    proposal.natAddress = *IpAddress::parse("10.0.1.2");
    proposal.natPort = std::uint16_t(port + 1);
    std::memcpy(proposal.childHelper.data(), "rtp", 3);
    return proposal;
}

/// A second, hostile mapping of the proposals area: what a helper process under an attacker's control can write.
class ProposalsArea {
public:
    explicit ProposalsArea(const PacketChannel &channel)
        : m_memory(SharedMemory::mapWritable(duplicate(channel.descriptors().proposals)).take())
    {
    }
    ProposalsHeader &header() { return *reinterpret_cast<ProposalsHeader *>(m_memory.data()); }
    std::uint8_t *area() { return m_memory.data() + sizeof(ProposalsHeader); }

    void record(std::uint32_t size, std::uint32_t kind)
    {
        std::memcpy(area(), &size, 4);
        std::memcpy(area() + 4, &kind, 4);
    }

private:
    SharedMemory m_memory;
};

std::unique_ptr<Proposal> newProposal()
{
    return std::make_unique<Proposal>();
}

/// Channel, its helper end, and a proposal's 64 KiB off the stack.
struct Joined {
    PacketChannel gate = PacketChannel::create().take();
    std::unique_ptr<Proposal> proposal = newProposal();

    Joined() { attached = gate.attachProcess(gate.position()).ok(); }
    bool attached = false;
};

} // namespace

class TestPacketChannel : public QObject {
    Q_OBJECT

private slots:
    void aPacketArrivesWithEveryField();
    void aProposalArrivesWithEveryField();
    void aPlainProposalSaysAcceptAndNothingElse();
    void readyComesBeforeTheFirstProposal();
    void packetsAreSeenOnlyOncePublished();
    void aFullRingRefusesUntilTheOldestIsAnswered();
    void manyLapsKeepEveryByte();
    void aStoredPacketCanBeReadBack();
    void aNewProcessBeginsAtThePacketAskedFor();
    void aNewProcessGetsAMemoryTheDeadOneCannotReach();
    void theHelperCannotMapPacketsWritable();
    void aHelperRefusesAChannelOfAnotherKind();
    void twoThreadsSleepAndWakeEachOther();
    void nonsenseEndsTheTalk_data();
    void nonsenseEndsTheTalk();
    void aHeadThatLeadsNowhereIsNonsense_data();
    void aHeadThatLeadsNowhereIsNonsense();
    void nothingIsTakenWithoutAProcess();
    void aProposalThatChangesWhileItIsReadIsBoundedAllTheSame();
    void aProcessThatFillsTheGatesBellBlocksNobody();
};

void TestPacketChannel::aPacketArrivesWithEveryField()
{
    Joined joined;
    auto helper = helperEnd(joined.gate);
    const std::vector<std::uint8_t> payload(60, 'p');
    const PacketRecord sent = packetRecord(4, 60);
    QVERIFY(joined.gate.append(sent, payload, 0));
    joined.gate.publish();
    const auto packet = helper.next();
    QVERIFY(packet);
    const PacketRecord &got = packet->record;
    QCOMPARE(got.packetId, 4U);
    QCOMPARE(got.originalLength, 60U);
    QCOMPARE(got.receivedNs, sent.receivedNs);
    QCOMPARE(got.inDevice, 2U);
    QCOMPARE(got.outDevice, 3U);
    QCOMPARE(got.hwProtocol, std::uint16_t {0x0800});
    QCOMPARE(int(got.hook), 4);
    QVERIFY(got.isReplyDirection());
    QVERIFY(!got.hasNat());
    QCOMPARE(got.ctStatus, sent.ctStatus);
    QCOMPARE(got.ctMark, 77U);
    QVERIFY(got.original == sent.original);
    QVERIFY(got.reply == sent.reply);
    QVERIFY(got.helperData == sent.helperData);
    QVERIFY(std::equal(packet->payload.begin(), packet->payload.end(), payload.begin(), payload.end()));
    QVERIFY(!helper.next());
}

void TestPacketChannel::aProposalArrivesWithEveryField()
{
    Joined joined;
    auto helper = helperEnd(joined.gate);
    const auto sent = newProposal();
    sent->reset(7);
    sent->verdict = Verdict::Drop;
    for (std::uint16_t i = 0; i < MaxExpectationsPerPacket; ++i) {
        QVERIFY(sent->addExpectation(expectation(std::uint16_t(50000 + i))));
    }
    QVERIFY(!sent->addExpectation(expectation(1)));
    sent->helperDataChanged = true;
    sent->helperData.fill(0x5a);
    sent->setNote("PORT 10,0,1,2,195,80");
    sent->mangled = true;
    sent->payloadLength = MaxPacketLength;
    sent->payload.fill('m');
    helper.propose(*sent);
    helper.publish();

    QVERIFY(joined.gate.take(*joined.proposal).what == What::Proposal);
    const Proposal &got = *joined.proposal;
    QCOMPARE(got.packetId, 7U);
    QVERIFY(got.verdict == Verdict::Drop);
    QCOMPARE(std::size_t(got.expectationCount), MaxExpectationsPerPacket);
    QVERIFY(std::memcmp(got.expectations.data(), sent->expectations.data(), sizeof got.expectations) == 0);
    QCOMPARE(got.expectations[7].tuple.destinationPort, std::uint16_t {50007});
    QVERIFY(got.helperDataChanged);
    QVERIFY(got.helperData == sent->helperData);
    QVERIFY(got.noteText() == "PORT 10,0,1,2,195,80");
    QVERIFY(got.mangled);
    QCOMPARE(got.replacement().size(), MaxPacketLength);
    QCOMPARE(got.replacement().back(), std::uint8_t {'m'});
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Nothing);
}

void TestPacketChannel::aPlainProposalSaysAcceptAndNothingElse()
{
    Joined joined;
    auto helper = helperEnd(joined.gate);
    const auto proposal = newProposal();
    proposal->payloadLength = 5000; // left over from an earlier packet
    proposal->reset(9);
    helper.propose(*proposal);
    helper.publish();
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Proposal);
    QVERIFY(joined.proposal->verdict == Verdict::Accept);
    QVERIFY(!joined.proposal->mangled && !joined.proposal->helperDataChanged);
    QCOMPARE(int(joined.proposal->expectationCount), 0);
    QVERIFY(joined.proposal->noteText().empty());
}

void TestPacketChannel::readyComesBeforeTheFirstProposal()
{
    Joined joined;
    auto helper = helperEnd(joined.gate);
    helper.sayReady();
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Ready);
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Nothing);
}

void TestPacketChannel::packetsAreSeenOnlyOncePublished()
{
    Joined joined;
    auto helper = helperEnd(joined.gate);
    QVERIFY(joined.gate.append(packetRecord(1, 0), {}, 0));
    QVERIFY(!helper.next());
    joined.gate.publish();
    QVERIFY(helper.next());
}

void TestPacketChannel::aFullRingRefusesUntilTheOldestIsAnswered()
{
    Joined joined;
    const std::vector<std::uint8_t> payload(60000, 'x');
    std::vector<std::uint64_t> positions;
    while (const auto position = joined.gate.append(packetRecord(1, 60000), payload, 0)) {
        positions.push_back(*position);
    }
    QVERIFY(positions.size() >= PacketsAreaSize / 61000);
    QVERIFY(!joined.gate.append(packetRecord(2, 60000), payload, positions[0]));
    QVERIFY(joined.gate.append(packetRecord(2, 60000), payload, positions[2]));
}

void TestPacketChannel::manyLapsKeepEveryByte()
{
    Joined joined;
    auto helper = helperEnd(joined.gate);
    const auto answer = newProposal();
    for (std::uint32_t id = 1; id <= 4000; ++id) {
        const std::vector<std::uint8_t> payload(1 + (id * 997) % 9000, std::uint8_t(id));
        const auto position =
            joined.gate.append(packetRecord(id, std::uint32_t(payload.size())), payload, joined.gate.position());
        QVERIFY(position);
        joined.gate.publish();
        const auto packet = helper.next();
        QVERIFY(packet);
        QCOMPARE(packet->record.packetId, id);
        QCOMPARE(packet->payload.size(), payload.size());
        QVERIFY(std::equal(payload.begin(), payload.end(), packet->payload.begin()));
        answer->reset(id);
        answer->mangled = true;
        answer->payloadLength = std::uint32_t(payload.size());
        std::memcpy(answer->payload.data(), payload.data(), payload.size());
        helper.propose(*answer);
        helper.publish();
        QVERIFY(joined.gate.take(*joined.proposal).what == What::Proposal);
        QCOMPARE(joined.proposal->packetId, id);
        QCOMPARE(joined.proposal->replacement().back(), std::uint8_t(id));
    }
}

void TestPacketChannel::aStoredPacketCanBeReadBack()
{
    Joined joined;
    const std::vector<std::uint8_t> payload(40, 'e');
    const auto first = joined.gate.append(packetRecord(1, 40), payload, 0);
    QVERIFY(joined.gate.append(packetRecord(2, 0), {}, 0));
    const auto stored = joined.gate.packetAt(*first);
    QCOMPARE(stored.record.packetId, 1U);
    QCOMPARE(stored.payload.size(), std::size_t {40});
    QCOMPARE(stored.payload[39], std::uint8_t {'e'});
}

void TestPacketChannel::aNewProcessBeginsAtThePacketAskedFor()
{
    Joined joined;
    const auto first = joined.gate.append(packetRecord(1, 0), {}, 0);
    const auto second = joined.gate.append(packetRecord(2, 0), {}, 0);
    joined.gate.publish();
    {
        auto crashed = helperEnd(joined.gate);
        QCOMPARE(crashed.next()->record.packetId, 1U); // and it dies with this packet in hand
    }
    joined.gate.detachProcess();
    QVERIFY(first && second);
    QVERIFY(joined.gate.attachProcess(*second));
    auto next = helperEnd(joined.gate);
    const auto packet = next.next();
    QVERIFY(packet);
    QCOMPARE(packet->record.packetId, 2U);
    next.sayReady();
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Ready);
}

void TestPacketChannel::aNewProcessGetsAMemoryTheDeadOneCannotReach()
{
    Joined joined;
    ProposalsArea old(joined.gate);
    joined.gate.detachProcess();
    QVERIFY(joined.gate.attachProcess(joined.gate.position()));
    old.record(16, 1);
    old.header().head = 16;
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Nothing);
}

void TestPacketChannel::theHelperCannotMapPacketsWritable()
{
    Joined joined;
    const Fd packets = duplicate(joined.gate.descriptors().packets);
    QCOMPARE(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, packets.get(), 0), MAP_FAILED);
    QVERIFY(::write(packets.get(), "x", 1) < 0);
}

void TestPacketChannel::aHelperRefusesAChannelOfAnotherKind()
{
    Joined joined;
    const auto fds = joined.gate.descriptors();
    const auto swapped =
        HelperChannel::open(duplicate(fds.proposals), duplicate(fds.proposals), duplicate(fds.wakeGate));
    QVERIFY(!swapped);
    ProposalsArea(joined.gate).header().version = ChannelVersion + 1;
    const auto newer = HelperChannel::open(duplicate(fds.packets), duplicate(fds.proposals), duplicate(fds.wakeGate));
    QVERIFY(!newer);
}

void TestPacketChannel::twoThreadsSleepAndWakeEachOther()
{
    constexpr std::uint32_t Rounds = 3000;
    Joined joined;
    std::thread helperThread([&] {
        auto helper = helperEnd(joined.gate);
        const auto answer = newProposal();
        for (std::uint32_t answered = 0; answered < Rounds;) {
            const auto packet = helper.next();
            if (!packet) {
                helper.wait();
                continue;
            }
            answer->reset(packet->record.packetId);
            helper.propose(*answer);
            helper.publish();
            ++answered;
        }
    });
    std::uint32_t answers = 0;
    for (std::uint32_t id = 1; id <= Rounds; ++id) {
        if (!joined.gate.append(packetRecord(id, 0), {}, joined.gate.position())) {
            break;
        }
        joined.gate.publish();
        auto taken = joined.gate.take(*joined.proposal);
        while (taken.what == What::Nothing) {
            if (joined.gate.prepareToSleep()) {
                pollfd wake {joined.gate.wakeGateFd(), POLLIN, 0};
                if (::poll(&wake, 1, 20000) != 1) {
                    break; // a lost wake-up: the count below tells
                }
                std::uint64_t rings = 0;
                [[maybe_unused]] const auto got = ::read(wake.fd, &rings, sizeof rings);
                joined.gate.awake();
            }
            taken = joined.gate.take(*joined.proposal);
        }
        answers += taken.what == What::Proposal && joined.proposal->packetId == id;
    }
    helperThread.join();
    QCOMPARE(answers, Rounds);
}

void TestPacketChannel::nonsenseEndsTheTalk_data()
{
    QTest::addColumn<quint32>("kind");
    QTest::addColumn<quint32>("size");
    QTest::addColumn<QByteArray>("body");
    const auto head = [](quint32 payloadLength, quint8 expectations, quint8 noteLength) {
        QByteArray bytes(48, '\0');
        std::memcpy(bytes.data() + 4, &payloadLength, 4);
        bytes[9] = char(expectations);
        bytes[10] = char(noteLength);
        return bytes;
    };
    QTest::addRow("unknown kind") << 9U << 16U << QByteArray(8, '\0');
    QTest::addRow("shorter than a proposal's head") << 2U << 48U << QByteArray(40, '\0');
    QTest::addRow("nine expectations") << 2U << 1024U << head(0, 9, 0);
    QTest::addRow("255 expectations") << 2U << 65536U << head(0, 255, 0);
    QTest::addRow("expectations it does not carry") << 2U << 56U << head(0, 1, 0);
    QTest::addRow("a note longer than a record's") << 2U << 1024U << head(0, 0, 153);
    QTest::addRow("a note it does not carry") << 2U << 56U << head(0, 0, 100);
    QTest::addRow("a packet longer than IP allows") << 2U << 131072U << head(65536, 0, 0);
    QTest::addRow("a packet of four gigabytes") << 2U << 131072U << head(0xffffffff, 0, 0);
    QTest::addRow("a packet it does not carry") << 2U << 56U << head(1, 0, 0);
}

void TestPacketChannel::nonsenseEndsTheTalk()
{
    QFETCH(quint32, kind);
    QFETCH(quint32, size);
    QFETCH(QByteArray, body);
    Joined joined;
    ProposalsArea hostile(joined.gate);
    hostile.record(size, kind);
    std::memcpy(hostile.area() + ByteRing::HeaderSize, body.constData(), std::size_t(body.size()));
    hostile.header().head = size;
    const auto taken = joined.gate.take(*joined.proposal);
    QVERIFY(taken.what == What::Nonsense);
    QVERIFY(!taken.problem.empty());
}

void TestPacketChannel::aHeadThatLeadsNowhereIsNonsense_data()
{
    QTest::addColumn<quint64>("head");
    QTest::addColumn<quint32>("size");
    QTest::addRow("more than a lap ahead") << quint64 {ProposalsAreaSize + 8} << 16U;
    QTest::addRow("far away") << ~quint64 {0} << 16U;
    QTest::addRow("a record of size 0") << quint64 {16} << 0U;
    QTest::addRow("a record longer than what was written") << quint64 {16} << 64U;
    QTest::addRow("a record longer than the area") << quint64 {ProposalsAreaSize} << quint32 {ProposalsAreaSize * 2};
}

void TestPacketChannel::aHeadThatLeadsNowhereIsNonsense()
{
    QFETCH(quint64, head);
    QFETCH(quint32, size);
    Joined joined;
    ProposalsArea hostile(joined.gate);
    hostile.record(size, 2);
    hostile.header().head = head;
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Nonsense);
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Nonsense);
}

void TestPacketChannel::aProposalThatChangesWhileItIsReadIsBoundedAllTheSame()
{
    constexpr std::size_t Size = 1024;
    constexpr int MaxLaps = 5000;
    constexpr int Enough = 10000;
    Joined joined;
    ProposalsArea hostile(joined.gate);
    for (std::size_t at = 0; at < ProposalsAreaSize; at += Size) {
        const std::uint32_t header[2] = {Size, static_cast<std::uint32_t>(ToGate::Proposal)};
        std::memcpy(hostile.area() + at, header, sizeof header);
    }
    // A process of its own, as in life: what it does to the memory is nothing that this one's threads agreed upon.
    const pid_t child = ::fork();
    if (child == 0) {
        for (unsigned turn = 0;; ++turn) {
            for (std::size_t at = ByteRing::HeaderSize; at < ProposalsAreaSize; at += Size) {
                volatile std::uint8_t *head = hostile.area() + at;
                head[4] = static_cast<std::uint8_t>(turn & 1 ? 250 : 3); // payload length
                head[6] = static_cast<std::uint8_t>(turn & 2 ? 1 : 0);
                head[9] = static_cast<std::uint8_t>(turn & 4 ? 255 : 7); // expectations
                head[10] = static_cast<std::uint8_t>(turn & 8 ? 153 : 150); // note
            }
        }
    }
    int taken = 0;
    int refused = 0;
    bool bounded = true;
    for (int lap = 1; lap <= MaxLaps && (taken < Enough || refused < Enough); ++lap) {
        hostile.header().head = static_cast<std::uint64_t>(lap) * ProposalsAreaSize;
        for (auto what = joined.gate.take(*joined.proposal).what; what != What::Nothing;
             what = joined.gate.take(*joined.proposal).what) {
            const Proposal &got = *joined.proposal;
            const std::size_t carried =
                48 + got.expectationCount * sizeof(ExpectationProposal) + got.noteLength + got.payloadLength;
            bounded = bounded && (what == What::Nonsense || carried <= Size - ByteRing::HeaderSize);
            ++(what == What::Proposal ? taken : refused);
        }
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(bounded);
    QVERIFY(taken >= Enough); // or the two never met
    QVERIFY(refused >= Enough);
}

void TestPacketChannel::aProcessThatFillsTheGatesBellBlocksNobody()
{
    constexpr std::uint64_t Full = ~std::uint64_t {0} - 1;
    Joined joined;
    const auto fds = joined.gate.descriptors();
    ProposalsArea hostile(joined.gate);
    hostile.header().helperSleeps = 1;
    QCOMPARE(::write(fds.wakeGate, &Full, sizeof Full), static_cast<ssize_t>(sizeof Full));
    auto helper = helperEnd(joined.gate);
    QVERIFY(joined.gate.prepareToSleep());
    helper.sayReady(); // rings for the gate
    QVERIFY(joined.gate.append(packetRecord(1, 0), {}, 0));
    joined.gate.publish(); // rings for the process
    QVERIFY(joined.gate.take(*joined.proposal).what == What::Ready);
    helper.wait();
    QVERIFY(helper.next());
}

void TestPacketChannel::nothingIsTakenWithoutAProcess()
{
    auto gate = PacketChannel::create().take();
    const auto proposal = newProposal();
    QVERIFY(!gate.attached());
    QVERIFY(gate.take(*proposal).what == What::Nothing);
    QVERIFY(gate.append(packetRecord(1, 0), {}, 0));
    gate.publish();
    QVERIFY(gate.prepareToSleep());
}

QTEST_APPLESS_MAIN(TestPacketChannel)
#include "tst_packetchannel.moc"
