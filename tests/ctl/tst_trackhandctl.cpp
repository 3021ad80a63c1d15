// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/pcapngwriter.h"
#include "tests/client/fakebackend.h"
#include "tests/client/sampleevents.h"
#include "tests/helpers/packetbuilder.h"
#include "tests/shared/privatebus.h"
#include "wire/ring/eventstream.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

#include <csignal>

using namespace Trackhand;

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

HelperInfo ftpHelper()
{
    HelperInfo helper;
    helper.name = QStringLiteral("ftp");
    helper.owner = QStringLiteral("trackhand");
    helper.l3 = QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv6")};
    helper.l4 = QStringList {QStringLiteral("tcp")};
    helper.queue = 3;
    helper.state = QStringLiteral("running");
    helper.processId = 99;
    helper.policies = {{QStringLiteral("ftp"), 1, 300}};
    helper.counters.insert(QStringLiteral("packets"), 12);
    helper.counters.insert(QStringLiteral("expectations"), 2);
    return helper;
}

} // namespace

/// The real program as a process of its own, against a backend that is none on a private bus.
class TestTrackhandctl : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void wrongUsageExitsWithTwo_data();
    void wrongUsageExitsWithTwo();
    void helpComesFromTheCommandTable();
    void withoutABackendTheStatusIsThree();
    void aRefusalExitsWithFour();
    void aKernelThatCannotExitsWithFive();
    void helpersAreListed();
    void helpersAreListedAsJson();
    void helperAddRegistersAndEnables();
    void helperAddCanStopAtRegistering();
    void helperAddSendsEverySetting();
    void aHelperThatFailsToStartIsAnError();
    void anUnknownHelperIsAnError();
    void flushOfOthersHelpersWantsAYes();
    void ruleAddSaysWhatItDid();
    void ruleAddSendsEverySetting();
    void ruleDryRunChangesNothing();
    void watchPrintsNfqnlLines();
    void watchPrintsJsonOfTheContract();
    void watchShowsOnlyWhatIsAskedFor();
    void watchSeesExpectationsAndFlowsApart();
    void watchBinaryIsTheStreamForm();
    void watchEndsWhenNobodyReads();
    void watchEndsWhenInterrupted();
    void watchSurvivesARestartOfTheBackend();
    void watchHealthPrintsChanges();
    void replayTellsWhatTheHelperSaw();
    void replayNamesTheFileItCannotRead();
    void replayTellsWhatItReadOfADamagedFile();
    void replayRunsSeveralHelpers();
    void replayRefusesWhatIsAmbiguous_data();
    void replayRefusesWhatIsAmbiguous();
    void diagnoseFailsAtTheBrokenLink();
    void statsSpeakOpenMetrics();
    void settingsGoThroughFiles();
    void nothingIsColouredOffATerminal();

private:
    void start(const QStringList &arguments, QProcess *reader = nullptr);
    Outcome finish();
    Outcome run(const QStringList &arguments)
    {
        start(arguments);
        return finish();
    }
    void waitUntilWatching();

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<QProcess> m_program;
};

void TestTrackhandctl::init()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(!m_bus->address().isEmpty());
    m_backend = std::make_unique<FakeBackend>(m_bus->address());
    QVERIFY(m_backend->appear());
}

void TestTrackhandctl::cleanup()
{
    if (m_program && m_program->state() != QProcess::NotRunning) {
        m_program->kill();
        m_program->waitForFinished();
    }
    m_program.reset();
    m_backend.reset();
    m_bus.reset();
}

void TestTrackhandctl::start(const QStringList &arguments, QProcess *reader)
{
    m_program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), m_bus->address());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_program->setProcessEnvironment(environment);
    m_program->setStandardInputFile(QProcess::nullDevice());
    if (reader) {
        m_program->setStandardOutputProcess(reader);
    }
    m_program->start(QStringLiteral(TRACKHAND_PROGRAMS "/trackhandctl"), arguments);
}

/// Serves the bus until the program has ended.
Outcome TestTrackhandctl::finish()
{
    const QDeadlineTimer deadline(20000);
    while (m_program->state() != QProcess::NotRunning && !deadline.hasExpired()) {
        QTest::qWait(5);
    }
    Outcome outcome;
    if (m_program->state() == QProcess::NotRunning && m_program->exitStatus() == QProcess::NormalExit) {
        outcome.status = m_program->exitCode();
    }
    outcome.out = QString::fromUtf8(m_program->readAllStandardOutput());
    outcome.err = QString::fromUtf8(m_program->readAllStandardError());
    return outcome;
}

/// Until the program has been given its ring and had the time to open it.
void TestTrackhandctl::waitUntilWatching()
{
    QTRY_VERIFY(m_backend->lastCall(QStringLiteral("OpenEvents")));
    QTest::qWait(100);
}

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

