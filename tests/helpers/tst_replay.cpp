// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/replay.h"

#include "helpers/registry.h"
#include "packetbuilder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <pcap/pcap.h>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Bytes joined(const Bytes &head, const Bytes &tail)
{
    Bytes all = head;
    all.insert(all.end(), tail.begin(), tail.end());
    return all;
}

/// Writes frames to a capture file.
class Capture {
public:
    Capture(const QString &path, int linkType)
        : m_handle(::pcap_open_dead(linkType, 65535))
        , m_dumper(::pcap_dump_open(m_handle, qPrintable(path)))
    {
    }
    ~Capture()
    {
        ::pcap_dump_close(m_dumper);
        ::pcap_close(m_handle);
    }
    Capture(const Capture &) = delete;
    Capture &operator=(const Capture &) = delete;

    void frame(long second, const Bytes &bytes)
    {
        pcap_pkthdr header {};
        header.ts.tv_sec = second;
        header.caplen = header.len = static_cast<bpf_u_int32>(bytes.size());
        ::pcap_dump(reinterpret_cast<u_char *>(m_dumper), &header, bytes.data());
    }

private:
    pcap_t *m_handle;
    pcap_dumper_t *m_dumper;
};

const Tuple Control = tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21);
const Tuple Data = tcpTuple("10.0.1.2", 40001, "10.0.2.2", 50000);
constexpr char Passive[] = "227 Entering Passive Mode (10,0,2,2,195,80).\r\n";

/// The packets of a passive transfer: 5 of the control connection, 2 of the data connection.
std::vector<Bytes> passiveTransfer()
{
    return {
        tcpPacket(Control, {100, 0, Syn, {}}),
        tcpPacket(Control.inverted(), {500, 101, Syn | Ack, {}}),
        tcpPacket(Control, {101, 501, Ack, {}}),
        tcpPacket(Control, {101, 501, Ack, "PASV\r\n"}),
        tcpPacket(Control.inverted(), {501, 107, Ack, Passive}),
        tcpPacket(Data, {900, 0, Syn, {}}),
        tcpPacket(Data.inverted(), {1900, 901, Syn | Ack, {}}),
    };
}

struct Outcome {
    ReplaySummary summary;
    QStringList events; // "5 new 10.0.1.2:0 > 10.0.2.2:50000" and "4 packet established PASV"
};

QString describe(const EventRecord &event, std::uint64_t frame)
{
    if (event.kind == EventKind::Packet) {
        const char *direction = isReply(event.ctInfo) ? "reply" : event.ctInfo == CtInfo::New ? "new" : "established";
        return QStringLiteral("%1 packet %2 %3").arg(frame).arg(text(direction), text(event.noteText()));
    }
    const char *const names[] = {"", "new", "matched", "expired", "evicted", "removed", "updated"};
    const Tuple tuple = event.tuple();
    return QStringLiteral("%1 %2 %3:%4 > %5:%6")
        .arg(frame)
        .arg(text(names[event.outcome]), text(tuple.source.toString()))
        .arg(tuple.sourcePort)
        .arg(text(tuple.destination.toString()))
        .arg(tuple.destinationPort);
}

Outcome replay(const QString &path, std::vector<Replay::PortRange> ports = {}, const char *helper = "ftp")
{
    Outcome outcome;
    Replay run(createHelper(helper).take(), std::move(ports));
    const auto summary = run.run(path.toStdString(),
        [&](const EventRecord &event, std::uint64_t frame) { outcome.events << describe(event, frame); });
    outcome.summary = summary ? *summary : ReplaySummary {};
    if (!summary) {
        outcome.summary.problem = summary.error().text;
    }
    return outcome;
}

const QString Expected = QStringLiteral("10.0.1.2:0 > 10.0.2.2:50000");

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private slots:
    void aTransferIsExpectedAndMatched_data();
    void aTransferIsExpectedAndMatched();
    void theEventsTellTheStoryInOrder();
    void anExpectationNobodyMatchesExpires();
    void anExpectationIsUsedUpByItsFirstConnection();
    void aRetransmittedAnnouncementIsNoSecondExpectation();
    void aCaptureBegunInMidStreamIsUnderstood();
    void onlyTheChosenPortsAreJudged();
    void aNewConnectionOnTheSamePortsIsAnotherOne();
    void ipv6TransfersAreMatched();
    void cutPacketsAreCountedAsMalformed();
    void aTruncatedFileGivesWhatWasRead();
    void aFileThatIsNoCaptureIsRefused();
    void aMissingFileIsRefused();
    void anUnknownLinkTypeIsRefused();
    void damagedFilesNeverDoHarm();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("capture.pcap")); }
    void write(const std::vector<Bytes> &packets)
    {
        Capture capture(path(), DLT_RAW);
        for (const Bytes &packet : packets) {
            capture.frame(1000, packet);
        }
    }
    QTemporaryDir m_folder;
};

