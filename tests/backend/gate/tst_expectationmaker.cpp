// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/expectationmaker.h"
#include "queuebytes.h"

#include <QTest>

#include <map>

using namespace Trackhand;
using Wire::ExpectationProposal;

namespace {

const Tuple Master = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);
const Tuple Stranger = QueueBytes::tuple4("10.0.1.3", 40001, "10.0.2.2", 21);

/// The kernel's table as far as it matters here: one expectation a port.
class FakeTable : public ExpectationTable {
public:
    Outcome create(const Tuple &master, const ExpectationProposal &expectation) override
    {
        if (refuses) {
            return Outcome::Refused;
        }
        return ports.try_emplace(expectation.tuple.destinationPort, master).second ? Outcome::Created : Outcome::Taken;
    }
    std::optional<Tuple> masterOf(const Tuple &expected) override
    {
        const auto found = ports.find(expected.destinationPort);
        return found == ports.end() ? std::nullopt : std::optional(found->second);
    }
    void remove(const Tuple &expected) override { ports.erase(expected.destinationPort); }

    std::map<std::uint16_t, Tuple> ports;
    bool refuses = false;
};

/// A packet of a client behind a masquerading router.
Wire::PacketRecord packet(std::uint32_t id, CtInfo info = CtInfo::Established)
{
    Wire::PacketRecord record;
    record.packetId = id;
    record.ctInfo = info;
    record.ctStatus = info == CtInfo::New || info == CtInfo::Related ? 0 : 8; // IPS_CONFIRMED
    record.original = Master;
    record.reply = QueueBytes::tuple4("10.0.2.2", 21, "10.0.2.1", 40000);
    return record;
}

ExpectationProposal expectation(std::uint16_t publicPort, std::uint16_t privatePort = 50000)
{
    ExpectationProposal expectation;
    expectation.tuple = QueueBytes::tuple4("10.0.2.2", 0, "10.0.2.1", publicPort);
    expectation.nat = Wire::NatFunction::FollowMaster;
    expectation.natDirection = 1;
    expectation.natAddress = Master.source;
    expectation.natPort = privatePort;
    return expectation;
}

Wire::PortRequest request(std::uint32_t id, std::uint8_t count = 1, std::uint16_t port = 50000)
{
    return {id, count, expectation(port, port)};
}

} // namespace

class TestExpectationMaker : public QObject {
    Q_OBJECT

    FakeTable *m_table = nullptr;
    std::unique_ptr<ExpectationMaker> m_maker;
    std::unique_ptr<Wire::Proposal> m_proposal;

    ExpectationMaker::Made make(const Wire::PacketRecord &record, std::vector<ExpectationProposal> expectations)
    {
        m_proposal->reset(record.packetId);
        for (const auto &each : expectations) {
            m_proposal->addExpectation(each);
        }
        return m_maker->make(*m_proposal, record);
    }

    /// As when the expected connection has come.
    void reserveAndUse(const Wire::PortRequest &request, const Wire::PacketRecord &record)
    {
        const auto port = m_maker->reserve(request, record);
        QCOMPARE(port, std::optional(request.first.tuple.destinationPort));
        auto expected = request.first;
        make(record, {expected});
        m_table->ports.clear();
    }

private slots:
    void init()
    {
        auto table = std::make_unique<FakeTable>();
        m_table = table.get();
        m_maker = std::make_unique<ExpectationMaker>(std::move(table));
        m_proposal = std::make_unique<Wire::Proposal>();
    }

