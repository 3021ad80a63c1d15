// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedprogram.h"

#include "tests/client/sampleevents.h"
#include "wire/ring/eventstream.h"

#include <QTest>

#include <csignal>

using namespace Trackhand;

/// `trackhandctl watch`.
class TestCtlWatch : public PlayedProgram {
    Q_OBJECT

private slots:
    void init() { startBackend(); }
    void cleanup() { end(); }

    void watchPrintsNfqnlLines();
    void watchPrintsJsonOfTheContract();
    void watchShowsOnlyWhatIsAskedFor();
    void watchSeesExpectationsAndFlowsApart();
    void watchBinaryIsTheStreamForm();
    void watchEndsWhenNobodyReads();
    void watchEndsWhenInterrupted();
    void watchSurvivesARestartOfTheBackend();
    void watchHealthPrintsChanges();
};

void TestCtlWatch::watchPrintsNfqnlLines()
{
    start({QStringLiteral("watch"), QStringLiteral("packets"), QStringLiteral("--format"), QStringLiteral("nfqnl"),
        QStringLiteral("--count"), QStringLiteral("1")});
    waitUntilWatching();
    EventRecord event = Samples::ftpPacket();
    event.inDevice = 0;
    m_backend->write(event);
    const Outcome outcome = finish();
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out,
        QStringLiteral("pkt received\nhw_protocol=0x0800 hook=4 id=4 outdev=3 payload_len=60\nentering callback\n"));
}

void TestCtlWatch::watchPrintsJsonOfTheContract()
{
    start({QStringLiteral("watch"), QStringLiteral("packets"), QStringLiteral("--json"), QStringLiteral("--count"),
        QStringLiteral("1")});
    waitUntilWatching();
    m_backend->write(Samples::ftpPacket());
    const QString line = finish().out;
    QVERIFY2(line.startsWith(QStringLiteral("{\"event\":\"packet\",\"time\":\"")), qPrintable(line));
    QVERIFY(line.contains(QStringLiteral("\"hw_protocol\":\"0x0800\"")));
    QVERIFY(line.contains(QStringLiteral("\"src\":\"10.0.1.2\",\"sport\":40000,\"dst\":\"10.0.2.2\",\"dport\":21")));
    QVERIFY(line.contains(QStringLiteral("\"latency_us\":11.2")));
}

void TestCtlWatch::watchShowsOnlyWhatIsAskedFor()
{
    start({QStringLiteral("watch"), QStringLiteral("packets"), QStringLiteral("--helper"), QStringLiteral("ftp"),
        QStringLiteral("--filter"), QStringLiteral("dport == 2121"), QStringLiteral("--json"),
        QStringLiteral("--count"), QStringLiteral("1")});
    waitUntilWatching();
    m_backend->write(Samples::packet("ftp", "10.0.1.2", 1000, "10.0.2.2", 21));
    m_backend->write(Samples::packet("sip", "10.0.1.2", 1001, "10.0.2.2", 2121));
    m_backend->write(Samples::packet("ftp", "10.0.1.2", 1002, "10.0.2.2", 2121));
    const QString out = finish().out;
    QCOMPARE(out.count(u'\n'), 1);
    QVERIFY(out.contains(QStringLiteral("\"sport\":1002")));
}

void TestCtlWatch::watchSeesExpectationsAndFlowsApart()
{
    start({QStringLiteral("watch"), QStringLiteral("flows"), QStringLiteral("--json"), QStringLiteral("--count"),
        QStringLiteral("1")});
    waitUntilWatching();
    EventRecord event = Samples::ftpExpectation(EventAction::New);
    m_backend->write(event);
    event.kind = EventKind::Flow;
    m_backend->write(event);
    QVERIFY(finish().out.startsWith(QStringLiteral("{\"event\":\"flow\"")));

    start({QStringLiteral("watch"), QStringLiteral("expectations"), QStringLiteral("--backlog"),
        QStringLiteral("--count"), QStringLiteral("1")});
    const QString line = finish().out;
    QVERIFY2(line.contains(QStringLiteral("new")) && line.contains(QStringLiteral("10.0.1.2:50000")), qPrintable(line));
}

