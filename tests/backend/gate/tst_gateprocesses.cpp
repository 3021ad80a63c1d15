// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedgate.h"

#include <QTest>

using namespace Trackhand;

/// One verdict for each packet, whatever becomes of the processes that should judge it.
class TestGateProcesses : public PlayedGate {
    Q_OBJECT

private slots:
    void init() { start(); }
    void cleanup() { m_gate.reset(); }

    void packetsWaitForTheFirstProcess()
    {
        makeGate();
        m_kernel->queue(1);
        QCOMPARE(m_kernel->next(200).id, 0U);
        const auto process = startProcess();
        QCOMPARE(process->take(), 1U);
        process->accept(1);
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void packetsDoNotWaitForEver()
    {
        makeGate(std::chrono::seconds(60), std::chrono::milliseconds(100));
        m_kernel->queue(1);
        QCOMPARE(m_kernel->next().id, 1U);
        m_kernel->queue(2);
        QCOMPARE(m_kernel->next().id, 2U);
        QCOMPARE(m_gate->counters().failOpen.load(), std::uint64_t {2});
    }

    void aProcessThatComesTooLateSeesOnlyWhatIsStillOwed()
    {
        makeGate(std::chrono::seconds(60), std::chrono::milliseconds(100));
        m_gate->prepareProcess();
        FakeProcess process(waitFor(m_slots));
        m_kernel->queue(1);
        QCOMPARE(m_kernel->next().id, 1U);
        process.sayReady();
        QTest::qSleep(50);
        m_kernel->queue(2);
        QCOMPARE(process.take(), 2U);
        process.accept(2);
        QCOMPARE(m_kernel->next().id, 2U);
    }

    void theNextProcessGetsWhatAKilledOneHadNotAnswered()
    {
        makeGate();
        {
            const auto process = startProcess();
            for (std::uint32_t id = 1; id <= 3; ++id) {
                m_kernel->queue(id);
            }
            QCOMPARE(process->take(), 1U);
            process->accept(1);
            QCOMPARE(m_kernel->next().id, 1U);
            QCOMPARE(process->take(), 2U);
        }
        m_gate->processEnded(false);
        const auto next = startProcess();
        for (const std::uint32_t id : {2U, 3U}) {
            QCOMPARE(next->take(), id);
            next->accept(id);
            QCOMPARE(m_kernel->next().id, id);
        }
    }

    void whatADeadProcessHadProposedStillCounts()
    {
        makeGate();
        {
            const auto process = startProcess();
            m_kernel->queue(1);
            process->take();
            process->proposalFor(1).verdict = Verdict::Drop;
            process->propose();
            process->publish();
        }
        m_gate->processEnded(true);
        QCOMPARE(m_kernel->next().verdict, NfDrop);
        QCOMPARE(m_kernel->next(100).id, 0U);
    }

    void thePacketThatAProcessDiedOfIsAccepted()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        m_kernel->queue(2);
        process->take();
        m_gate->processEnded(true);
        QCOMPARE(m_kernel->next().id, 1U);
        QCOMPARE(m_kernel->next(100).id, 0U);
        const auto next = startProcess();
        QCOMPARE(next->take(), 2U);
    }

    void aPacketIsDeliveredToAtMostTwoProcesses()
    {
        makeGate();
        m_kernel->queue(1);
        for (int life = 0; life < 2; ++life) {
            const auto process = startProcess();
            QCOMPARE(process->take(), 1U);
            m_gate->processEnded(false);
        }
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void aPacketThatTwoProcessesFellSilentWithIsAccepted()
    {
        makeGate(std::chrono::milliseconds(150));
        m_kernel->queue(1);
        for (int life = 0; life < 2; ++life) {
            const auto process = startProcess();
            QCOMPARE(process->take(), 1U);
            QVERIFY(waitFor(m_failures).find("did not answer") != std::string::npos);
            m_gate->processEnded(true);
        }
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void aPacketWaitsForAProcessThatNobodyStopsHoweverManyHaveBeen()
    {
        makeGate(std::chrono::milliseconds(100));
        m_kernel->queue(1);
        for (int life = 0; life < 4; ++life) {
            const auto process = startProcess();
            QCOMPARE(process->take(), 1U);
            waitFor(m_failures);
            m_gate->processEnded(false);
        }
        QCOMPARE(m_kernel->next(0).id, 0U);
        const auto process = startProcess();
        QCOMPARE(process->take(), 1U);
        process->accept(1);
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void theShortestHangLimitThereIsFindsASilentProcess()
    {
        makeGate(std::chrono::milliseconds(100));
        const auto process = startProcess();
        m_kernel->queue(1);
        QCOMPARE(process->take(), 1U);
        QVERIFY(waitFor(m_failures).find("did not answer") != std::string::npos);
    }

    void processesThatDieBeforeTheyAreReadyProlongNoWait()
    {
        makeGate(std::chrono::seconds(60), std::chrono::milliseconds(300));
        m_kernel->queue(1);
        for (int life = 0; life < 5; ++life) {
            m_gate->prepareProcess();
            const FakeProcess process(waitFor(m_slots));
            QTest::qSleep(100);
            m_gate->processEnded(true);
        }
        QCOMPARE(m_kernel->next(150).id, 1U);
    }
};

QTEST_GUILESS_MAIN(TestGateProcesses)
#include "tst_gateprocesses.moc"
