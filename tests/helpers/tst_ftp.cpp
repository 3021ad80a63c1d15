// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

struct Case {
    const char *name;
    bool ipv6;
    int from; // 0 client, 1 server
    const char *line;
    const char *expected;
};

const char PassiveReply[] = "227 Entering Passive Mode (10,0,2,2,195,80).\r\n";

const Case Announcements[] = {
    {"PORT", false, 0, "PORT 10,0,1,2,195,80\r\n", "10.0.2.2:0 > 10.0.1.2:50000"},
    {"PORT in small letters", false, 0, "port 10,0,1,2,195,80\r\n", "10.0.2.2:0 > 10.0.1.2:50000"},
    {"PORT ended by LF alone", false, 0, "PORT 10,0,1,2,195,80\n", "10.0.2.2:0 > 10.0.1.2:50000"},
    {"227", false, 1, PassiveReply, "10.0.1.2:0 > 10.0.2.2:50000"},
    {"227 without parentheses", false, 1, "227 at 10,0,2,2,195,80\r\n", "10.0.1.2:0 > 10.0.2.2:50000"},
    {"227 of several lines", false, 1, "227-Welcome (10,0,2,2,1,1)\r\n 229 (|||6000|)\r\n227 =10,0,2,2,195,80\r\n",
        "10.0.1.2:0 > 10.0.2.2:50000"},
    {"229", false, 1, "229 Entering Extended Passive Mode (|||50000|)\r\n", "10.0.1.2:0 > 10.0.2.2:50000"},
    {"229 with another delimiter", false, 1, "229 ok (!!!50000!)\r\n", "10.0.1.2:0 > 10.0.2.2:50000"},
    {"EPRT IPv4", false, 0, "EPRT |1|10.0.1.2|50000|\r\n", "10.0.2.2:0 > 10.0.1.2:50000"},
    {"EPRT IPv6", true, 0, "EPRT |2|fd00:1::2|50000|\r\n", "fd00:2::2:0 > fd00:1::2:50000"},
    {"EPRT IPv6 written at length", true, 0, "EPRT |2|fd00:1:0:0:0:0:0:2|50000|\r\n", "fd00:2::2:0 > fd00:1::2:50000"},
    {"229 IPv6", true, 1, "229 Extended Passive (|||50000|)\r\n", "fd00:1::2:0 > fd00:2::2:50000"},
};

} // namespace

class TestFtp : public QObject {
    Q_OBJECT

private slots:
    void announcementsAreExpected_data();
    void announcementsAreExpected();
    void anAnnouncementSplitAnywhereIsExpected_data() { announcementsAreExpected_data(); }
    void anAnnouncementSplitAnywhereIsExpected();
    void anAnnouncementInSegmentsOfOneByteIsExpected_data() { announcementsAreExpected_data(); }
    void anAnnouncementInSegmentsOfOneByteIsExpected();
    void anAnnouncementWhoseSecondHalfComesFirstIsExpected_data() { announcementsAreExpected_data(); }
    void anAnnouncementWhoseSecondHalfComesFirstIsExpected();
    void whatMustNotBeExpectedIsNot_data();
    void whatMustNotBeExpectedIsNot();
    void aWrongDirectionAnnouncesNothing();
    void severalCommandsInOneSegmentAreEachExpected();
    void aRetransmissionIsAnsweredTheSameWay();
    void aRetransmissionJoinedWithNewBytesAnswersBoth();
    void linesWithinALongerReplyAnnounceNothing();
    void afterTlsNothingIsRead();
    void afterARestartTheKernelStillKnowsThatItIsEncrypted();
    void afterEpsvAllOnlyEpsvIsExpected();
    void aRefusedEpsvAllForbidsNothing();
    void aConnectionPickedUpInMidStreamIsFollowed();
    void aHoleTheReceiverHasAcknowledgedDoesNotEndTheHelp();
    void looseExpectsOtherHosts();
    void lowPortsAreExpectedWhenAllowed();
    void translatedConnectionsAreHelpedWhereNothingIsRewritten();
    void aTranslatedClientAnnouncesItsPublicEnd_data();
    void aTranslatedClientAnnouncesItsPublicEnd();
    void aServerBehindPortForwardingAnnouncesItsPublicEnd();
    void aTranslatedAnnouncementSentAgainGetsTheSamePort();
    void whatCannotBeRewrittenIsRefused();
    void withoutAFreePortNothingIsAnnounced();
    void shiftedAcknowledgementsLeaveNoHole();
    void passwordsAreNotNoted();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestFtp::announcementsAreExpected_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Announcements)); ++i) {
        QTest::addRow("%s", Announcements[i].name) << i;
    }
}

