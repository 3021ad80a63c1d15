// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Trackhand;

/// What all commands have in common, and those that are about the backend as a whole.
class TestTrackhandctl : public PlayedProgram {
    Q_OBJECT

private slots:
    void init() { startBackend(); }
    void cleanup() { end(); }

    void wrongUsageExitsWithTwo_data();
    void wrongUsageExitsWithTwo();
    void helpComesFromTheCommandTable();
    void withoutABackendTheStatusIsThree();
    void aRefusalExitsWithFour();
    void aKernelThatCannotExitsWithFive();
    void diagnoseFailsAtTheBrokenLink();
    void statsSpeakOpenMetrics();
    void settingsGoThroughFiles();
    void nothingIsColouredOffATerminal();
};

void TestTrackhandctl::wrongUsageExitsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *arguments, const char *says) {
        QTest::addRow("%s", arguments) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts)
                                       << QString::fromLatin1(says);
    };
    row("", "a command is needed");
    row("frobnicate", "no command \"frobnicate\"");
    row("helper", "followed by one of list");
    row("helper paint", "followed by one of list");
    row("helper add", "needs NAME");
    row("helper add a b", "\"b\"");
    row("helper add a --colour red", "no option --colour");
    row("helper add a --queue", "--queue needs a value");
    row("helper add a --queue 65536", "0 to 65535");
    row("helper add a --queue -1", "0 to 65535");
    row("helper add a --queue many", "0 to 65535");
    row("helper add a --priv-len 33", "0 to 32");
    row("helper add a --l4 icmp", "tcp, udp, sctp, dccp");
    row("helper add a --l3 ipx", "ipv4, ipv6");
    row("helper add a --policy ftp", "NAME:MAX:TIMEOUT");
    row("helper add a --policy ftp:256:300", "1-255");
    row("helper add a --policy ftp:0:300", "1-255");
    row("helper add a --policy ftp:1:0", "NAME:MAX:TIMEOUT");
    row("helper add a --policy aname16characte:1:1 --policy anamewith16chars:1:1", "at most 15");
    row("helper add a --policy a:1:1 --policy b:1:1 --policy c:1:1 --policy d:1:1 --policy e:1:1", "at most 4");
    row("helper add a --option loose", "KEY=VALUE");
    row("helper set a", "nothing to set");
    row("helper list --disabled", "no option --disabled");
    row("rule add ftp --dport 70000", "--dport");
    row("rule add ftp --dport 21-", "--dport");
    row("rule add ftp --hook forward", "output, prerouting");
    row("rule delete one", "by its number");
    row("watch", "needs packets");
    row("watch everything", "packets, expectations, flows or health");
    row("watch expectations --format nfqnl", "packets only");
    row("watch packets --filter dport==", "--filter, at character");
    row("watch packets --count 0", "--count");
    row("watch expectations --pcapng f", "for packets");
    row("watch health --binary", "does not go with health");
    row("--host telnet://x status", "ssh://");
    row("status --host", "--host needs a value");
}

void TestTrackhandctl::wrongUsageExitsWithTwo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!m_backend->lastCall(QStringLiteral("Add")));
}

void TestTrackhandctl::helpComesFromTheCommandTable()
{
    const Outcome all = run({QStringLiteral("--help")});
    QCOMPARE(all.status, 0);
    QVERIFY(all.out.contains(QStringLiteral("helper add NAME")));
    QVERIFY(all.out.contains(QStringLiteral("Exit status")));
    const Outcome one = run({QStringLiteral("rule"), QStringLiteral("add"), QStringLiteral("--help")});
    QCOMPARE(one.status, 0);
    QVERIFY(one.out.contains(QStringLiteral("--dport N[,N|N-M]")));
    QCOMPARE(run({QStringLiteral("--version")}).out, QStringLiteral("trackhandctl " TRACKHAND_VERSION "\n"));
}

void TestTrackhandctl::withoutABackendTheStatusIsThree()
{
    m_backend->vanish();
    const Outcome outcome = run({QStringLiteral("status")});
    QCOMPARE(outcome.status, 3);
    QVERIFY(outcome.err.contains(QStringLiteral("trackhandd is not running")));
    m_bus->stop();
    QCOMPARE(run({QStringLiteral("status")}).status, 3);
}

