// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedgate.h"
#include "wire/ring/eventring.h"

#include <QTest>

using namespace Trackhand;

/// What the gate promises: one verdict for each packet, also across its own end.
class TestGate : public PlayedGate {
    Q_OBJECT

private slots:
    void init() { start(); }
    void cleanup() { m_gate.reset(); }

    void aPacketIsShownToTheProcessAndAnsweredOnce()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        QCOMPARE(process->take(), 1U);
        process->accept(1);
        const VerdictSeen verdict = m_kernel->next();
        QCOMPARE(verdict.id, 1U);
        QCOMPARE(verdict.verdict, NfAccept);
        QVERIFY(!verdict.hasConntrack);
        QCOMPARE(m_kernel->next(100).id, 0U);
        QCOMPARE(m_gate->counters().packets.load(), std::uint64_t {1});
    }

    void aRunOfPlainAcceptsIsOneMessageAPacket()
    {
        makeGate();
        const auto process = startProcess();
        for (std::uint32_t id = 1; id <= 5; ++id) {
            m_kernel->queue(id);
        }
        for (std::uint32_t id = 1; id <= 5; ++id) {
            QCOMPARE(process->take(), id);
            process->proposalFor(id);
            process->propose();
        }
        process->publish();
        for (std::uint32_t id = 1; id <= 5; ++id) {
            const VerdictSeen verdict = m_kernel->next();
            QVERIFY(!verdict.batch); // which would hide a packet that the kernel had flushed
            QCOMPARE(verdict.id, id);
        }
    }

    void aDropWithinARunKeepsItsPlace()
    {
        makeGate();
        const auto process = startProcess();
        for (std::uint32_t id = 1; id <= 3; ++id) {
            m_kernel->queue(id);
        }
        for (std::uint32_t id = 1; id <= 3; ++id) {
            process->take();
            process->proposalFor(id).verdict = id == 2 ? Verdict::Drop : Verdict::Accept;
            process->propose();
        }
        process->publish();
        QCOMPARE(m_kernel->next().id, 1U);
        const VerdictSeen drop = m_kernel->next();
        QCOMPARE(drop.id, 2U);
        QCOMPARE(drop.verdict, NfDrop);
        QCOMPARE(m_kernel->next().id, 3U);
    }

    void anExpectationOfAFirstPacketGoesWithTheVerdictAndHasAMask()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1, CtInfo::New);
        process->take();
        Wire::ExpectationProposal expectation;
        expectation.tuple = QueueBytes::tuple4("10.0.1.2", 0, "10.0.2.2", 50000);
        process->proposalFor(1).addExpectation(expectation);
        process->propose();
        process->publish();
        const VerdictSeen verdict = m_kernel->next();
        QVERIFY(verdict.hasConntrack);
        QVERIFY(verdict.hasExpectation);
        QVERIFY(verdict.hasMask);
    }

    void aRefusedProposalIsAPlainAcceptAndCounted()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        process->take();
        Wire::ExpectationProposal expectation;
        expectation.tuple = QueueBytes::tuple4("10.0.1.2", 0, "192.0.2.1", 50000);
        process->proposalFor(1).addExpectation(expectation);
        process->propose();
        process->publish();
        const VerdictSeen verdict = m_kernel->next();
        QCOMPARE(verdict.verdict, NfAccept);
        QVERIFY(!verdict.hasExpectation);
        QCOMPARE(m_gate->counters().refused.load(), std::uint64_t {1});
    }

    void manyLargeReplacementsReachTheKernel()
    {
        constexpr std::uint32_t Count = 12;
        makeGate();
        const auto process = startProcess();
        const auto replacement = QueueBytes::udp4(FakeKernel::flow(), std::string(62000, 'x').c_str());
        for (std::uint32_t id = 1; id <= Count; ++id) {
            m_kernel->queue(id, QueueBytes::udp4(FakeKernel::flow(), "a question"));
            QCOMPARE(process->take(), id);
        }
        for (std::uint32_t id = 1; id <= Count; ++id) {
            Wire::Proposal &proposal = process->proposalFor(id);
            proposal.mangled = true;
            proposal.payloadLength = static_cast<std::uint32_t>(replacement.size());
            std::copy(replacement.begin(), replacement.end(), proposal.payload.begin());
            process->propose();
        }
        process->publish();
        for (std::uint32_t id = 1; id <= Count; ++id) {
            const VerdictSeen verdict = m_kernel->next();
            QCOMPARE(verdict.id, id);
            QVERIFY(verdict.wellFormed);
            QVERIFY(verdict.payload == replacement);
        }
    }

    void whatADeadBackendHadReadIsAcceptedAndWhatItHadNotReadIsShown()
    {
        m_kernel->queue(4);
        m_kernel->queue(5);
        makeGate(std::chrono::seconds(60), std::chrono::seconds(60), 5);
        const VerdictSeen verdict = m_kernel->next();
        QVERIFY(verdict.batch);
        QCOMPARE(verdict.id, 3U);
        const auto process = startProcess();
        for (const std::uint32_t id : {4U, 5U}) {
            QCOMPARE(process->take(), id);
            process->accept(id);
            QCOMPARE(m_kernel->next().id, id);
        }
    }

    void whenADeadBackendHadReadEverythingAllOfItIsAccepted()
    {
        makeGate(std::chrono::seconds(60), std::chrono::seconds(60), 9);
        const VerdictSeen verdict = m_kernel->next();
        QVERIFY(verdict.batch);
        QCOMPARE(verdict.id, 9U);
    }

    void drainingAnswersEverythingAndWhatStillComes()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        m_kernel->queue(2);
        process->take();
        QVERIFY(m_gate->drain());
        QCOMPARE(m_kernel->next().id, 1U);
        QCOMPARE(m_kernel->next().id, 2U);
        m_kernel->queue(3);
        QCOMPARE(m_kernel->next().id, 3U);
    }

    void theLastThingAGateDoesIsToAnswerWhatWaits()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        process->take();
        m_gate.reset();
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void anEventTellsWhatTheKernelSentAndWhatTheHelperSaw()
    {
        makeGate();
        auto events = Wire::EventRingReader::open(
            Fd(::fcntl(m_log->eventFd(), F_DUPFD_CLOEXEC, 3)), Wire::EventRingReader::Start::Oldest)
                          .take();
        const auto process = startProcess();
        m_kernel->queue(1, CtInfo::Established);
        process->take();
        process->proposalFor(1).setNote("PASV");
        process->propose();
        process->publish();
        QCOMPARE(m_kernel->next().id, 1U);
        EventRecord event;
        std::size_t got = 0;
        QTRY_COMPARE(got += events.read({&event, 1}).count, std::size_t {1});
        QCOMPARE(std::string(event.noteText()), std::string("PASV"));
        QCOMPARE(std::string(event.helperName()), std::string("ftp"));
        QCOMPARE(event.packetId, 1U);
        QCOMPARE(event.outDevice, 3U);
        QCOMPARE(event.payloadLength, 46U);
        QCOMPARE(event.destinationPort, std::uint16_t {21});
        QVERIFY(event.ctInfo == CtInfo::Established);
        QVERIFY(event.verdict() == Verdict::Accept);
        QVERIFY(event.latencyNs > 0);
    }

    void aThousandPacketsInFlightAreEachAnsweredOnce()
    {
        makeGate();
        const auto process = startProcess();
        std::uint32_t answered = 0;
        for (std::uint32_t id = 1; id <= 1000; ++id) {
            m_kernel->queue(id);
            QCOMPARE(process->take(), id);
            process->proposalFor(id);
            process->propose();
            if (id % 10 == 0) {
                process->publish();
                while (answered < id) {
                    const VerdictSeen verdict = m_kernel->next();
                    QVERIFY(verdict.id > answered && verdict.id <= id);
                    answered = verdict.id;
                }
            }
        }
        QCOMPARE(m_gate->counters().accepted.load(), std::uint64_t {1000});
    }

    // The packets are the first of their flow: their expectations are made by the verdict, and no kernel is asked to.
    void aTranslatedPacketGetsItsPort()
    {
        makeGate();
        auto process = startProcess();
        m_kernel->masquerade("10.0.2.1");
        m_kernel->queue(1);
        QCOMPARE(process->take(), 1U);
        auto expectation = translated();
        QCOMPARE(process->requestPort(1, expectation), std::uint16_t {50000});
        process->proposalFor(1).addExpectation(expectation);
        process->propose();
        process->publish();
        const VerdictSeen verdict = m_kernel->next();
        QVERIFY(verdict.hasExpectation);
        QCOMPARE(verdict.expected.destinationPort, std::uint16_t {50000});
        QCOMPARE(m_gate->counters().expectations.load(), std::uint64_t {1});
    }

    void aPortThatMustNotBeExpectedIsNotGiven()
    {
        makeGate();
        auto process = startProcess();
        m_kernel->queue(1); // nothing is translated
        QCOMPARE(process->take(), 1U);
        QCOMPARE(process->requestPort(1, translated()), std::uint16_t {0});
        QCOMPARE(m_gate->counters().refused.load(), std::uint64_t {1});
        process->accept(1);
        QCOMPARE(m_kernel->next().id, 1U);
        QVERIFY(m_failures.empty());
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
