// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedprogram.h"

#include "client/export/pcapngwriter.h"
#include "tests/helpers/packetbuilder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Trackhand;

namespace {

/// An active transfer, five packets of 40 to 62 bytes.
void writeTransfer(const QString &file)
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

} // namespace

/// `trackhandctl replay`, which needs no backend.
class TestCtlReplay : public PlayedProgram {
    Q_OBJECT

private slots:
    void init() { startBackend(); }
    void cleanup() { end(); }

    void replayTellsWhatTheHelperSaw();
    void replayNamesTheFileItCannotRead();
    void replayTellsWhatItReadOfADamagedFile();
    void replayRunsSeveralHelpers();
    void replayRefusesWhatIsAmbiguous_data();
    void replayRefusesWhatIsAmbiguous();
};

void TestCtlReplay::replayTellsWhatTheHelperSaw()
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

void TestCtlReplay::replayNamesTheFileItCannotRead()
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

void TestCtlReplay::replayTellsWhatItReadOfADamagedFile()
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

void TestCtlReplay::replayRunsSeveralHelpers()
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

void TestCtlReplay::replayRefusesWhatIsAmbiguous_data()
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

void TestCtlReplay::replayRefusesWhatIsAmbiguous()
{
    QFETCH(QString, arguments);
    QFETCH(QString, why);
    const Outcome outcome =
        run(QStringList {QStringLiteral("replay"), QStringLiteral("/dev/null")} + arguments.split(u' '));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(why), qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(TestCtlReplay)
#include "tst_ctlreplay.moc"
