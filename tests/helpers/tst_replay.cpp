// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/replay.h"

#include "capturefile.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <pcap/dlt.h>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

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
        const char *direction = (event.flags & EventFlag::Replayed) == 0 ? "live"
            : isReply(event.ctInfo)                                      ? "reply"
            : event.ctInfo == CtInfo::New                                ? "new"
            : event.ctInfo == CtInfo::Related                            ? "related"
                                                                         : "established";
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

Outcome run(Replay &replay, const QString &path)
{
    Outcome outcome;
    const auto summary = replay.run(path.toStdString(),
        [&](const EventRecord &event, std::uint64_t frame) { outcome.events << describe(event, frame); });
    outcome.summary = summary ? *summary : ReplaySummary {};
    if (!summary) {
        outcome.summary.problem = summary.error().text;
    }
    return outcome;
}

Outcome replay(const QString &path, std::vector<ReplayPorts> ports = {}, const char *helper = "ftp")
{
    Replay replay;
    replay.attach(createHelper(helper).take(), std::move(ports));
    return run(replay, path);
}

/// Two digits in a client's segment: a connection is expected to that port of the client, plus 50000. With a '+' behind
/// them it is to have this helper too.
class Announcer : public Helper {
public:
    const HelperDescriptor &descriptor() const override
    {
        static const HelperDescriptor descriptor {.name = "announcer",
            .summary = {},
            .advice = {},
            .l3 = {L3Protocol::Ipv4},
            .l4 = {L4Protocol::Tcp},
            .ports = {21},
            .classes = {{.name = "data", .maximum = 2, .timeoutSeconds = 60}},
            .options = {},
            .rights = {.sameHelper = true}};
        return descriptor;
    }
    Judgement onPacket(const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &) override
    {
        const auto said = packet.payload();
        if (said.size() >= 2 && packet.direction() == Direction::Original) {
            auto expectation = expectationToSender(
                connection, L4Protocol::Tcp, static_cast<std::uint16_t>(50000 + (said[0] - '0') * 10 + said[1] - '0'));
            if (said.size() > 2) {
                std::ranges::copy(std::string_view("announcer"), expectation.childHelper.begin());
            }
            expectations.add(expectation);
        }
        return Judgement::Accept;
    }
};

Outcome replayAnnouncer(const QString &path)
{
    Replay replay;
    replay.attach(std::make_unique<Announcer>());
    return run(replay, path);
}

const Tuple Active = tcpTuple("10.0.2.2", 20, "10.0.1.2", 50007);

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
    void framesWithoutIpAreNoPackets_data();
    void framesWithoutIpAreNoPackets();
    void extensionHeadersAreLookedBehind();
    void fragmentsAreJudgedAsTheirDatagram();
    void severalHelpersHaveEachTheirConnections();
    void aConnectionHasTheFirstHelperThatWantsIt();
    void anExpectedConnectionHasNoHelper();
    void anExpectedConnectionHasTheHelperThatTheExpectationNames();
    void expectationsEndWithTheirConnection();
    void anExpectedConnectionIsRelatedUntilItIsAnswered();
    void whatAnotherConnectionExpectsIsNotExpectedTwice();
    void theOldestOfAClassMakesRoom();
    void aSynSentAgainIsNoNewConnection();
    void aReplayEndsWhenItsWatcherHasSeenEnough();
    void damagedFilesNeverDoHarm();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("capture.pcap")); }
    void write(const std::vector<Bytes> &packets)
    {
        CaptureFile capture(path().toStdString(), DLT_RAW);
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
    QTest::newRow("OpenBSD loopback") << DLT_LOOP << QByteArray::fromHex("00000002");
    QTest::newRow("Ethernet with SNAP") << DLT_EN10MB << ethernet + QByteArray::fromHex("0030aaaa030000000800");
    QTest::newRow("PPPoE") << DLT_EN10MB
                           << ethernet
            + QByteArray::fromHex("8864110000010040"
                                  "0021");
    QTest::newRow("PPPoE alone") << DLT_PPP_ETHER
                                 << QByteArray::fromHex("110000010040"
                                                        "0021");
    QTest::newRow("PPP") << DLT_PPP << QByteArray::fromHex("0021");
    QTest::newRow("PPP with a short protocol") << DLT_PPP << QByteArray::fromHex("21");
    QTest::newRow("PPP as in HDLC") << DLT_PPP_SERIAL << QByteArray::fromHex("ff030021");
    QTest::newRow("Cisco HDLC") << DLT_C_HDLC << QByteArray::fromHex("0f000800");
    QTest::newRow("pppd") << DLT_PPP_PPPD << QByteArray::fromHex("01030021");
    const QByteArray snap = QByteArray::fromHex("aaaa030000000800");
    QTest::newRow("802.11") << DLT_IEEE802_11 << QByteArray::fromHex("0801") + QByteArray(22, '\0') + snap;
    QTest::newRow("802.11 with QoS") << DLT_IEEE802_11 << QByteArray::fromHex("8801") + QByteArray(24, '\0') + snap;
    QTest::newRow("802.11 between stations")
        << DLT_IEEE802_11 << QByteArray::fromHex("0803") + QByteArray(28, '\0') + snap;
    QTest::newRow("802.11 with radiotap") << DLT_IEEE802_11_RADIO
                                          << QByteArray::fromHex("0000080000000000"
                                                                 "0802")
            + QByteArray(22, '\0') + snap;
}