void TestTrackhandctl::helpersAreListed()
{
    QVERIFY(run({QStringLiteral("helper"), QStringLiteral("list")}).out.startsWith(QStringLiteral("no helpers")));
    m_backend->addHelper(ftpHelper());
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("list")});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = outcome.out.split(u'\n');
    QCOMPARE(lines[0].section(u' ', 0, 0), QStringLiteral("HELPER"));
    QCOMPARE(lines[1].section(u' ', 0, 0), QStringLiteral("ftp"));
    // Numbers stand under the end of their heading.
    const qsizetype end = lines[0].indexOf(QStringLiteral("QUEUE")) + 5;
    QCOMPARE(lines[1].at(end - 1), QChar(u'3'));
    QCOMPARE(lines[1].at(end), QChar(u' '));
}

void TestTrackhandctl::helpersAreListedAsJson()
{
    m_backend->addHelper(ftpHelper());
    const Outcome outcome = run({QStringLiteral("--json"), QStringLiteral("helper"), QStringLiteral("list")});
    QVERIFY(
        outcome.out.startsWith(QStringLiteral("{\"helper\":\"ftp\",\"owner\":\"trackhand\",\"state\":\"running\"")));
    QCOMPARE(outcome.out.count(u'\n'), 1);
}

void TestTrackhandctl::helperAddRegistersAndEnables()
{
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("add"), QStringLiteral("test"),
        QStringLiteral("--queue"), QStringLiteral("0")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, QStringLiteral("test: registered on queue 0, running\n"));
    QVERIFY(m_backend->lastCall(QStringLiteral("Enable")));
    QCOMPARE(m_backend->helpers().value(QStringLiteral("test")).state, QStringLiteral("running"));
}

void TestTrackhandctl::helperAddCanStopAtRegistering()
{
    const Outcome outcome =
        run({QStringLiteral("helper"), QStringLiteral("add"), QStringLiteral("test"), QStringLiteral("--disabled")});
    QCOMPARE(outcome.out, QStringLiteral("test: registered on queue 0, disabled\n"));
    QVERIFY(!m_backend->lastCall(QStringLiteral("Enable")));
}

void TestTrackhandctl::helperAddSendsEverySetting()
{
    const QString words = QStringLiteral("helper add sip --l3 ipv6 --l4 udp --l4=tcp --queue 9 --policy rtp:4:180 "
                                         "--policy signalling:1:60 --priv-len 32 --queue-len 4096 --option media=any");
    QCOMPARE(run(words.split(u' ')).status, 0);
    const HelperInfo helper = m_backend->helpers().value(QStringLiteral("sip"));
    QCOMPARE(helper.l3, QStringList {QStringLiteral("ipv6")});
    QCOMPARE(helper.l4, (QStringList {QStringLiteral("udp"), QStringLiteral("tcp")}));
    QCOMPARE(helper.queue, 9U);
    QCOMPARE(helper.policies, (PolicyList {{QStringLiteral("rtp"), 4, 180}, {QStringLiteral("signalling"), 1, 60}}));
    QCOMPARE(helper.privateLength, 32U);
    QCOMPARE(helper.queueLength, 4096U);
    QCOMPARE(helper.options.value(QStringLiteral("media")), QStringLiteral("any"));
}

void TestTrackhandctl::aHelperThatFailsToStartIsAnError()
{
    HelperInfo helper = ftpHelper();
    helper.state = QStringLiteral("disabled");
    m_backend->addHelper(helper);
    m_backend->failNext(QStringLiteral("Enable"), ErrorCode::HelperUnavailable,
        QStringLiteral("its queue 3 belongs to another program"));
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("enable"), QStringLiteral("ftp")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err, QStringLiteral("trackhandctl: its queue 3 belongs to another program\n"));
}

void TestTrackhandctl::anUnknownHelperIsAnError()
{
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("get"), QStringLiteral("nobody")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.contains(QStringLiteral("\"nobody\"")));
}

void TestTrackhandctl::flushOfOthersHelpersWantsAYes()
{
    m_backend->addHelper(ftpHelper());
    const QStringList flushAll {QStringLiteral("helper"), QStringLiteral("flush"), QStringLiteral("--all")};
    QCOMPARE(run(flushAll).status, 2); // there is no terminal to ask on
    QCOMPARE(m_backend->helpers().size(), 1);
    QCOMPARE(run(flushAll + QStringList {QStringLiteral("--yes")}).out, QStringLiteral("1 helper(s) removed\n"));
    QCOMPARE(m_backend->lastCall(QStringLiteral("Flush"))->arguments.constFirst().toBool(), true);
}