void TestFtp::announcementsAreExpected()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    Conversation ftp("ftp", row.ipv6);
    ftp.open();
    const auto &proposal = row.from == 0 ? ftp.client(row.line) : ftp.server(row.line);
    QCOMPARE(text(ftp.expectations()), text(row.expected));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QVERIFY2(ftp.note().find("-> expects ") != std::string::npos, ftp.note().c_str());
    QCOMPARE(proposal.expectations[0].flags, std::uint8_t {0});
    QVERIFY(proposal.expectations[0].tuple.l4 == L4Protocol::Tcp);
}

void TestFtp::anAnnouncementSplitAnywhereIsExpected()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    const std::string_view line = row.line;
    for (std::size_t at = 1; at < line.size(); ++at) {
        Conversation ftp("ftp", row.ipv6);
        ftp.open();
        const auto say = [&](std::string_view part) {
            row.from == 0 ? ftp.client(part) : ftp.server(part);
        };
        say(line.substr(0, at));
        QCOMPARE(ftp.proposal().expectationCount, std::uint8_t {0});
        say(line.substr(at));
        QCOMPARE(text(ftp.expectations()), text(row.expected));
    }
}

void TestFtp::anAnnouncementInSegmentsOfOneByteIsExpected()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    Conversation ftp("ftp", row.ipv6);
    ftp.open();
    for (const char *byte = row.line; *byte; ++byte) {
        QCOMPARE(ftp.proposal().expectationCount, std::uint8_t {0});
        row.from == 0 ? ftp.client({byte, 1}) : ftp.server({byte, 1});
    }
    QCOMPARE(text(ftp.expectations()), text(row.expected));
}

void TestFtp::anAnnouncementWhoseSecondHalfComesFirstIsExpected()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    const std::string_view line = row.line;
    for (std::size_t at = 1; at < line.size(); ++at) {
        Conversation ftp("ftp", row.ipv6);
        ftp.open();
        const std::uint32_t first = ftp.sequence[row.from];
        ftp.segment(row.from, first + static_cast<std::uint32_t>(at), line.substr(at));
        QCOMPARE(ftp.proposal().expectationCount, std::uint8_t {0});
        ftp.segment(row.from, first, line.substr(0, at));
        QCOMPARE(text(ftp.expectations()), text(row.expected));
    }
}

