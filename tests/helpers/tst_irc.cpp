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

/// 10.0.1.2 as DCC writes it.
const char Chat[] = "PRIVMSG bob :\001DCC CHAT chat 167772418 50000\001\r\n";
const char Send[] = "PRIVMSG bob :\001DCC SEND notes.txt 167772418 50001 1234\001\r\n";

struct Case {
    const char *name;
    bool ipv6;
    const char *line;
    const char *expected;
};

const Case Offers[] = {
    {"CHAT", false, Chat, "0.0.0.0:0 > 10.0.1.2:50000"},
    {"SEND", false, Send, "0.0.0.0:0 > 10.0.1.2:50001"},
    {"SCHAT", false, "PRIVMSG bob :\001DCC SCHAT chat 167772418 50000\001\r\n", "0.0.0.0:0 > 10.0.1.2:50000"},
    {"TSEND", false, "PRIVMSG bob :\001DCC TSEND a 167772418 50000 1\001\r\n", "0.0.0.0:0 > 10.0.1.2:50000"},
    {"RSEND", false, "PRIVMSG bob :\001DCC RSEND a 167772418 50000 1\001\r\n", "0.0.0.0:0 > 10.0.1.2:50000"},
    {"MOVE", false, "PRIVMSG bob :\001DCC MOVE a 167772418 50000 1\001\r\n", "0.0.0.0:0 > 10.0.1.2:50000"},
    {"the answer to a passive offer", false, "PRIVMSG bob :\001DCC SEND a 167772418 50000 1234 7\001\r\n",
        "0.0.0.0:0 > 10.0.1.2:50000"},
    {"small letters, LF alone", false, "privmsg bob :\001dcc send a 167772418 50000 1\001\n",
        "0.0.0.0:0 > 10.0.1.2:50000"},
    {"a file name with spaces", false, "PRIVMSG bob :\001DCC SEND \"my own 1 2 notes\" 167772418 50000 1\001\r\n",
        "0.0.0.0:0 > 10.0.1.2:50000"},
    {"a file name with one quotation mark", false, "PRIVMSG bob :\001DCC SEND \"a 167772418 50000 1\001\r\n",
        "0.0.0.0:0 > 10.0.1.2:50000"},
    {"without its closing mark", false, "PRIVMSG bob :\001DCC CHAT chat 167772418 50000\r\n",
        "0.0.0.0:0 > 10.0.1.2:50000"},
    {"with its sender and with tags", false, "@label=1 :ann!a@h PRIVMSG bob :\001DCC CHAT chat 167772418 50000\001\r\n",
        "0.0.0.0:0 > 10.0.1.2:50000"},
    {"an address in dots", false, "PRIVMSG bob :\001DCC CHAT chat 10.0.1.2 50000\001\r\n",
        "0.0.0.0:0 > 10.0.1.2:50000"},
    {"IPv6", true, "PRIVMSG bob :\001DCC SEND a fd00:1::2 50000 1\001\r\n", ":::0 > fd00:1::2:50000"},
    {"IPv6 written at length", true, "PRIVMSG bob :\001DCC CHAT chat fd00:1:0:0:0:0:0:2 50000\001\r\n",
        ":::0 > fd00:1::2:50000"},
};

bool notes(const Conversation &irc, std::string_view wanted)
{
    return irc.note().find(wanted) != std::string::npos;
}

} // namespace