void TestReplay::aTransferIsExpectedAndMatched_data()
{
    QTest::addColumn<int>("linkType");
    QTest::addColumn<QByteArray>("linkHeader");
    const QByteArray ethernet(12, '\1');
    QTest::newRow("raw IP") << DLT_RAW << QByteArray();
    QTest::newRow("Ethernet") << DLT_EN10MB << ethernet + QByteArray::fromHex("0800");
    QTest::newRow("VLAN") << DLT_EN10MB << ethernet + QByteArray::fromHex("810000070800");
    QTest::newRow("two VLAN tags") << DLT_EN10MB << ethernet + QByteArray::fromHex("88a80007810000080800");
    QTest::newRow("Linux cooked") << DLT_LINUX_SLL << QByteArray(14, '\0') + QByteArray::fromHex("0800");
    QTest::newRow("Linux cooked 2") << DLT_LINUX_SLL2 << QByteArray::fromHex("0800") + QByteArray(18, '\0');
    QTest::newRow("BSD loopback") << DLT_NULL << QByteArray::fromHex("02000000");
}

void TestReplay::aTransferIsExpectedAndMatched()
{
    QFETCH(int, linkType);
    QFETCH(QByteArray, linkHeader);
    {
        Capture capture(path(), linkType);
        for (const Bytes &packet : passiveTransfer()) {
            capture.frame(1000, joined(Bytes(linkHeader.begin(), linkHeader.end()), packet));
        }
    }
    const Outcome outcome = replay(path());
    QVERIFY(outcome.events.contains(QStringLiteral("5 new ") + Expected));
    QVERIFY(outcome.events.contains(QStringLiteral("6 matched ") + Expected));
    QCOMPARE(outcome.summary.frames, 7U);
    QCOMPARE(outcome.summary.packets, 5U);
    QCOMPARE(outcome.summary.expectations, 1U);
    QCOMPARE(outcome.summary.matched, 1U);
    QCOMPARE(outcome.summary.unmatched, 0U);
    QCOMPARE(outcome.summary.malformed, 0U);
    QCOMPARE(text(outcome.summary.problem), QString());
}

void TestReplay::theEventsTellTheStoryInOrder()
{
    write(passiveTransfer());
    const QStringList story {QStringLiteral("1 packet new "), QStringLiteral("2 packet reply "),
        QStringLiteral("3 packet established "), QStringLiteral("4 packet established PASV"),
        QStringLiteral("5 packet reply 227 10,0,2,2,195,80 -> expects 10.0.2.2:50000"),
        QStringLiteral("5 new ") + Expected, QStringLiteral("6 matched ") + Expected};
    QCOMPARE(replay(path()).events, story);
}

void TestReplay::anExpectationNobodyMatchesExpires()
{
    auto packets = passiveTransfer();
    packets.resize(5);
    {
        Capture capture(path(), DLT_RAW);
        for (const Bytes &packet : packets) {
            capture.frame(1000, packet);
        }
        capture.frame(1301, tcpPacket(Data, {900, 0, Syn, {}}));
    }
    const Outcome outcome = replay(path());
    QCOMPARE(outcome.events.last(), QStringLiteral("6 expired ") + Expected);
    QCOMPARE(outcome.summary.unmatched, 1U);
    QCOMPARE(outcome.summary.matched, 0U);
}

void TestReplay::anExpectationIsUsedUpByItsFirstConnection()
{
    auto packets = passiveTransfer();
    Tuple second = Data;
    second.sourcePort = 40002;
    packets.push_back(tcpPacket(second, {1, 0, Syn, {}}));
    write(packets);
    QCOMPARE(replay(path()).summary.matched, 1U);
}