void TestFtp::whatMustNotBeExpectedIsNot_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<int>("from");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, bool ipv6, int from, const char *line, const char *noted) {
        QTest::addRow("%s", name) << ipv6 << from << QByteArray(line) << QByteArray(noted);
    };
    row("PORT of another host", false, 0, "PORT 10,0,1,9,195,80\r\n", "not the sender's own");
    row("PORT of the server itself", false, 0, "PORT 10,0,2,2,195,80\r\n", "not the sender's own");
    row("PORT to a low port", false, 0, "PORT 10,0,1,2,3,255\r\n", "below 1024");
    row("PORT to port 0", false, 0, "PORT 10,0,1,2,0,0\r\n", "not understood");
    row("PORT with a number of 256", false, 0, "PORT 10,0,1,256,195,80\r\n", "not understood");
    row("PORT with five numbers", false, 0, "PORT 10,0,1,2,195\r\n", "not understood");
    row("PORT with a number too long", false, 0, "PORT 10,0,1,99999999999999999999,195,80\r\n", "not understood");
    row("PORT without arguments", false, 0, "PORT\r\n", "not understood");
    row("EPRT of another host", false, 0, "EPRT |1|10.0.1.9|50000|\r\n", "not the sender's own");
    row("EPRT of IPv4 over IPv6", true, 0, "EPRT |1|10.0.1.2|50000|\r\n", "other IP version");
    row("EPRT whose family is not its address's", false, 0, "EPRT |2|10.0.1.2|50000|\r\n", "not understood");
    row("EPRT of family 3", false, 0, "EPRT |3|10.0.1.2|50000|\r\n", "not understood");
    row("EPRT to a low port", false, 0, "EPRT |1|10.0.1.2|21|\r\n", "below 1024");
    row("EPRT to port 65536", false, 0, "EPRT |1|10.0.1.2|65536|\r\n", "not understood");
    row("EPRT without its last delimiter", false, 0, "EPRT |1|10.0.1.2|50000\r\n", "not understood");
    row("227 of another host", false, 1, "227 ok (10,0,2,9,195,80)\r\n", "not the sender's own");
    row("227 to a low port", false, 1, "227 ok (10,0,2,2,0,22)\r\n", "below 1024");
    row("227 over IPv6", true, 1, "227 ok (10,0,2,2,195,80)\r\n", "other IP version");
    row("227 without numbers", false, 1, "227 ok\r\n", "not understood");
    row("229 to a low port", false, 1, "229 ok (|||1023|)\r\n", "below 1024");
    row("229 to port 65536", false, 1, "229 ok (|||65536|)\r\n", "not understood");
    row("229 without delimiters", false, 1, "229 ok (50000)\r\n", "not understood");
    row("229 without parentheses", false, 1, "229 ok |||50000|\r\n", "not understood");
}

void TestFtp::whatMustNotBeExpectedIsNot()
{
    QFETCH(bool, ipv6);
    QFETCH(int, from);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, noted);
    Conversation ftp("ftp", ipv6);
    ftp.open();
    const std::string_view said(line.constData(), static_cast<std::size_t>(line.size()));
    const auto &proposal = from == 0 ? ftp.client(said) : ftp.server(said);
    QCOMPARE(text(ftp.expectations()), QString());
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(ftp.note().find(noted.toStdString()) != std::string::npos, ftp.note().c_str());
}

void TestFtp::aWrongDirectionAnnouncesNothing()
{
    Conversation ftp;
    ftp.open();
    ftp.client("227 Entering Passive Mode (10,0,1,2,195,80)\r\n");
    QCOMPARE(text(ftp.expectations()), QString());
    ftp.server("PORT 10,0,2,2,195,80\r\n");
    QCOMPARE(text(ftp.expectations()), QString());
}

void TestFtp::severalCommandsInOneSegmentAreEachExpected()
{
    Conversation ftp;
    ftp.open();
    ftp.client("TYPE I\r\nPORT 10,0,1,2,195,80\r\nRETR a\r\nPORT 10,0,1,2,195,81\r\n");
    QCOMPARE(text(ftp.expectations()), text("10.0.2.2:0 > 10.0.1.2:50000, 10.0.2.2:0 > 10.0.1.2:50001"));
    QVERIFY(ftp.note().starts_with("TYPE; PORT 10,0,1,2,195,80 -> expects 10.0.1.2:50000; RETR; PORT"));
}

void TestFtp::aRetransmissionIsAnsweredTheSameWay()
{
    Conversation ftp;
    ftp.open();
    const std::uint32_t at = ftp.sequence[0];
    ftp.client("PORT 10,0,1,2,195,80\r\n");
    const auto first = ftp.expectations();
    ftp.server("200 ok\r\n");
    QCOMPARE(ftp.proposal().expectationCount, std::uint8_t {0});
    ftp.segment(0, at, "PORT 10,0,1,2,195,80\r\n");
    QCOMPARE(text(ftp.expectations()), text(first));
    ftp.segment(0, at, "PORT 10,0");
    QCOMPARE(text(ftp.expectations()), QString());
    ftp.segment(0, at + 9, ",1,2,195,80\r\n");
    QCOMPARE(text(ftp.expectations()), text(first));
}