class TestIrc : public QObject {
    Q_OBJECT

private slots:
    void offersAreExpectedFromAnyHost_data();
    void offersAreExpectedFromAnyHost();
    void anOfferSplitAnywhereIsExpected_data() { offersAreExpectedFromAnyHost_data(); }
    void anOfferSplitAnywhereIsExpected();
    void anOfferInSegmentsOfOneByteIsExpected_data() { offersAreExpectedFromAnyHost_data(); }
    void anOfferInSegmentsOfOneByteIsExpected();
    void whatMustNotBeExpectedIsNot_data();
    void whatMustNotBeExpectedIsNot();
    void whatOthersOfferIsNotExpected();
    void severalOffersInOneSegmentAreEachExpected();
    void aRetransmissionIsAnsweredTheSameWay();
    void aConnectionPickedUpInMidStreamIsFollowed();
    void aHoleTheServerHasAcknowledgedDoesNotEndTheHelp();
    void aBrowserThatSpeaksIrcIsNotHelped();
    void afterARestartTheKernelStillKnowsThatItIsABrowser();
    void talkOfHttpIsNoHttp();
    void looseExpectsOtherHosts();
    void lowPortsAreExpectedWhenAllowed();
    void behindMasqueradeThePublicAddressIsAnnounced();
    void behindMasqueradeAFreePortIsAnnounced();
    void behindMasqueradeADottedAddressStaysDotted();
    void aTranslatedRetransmissionSaysTheSameAgain();
    void severalTranslatedOffersInOneSegmentAreEachRewritten();
    void aTranslatedOfferSplitOverSegmentsIsRefused();
    void whereNoPortIsFreeNothingIsAnnounced();
    void aClientThatKnowsItsPublicAddressIsHandedItsConnections();
    void translatedIpv6IsRefusedUnlessTheLengthStays();
    void namesAndTalkAreNotNoted();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestIrc::offersAreExpectedFromAnyHost_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Offers)); ++i) {
        QTest::addRow("%s", Offers[i].name) << i;
    }
}

void TestIrc::offersAreExpectedFromAnyHost()
{
    QFETCH(int, index);
    const Case &row = Offers[index];
    Conversation irc("irc", row.ipv6);
    irc.open();
    const auto &proposal = irc.client(row.line);
    QCOMPARE(text(irc.expectations()), text(row.expected));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QVERIFY2(notes(irc, "-> expects "), irc.note().c_str());
    const auto &expectation = proposal.expectations[0];
    QVERIFY(expectation.fromAnywhere());
    QVERIFY(expectation.tuple.l4 == L4Protocol::Tcp);
    QVERIFY(expectation.nat == Wire::NatFunction::None);
    QCOMPARE(expectation.flags, std::uint8_t {0});
}

void TestIrc::anOfferSplitAnywhereIsExpected()
{
    QFETCH(int, index);
    const Case &row = Offers[index];
    const std::string_view line = row.line;
    for (std::size_t at = 1; at < line.size(); ++at) {
        Conversation irc("irc", row.ipv6);
        irc.open();
        irc.client(line.substr(0, at));
        QCOMPARE(irc.proposal().expectationCount, std::uint8_t {0});
        irc.client(line.substr(at));
        QCOMPARE(text(irc.expectations()), text(row.expected));
    }
}

void TestIrc::anOfferInSegmentsOfOneByteIsExpected()
{
    QFETCH(int, index);
    const Case &row = Offers[index];
    Conversation irc("irc", row.ipv6);
    irc.open();
    for (const char *byte = row.line; *byte; ++byte) {
        QCOMPARE(irc.proposal().expectationCount, std::uint8_t {0});
        irc.client({byte, 1});
    }
    QCOMPARE(text(irc.expectations()), text(row.expected));
}