    void theWantedPortIsReservedWhenItIsFree()
    {
        QCOMPARE(m_maker->reserve(request(1), packet(1)), std::optional<std::uint16_t>(50000));
        QCOMPARE(m_table->ports.at(50000), Master);
        const auto made = make(packet(1), {expectation(50000)});
        QCOMPARE(made.made, 1U);
        QVERIFY(!made.inVerdict);
        QCOMPARE(m_table->ports.size(), std::size_t {1});
    }
    void aTakenPortIsPassedOver()
    {
        m_table->ports = {{50000, Stranger}, {50001, Stranger}};
        QCOMPARE(m_maker->reserve(request(1), packet(1)), std::optional<std::uint16_t>(50002));
        QCOMPARE(m_table->ports.at(50000), Stranger);
    }
    void aPortThatAnotherHostGotIsPassedOverEvenWhenItsExpectationIsUsedUp()
    {
        reserveAndUse(request(1), packet(1));
        auto others = packet(2);
        others.original = Stranger;
        auto wanted = request(2);
        wanted.first.natAddress = Stranger.source;
        QCOMPARE(m_maker->reserve(wanted, others), std::optional<std::uint16_t>(50001));
    }
    void theSameHostGetsItsPortAgainWhateverConnectionAsks()
    {
        reserveAndUse(request(1), packet(1));
        auto later = packet(2);
        later.original.sourcePort = 40002;
        QCOMPARE(m_maker->reserve(request(2), later), std::optional<std::uint16_t>(50000));
    }
    void whereEveryPortThatIsTriedWasGivenToOthersOneOfThoseIsGiven()
    {
        auto others = packet(1);
        others.original = Stranger;
        for (std::uint32_t i = 0; i < 128; ++i) {
            others.packetId = i;
            auto theirs = request(i, 1, static_cast<std::uint16_t>(50000 + i));
            theirs.first.natAddress = Stranger.source;
            reserveAndUse(theirs, others);
        }
        QCOMPARE(m_maker->reserve(request(200), packet(200)), std::optional<std::uint16_t>(50000));
    }
    void aPairStaysAPairOnEvenPorts()
    {
        m_table->ports = {{50001, Stranger}};
        QCOMPARE(m_maker->reserve(request(1, 2), packet(1)), std::optional<std::uint16_t>(50002));
        QCOMPARE(m_table->ports.size(), std::size_t {3}); // the half of the first pair was given back
        QVERIFY(m_table->ports.contains(50003));
    }
    void theSearchGoesOnBehindTheLastPort()
    {
        m_table->ports = {{65535, Stranger}};
        QCOMPARE(m_maker->reserve(request(1, 1, 65535), packet(1)), std::optional<std::uint16_t>(1024));
    }
    void aPairDoesNotLieAcrossTheLastPort()
    {
        QCOMPARE(m_maker->reserve(request(1, 1, 65535), packet(1)), std::optional<std::uint16_t>(65535));
        make(packet(1), {expectation(65535, 65535)});
        QVERIFY(m_maker->reserve(request(2, 2, 65535), packet(2)) != std::optional<std::uint16_t>(65535));
        QVERIFY(!m_table->ports.contains(0));
    }
    void theSearchEnds()
    {
        for (unsigned port = 50000; port < 51000; ++port) {
            m_table->ports[static_cast<std::uint16_t>(port)] = Stranger;
        }
        QVERIFY(!m_maker->reserve(request(1), packet(1)));
    }
    void whatThePacketDoesNotExpectInTheEndIsGivenBack()
    {
        QVERIFY(m_maker->reserve(request(1, 2), packet(1)));
        make(packet(1), {expectation(50001, 50001)});
        QCOMPARE(m_table->ports.size(), std::size_t {1});
        QVERIFY(m_table->ports.contains(50001));
    }
    void aPacketAnsweredWithoutTheHelperGivesBackEverything()
    {
        QVERIFY(m_maker->reserve(request(1), packet(1)));
        QVERIFY(m_maker->reserve(request(2, 1, 51000), packet(2)));
        m_maker->giveBack(1);
        QCOMPARE(m_table->ports.size(), std::size_t {1});
        QVERIFY(m_table->ports.contains(51000));
    }
    void thePacketShownToAnotherProcessGetsTheSamePort()
    {
        m_table->ports = {{50000, Stranger}};
        QCOMPARE(m_maker->reserve(request(1), packet(1)), std::optional<std::uint16_t>(50001));
        QCOMPARE(m_maker->reserve(request(1), packet(1)), std::optional<std::uint16_t>(50001));
        make(packet(1), {expectation(50001)});
        QVERIFY(m_table->ports.contains(50001));
    }
    void aCommandThatIsSentAgainGetsTheSamePort()
    {
        m_table->ports = {{50000, Stranger}};
        QVERIFY(m_maker->reserve(request(1), packet(1)));
        make(packet(1), {expectation(50001)});
        m_table->ports.erase(50000);
        QCOMPARE(m_maker->reserve(request(2), packet(2)), std::optional<std::uint16_t>(50001));
        m_table->ports.erase(50001); // used meanwhile
        QCOMPARE(m_maker->reserve(request(3), packet(3)), std::optional<std::uint16_t>(50001));
    }
    void aRememberedPortThatAStrangerHasNowIsNotGiven()
    {
        QVERIFY(m_maker->reserve(request(1), packet(1)));
        make(packet(1), {expectation(50000)});
        m_table->ports[50000] = Stranger;
        QCOMPARE(m_maker->reserve(request(2), packet(2)), std::optional<std::uint16_t>(50001));
    }
    void ofAFirstPacketOneIsMadeByTheVerdictAndTheOthersBehindIt()
    {
        m_table->ports = {{50000, Stranger}};
        const auto first = packet(1, CtInfo::New);
        QCOMPARE(m_maker->reserve(request(1, 2), first), std::optional<std::uint16_t>(50002));
        QCOMPARE(m_table->ports.size(), std::size_t {1}); // its flow is not confirmed
        const auto made = make(first, {expectation(50002), expectation(50003, 50001)});
        QCOMPARE(made.made, 2U);
        QVERIFY(made.inVerdict && made.inVerdict->tuple.destinationPort == 50002);
        QVERIFY(m_maker->hasLate());
        QCOMPARE(m_maker->makeLate(), 0U);
        QVERIFY(m_table->ports.contains(50003));
        QVERIFY(!m_maker->hasLate());
    }
    void soItIsOfTheFirstPacketOfAnExpectedFlow()
    {
        const auto made = make(packet(1, CtInfo::Related), {expectation(50002), expectation(50003)});
        QVERIFY(made.inVerdict && made.inVerdict->tuple.destinationPort == 50002);
        QVERIFY(m_table->ports.empty());
        QVERIFY(m_maker->hasLate());
    }
    void oneWithAHelperOfItsOwnIsMadeByTheVerdict()
    {
        auto child = expectation(50004);
        child.childHelper = {'s', 'i', 'p'};
        auto made = make(packet(1), {expectation(50002), child});
        QVERIFY(made.inVerdict && made.inVerdict->tuple.destinationPort == 50004);
        QVERIFY(m_table->ports.contains(50002));
        made = make(packet(2, CtInfo::New), {expectation(50006), child});
        QVERIFY(made.inVerdict && made.inVerdict->tuple.destinationPort == 50004);
        QVERIFY(m_maker->hasLate());
    }
    void aReservedOneWithAHelperIsInTheVerdictToo()
    {
        auto child = expectation(50000);
        child.childHelper = {'s', 'i', 'p'};
        QVERIFY(m_maker->reserve({1, 1, child}, packet(1)));
        const auto made = make(packet(1), {child});
        QCOMPARE(made.made, 1U);
        QVERIFY(made.inVerdict);
        QVERIFY(m_table->ports.contains(50000)); // until the verdict replaces it
    }
    void whatTheKernelRefusesIsCounted()
    {
        m_table->refuses = true;
        QCOMPARE(make(packet(1), {expectation(50002)}).refused, 1U);
        make(packet(2, CtInfo::New), {expectation(50002), expectation(50003)});
        QCOMPARE(m_maker->makeLate(), 1U);
    }
    void oneThatIsThereAlreadyIsTheAnswerToARetransmission()
    {
        m_table->ports = {{50000, Master}};
        QCOMPARE(make(packet(1), {expectation(50000)}).made, 1U);
    }
    void nobodyReservesWithoutEnd()
    {
        unsigned reserved = 0;
        for (std::uint16_t i = 0; i < 100; ++i) {
            reserved += m_maker->reserve(request(1, 1, static_cast<std::uint16_t>(20000 + i)), packet(1)) ? 1 : 0;
        }
        QCOMPARE(reserved, unsigned {ExpectationMaker::MaxReserved});
    }
};

QTEST_APPLESS_MAIN(TestExpectationMaker)
#include "tst_expectationmaker.moc"
