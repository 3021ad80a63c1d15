// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedgate.h"

#include <QTest>

using namespace Trackhand;

/// A process that does what no helper does is found, and its packets are answered all the same.
class TestGateMisconduct : public PlayedGate {
    Q_OBJECT

private slots:
    void init() { start(); }
    void cleanup() { m_gate.reset(); }

    void aProcessThatAnswersWhatItWasNeverShownIsFound()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        process->take();
        process->accept(77);
        QVERIFY(waitFor(m_failures).find("never shown") != std::string::npos);
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void aProcessThatLeavesTheOldestUnansweredIsFound()
    {
        makeGate(std::chrono::milliseconds(150));
        const auto process = startProcess();
        const auto failed = [this] {
            const std::lock_guard lock(m_mutex);
            return !m_failures.empty();
        };
        std::uint32_t id = 1;
        m_kernel->queue(id);
        QCOMPARE(process->take(), id);
        // Answers to all others are no sign of life. The end may come between one of them and its verdict.
        bool oldestAccepted = false;
        const QDeadlineTimer patience(5000);
        while (!failed() && !patience.hasExpired()) {
            m_kernel->queue(++id);
            QCOMPARE(process->take(), id);
            process->accept(id);
            oldestAccepted = m_kernel->next(20).id == 1 || oldestAccepted;
        }
        QVERIFY(!patience.hasExpired());
        QVERIFY(waitFor(m_failures).find("did not answer") != std::string::npos);
        m_gate->processEnded(true);
        const auto next = startProcess(); // is given it again
        QCOMPARE(next->take(), 1U);
        next->accept(1);
        while (const std::uint32_t accepted = m_kernel->next().id) {
            oldestAccepted = oldestAccepted || accepted == 1;
            if (oldestAccepted) {
                break;
            }
        }
        QVERIFY(oldestAccepted);
    }

    void aProcessThatAnswersTwiceIsFound()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        process->accept(process->take());
        QCOMPARE(m_kernel->next().id, 1U);
        process->accept(1);
        QVERIFY(waitFor(m_failures).find("answered already") != std::string::npos);
    }

    void aProcessThatIsReadyMoreThanOnceIsFound()
    {
        makeGate();
        const auto process = startProcess();
        process->sayReady();
        QVERIFY(waitFor(m_failures).find("more than once") != std::string::npos);
    }

    void aProcessThatAnswersBeforeItIsReadyIsFound()
    {
        makeGate();
        m_gate->prepareProcess();
        FakeProcess process(waitFor(m_slots));
        m_kernel->queue(1);
        process.accept(process.take());
        QVERIFY(waitFor(m_failures).find("before it had said") != std::string::npos);
    }

    void aProcessMayBeLateForWhatWasAcceptedWithoutItButNotForEver()
    {
        makeGate(std::chrono::seconds(60), std::chrono::milliseconds(100));
        m_gate->prepareProcess();
        FakeProcess process(waitFor(m_slots));
        m_kernel->queue(1);
        QCOMPARE(process.take(), 1U);
        QCOMPARE(m_kernel->next().id, 1U);
        process.sayReady();
        process.accept(1);
        m_kernel->queue(2);
        QCOMPARE(process.take(), 2U);
        process.accept(2);
        QCOMPARE(m_kernel->next().id, 2U); // it was believed to be late
        for (int i = 0; i < 20000; ++i) {
            process.proposalFor(1);
            process.propose();
        }
        process.publish();
        QVERIFY(waitFor(m_failures).find("answered already") != std::string::npos);
    }

    void aProcessThatRingsForNothingIsFound()
    {
        makeGate();
        m_gate->prepareProcess();
        const auto slot = waitFor(m_slots);
        FakeProcess process(slot);
        process.sayReady();
        const std::uint64_t one = 1;
        const auto failed = [this] {
            const std::lock_guard lock(m_mutex);
            return !m_failures.empty();
        };
        // Those that come while the gate is awake cost it nothing, and do not count.
        for (const QDeadlineTimer limit(20000); !failed() && !limit.hasExpired();) {
            QCOMPARE(::write(slot.wakeGate, &one, sizeof one), static_cast<ssize_t>(sizeof one));
        }
        QVERIFY(waitFor(m_failures).find("for nothing") != std::string::npos);
    }

    void whoKeepsAskingForWhatItMustNotHaveIsAFailedProcess()
    {
        makeGate();
        auto process = startProcess();
        m_kernel->queue(1);
        QCOMPARE(process->take(), 1U);
        std::thread asking([&] { // its last request is never answered: the process would be ended
            for (int i = 0; i < 99; ++i) {
                process->requestPort(1, translated());
            }
            process->askForPort(1, translated());
        });
        const std::string reason = waitFor(m_failures);
        asking.join();
        QVERIFY2(reason.find("keeps asking") != std::string::npos, reason.c_str());
        m_gate->processEnded(true);
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void whoAsksForPortsForAnUnknownPacketIsAFailedProcess()
    {
        makeGate();
        auto process = startProcess();
        process->askForPort(7, translated());
        const std::string reason = waitFor(m_failures);
        QVERIFY2(reason.find("never shown") != std::string::npos, reason.c_str());
    }
};

QTEST_GUILESS_MAIN(TestGateMisconduct)
#include "tst_gatemisconduct.moc"