void TestIrc::whatMustNotBeExpectedIsNot_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, bool ipv6, const char *line, const char *noted) {
        QTest::addRow("%s", name) << ipv6 << QByteArray(line) << QByteArray(noted);
    };
    row("another host", false, "PRIVMSG bob :\001DCC CHAT chat 167772425 50000\001\r\n", "not the sender's own");
    row("the server itself", false, "PRIVMSG bob :\001DCC CHAT chat 167772674 50000\001\r\n", "not the sender's own");
    row("a low port", false, "PRIVMSG bob :\001DCC CHAT chat 167772418 1023\001\r\n", "below 1024");
    row("a passive offer", false, "PRIVMSG bob :\001DCC SEND a 16843009 0 1234 7\001\r\n", "passive");
    row("a port of 65536", false, "PRIVMSG bob :\001DCC CHAT chat 167772418 65536\001\r\n", "not understood");
    row("no port", false, "PRIVMSG bob :\001DCC CHAT chat 167772418\001\r\n", "not understood");
    row("a port with letters", false, "PRIVMSG bob :\001DCC CHAT chat 167772418 5000x\001\r\n", "not understood");
    row("no address", false, "PRIVMSG bob :\001DCC CHAT\001\r\n", "not understood");
    row("an address of 33 bits", false, "PRIVMSG bob :\001DCC CHAT chat 8757706898 50000\001\r\n", "not an address");
    row("a name", false, "PRIVMSG bob :\001DCC CHAT chat localhost 50000\001\r\n", "not an address");
    row("IPv4 over IPv6", true, "PRIVMSG bob :\001DCC CHAT chat 167772418 50000\001\r\n", "other IP version");
    row("IPv6 over IPv4", false, "PRIVMSG bob :\001DCC CHAT chat fd00:1::2 50000\001\r\n", "other IP version");
    row("RESUME, which announces nothing", false, "PRIVMSG bob :\001DCC RESUME a 50000 12\001\r\n", "another kind");
    row("in a NOTICE", false, "NOTICE bob :\001DCC CHAT chat 167772418 50000\001\r\n", "");
    row("in the middle of a message", false, "PRIVMSG bob :see \001DCC CHAT chat 167772418 50000\001\r\n", "");
    row("without its mark", false, "PRIVMSG bob :DCC CHAT chat 167772418 50000\r\n", "");
    row("without a colon", false, "PRIVMSG bob \001DCC CHAT chat 167772418 50000\001\r\n", "");
    row("in the reason to leave", false, "QUIT :PRIVMSG bob :\001DCC CHAT chat 167772418 50000\001\r\n", "");
}

void TestIrc::whatMustNotBeExpectedIsNot()
{
    QFETCH(bool, ipv6);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, noted);
    Conversation irc("irc", ipv6);
    irc.open();
    const auto &proposal = irc.client({line.constData(), static_cast<std::size_t>(line.size())});
    QCOMPARE(text(irc.expectations()), QString());
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(notes(irc, noted.toStdString()), irc.note().c_str());
    QCOMPARE(irc.note().empty(), noted.isEmpty());
}

void TestIrc::whatOthersOfferIsNotExpected()
{
    Conversation irc("irc");
    irc.open();
    irc.server(":bob!b@h PRIVMSG ann :\001DCC CHAT chat 167772674 50000\001\r\n");
    QCOMPARE(text(irc.expectations()), QString());
    irc.server("PRIVMSG ann :\001DCC CHAT chat 167772418 50000\001\r\n");
    QCOMPARE(text(irc.expectations()), QString());
}

void TestIrc::severalOffersInOneSegmentAreEachExpected()
{
    Conversation irc("irc");
    irc.open();
    irc.client(std::string("NICK ann\r\n") + Chat + "PING 1\r\n" + Send);
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.1.2:50000, 0.0.0.0:0 > 10.0.1.2:50001"));
    QCOMPARE(text(irc.note()),
        text("DCC CHAT 167772418 50000 -> expects 10.0.1.2:50000 from anyone; "
             "DCC SEND 167772418 50001 -> expects 10.0.1.2:50001 from anyone"));
}

void TestIrc::aRetransmissionIsAnsweredTheSameWay()
{
    Conversation irc("irc");
    irc.open();
    const std::uint32_t at = irc.sequence[0];
    irc.client(Chat);
    const auto first = irc.expectations();
    irc.client("PING 1\r\n");
    QCOMPARE(irc.proposal().expectationCount, std::uint8_t {0});
    irc.segment(0, at, Chat);
    QCOMPARE(text(irc.expectations()), text(first));
    QVERIFY(irc.proposal().expectations[0].fromAnywhere());
}

void TestIrc::aConnectionPickedUpInMidStreamIsFollowed()
{
    Conversation irc("irc"); // no handshake: a helper process that was restarted
    irc.client(Chat);
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.1.2:50000"));
}

void TestIrc::aHoleTheServerHasAcknowledgedDoesNotEndTheHelp()
{
    Conversation irc("irc");
    irc.open();
    irc.sequence[0] += 300; // passed unseen: the queue was full and let it through
    irc.server(":s PONG s :1\r\n"); // acknowledges them
    irc.client(std::string("PING 1\r\n") + Chat); // the first line may be the tail of another: left out
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.1.2:50000"));
}