void TestTrackhandctl::ruleAddSaysWhatItDid()
{
    m_backend->addHelper(ftpHelper());
    const Outcome outcome = run({QStringLiteral("rule"), QStringLiteral("add"), QStringLiteral("ftp"),
        QStringLiteral("--l4"), QStringLiteral("tcp")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith(QStringLiteral("rule 1: ")), qPrintable(outcome.out));
    QVERIFY(run({QStringLiteral("rule"), QStringLiteral("list"), QStringLiteral("--json")})
                .out.startsWith(QStringLiteral("{\"id\":1,\"helper\":\"ftp\"")));
    QCOMPARE(run({QStringLiteral("rule"), QStringLiteral("delete"), QStringLiteral("1")}).status, 0);
    QVERIFY(m_backend->rules().isEmpty());
}

void TestTrackhandctl::ruleAddSendsEverySetting()
{
    m_backend->addHelper(ftpHelper());
    const QString words = QStringLiteral("rule add ftp --l4 tcp --dport 21,2121-2130 --hook prerouting --iif eth0 "
                                         "--oif eth1 --src 10.0.1.0/24 --dst fd00::/8 --l3 ipv4");
    QCOMPARE(run(words.split(u' ')).status, 0);
    const RuleInfo rule = m_backend->rules().first();
    QCOMPARE(rule.helper, QStringLiteral("ftp"));
    QCOMPARE(rule.ports, (PortRangeList {{21, 21}, {2121, 2130}}));
    QCOMPARE(rule.hooks, QStringList {QStringLiteral("prerouting")});
    QCOMPARE(rule.inInterface, QStringLiteral("eth0"));
    QCOMPARE(rule.outInterface, QStringLiteral("eth1"));
    QCOMPARE(rule.source, QStringLiteral("10.0.1.0/24"));
    QCOMPARE(rule.destination, QStringLiteral("fd00::/8"));
    QCOMPARE(rule.l3, QStringList {QStringLiteral("ipv4")});
}

void TestTrackhandctl::ruleDryRunChangesNothing()
{
    const Outcome outcome =
        run({QStringLiteral("rule"), QStringLiteral("add"), QStringLiteral("ftp"), QStringLiteral("--dry-run")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.startsWith(QStringLiteral("# nftables\n")));
    QVERIFY(outcome.out.contains(QStringLiteral("# the same for iptables\n")));
    QVERIFY(m_backend->rules().isEmpty());
}

void TestTrackhandctl::watchPrintsNfqnlLines()
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

void TestTrackhandctl::watchPrintsJsonOfTheContract()
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

void TestTrackhandctl::watchShowsOnlyWhatIsAskedFor()
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

void TestTrackhandctl::watchSeesExpectationsAndFlowsApart()
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

void TestTrackhandctl::watchBinaryIsTheStreamForm()
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

void TestTrackhandctl::watchEndsWhenNobodyReads()
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

void TestTrackhandctl::watchEndsWhenInterrupted()
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

void TestTrackhandctl::watchSurvivesARestartOfTheBackend()
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

void TestTrackhandctl::watchHealthPrintsChanges()
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

/// An active transfer, five packets of 40 to 62 bytes.
static void writeTransfer(const QString &file)
{
    const Tuple control = Test::tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21);
    const Tuple data = Test::tcpTuple("10.0.2.2", 20, "10.0.1.2", 50000);
    QFile capture(file);
    QVERIFY(capture.open(QIODevice::WriteOnly));
    PcapngWriter writer(&capture);
    QVERIFY(writer.begin("test"));
    for (const Test::Bytes &packet : {Test::tcpPacket(control, {100, 0, Test::Syn, {}}),
             Test::tcpPacket(control.inverted(), {500, 101, Test::Syn | Test::Ack, {}}),
             Test::tcpPacket(control, {101, 501, Test::Ack, {}}),
             Test::tcpPacket(control, {101, 501, Test::Ack, "PORT 10,0,1,2,195,80\r\n"}),
             Test::tcpPacket(data, {1, 0, Test::Syn, {}})}) {
        QVERIFY(writer.write(emptyEvent(EventKind::Packet), packet, std::uint32_t(packet.size())));
    }
}

void TestTrackhandctl::replayTellsWhatTheHelperSaw()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ftp.pcapng"));
    writeTransfer(file);
    m_bus->stop(); // a replay needs nobody
    const QStringList command {QStringLiteral("replay"), file, QStringLiteral("--helper"), QStringLiteral("ftp")};
    const Outcome json = run(command + QStringList {QStringLiteral("--json")});
    QCOMPARE(json.status, 0);
    QVERIFY2(json.out.contains(QStringLiteral("\"note\":\"PORT 10,0,1,2,195,80")), qPrintable(json.out));
    const QStringList lines = json.out.split(u'\n', Qt::SkipEmptyParts);
    const auto line = [&lines](const char *begin) {
        return lines.filter(QLatin1String(begin)).value(0);
    };
    QVERIFY(line("\"action\":\"new\"").contains(QStringLiteral("\"frame\":4,\"helper\":\"ftp\"")));
    QVERIFY(line("\"action\":\"matched\"").contains(QStringLiteral("\"frame\":5,")));
    QVERIFY(line("\"action\":\"new\"").contains(QStringLiteral("\"dst\":\"10.0.1.2\",\"dport\":50000")));
    QVERIFY2(
        lines.last().startsWith(QStringLiteral("{\"event\":\"summary\",\"frames\":5,\"packets\":4,"
                                               "\"expectations\":1,\"matched\":1,\"unmatched\":0,\"malformed\":0,")),
        qPrintable(lines.last()));
    const Outcome elsewhere = run(command + QStringList {QStringLiteral("--dport"), QStringLiteral("2121")});
    QVERIFY2(elsewhere.out.contains(QStringLiteral("5 frames, 0 packets judged")), qPrintable(elsewhere.out));
}