void TestReplay::aTransferIsExpectedAndMatched()
{
    QFETCH(int, linkType);
    QFETCH(QByteArray, linkHeader);
    {
        CaptureFile capture(path().toStdString(), linkType);
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
        CaptureFile capture(path().toStdString(), DLT_RAW);
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
        CaptureFile capture(path().toStdString(), DLT_USB_LINUX);
    }
    const QString problem = text(replay(path()).summary.problem);
    QVERIFY2(problem.contains(QStringLiteral("has link type USB_LINUX; captures of Ethernet")), qPrintable(problem));
}

void TestReplay::framesWithoutIpAreNoPackets_data()
{
    QTest::addColumn<int>("linkType");
    QTest::addColumn<QByteArray>("linkHeader");
    const QByteArray ethernet(12, '\1');
    const QByteArray snap = QByteArray::fromHex("aaaa030000000800");
    QTest::newRow("ARP") << DLT_EN10MB << ethernet + QByteArray::fromHex("0806");
    QTest::newRow("VLAN tags without end") << DLT_EN10MB << ethernet + QByteArray(200, '\x81');
    QTest::newRow("PPP control") << DLT_PPP << QByteArray::fromHex("c021");
    QTest::newRow("802.11 management") << DLT_IEEE802_11 << QByteArray::fromHex("8000") + QByteArray(22, '\0') + snap;
    QTest::newRow("802.11 encrypted") << DLT_IEEE802_11 << QByteArray::fromHex("0841") + QByteArray(22, '\0') + snap;
    QTest::newRow("802.11 in pieces") << DLT_IEEE802_11 << QByteArray::fromHex("0805") + QByteArray(22, '\0') + snap;
    QTest::newRow("802.11 without data") << DLT_IEEE802_11 << QByteArray::fromHex("4801") + QByteArray(22, '\0') + snap;
    QTest::newRow("radiotap beyond the end") << DLT_IEEE802_11_RADIO << QByteArray::fromHex("0000ffff");
}

void TestReplay::framesWithoutIpAreNoPackets()
{
    QFETCH(int, linkType);
    QFETCH(QByteArray, linkHeader);
    {
        CaptureFile capture(path().toStdString(), linkType);
        capture.frame(1000, joined(Bytes(linkHeader.begin(), linkHeader.end()), passiveTransfer()[0]));
        capture.frame(1000, Bytes(linkHeader.begin(), linkHeader.end()));
        capture.frame(1000, {});
    }
    const Outcome outcome = replay(path());
    QCOMPARE(outcome.summary.frames, 3U);
    QCOMPARE(outcome.summary.packets, 0U);
    QCOMPARE(outcome.summary.malformed, 0U);
}