void TestIrc::aBrowserThatSpeaksIrcIsNotHelped()
{
    Conversation irc("irc");
    irc.open();
    irc.client(std::string("POST / HTTP/1.1\r\nHost: x\r\n\r\n") + Chat);
    QCOMPARE(text(irc.expectations()), QString());
    QVERIFY2(notes(irc, "began with HTTP"), irc.note().c_str());
    irc.client(Chat);
    QCOMPARE(text(irc.expectations()), QString());
}

void TestIrc::afterARestartTheKernelStillKnowsThatItIsABrowser()
{
    Conversation before("irc");
    before.open();
    before.client("POST / HTTP/1.1\r\n");
    Conversation after("irc");
    after.kernelData = before.kernelData;
    after.client(Chat);
    QCOMPARE(text(after.expectations()), QString());
}

void TestIrc::talkOfHttpIsNoHttp()
{
    Conversation irc("irc");
    irc.open();
    irc.client("NICK ann\r\n");
    irc.client("PRIVMSG bob :try GET / HTTP/1.1\r\n");
    irc.client(Chat);
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.1.2:50000"));
}

void TestIrc::looseExpectsOtherHosts()
{
    Conversation irc("irc", false, {{"loose", "true"}});
    irc.open();
    irc.client("PRIVMSG bob :\001DCC CHAT chat 167772425 50000\001\r\n");
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.1.9:50000"));
}

void TestIrc::lowPortsAreExpectedWhenAllowed()
{
    Conversation irc("irc", false, {{"allow_low_ports", "yes"}});
    irc.open();
    irc.client("PRIVMSG bob :\001DCC CHAT chat 167772418 59\001\r\n");
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.1.2:59"));
}