void TestReplay::aRetransmittedAnnouncementIsNoSecondExpectation()
{
    auto packets = passiveTransfer();
    packets.insert(packets.begin() + 5, packets[4]);
    write(packets);
    const Outcome outcome = replay(path());
    QCOMPARE(outcome.summary.expectations, 1U);
    QCOMPARE(outcome.summary.matched, 1U);
    QVERIFY(outcome.events.contains(QStringLiteral("6 packet reply retransmission, expects the same again")));
}

void TestReplay::aCaptureBegunInMidStreamIsUnderstood()
{
    auto packets = passiveTransfer();
    packets.erase(packets.begin(), packets.begin() + 4);
    write(packets);
    const Outcome outcome = replay(path());
    QCOMPARE(outcome.summary.expectations, 1U);
    QCOMPARE(outcome.summary.matched, 1U);
}

void TestReplay::onlyTheChosenPortsAreJudged()
{
    write(passiveTransfer());
    QCOMPARE(replay(path(), {{2121, 2130}}).summary.packets, 0U);
    QCOMPARE(replay(path(), {{20, 22}}).summary.packets, 5U);
    QCOMPARE(replay(path(), {}, "observer").summary.packets, 7U);
}

void TestReplay::aNewConnectionOnTheSamePortsIsAnotherOne()
{
    auto packets = passiveTransfer();
    packets.push_back(tcpPacket(Control, {107, 548, Fin | Ack, {}}));
    packets.push_back(tcpPacket(Control, {70000, 0, Syn, {}}));
    packets.push_back(tcpPacket(Control.inverted(), {80000, 70001, Syn | Ack, {}}));
    packets.push_back(tcpPacket(Control.inverted(), {80001, 70001, Ack, "229 ok (|||50007|)\r\n"}));
    write(packets);
    const Outcome outcome = replay(path());
    QCOMPARE(outcome.summary.expectations, 2U);
    QVERIFY(outcome.events.contains(QStringLiteral("9 packet new ")));
}

void TestReplay::ipv6TransfersAreMatched()
{
    const Tuple control = tcpTuple("fd00:1::2", 40000, "fd00:2::2", 21);
    const Tuple active = tcpTuple("fd00:2::2", 20, "fd00:1::2", 50000);
    write({tcpPacket(control, {100, 0, Syn, {}}), tcpPacket(control.inverted(), {500, 101, Syn | Ack, {}}),
        tcpPacket(control, {101, 501, Ack, "EPRT |2|fd00:1::2|50000|\r\n"}), tcpPacket(active, {1, 0, Syn, {}})});
    const Outcome outcome = replay(path());
    QCOMPARE(outcome.events.last(), QStringLiteral("4 matched fd00:2::2:0 > fd00:1::2:50000"));
}

void TestReplay::cutPacketsAreCountedAsMalformed()
{
    auto packets = passiveTransfer();
    packets[0].resize(30);
    write(packets);
    const Outcome outcome = replay(path());
    QCOMPARE(outcome.summary.malformed, 1U);
    QCOMPARE(outcome.summary.matched, 1U);
}

void TestReplay::aTruncatedFileGivesWhatWasRead()
{
    write(passiveTransfer());
    QFile file(path());
    QVERIFY(file.resize(file.size() - 10));
    const Outcome outcome = replay(path());
    QCOMPARE(outcome.summary.frames, 6U);
    QCOMPARE(outcome.summary.matched, 1U);
    QVERIFY2(outcome.summary.problem.starts_with("damaged after frame 6: "), outcome.summary.problem.c_str());
}

void TestReplay::aFileThatIsNoCaptureIsRefused()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("This is a letter, not a capture.");
    file.close();
    QVERIFY(text(replay(path()).summary.problem).startsWith(QStringLiteral("cannot read")));
}

void TestReplay::aMissingFileIsRefused()
{
    const QString problem = text(replay(m_folder.filePath(QStringLiteral("none"))).summary.problem);
    QVERIFY2(problem.contains(QStringLiteral("No such file")), qPrintable(problem));
}

void TestReplay::anUnknownLinkTypeIsRefused()
{
    {
        Capture capture(path(), DLT_IEEE802_11);
    }
    const QString problem = text(replay(path()).summary.problem);
    QVERIFY2(problem.contains(QStringLiteral("IEEE802_11")), qPrintable(problem));
}

void TestReplay::damagedFilesNeverDoHarm()
{
    write(passiveTransfer());
    QFile whole(path());
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    whole.close();
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged);
        file.close();
        QVERIFY(replay(path()).summary.frames <= 7);
    }
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