void TestReplay::extensionHeadersAreLookedBehind()
{
    const Tuple control = tcpTuple("fd00:1::2", 40000, "fd00:2::2", 21);
    const Tuple active = tcpTuple("fd00:2::2", 20, "fd00:1::2", 50000);
    std::vector<Bytes> packets {tcpPacket(control, {100, 0, Syn, {}}),
        tcpPacket(control, {101, 501, Ack, "EPRT |2|fd00:1::2|50000|\r\n"}), tcpPacket(active, {1, 0, Syn, {}})};
    for (Bytes &packet : packets) {
        const Bytes headers {60, 0, 1, 4, 0, 0, 0, 0, 6, 0, 1, 4, 0, 0, 0, 0}; // hop-by-hop and destination options
        packet[6] = 0;
        packet[5] = static_cast<std::uint8_t>(packet[5] + headers.size());
        packet.insert(packet.begin() + 40, headers.begin(), headers.end());
    }
    write(packets);
    QCOMPARE(replay(path()).events.last(), QStringLiteral("3 matched fd00:2::2:0 > fd00:1::2:50000"));
}

void TestReplay::fragmentsAreJudgedAsTheirDatagram()
{
    for (const bool ipv6 : {false, true}) {
        Tuple question =
            ipv6 ? tcpTuple("fd00:1::2", 4000, "fd00:2::2", 69) : tcpTuple("10.0.1.2", 4000, "10.0.2.2", 69);
        question.l4 = L4Protocol::Udp;
        auto pieces = fragmentsOf(udpPacket(question, std::string(3000, 'x')), 1400);
        std::swap(pieces[0], pieces[1]);
        pieces.push_back(pieces[0]); // of a datagram whose rest is missing
        write(pieces);
        const Outcome outcome = replay(path(), {}, "observer");
        QCOMPARE(outcome.summary.packets, 1U);
        QCOMPARE(outcome.summary.reassembled, 1U);
        QCOMPARE(outcome.summary.incomplete, 1U);
        QCOMPARE(outcome.events.size(), 1);
        QVERIFY2(outcome.events[0].startsWith(QStringLiteral("3 packet new")), qPrintable(outcome.events[0]));
    }
}

void TestReplay::severalHelpersHaveEachTheirConnections()
{
    auto packets = passiveTransfer();
    const Tuple other = tcpTuple("10.0.1.2", 40007, "10.0.2.2", 8080);
    packets.insert(packets.begin() + 4, tcpPacket(other, {1, 0, Syn, {}}));
    write(packets);
    Replay replay;
    replay.attach(createHelper("observer").take(), {{8080, 8080}});
    replay.attach(createHelper("ftp").take());
    QStringList story;
    const auto summary = replay.run(path().toStdString(), [&](const EventRecord &event, std::uint64_t frame) {
        story << QStringLiteral("%1 %2").arg(frame).arg(text(event.helperName()));
    });
    QVERIFY(summary);
    const QStringList expected {QStringLiteral("1 ftp"), QStringLiteral("2 ftp"), QStringLiteral("3 ftp"),
        QStringLiteral("4 ftp"), QStringLiteral("5 observer"), QStringLiteral("6 ftp"), QStringLiteral("6 ftp"),
        QStringLiteral("7 ftp")};
    QCOMPARE(story, expected);
    QCOMPARE(summary->packets, 6U);
    QCOMPARE(summary->matched, 1U);
}

void TestReplay::aConnectionHasTheFirstHelperThatWantsIt()
{
    write(passiveTransfer());
    for (const bool observerFirst : {true, false}) {
        Replay replay;
        replay.attach(createHelper(observerFirst ? "observer" : "ftp").take());
        replay.attach(createHelper(observerFirst ? "ftp" : "observer").take());
        QCOMPARE(run(replay, path()).summary.expectations, observerFirst ? 0U : 1U);
    }
}

void TestReplay::anExpectedConnectionHasNoHelper()
{
    write(passiveTransfer());
    Replay replay;
    replay.attach(createHelper("ftp").take());
    replay.attach(createHelper("observer").take());
    QCOMPARE(run(replay, path()).summary.packets, 5U);
}

void TestReplay::anExpectedConnectionHasTheHelperThatTheExpectationNames()
{
    for (const bool child : {false, true}) {
        write({tcpPacket(Control, {100, 0, Syn, {}}), tcpPacket(Control, {101, 501, Ack, child ? "07+" : "07"}),
            tcpPacket(Active, {1, 0, Syn, {}}), tcpPacket(Active, {2, 0, Ack, "08"})});
        const Outcome outcome = replayAnnouncer(path());
        QCOMPARE(outcome.summary.matched, 1U);
        QCOMPARE(outcome.summary.packets, child ? 4U : 2U);
        QCOMPARE(outcome.summary.expectations, child ? 2U : 1U);
    }
}

