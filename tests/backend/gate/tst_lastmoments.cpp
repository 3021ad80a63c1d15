// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedgate.h"

#include <QTest>

using namespace Trackhand;

namespace {

std::vector<std::uint32_t> idsOf(const LastMoments &moments)
{
    std::vector<std::uint32_t> ids;
    for (const LastMoments::Packet &packet : moments.packets) {
        ids.push_back(packet.event.packetId);
    }
    return ids;
}

} // namespace

/// What is known of a helper process that is lost: the packet in hand and what came before it on its connection.
class TestLastMoments : public PlayedGate {
    Q_OBJECT

    using Ids = std::vector<std::uint32_t>;

    std::unique_ptr<FakeProcess> m_process;

    void startWith(std::chrono::milliseconds hang = std::chrono::seconds(60))
    {
        makeGate(hang);
        m_process = startProcess();
    }
    void accept(std::uint32_t id)
    {
        QCOMPARE(m_process->take(), id);
        m_process->accept(id);
        QCOMPARE(m_kernel->next().id, id);
    }
    void queueAndAccept(std::uint32_t id, CtInfo info = CtInfo::Established)
    {
        m_kernel->queue(id, info);
        accept(id);
    }
    void takeInHand(std::uint32_t id)
    {
        m_kernel->queue(id);
        QCOMPARE(m_process->take(), id);
    }
    LastMoments die(bool blame = true)
    {
        m_process.reset();
        return m_gate->processEnded(blame).get();
    }

private slots:
    void init() { start(); }
    void cleanup()
    {
        m_process.reset();
        m_gate.reset();
    }

    void thePacketInHandIsTheLast()
    {
        startWith();
        queueAndAccept(1, CtInfo::New);
        queueAndAccept(2, CtInfo::EstablishedReply);
        takeInHand(3);
        const LastMoments moments = die();
        QVERIFY(moments.inHand);
        QCOMPARE(idsOf(moments), (Ids {1, 2, 3}));
        const auto payload = QueueBytes::tcp4(FakeKernel::flow(), "PASV\r\n");
        for (const LastMoments::Packet &packet : moments.packets) {
            QCOMPARE(packet.bytes, payload);
            QCOMPARE(packet.event.payloadLength, std::uint32_t(payload.size()));
            QCOMPARE(packet.event.helperName(), std::string_view("ftp"));
            QVERIFY(packet.event.tuple() == FakeKernel::flow());
        }
        QVERIFY(isReply(moments.packets[1].event.ctInfo));
    }

    void whatBecameOfThemIsKnown()
    {
        startWith();
        m_kernel->queue(1);
        QCOMPARE(m_process->take(), 1U);
        m_process->proposalFor(1).verdict = Verdict::Drop;
        m_process->proposalFor(1).setNote("PASV");
        m_process->propose();
        m_process->publish();
        QCOMPARE(m_kernel->next().id, 1U);
        takeInHand(2);
        const LastMoments moments = die();
        QCOMPARE(idsOf(moments), (Ids {1, 2}));
        QCOMPARE(moments.packets[0].event.noteText(), std::string_view("PASV"));
        QVERIFY(moments.packets[0].event.latencyNs != 0);
        QVERIFY(moments.packets[1].event.verdict() == Verdict::Accept);
        QCOMPARE(
            moments.packets[1].event.noteText(), std::string_view("the helper process died with this packet in hand"));
    }