void TestTrackhandctl::aRefusalExitsWithFour()
{
    m_backend->failNext(QStringLiteral("Add"), ErrorCode::NotAuthorized, QStringLiteral("you may not\nmanage helpers"));
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("add"), QStringLiteral("ftp")});
    QCOMPARE(outcome.status, 4);
    QCOMPARE(outcome.err, QStringLiteral("trackhandctl: you may not manage helpers\n"));
}

void TestTrackhandctl::aKernelThatCannotExitsWithFive()
{
    m_backend->failNext(QStringLiteral("Add"), ErrorCode::UnsupportedByKernel, QStringLiteral("no nfnetlink_cthelper"));
    QCOMPARE(run({QStringLiteral("helper"), QStringLiteral("add"), QStringLiteral("ftp")}).status, 5);
}

void TestTrackhandctl::diagnoseFailsAtTheBrokenLink()
{
    m_backend->addHelper(ftpHelper());
    const Outcome outcome = run({QStringLiteral("diagnose"), QStringLiteral("ftp")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.contains(QStringLiteral("ok      kernel")));
    QVERIFY(outcome.out.contains(QStringLiteral("broken  rule")));
    QVERIFY(outcome.out.contains(QStringLiteral("add a rule for tcp port 21")));
}

void TestTrackhandctl::statsSpeakOpenMetrics()
{
    m_backend->addHelper(ftpHelper());
    const Outcome outcome = run({QStringLiteral("stats"), QStringLiteral("--openmetrics")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.contains(QStringLiteral("# TYPE trackhand_packets counter\n")));
    QVERIFY(outcome.out.contains(QStringLiteral("trackhand_packets_total{helper=\"ftp\"} 12\n")));
    QVERIFY(outcome.out.contains(QStringLiteral("# TYPE trackhand_expectations_waiting gauge\n")));
    QVERIFY(outcome.out.contains(QStringLiteral("trackhand_expectations_waiting{helper=\"ftp\"} 3\n")));
    QVERIFY(outcome.out.contains(QStringLiteral("# TYPE trackhand_events_lost counter\n")));
    QVERIFY(outcome.out.contains(QStringLiteral("trackhand_events_lost_total{helper=\"ftp\"} 5\n")));
    QVERIFY(outcome.out.contains(QStringLiteral("trackhand_helper_running{helper=\"ftp\"} 1\n")));
    QVERIFY(outcome.out.endsWith(QStringLiteral("# EOF\n")));
}

void TestTrackhandctl::settingsGoThroughFiles()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.toml"));
    QCOMPARE(run({QStringLiteral("export"), file}).status, 0);
    QVERIFY(QFile::exists(file));
    QCOMPARE(run({QStringLiteral("apply"), file}).status, 0);
    QVERIFY(m_backend->lastCall(QStringLiteral("Apply")));
    const Outcome missing = run({QStringLiteral("apply"), folder.filePath(QStringLiteral("missing.toml"))});
    QCOMPARE(missing.status, 1);
    QVERIFY(missing.err.contains(QStringLiteral("missing.toml")));

    QFile conntrackd(folder.filePath(QStringLiteral("conntrackd.conf")));
    QVERIFY(conntrackd.open(QIODevice::WriteOnly));
    conntrackd.write("Helper { Type ftp inet tcp { QueueNum 4 Policy ftp { ExpectMax 1 ExpectTimeout 300 } } }");
    conntrackd.close();
    const QStringList import {QStringLiteral("import"), QStringLiteral("conntrackd"), conntrackd.fileName()};
    const QString command =
        QStringLiteral("trackhandctl helper add ftp --l3 ipv4 --l4 tcp --queue 4 --policy ftp:1:300\n");
    QCOMPARE(run(import + QStringList {QStringLiteral("--dry-run")}).out, command);
    QVERIFY(m_backend->helpers().isEmpty());
    QCOMPARE(run(import).out, command);
    QCOMPARE(m_backend->helpers().value(QStringLiteral("ftp")).queue, 4U);
}

void TestTrackhandctl::nothingIsColouredOffATerminal()
{
    m_backend->addHelper(ftpHelper());
    for (const char *command : {"helper list", "status", "diagnose ftp", "doctor"}) {
        QVERIFY(!run(QString::fromLatin1(command).split(u' ')).out.contains(u'\033'));
    }
}

QTEST_GUILESS_MAIN(TestTrackhandctl)
#include "tst_trackhandctl.moc"