void TestFtp::aRetransmissionJoinedWithNewBytesAnswersBoth()
{
    Conversation ftp;
    ftp.open();
    const std::uint32_t at = ftp.sequence[0];
    ftp.client("PORT 10,0,1,2,195,80\r\n");
    ftp.segment(0, at, "PORT 10,0,1,2,195,80\r\nPORT 10,0,1,2,195,81\r\n");
    QCOMPARE(text(ftp.expectations()), text("10.0.2.2:0 > 10.0.1.2:50000, 10.0.2.2:0 > 10.0.1.2:50001"));
}

void TestFtp::linesWithinALongerReplyAnnounceNothing()
{
    Conversation ftp;
    ftp.open();
    ftp.server("220-Hello\r\n227 Entering Passive Mode (10,0,2,2,195,80)\r\n229 ok (|||50000|)\r\n220 Ready\r\n");
    QCOMPARE(text(ftp.expectations()), QString());
    ftp.server(PassiveReply);
    QCOMPARE(ftp.proposal().expectationCount, std::uint8_t {1});
}

void TestFtp::afterTlsNothingIsRead()
{
    Conversation ftp;
    ftp.open();
    ftp.client("AUTH TLS\r\n");
    ftp.server("234 Proceed with negotiation.\r\n");
    QVERIFY(ftp.note().find("encrypted from here on") != std::string::npos);
    QVERIFY(ftp.proposal().helperDataChanged);
    ftp.client("PORT 10,0,1,2,195,80\r\n");
    QCOMPARE(text(ftp.expectations()), QString());
    QCOMPARE(text(ftp.note()), text("encrypted"));
}

void TestFtp::afterARestartTheKernelStillKnowsThatItIsEncrypted()
{
    Conversation before;
    before.open();
    before.server("234 go ahead\r\n");
    Conversation after;
    after.kernelData = before.kernelData;
    after.client("PORT 10,0,1,2,195,80\r\n");
    QCOMPARE(text(after.expectations()), QString());
    QCOMPARE(text(after.note()), text("encrypted"));
}