    void aPacketThatTheNextProcessGetsHasNoVerdictYet()
    {
        startWith();
        queueAndAccept(1);
        takeInHand(2);
        const LastMoments moments = die(false);
        QCOMPARE(idsOf(moments), (Ids {1, 2}));
        QCOMPARE(moments.packets[1].event.outcome, std::uint8_t {0});
        QCOMPARE(moments.packets[1].event.noteText(), std::string_view("in hand when the helper process ended"));
        QVERIFY(moments.packets[1].event.timeNs >= moments.packets[0].event.timeNs - 1'000'000'000);
        QVERIFY(moments.packets[1].event.timeNs > 1'000'000'000'000'000'000); // since the epoch, not since the start
    }

    void packetsOfOtherConnectionsAndThoseThatWaitedAreLeftOut()
    {
        startWith();
        queueAndAccept(1);
        const Tuple other = QueueBytes::tuple4("10.0.1.3", 40001, "10.0.2.2", 21);
        m_kernel->queue(2, QueueBytes::tcp4(other, "x"), CtInfo::Established, other);
        accept(2);
        takeInHand(3);
        m_kernel->queue(4);
        QCOMPARE(m_process->take(), 4U); // shown, but the one before it is not answered
        QCOMPARE(idsOf(die()), (Ids {1, 3}));
    }

    void aPacketWithoutConntrackStandsForItself()
    {
        startWith();
        m_kernel->queue(1, QueueBytes::tcp4(FakeKernel::flow(), "x"), CtInfo::Absent);
        accept(1);
        m_kernel->queue(2, QueueBytes::tcp4(FakeKernel::flow(), "y"), CtInfo::Absent);
        QCOMPARE(m_process->take(), 2U);
        QCOMPARE(idsOf(die()), (Ids {2}));
    }

    void anIdleProcessLeavesTheConnectionThatItJudgedLast()
    {
        startWith();
        queueAndAccept(1);
        queueAndAccept(2);
        const LastMoments moments = die();
        QVERIFY(!moments.inHand);
        QCOMPARE(idsOf(moments), (Ids {1, 2}));
    }

    void aProcessThatSawNothingLeavesNothing()
    {
        startWith();
        QVERIFY(die().packets.empty());
    }

    void aProcessThatWasNeverReadyLeavesNothing()
    {
        startWith();
        queueAndAccept(1);
        die();
        m_gate->prepareProcess();
        waitFor(m_slots);
        QVERIFY(m_gate->processEnded(true).get().packets.empty());
    }

    void aSilentProcessLeavesWhatItWasSilentWith()
    {
        startWith(std::chrono::milliseconds(150));
        queueAndAccept(1);
        takeInHand(2);
        QVERIFY(waitFor(m_failures).find("did not answer") != std::string::npos);
        const LastMoments moments = die();
        QVERIFY(moments.inHand);
        QCOMPARE(idsOf(moments), (Ids {1, 2}));
    }

    void aProcessThatIsEndedForItsConductLeavesWhatItHadThen()
    {
        startWith();
        queueAndAccept(1);
        takeInHand(2);
        m_process->accept(99); // a packet that it was never shown
        QVERIFY(waitFor(m_failures).find("never shown") != std::string::npos);
        QCOMPARE(m_kernel->next().id, 2U);
        m_kernel->queue(3);
        const LastMoments moments = die();
        QVERIFY(moments.inHand);
        QCOMPARE(idsOf(moments), (Ids {1, 2}));
    }

    void theNumberOfPacketsIsBounded()
    {
        startWith();
        const std::uint32_t last = LastMoments::MaxPackets + 10;
        for (std::uint32_t id = 1; id < last; ++id) {
            queueAndAccept(id);
        }
        takeInHand(last);
        const LastMoments moments = die();
        QCOMPARE(moments.packets.size(), LastMoments::MaxPackets);
        QCOMPARE(idsOf(moments).back(), last);
        QCOMPARE(idsOf(moments).front(), last - std::uint32_t(LastMoments::MaxPackets) + 1);
    }

    void theirBytesAreBoundedAndNoneIsCut()
    {
        startWith();
        const std::string text(20000, 'x');
        const auto large = QueueBytes::tcp4(FakeKernel::flow(), text.c_str());
        for (std::uint32_t id = 1; id <= 20; ++id) {
            m_kernel->queue(id, large, CtInfo::Established);
            if (id < 20) {
                accept(id);
            }
        }
        QCOMPARE(m_process->take(), 20U);
        const LastMoments moments = die();
        QCOMPARE(moments.packets.size(), LastMoments::MaxBytes / large.size());
        QCOMPARE(idsOf(moments).back(), 20U);
        for (const LastMoments::Packet &packet : moments.packets) {
            QCOMPARE(packet.bytes.size(), large.size());
        }
    }

    void whatTheChannelHasOverwrittenIsNotTakenForAPacket()
    {
        startWith();
        const std::string text(30000, 'x');
        const auto large = QueueBytes::tcp4(FakeKernel::flow(), text.c_str());
        std::uint32_t id = 0;
        for (std::size_t bytes = 0; bytes < 2 * Wire::PacketsAreaSize; bytes += large.size()) {
            m_kernel->queue(++id, large, CtInfo::Established);
            accept(id);
        }
        takeInHand(++id);
        const LastMoments moments = die();
        QCOMPARE(idsOf(moments).back(), id);
        std::uint32_t expected = idsOf(moments).front();
        for (const std::uint32_t each : idsOf(moments)) {
            QCOMPARE(each, expected++);
        }
    }
};

QTEST_GUILESS_MAIN(TestLastMoments)
#include "tst_lastmoments.moc"