void TestReplay::anExpectedConnectionIsRelatedUntilItIsAnswered()
{
    write({tcpPacket(Control, {100, 0, Syn, {}}), tcpPacket(Control, {101, 501, Ack, "07+"}),
        tcpPacket(Active, {1, 0, Syn, {}}), tcpPacket(Active.inverted(), {1, 2, Syn | Ack, {}}),
        tcpPacket(Active, {2, 2, Ack, {}})});
    QCOMPARE(replayAnnouncer(path()).events.mid(3),
        QStringList({QStringLiteral("3 matched 10.0.2.2:0 > 10.0.1.2:50007"), QStringLiteral("3 packet related "),
            QStringLiteral("4 packet reply "), QStringLiteral("5 packet established ")}));
}

void TestReplay::expectationsEndWithTheirConnection()
{
    write({tcpPacket(Control, {100, 0, Syn, {}}), tcpPacket(Control, {101, 501, Ack, "07"}),
        tcpPacket(Control, {103, 501, Fin | Ack, {}}), tcpPacket(Control, {70000, 0, Syn, {}}),
        tcpPacket(Active, {1, 0, Syn, {}})});
    const Outcome outcome = replayAnnouncer(path());
    QVERIFY(outcome.events.contains(QStringLiteral("4 removed 10.0.2.2:0 > 10.0.1.2:50007")));
    QCOMPARE(outcome.summary.matched, 0U);
    QCOMPARE(outcome.summary.unmatched, 1U);
}

void TestReplay::whatAnotherConnectionExpectsIsNotExpectedTwice()
{
    Tuple second = Control;
    second.sourcePort = 40009;
    write({tcpPacket(Control, {100, 0, Syn, {}}), tcpPacket(Control, {101, 501, Ack, "07"}),
        tcpPacket(second, {100, 0, Syn, {}}), tcpPacket(second, {101, 501, Ack, "07"}),
        tcpPacket(Active, {1, 0, Syn, {}})});
    const Outcome outcome = replayAnnouncer(path());
    QCOMPARE(outcome.summary.expectations, 1U);
    QCOMPARE(outcome.summary.matched, 1U);
}

void TestReplay::theOldestOfAClassMakesRoom()
{
    write({tcpPacket(Control, {100, 0, Syn, {}}), tcpPacket(Control, {101, 501, Ack, "07"}),
        tcpPacket(Control, {103, 501, Ack, "08"}), tcpPacket(Control, {105, 501, Ack, "09"}),
        tcpPacket(Active, {1, 0, Syn, {}})});
    const Outcome outcome = replayAnnouncer(path());
    QVERIFY(outcome.events.contains(QStringLiteral("4 evicted 10.0.2.2:0 > 10.0.1.2:50007")));
    QCOMPARE(outcome.summary.expectations, 3U);
    QCOMPARE(outcome.summary.matched, 0U);
}

void TestReplay::aSynSentAgainIsNoNewConnection()
{
    auto packets = passiveTransfer();
    packets.insert(packets.begin() + 2, packets[0]);
    write(packets);
    QCOMPARE(replay(path()).events[2], QStringLiteral("3 packet established "));
}

void TestReplay::aReplayEndsWhenItsWatcherHasSeenEnough()
{
    {
        CaptureFile capture(path().toStdString(), DLT_RAW);
        for (int i = 0; i < 20000; ++i) {
            capture.frame(1000, passiveTransfer()[0]);
        }
    }
    Replay replay;
    replay.attach(createHelper("ftp").take());
    std::uint64_t bytes = 0;
    const auto summary = replay.run(
        path().toStdString(), [](const EventRecord &, std::uint64_t) {},
        [&](const ReplayProgress &progress) {
            bytes = progress.bytes;
            return progress.bytesRead < progress.bytes / 2;
        });
    QVERIFY(summary);
    QCOMPARE(bytes, static_cast<std::uint64_t>(QFile(path()).size()));
    QVERIFY(summary->frames >= 10000 && summary->frames < 20000);
    QCOMPARE(QByteArray::fromStdString(summary->problem),
        QStringLiteral("ended after frame %1").arg(summary->frames).toUtf8());
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
