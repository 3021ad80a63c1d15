// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/helperprocess.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Trackhand;

/// Any program in the place of a helper's: what counts is how it ends, or stands still.
class TestHelperProcess : public QObject {
    Q_OBJECT

    std::unique_ptr<HelperProcess> m_process;

    // Not QTRY_VERIFY, which asks once more after "yes": the answer is given once.
    bool saysInTimeThatItWasStopped()
    {
        return QTest::qWaitFor([this] { return m_process->wasStopped(); });
    }

private slots:
    void init()
    {
        auto channel = Wire::PacketChannel::create().take();
        QVERIFY(channel.attachProcess(0).ok());
        m_process = std::make_unique<HelperProcess>();
        QVERIFY(
            m_process->start("/bin/sleep", {"60"}, channel.descriptors(), HelperProcess::identityOf("nobody").take())
                .ok());
        // Until then it is a copy of this test, with its signal handlers.
        const QString program = QStringLiteral("/proc/%1/exe").arg(m_process->pid());
        QTRY_VERIFY(QFile::symLinkTarget(program).endsWith(QLatin1String("/sleep")));
    }
    void cleanup() { m_process.reset(); }

    void oneThatRunsWasNotStopped() { QVERIFY(!m_process->wasStopped()); }

    void oneThatSomebodyStoppedSaysSo()
    {
        ::kill(m_process->pid(), SIGSTOP);
        QVERIFY(saysInTimeThatItWasStopped());
    }

    void oneThatWasStoppedForAWhileSaysSoOnce()
    {
        ::kill(m_process->pid(), SIGSTOP);
        QVERIFY(saysInTimeThatItWasStopped());
        ::kill(m_process->pid(), SIGCONT);
        QVERIFY(saysInTimeThatItWasStopped());
        QVERIFY(!m_process->wasStopped());
    }

    void oneThatIsKilledIsNotToBlame()
    {
        QSignalSpy ended(m_process.get(), &HelperProcess::ended);
        m_process->kill();
        QVERIFY(ended.wait());
        QCOMPARE(ended.front().front().toBool(), false);
        QCOMPARE(m_process->pid(), 0);
        QVERIFY(!m_process->wasStopped());
    }

    void oneThatCrashesIs()
    {
        QSignalSpy ended(m_process.get(), &HelperProcess::ended);
        ::kill(m_process->pid(), SIGSEGV);
        QVERIFY(ended.wait());
        QCOMPARE(ended.front().front().toBool(), true);
    }
};

QTEST_GUILESS_MAIN(TestHelperProcess)
#include "tst_helperprocess.moc"