void TestCtlWatch::watchBinaryIsTheStreamForm()
{
    m_backend->write(Samples::ftpPacket()); // before anybody watched: the stream begins with the backlog
    start({QStringLiteral("watch"), QStringLiteral("packets"), QStringLiteral("--binary")});
    QTRY_VERIFY(m_program->bytesAvailable() >= qint64(12 + 8 + sizeof(EventRecord)));
    QTest::qWait(1500);
    const QByteArray bytes = m_program->readAllStandardOutput();
    Wire::EventStream::Reader reader;
    reader.feed({reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())});
    const auto event = reader.next();
    QVERIFY(event && *event);
    QCOMPARE((*event)->event.packetId, 4U);
    const auto alive = reader.next();
    QVERIFY(alive && *alive);
    QVERIFY((*alive)->type == Wire::EventStream::FrameType::Alive);
    m_program->terminate();
    QCOMPARE(finish().status, 0);
}

void TestCtlWatch::watchEndsWhenNobodyReads()
{
    QProcess head;
    start({QStringLiteral("watch"), QStringLiteral("packets")}, &head);
    head.start(QStringLiteral("head"), {QStringLiteral("-n"), QStringLiteral("1")});
    waitUntilWatching();
    m_backend->write(Samples::ftpPacket());
    QTRY_COMPARE(head.state(), QProcess::NotRunning);
    m_backend->write(Samples::ftpPacket());
    QCOMPARE(finish().status, 0);
}

void TestCtlWatch::watchEndsWhenInterrupted()
{
    start({QStringLiteral("watch"), QStringLiteral("packets"), QStringLiteral("--json")});
    waitUntilWatching();
    m_backend->write(Samples::ftpPacket());
    QTRY_VERIFY(m_program->bytesAvailable() > 0);
    ::kill(pid_t(m_program->processId()), SIGINT);
    const Outcome outcome = finish();
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.count(u'\n'), 1);
}

void TestCtlWatch::watchSurvivesARestartOfTheBackend()
{
    start({QStringLiteral("watch"), QStringLiteral("packets"), QStringLiteral("--json"), QStringLiteral("--count"),
        QStringLiteral("2")});
    waitUntilWatching();
    m_backend->write(Samples::packet("ftp", "10.0.1.2", 1, "10.0.2.2", 21));
    QTRY_VERIFY(m_program->bytesAvailable() > 0);
    m_backend->vanish();
    QString heard;
    const auto said = [&] {
        return heard += QString::fromUtf8(m_program->readAllStandardError());
    };
    QTRY_VERIFY(said().contains(QStringLiteral("gap: trackhandd went away")));
    m_backend = std::make_unique<FakeBackend>(m_bus->address());
    QVERIFY(m_backend->appear());
    m_backend->write(Samples::packet("ftp", "10.0.1.2", 2, "10.0.2.2", 21));
    const Outcome outcome = finish();
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.err.contains(QStringLiteral("gap: trackhandd is back")));
    QVERIFY(outcome.out.contains(QStringLiteral("\"sport\":1,")));
    QVERIFY(outcome.out.contains(QStringLiteral("\"sport\":2,")));
}

void TestCtlWatch::watchHealthPrintsChanges()
{
    m_backend->addHelper(ftpHelper());
    start({QStringLiteral("watch"), QStringLiteral("health"), QStringLiteral("--json"), QStringLiteral("--count"),
        QStringLiteral("2")});
    QTRY_VERIFY(m_program->bytesAvailable() > 0);
    m_backend->changeHelper(QStringLiteral("ftp"), {{QStringLiteral("State"), QStringLiteral("failed")}});
    const QStringList lines = finish().out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(
        QStringLiteral("{\"event\":\"health\",\"helper\":\"ftp\",\"state\":\"running\",\"pid\":99")));
    QVERIFY(lines[1].contains(QStringLiteral("\"state\":\"failed\"")));
}

QTEST_GUILESS_MAIN(TestCtlWatch)
#include "tst_ctlwatch.moc"