void TestTrackhandctl::replayNamesTheFileItCannotRead()
{
    const Outcome outcome = run({QStringLiteral("replay"), QStringLiteral("/nonexistent.pcap"),
        QStringLiteral("--helper"), QStringLiteral("ftp")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.contains(QStringLiteral("/nonexistent.pcap")));
    QCOMPARE(run({QStringLiteral("replay"), QStringLiteral("/dev/null"), QStringLiteral("--helper"),
                     QStringLiteral("nobody")})
                 .status,
        1);
    QCOMPARE(run({QStringLiteral("replay"), QStringLiteral("/dev/null")}).status, 2);
}

void TestTrackhandctl::replayTellsWhatItReadOfADamagedFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cut.pcapng"));
    writeTransfer(file);
    QVERIFY(QFile::resize(file, QFile(file).size() - 10));
    const Outcome outcome = run(
        {QStringLiteral("replay"), file, QStringLiteral("--helper"), QStringLiteral("ftp"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.startsWith(QStringLiteral("trackhandctl: \"%1\": damaged after frame 4: ").arg(file)),
        qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY2(
        outcome.out.contains(QStringLiteral("{\"event\":\"summary\",\"frames\":4,\"packets\":4,\"expectations\":1,")),
        qPrintable(outcome.out));
}

void TestTrackhandctl::replayRunsSeveralHelpers()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ftp.pcapng"));
    writeTransfer(file);
    const QStringList command {QStringLiteral("replay"), file, QStringLiteral("--json"), QStringLiteral("--helper"),
        QStringLiteral("observer"), QStringLiteral("--helper"), QStringLiteral("ftp"), QStringLiteral("--dport")};
    const Outcome elsewhere = run(command
        + QStringList {
            QStringLiteral("observer:80,8000-8080"), QStringLiteral("--option"), QStringLiteral("ftp:loose=true")});
    QCOMPARE(elsewhere.status, 0);
    QVERIFY2(elsewhere.out.contains(QStringLiteral("\"matched\":1")), qPrintable(elsewhere.out));
    QVERIFY(!elsewhere.out.contains(QStringLiteral("\"helper\":\"observer\"")));
    const Outcome here = run(command + QStringList {QStringLiteral("observer:21")});
    QVERIFY2(here.out.contains(QStringLiteral("\"helper\":\"observer\"")), qPrintable(here.out));
    QVERIFY(!here.out.contains(QStringLiteral("\"helper\":\"ftp\"")));
}

void TestTrackhandctl::replayRefusesWhatIsAmbiguous_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *arguments, const char *why) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(why);
    };
    row("--helper ftp --helper ftp", "--helper ftp was given twice");
    row("--helper ftp --helper observer --dport 2121", "--dport names the one it is for: --dport ftp:2121");
    row("--helper ftp --dport observer:2121", "\"observer\" is not among the helpers of this replay");
    row("--helper ftp --dport ftp:", "--dport is a list of ports");
    row("--helper ftp --helper observer --option colour=red", "none of the helpers of this replay has an option");
    row("--helper ftp --option colour=red", "colour");
    row("--helper ftp --option loose", "--option is KEY=VALUE");
}

void TestTrackhandctl::replayRefusesWhatIsAmbiguous()
{
    QFETCH(QString, arguments);
    QFETCH(QString, why);
    const Outcome outcome =
        run(QStringList {QStringLiteral("replay"), QStringLiteral("/dev/null")} + arguments.split(u' '));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(why), qPrintable(outcome.err));
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