void TestFtp::afterEpsvAllOnlyEpsvIsExpected()
{
    Conversation ftp;
    ftp.open();
    ftp.client("EPSV ALL\r\n");
    ftp.server("200 EPSV ALL ok.\r\n");
    ftp.client("PORT 10,0,1,2,195,80\r\n");
    QCOMPARE(text(ftp.expectations()), QString());
    QVERIFY2(ftp.note().find("only EPSV was agreed on") != std::string::npos, ftp.note().c_str());
    ftp.server(PassiveReply);
    QCOMPARE(text(ftp.expectations()), QString());
    ftp.server("229 ok (|||50000|)\r\n");
    QCOMPARE(text(ftp.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
}

void TestFtp::aRefusedEpsvAllForbidsNothing()
{
    Conversation ftp;
    ftp.open();
    ftp.client("EPSV ALL\r\n");
    ftp.server("500 Unknown command.\r\n");
    ftp.client("PORT 10,0,1,2,195,80\r\n");
    QCOMPARE(text(ftp.expectations()), text("10.0.2.2:0 > 10.0.1.2:50000"));
}

void TestFtp::aConnectionPickedUpInMidStreamIsFollowed()
{
    Conversation ftp; // no handshake: a helper process that was restarted
    ftp.client("PASV\r\n");
    ftp.server(PassiveReply);
    QCOMPARE(text(ftp.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
}

void TestFtp::aHoleTheReceiverHasAcknowledgedDoesNotEndTheHelp()
{
    Conversation ftp;
    ftp.open();
    ftp.sequence[0] += 300; // passed unseen: the queue was full and let it through
    ftp.server("331 Password please.\r\n"); // acknowledges them
    ftp.client("TYPE I\r\nPORT 10,0,1,2,195,80\r\n"); // the first line may be the tail of another: left out
    QCOMPARE(text(ftp.expectations()), text("10.0.2.2:0 > 10.0.1.2:50000"));
    QVERIFY2(ftp.note().starts_with("PORT"), ftp.note().c_str());
}

void TestFtp::looseExpectsOtherHosts()
{
    Conversation ftp("ftp", false, {{"loose", "true"}});
    ftp.open();
    ftp.client("PORT 10,0,1,9,195,80\r\n");
    QCOMPARE(text(ftp.expectations()), text("10.0.2.2:0 > 10.0.1.9:50000"));
}

void TestFtp::lowPortsAreExpectedWhenAllowed()
{
    Conversation ftp("ftp", false, {{"allow_low_ports", "yes"}});
    ftp.open();
    ftp.server("229 ok (|||20|)\r\n");
    QCOMPARE(text(ftp.expectations()), text("10.0.1.2:0 > 10.0.2.2:20"));
}

void TestFtp::translatedConnectionsAreHelpedWhereNothingIsRewritten()
{
    Conversation ftp; // the client is masqueraded behind 192.0.2.1
    ftp.reply = tcpTuple("10.0.2.2", 21, "192.0.2.1", 40000);
    ftp.open();
    ftp.server(PassiveReply);
    QCOMPARE(text(ftp.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
    ftp.server("229 ok (|||50001|)\r\n");
    QCOMPARE(text(ftp.expectations()), text("10.0.1.2:0 > 10.0.2.2:50001"));
    ftp.client("PORT 192,0,2,1,195,80\r\n"); // a client that knows its public address
    QCOMPARE(text(ftp.expectations()), text("10.0.2.2:0 > 192.0.2.1:50000"));
}

void TestFtp::aTranslatedClientAnnouncesItsPublicEnd_data()
{
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("becomes");
    QTest::newRow("PORT") << "PORT 10,0,1,2,195,80\r\n"
                          << "PORT 10,0,2,1,195,82\r\n";
    QTest::newRow("EPRT") << "EPRT |1|10.0.1.2|50000|\r\n"
                          << "EPRT |1|10.0.2.1|50002|\r\n";
    QTest::newRow("among others") << "NOOP\r\nPORT 10,0,1,2,195,80\r\nLIST\r\n"
                                  << "NOOP\r\nPORT 10,0,2,1,195,82\r\nLIST\r\n";
}

void TestFtp::aTranslatedClientAnnouncesItsPublicEnd()
{
    QFETCH(QString, says);
    QFETCH(QString, becomes);
    Conversation ftp;
    ftp.masquerade();
    ftp.ports.taken = {50000, 50001};
    ftp.open();
    const auto &proposal = ftp.client(says.toStdString());
    QCOMPARE(text(ftp.rewritten()), becomes);
    QCOMPARE(text(ftp.expectations()), text("10.0.2.2:0 > 10.0.2.1:50002"));
    const auto &expectation = proposal.expectations[0];
    QVERIFY(expectation.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(expectation.natDirection, std::uint8_t {1});
    QCOMPARE(expectation.natAddress, *IpAddress::parse("10.0.1.2"));
    QCOMPARE(expectation.natPort, std::uint16_t {50000});
}

void TestFtp::aServerBehindPortForwardingAnnouncesItsPublicEnd()
{
    Conversation ftp;
    ftp.forwardPort();
    ftp.open();
    ftp.server(PassiveReply);
    QCOMPARE(text(ftp.rewritten()), text("227 Entering Passive Mode (10,0,1,1,195,80).\r\n"));
    QCOMPARE(text(ftp.expectations()), text("10.0.1.2:0 > 10.0.1.1:50000"));
    QCOMPARE(ftp.proposal().expectations[0].natDirection, std::uint8_t {0});
    ftp.server("229 ok (|||50001|)\r\n");
    QCOMPARE(text(ftp.rewritten()), QString()); // it names no address, and the port was free
    QCOMPARE(text(ftp.expectations()), text("10.0.1.2:0 > 10.0.1.1:50001"));
    ftp.ports.taken = {50002};
    ftp.server("229 ok (|||50002|)\r\n");
    QCOMPARE(text(ftp.rewritten()), text("229 ok (|||50003|)\r\n"));
}

void TestFtp::aTranslatedAnnouncementSentAgainGetsTheSamePort()
{
    Conversation ftp;
    ftp.masquerade();
    ftp.ports.taken = {50000};
    ftp.open();
    const std::uint32_t at = ftp.sequence[0];
    ftp.client("PORT 10,0,1,2,195,80\r\n");
    const std::string first = ftp.rewritten();
    const std::string expected = ftp.expectations();
    ftp.ports.taken = {};
    ftp.segment(0, at, "PORT 10,0,1,2,195,80\r\n");
    QCOMPARE(text(ftp.rewritten()), text(first));
    QCOMPARE(text(ftp.expectations()), text(expected));
    QCOMPARE(ftp.ports.requests.size(), std::size_t {1});
}

void TestFtp::whatCannotBeRewrittenIsRefused()
{
    Conversation ftp;
    ftp.masquerade();
    ftp.open();
    ftp.client("PORT 10,0,1,");
    ftp.client("2,195,80\r\n");
    QCOMPARE(text(ftp.expectations()), QString());
    QVERIFY2(ftp.note().find("split over segments") != std::string::npos, ftp.note().c_str());

    Conversation six("ftp", true);
    six.masquerade("fd00:2::1234");
    six.open();
    six.client("EPRT |2|fd00:1::2|50000|\r\n");
    QCOMPARE(text(six.expectations()), QString());
    QVERIFY2(six.note().find("cannot resize") != std::string::npos, six.note().c_str());
    six.masquerade("fd00:2::1"); // as long as the private one
    six.client("EPRT |2|fd00:1::2|50000|\r\n");
    QCOMPARE(text(six.rewritten()), text("EPRT |2|fd00:2::1|50000|\r\n"));
}

void TestFtp::withoutAFreePortNothingIsAnnounced()
{
    Conversation ftp;
    ftp.masquerade();
    ftp.open();
    for (unsigned port = 50000; port <= 65535; ++port) {
        ftp.ports.taken.insert(static_cast<std::uint16_t>(port));
    }
    ftp.client("PORT 10,0,1,2,195,80\r\n");
    QCOMPARE(text(ftp.rewritten()), QString());
    QCOMPARE(text(ftp.expectations()), QString());
    QVERIFY2(ftp.note().find("no port") != std::string::npos, ftp.note().c_str());
}

void TestFtp::shiftedAcknowledgementsLeaveNoHole()
{
    Conversation ftp;
    ftp.masquerade();
    ftp.open();
    ftp.client("PORT 10,0,1,2,195,80\r\n");
    // The server acknowledges what it was sent, ten bytes more than the client sent: the kernel undoes that later.
    ftp.shifts[0] = {ftp.sequence[0] - 1, 0, 10};
    ftp.segment(1, ftp.sequence[1], "200 ok\r\n", ftp.sequence[0] + 10);
    ftp.sequence[1] += 8;
    ftp.client("PORT 10,0,1,2,195,82\r\n");
    QCOMPARE(text(ftp.expectations()), text("10.0.2.2:0 > 10.0.2.1:50002"));
}

void TestFtp::passwordsAreNotNoted()
{
    Conversation ftp;
    ftp.open();
    ftp.client("PASS geheim\r\n");
    QCOMPARE(text(ftp.note()), text("PASS"));
    ftp.client("geheim\r\n");
    QCOMPARE(text(ftp.note()), QString());
}

void TestFtp::garbageIsAcceptedAndExpectsNothing()
{
    Conversation ftp;
    ftp.open();
    std::uint32_t state = 12345;
    for (int round = 0; round < 2000; ++round) {
        std::string garbage(1 + state % 1400, '\0');
        for (char &byte : garbage) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        const auto &proposal = round % 2 ? ftp.client(garbage) : ftp.server(garbage);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QCOMPARE(text(ftp.expectations()), QString());
    }
}

QTEST_APPLESS_MAIN(TestFtp)
#include "tst_ftp.moc"