void TestIrc::behindMasqueradeThePublicAddressIsAnnounced()
{
    Conversation irc("irc");
    irc.masquerade();
    irc.open();
    irc.client(Send);
    QCOMPARE(text(irc.rewritten()), text("PRIVMSG bob :\001DCC SEND notes.txt 167772673 50001 1234\001\r\n"));
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.2.1:50001"));
    const auto &expectation = irc.proposal().expectations[0];
    QVERIFY(expectation.fromAnywhere());
    QVERIFY(expectation.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(expectation.natDirection, std::uint8_t {1});
    QCOMPARE(text(expectation.natAddress.toString()), text("10.0.1.2"));
    QCOMPARE(expectation.natPort, std::uint16_t {50001});
    QVERIFY2(notes(irc, "says 167772673 50001, expects 10.0.2.1:50001"), irc.note().c_str());
}

void TestIrc::behindMasqueradeAFreePortIsAnnounced()
{
    Conversation irc("irc");
    irc.masquerade();
    irc.ports.taken = {50001, 50002};
    irc.open();
    irc.client(Send);
    QCOMPARE(text(irc.rewritten()), text("PRIVMSG bob :\001DCC SEND notes.txt 167772673 50003 1234\001\r\n"));
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.2.1:50003"));
    QCOMPARE(irc.proposal().expectations[0].natPort, std::uint16_t {50001});
}

void TestIrc::behindMasqueradeADottedAddressStaysDotted()
{
    Conversation irc("irc");
    irc.masquerade();
    irc.open();
    irc.client("PRIVMSG bob :\001DCC CHAT chat 10.0.1.2 50000\001\r\n");
    QCOMPARE(text(irc.rewritten()), text("PRIVMSG bob :\001DCC CHAT chat 10.0.2.1 50000\001\r\n"));
}

void TestIrc::aTranslatedRetransmissionSaysTheSameAgain()
{
    Conversation irc("irc");
    irc.masquerade();
    irc.open();
    const std::uint32_t at = irc.sequence[0];
    irc.client(Chat);
    const auto said = irc.rewritten();
    irc.ports.taken = {50000}; // by the first copy
    irc.segment(0, at, Chat);
    QCOMPARE(text(irc.rewritten()), text(said));
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.2.1:50000"));
    QCOMPARE(irc.ports.requests.size(), std::size_t {1});
}

void TestIrc::severalTranslatedOffersInOneSegmentAreEachRewritten()
{
    Conversation irc("irc");
    irc.masquerade();
    irc.open();
    irc.client(std::string(Chat) + Send);
    QCOMPARE(text(irc.rewritten()),
        text("PRIVMSG bob :\001DCC CHAT chat 167772673 50000\001\r\n"
             "PRIVMSG bob :\001DCC SEND notes.txt 167772673 50001 1234\001\r\n"));
    QCOMPARE(irc.proposal().expectationCount, std::uint8_t {2});
}

void TestIrc::aTranslatedOfferSplitOverSegmentsIsRefused()
{
    Conversation irc("irc");
    irc.masquerade();
    irc.open();
    const std::string_view line = Chat;
    irc.client(line.substr(0, 35)); // in the middle of the address
    irc.client(line.substr(35));
    QCOMPARE(text(irc.expectations()), QString());
    QVERIFY(!irc.proposal().mangled);
    QVERIFY2(notes(irc, "split over segments"), irc.note().c_str());
}

void TestIrc::whereNoPortIsFreeNothingIsAnnounced()
{
    Conversation irc("irc");
    irc.masquerade();
    irc.ports.taken = {65535};
    irc.open();
    irc.client("PRIVMSG bob :\001DCC CHAT chat 167772418 65535\001\r\n");
    QCOMPARE(text(irc.expectations()), QString());
    QVERIFY(!irc.proposal().mangled);
    QVERIFY2(notes(irc, "no port"), irc.note().c_str());
}

void TestIrc::aClientThatKnowsItsPublicAddressIsHandedItsConnections()
{
    Conversation irc("irc");
    irc.masquerade();
    irc.open();
    irc.client("PRIVMSG bob :\001DCC CHAT chat 167772673 50000\001\r\n");
    QVERIFY(!irc.proposal().mangled);
    QCOMPARE(text(irc.expectations()), text("0.0.0.0:0 > 10.0.2.1:50000"));
    QCOMPARE(text(irc.proposal().expectations[0].natAddress.toString()), text("10.0.1.2"));
}

void TestIrc::translatedIpv6IsRefusedUnlessTheLengthStays()
{
    Conversation longer("irc", true);
    longer.masquerade("fd00:2:0:1::1");
    longer.open();
    longer.client("PRIVMSG bob :\001DCC CHAT chat fd00:1::2 50000\001\r\n");
    QCOMPARE(text(longer.expectations()), QString());
    QVERIFY2(notes(longer, "cannot resize"), longer.note().c_str());

    Conversation same("irc", true);
    same.masquerade("fd00:2::1");
    same.open();
    same.client("PRIVMSG bob :\001DCC CHAT chat fd00:1::2 50000\001\r\n");
    QCOMPARE(text(same.rewritten()), text("PRIVMSG bob :\001DCC CHAT chat fd00:2::1 50000\001\r\n"));
    QCOMPARE(text(same.expectations()), text(":::0 > fd00:2::1:50000"));
}

void TestIrc::namesAndTalkAreNotNoted()
{
    Conversation irc("irc");
    irc.open();
    irc.client("PASS geheim\r\nPRIVMSG bob :geheim\r\n");
    QCOMPARE(text(irc.note()), QString());
    irc.client("PRIVMSG geheim :\001DCC SEND my geheim 50000 1\001\r\n");
    irc.client("PRIVMSG geheim :\001DCC SEND geheim 167772418 50001 1234\001\r\n");
    QVERIFY2(!notes(irc, "geheim"), irc.note().c_str());
}

void TestIrc::garbageIsAcceptedAndExpectsNothing()
{
    Conversation irc("irc");
    irc.open();
    std::uint32_t state = 12345;
    for (int round = 0; round < 2000; ++round) {
        std::string garbage(1 + state % 1400, '\0');
        for (char &byte : garbage) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        const std::string_view head = std::string_view(Send).substr(0, state % 40); // ends before the port
        const std::string said = round % 4 == 1 ? std::string(head) + garbage + "\r\n" : garbage;
        const auto &proposal = round % 2 ? irc.client(said) : irc.server(said);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QCOMPARE(text(irc.expectations()), QString());
    }
}

QTEST_APPLESS_MAIN(TestIrc)
#include "tst_irc.moc"
