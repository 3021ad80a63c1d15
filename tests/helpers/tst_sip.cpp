// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"
#include "sipmessages.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool contains(const std::string &whole, std::string_view part)
{
    return whole.find(part) != std::string::npos;
}

struct Case {
    const char *name;
    bool ipv6;
    int from; // 0 client, 1 server
    const char *startLine;
    const char *description;
    const char *expected;
};

constexpr char Offer[] = "INVITE sip:bob@10.0.2.2 SIP/2.0";
constexpr char Answer[] = "SIP/2.0 200 OK";
constexpr char Audio[] = "c=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\n";
constexpr char AudioExpected[] = "10.0.2.2:0 > 10.0.1.2:6000, 10.0.2.2:0 > 10.0.1.2:6001";
constexpr char AudioBack[] = "10.0.1.2:0 > 10.0.2.2:6000, 10.0.1.2:0 > 10.0.2.2:6001";

const Case Descriptions[] = {
    {"offer", false, 0, Offer, Audio, AudioExpected},
    {"offer, lines ended by LF alone", false, 0, Offer, "c=IN IP4 10.0.1.2\nm=audio 6000 RTP/AVP 0\n", AudioExpected},
    {"answer", false, 1, Answer, "c=IN IP4 10.0.2.2\r\nm=audio 6000 RTP/AVP 0\r\n", AudioBack},
    {"early media", false, 1, "SIP/2.0 183 Session Progress", "c=IN IP4 10.0.2.2\r\nm=audio 6000 RTP/AVP 0\r\n",
        AudioBack},
    {"answer in ACK", false, 0, "ACK sip:bob@10.0.2.2 SIP/2.0", Audio, AudioExpected},
    {"offer in UPDATE", false, 0, "UPDATE sip:bob@10.0.2.2 SIP/2.0", Audio, AudioExpected},
    {"offer in PRACK", false, 0, "PRACK sip:bob@10.0.2.2 SIP/2.0", Audio, AudioExpected},
    {"call from the server's side", false, 1, "INVITE sip:alice@10.0.1.2 SIP/2.0",
        "c=IN IP4 10.0.2.2\r\nm=audio 6000 RTP/AVP 0\r\n", AudioBack},
    {"connection for each medium", false, 0, Offer,
        "m=audio 6000 RTP/AVP 0\r\nc=IN IP4 10.0.1.2\r\nm=video 6002 RTP/AVP 96\r\nc=IN IP4 10.0.1.2\r\n",
        "10.0.2.2:0 > 10.0.1.2:6000, 10.0.2.2:0 > 10.0.1.2:6001, 10.0.2.2:0 > 10.0.1.2:6002, "
        "10.0.2.2:0 > 10.0.1.2:6003"},
    {"a medium's connection overrides the session's", false, 0, Offer,
        "c=IN IP4 10.0.1.9\r\nm=audio 6000 RTP/AVP 0\r\nc=IN IP4 10.0.1.2\r\n", AudioExpected},
    {"RTCP elsewhere", false, 0, Offer,
        "c=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\na=rtcp:7001 IN IP4 10.0.1.2\r\n",
        "10.0.2.2:0 > 10.0.1.2:6000, 10.0.2.2:0 > 10.0.1.2:7001"},
    {"an offer to do without RTCP's port is only an offer", false, 0, Offer,
        "c=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/SAVPF 0\r\na=rtcp-mux\r\n", AudioExpected},
    {"fax", false, 0, Offer, "c=IN IP4 10.0.1.2\r\nm=image 6000 udptl t38\r\n", "10.0.2.2:0 > 10.0.1.2:6000"},
    {"a refused medium beside another", false, 0, Offer,
        "c=IN IP4 10.0.1.2\r\nm=video 0 RTP/AVP 96\r\nm=audio 6000 RTP/AVP 0\r\n", AudioExpected},
    {"several media over one port", false, 0, Offer,
        "c=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\nm=video 6000 RTP/AVP 96\r\n", AudioExpected},
    {"a kind of medium that is not known beside another", false, 0, Offer,
        "c=IN IP4 10.0.1.2\r\nm=application 7000 UDP/BFCP *\r\nm=audio 6000 RTP/AVP 0\r\n", AudioExpected},
    {"number of ports", false, 0, Offer, "c=IN IP4 10.0.1.2\r\nm=audio 6000/2 RTP/AVP 0\r\n", AudioExpected},
    {"the highest port has no next one", false, 0, Offer, "c=IN IP4 10.0.1.2\r\nm=audio 65535 RTP/AVP 0\r\n",
        "10.0.2.2:0 > 10.0.1.2:65535"},
    {"IPv6", true, 0, "INVITE sip:bob@[fd00:2::2] SIP/2.0", "c=IN IP6 fd00:1::2\r\nm=audio 6000 RTP/AVP 0\r\n",
        "fd00:2::2:0 > fd00:1::2:6000, fd00:2::2:0 > fd00:1::2:6001"},
    {"IPv6 answer", true, 1, Answer, "c=IN IP6 fd00:2::2\r\nm=audio 6000 RTP/AVP 0\r\n",
        "fd00:1::2:0 > fd00:2::2:6000, fd00:1::2:0 > fd00:2::2:6001"},
};

struct Refusal {
    const char *name;
    const char *description;
    const char *noted; // "" when there is nothing to say
};

const Refusal Refusals[] = {
    {"media of another host", "c=IN IP4 10.0.1.9\r\nm=audio 6000 RTP/AVP 0\r\n", "not the sender's own"},
    {"media of the peer", "c=IN IP4 10.0.2.2\r\nm=audio 6000 RTP/AVP 0\r\n", "not the sender's own"},
    {"media of a group", "c=IN IP4 224.2.1.1/127\r\nm=audio 6000 RTP/AVP 0\r\n", "not the sender's own"},
    {"media of a host's name", "c=IN IP4 host.example\r\nm=audio 6000 RTP/AVP 0\r\n", "names no address"},
    {"media without a connection", "m=audio 6000 RTP/AVP 0\r\n", "names no address"},
    {"an address of the type it is not", "c=IN IP6 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\n", "names no address"},
    {"IPv6 media of an IPv4 call", "c=IN IP6 fd00:1::2\r\nm=audio 6000 RTP/AVP 0\r\n", "other IP version"},
    {"low port", "c=IN IP4 10.0.1.2\r\nm=audio 1023 RTP/AVP 0\r\n", "below 1024"},
    {"low port for RTCP", "c=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\na=rtcp:22\r\n", "below 1024"},
    {"media over TCP", "c=IN IP4 10.0.1.2\r\nm=audio 6000 TCP/RTP/AVP 0\r\n", "over TCP"},
    {"on hold", "c=IN IP4 0.0.0.0\r\nm=audio 6000 RTP/AVP 0\r\n", ""},
    {"not wanted", "c=IN IP4 10.0.1.2\r\nm=audio 0 RTP/AVP 0\r\n", ""},
    {"port that ICE will find", "c=IN IP4 10.0.1.2\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n", ""},
    {"port 65536", "c=IN IP4 10.0.1.2\r\nm=audio 65536 RTP/AVP 0\r\n", ""},
    {"port that is no number", "c=IN IP4 10.0.1.2\r\nm=audio x RTP/AVP 0\r\n", ""},
    {"port with something behind it", "c=IN IP4 10.0.1.2\r\nm=audio 6000x RTP/AVP 0\r\n", ""},
};

} // namespace

class TestSip : public QObject {
    Q_OBJECT

private slots:
    void mediaAreExpected_data();
    void mediaAreExpected();
    void mediaOfAMessageSplitAnywhereAreExpected_data() { mediaAreExpected_data(); }
    void mediaOfAMessageSplitAnywhereAreExpected();
    void mediaOfAMessageInSegmentsOfOneByteAreExpected();
    void mediaOfAMessageWhoseSecondHalfComesFirstAreExpected();
    void whatMustNotBeExpectedIsNot_data();
    void whatMustNotBeExpectedIsNot();
    void eachMediumIsOfItsClass();
    void agreedMultiplexingNeedsOnePort();
    void compactAndFoldedFieldsAreRead();
    void aDescriptionAmongOtherPartsIsFound();
    void otherMessagesAnnounceNothing_data();
    void otherMessagesAnnounceNothing();
    void aBodyEndsWhereItsLengthSays();
    void mediaBetweenOtherHostsAreExpectedWhenAllowed();
    void lowPortsAreExpectedWhenAllowed();
    void fiveMediaAreMoreThanOnePacketCanHave();
    void notesShowNothingButMethodsAndAddresses();
};

void TestSip::mediaAreExpected_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("tcp");
    for (int i = 0; i < static_cast<int>(std::size(Descriptions)); ++i) {
        QTest::addRow("%s, UDP", Descriptions[i].name) << i << false;
        QTest::addRow("%s, TCP", Descriptions[i].name) << i << true;
    }
}

void TestSip::mediaAreExpected()
{
    QFETCH(int, index);
    QFETCH(bool, tcp);
    const Case &row = Descriptions[index];
    SipCall sip(row.ipv6, tcp);
    const auto &proposal = sip.say(row.from, sipMessage(row.startLine, row.description));
    QCOMPARE(text(sip.expectations()), text(row.expected));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QVERIFY2(contains(sip.note(), " expects "), sip.note().c_str());
    QCOMPARE(proposal.expectations[0].flags, std::uint8_t {0});
    QVERIFY(proposal.expectations[0].tuple.l4 == L4Protocol::Udp);
    QCOMPARE(proposal.expectations[0].childHelper[0], '\0');
}

void TestSip::mediaOfAMessageSplitAnywhereAreExpected()
{
    QFETCH(int, index);
    QFETCH(bool, tcp);
    if (!tcp) {
        return; // a datagram is whole or is not there
    }
    const Case &row = Descriptions[index];
    const std::string message = sipMessage(row.startLine, row.description);
    const std::string_view whole = message;
    for (std::size_t at = 1; at < whole.size(); at += 7) {
        SipCall sip(row.ipv6, true);
        sip.say(row.from, whole.substr(0, at));
        QCOMPARE(sip.proposal().expectationCount, std::uint8_t {0});
        sip.say(row.from, whole.substr(at));
        QCOMPARE(text(sip.expectations()), text(row.expected));
    }
}

void TestSip::mediaOfAMessageInSegmentsOfOneByteAreExpected()
{
    const std::string message = "\r\n\r\n" + sipMessage(Offer, Audio);
    SipCall sip(false, true);
    for (const char &byte : message) {
        QCOMPARE(sip.proposal().expectationCount, std::uint8_t {0});
        sip.client({&byte, 1});
    }
    QCOMPARE(text(sip.expectations()), text(AudioExpected));
}

void TestSip::mediaOfAMessageWhoseSecondHalfComesFirstAreExpected()
{
    const std::string message = sipMessage(Offer, Audio);
    const std::string_view whole = message;
    for (std::size_t at = 1; at < whole.size(); ++at) {
        SipCall sip(false, true);
        const std::uint32_t first = sip.sequence[0];
        sip.segment(0, first + static_cast<std::uint32_t>(at), whole.substr(at));
        QCOMPARE(sip.proposal().expectationCount, std::uint8_t {0});
        sip.segment(0, first, whole.substr(0, at));
        QCOMPARE(text(sip.expectations()), text(AudioExpected));
    }
}

void TestSip::whatMustNotBeExpectedIsNot_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Refusals)); ++i) {
        QTest::addRow("%s", Refusals[i].name) << i;
    }
}

void TestSip::whatMustNotBeExpectedIsNot()
{
    QFETCH(int, index);
    const Refusal &row = Refusals[index];
    SipCall sip;
    const auto &proposal = sip.client(sipMessage(Offer, row.description));
    QCOMPARE(text(sip.expectations()), QString());
    QCOMPARE(proposal.verdict, Verdict::Accept);
    const std::string_view noted = row.noted;
    QVERIFY2(noted.empty() ? sip.note() == "INVITE" : contains(sip.note(), " refused: ") && contains(sip.note(), noted),
        sip.note().c_str());
}

void TestSip::eachMediumIsOfItsClass()
{
    SipCall sip;
    const auto &proposal = sip.client(sipMessage(
        Offer, "c=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\nm=video 6002 RTP/AVP 96\r\nm=image 6004 udptl t38\r\n"));
    QCOMPARE(proposal.expectationCount, std::uint8_t {5});
    const std::array<std::uint8_t, 5> classes {1, 1, 2, 2, 3};
    for (std::size_t i = 0; i < classes.size(); ++i) {
        QCOMPARE(proposal.expectations[i].classIndex, classes[i]);
    }
    QCOMPARE(text(sip.note()),
        text("INVITE audio expects 10.0.1.2:6000,6001 video expects 10.0.1.2:6002,6003 image expects 10.0.1.2:6004"));
}

void TestSip::agreedMultiplexingNeedsOnePort()
{
    SipCall sip;
    sip.client(sipMessage(Offer, std::string(Audio) + "a=rtcp-mux\r\n"));
    sip.server(sipMessage(Answer, "c=IN IP4 10.0.2.2\r\nm=audio 6000 RTP/AVP 0\r\na=rtcp-mux\r\n"));
    QCOMPARE(text(sip.expectations()), text("10.0.1.2:0 > 10.0.2.2:6000"));
}

void TestSip::compactAndFoldedFieldsAreRead()
{
    SipCall sip;
    sip.client("INVITE sip:bob@10.0.2.2 SIP/2.0\r\nv : SIP/2.0/UDP 10.0.1.2:5060\r\nf:<sip:a@10.0.1.2>\r\n"
               "i: x\r\nCSEQ:\r\n 7\r\n\tINVITE\r\nc: application/sdp\r\nl:\r\n 46\r\n\r\n"
               "v=0\r\nc=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\n");
    QCOMPARE(text(sip.expectations()), text(AudioExpected));
}

void TestSip::aDescriptionAmongOtherPartsIsFound()
{
    SipCall sip;
    sip.client(sipMessage(Offer,
        "--x\r\nContent-Type: application/sdp\r\n\r\nv=0\r\nc=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\n"
        "--x\r\nContent-Type: text/plain\r\n\r\nm=audio 7000 RTP/AVP 0\r\n--x--\r\n",
        {.contentType = "multipart/mixed;boundary=x", .bare = true}));
    QCOMPARE(text(sip.expectations()), text(AudioExpected));
}

void TestSip::otherMessagesAnnounceNothing_data()
{
    QTest::addColumn<QByteArray>("startLine");
    QTest::addColumn<QByteArray>("sequence");
    QTest::addColumn<QByteArray>("noted");
    QTest::addRow("OPTIONS") << QByteArray("OPTIONS sip:b@10.0.2.2 SIP/2.0") << QByteArray() << QByteArray("OPTIONS");
    QTest::addRow("response to OPTIONS") << QByteArray(Answer) << QByteArray("1 OPTIONS") << QByteArray("200 OPTIONS");
    QTest::addRow("BYE") << QByteArray("BYE sip:b@10.0.2.2 SIP/2.0") << QByteArray() << QByteArray("BYE");
    QTest::addRow("refusal of INVITE") << QByteArray("SIP/2.0 488 Not Acceptable Here") << QByteArray("1 INVITE")
                                       << QByteArray("488 INVITE");
    QTest::addRow("SIP/3.0") << QByteArray("INVITE sip:b@10.0.2.2 SIP/3.0") << QByteArray() << QByteArray();
    QTest::addRow("HTTP") << QByteArray("POST / HTTP/1.1") << QByteArray() << QByteArray();
}

void TestSip::otherMessagesAnnounceNothing()
{
    QFETCH(QByteArray, startLine);
    QFETCH(QByteArray, sequence);
    QFETCH(QByteArray, noted);
    SipCall sip;
    sip.client(sipMessage(startLine.toStdString(), Audio, {.sequence = sequence.toStdString()}));
    QCOMPARE(text(sip.expectations()), QString());
    QCOMPARE(text(sip.note()), QString::fromLatin1(noted));
}

void TestSip::aBodyEndsWhereItsLengthSays()
{
    SipCall sip;
    const std::string body = "v=0\r\nc=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\n";
    sip.client("INVITE sip:b@10.0.2.2 SIP/2.0\r\nContent-Type: application/sdp\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body + "m=video 7000 RTP/AVP 96\r\n");
    QCOMPARE(text(sip.expectations()), text(AudioExpected));
}

void TestSip::mediaBetweenOtherHostsAreExpectedWhenAllowed()
{
    SipCall sip(false, false, {{"direct_media", "false"}});
    sip.client(sipMessage(Offer, "c=IN IP4 10.0.1.9\r\nm=audio 6000 RTP/AVP 0\r\n"));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.1.9:6000, 10.0.2.2:0 > 10.0.1.9:6001"));
    sip.server(sipMessage(Answer, "c=IN IP4 10.0.2.9\r\nm=audio 7000 RTP/AVP 0\r\n")); // and now both are known
    QCOMPARE(text(sip.expectations()),
        text("10.0.1.9:0 > 10.0.2.9:7000, 10.0.1.9:0 > 10.0.2.9:7001, "
             "10.0.2.9:0 > 10.0.1.9:6000, 10.0.2.9:0 > 10.0.1.9:6001"));
    QCOMPARE(sip.proposal().expectations[0].looseSourceBits, std::uint8_t {0});
}

void TestSip::lowPortsAreExpectedWhenAllowed()
{
    SipCall sip(false, false, {{"allow_low_ports", "true"}});
    sip.client(sipMessage(Offer, "c=IN IP4 10.0.1.2\r\nm=image 1000 udptl t38\r\n"));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.1.2:1000"));
}

void TestSip::fiveMediaAreMoreThanOnePacketCanHave()
{
    SipCall sip;
    std::string media = "c=IN IP4 10.0.1.2\r\n";
    for (int port = 6000; port < 6020; port += 2) {
        media += "m=audio " + std::to_string(port) + " RTP/AVP 0\r\n";
    }
    const auto &proposal = sip.client(sipMessage(Offer, media));
    QCOMPARE(proposal.expectationCount, std::uint8_t {8});
    QVERIFY2(contains(sip.note(), "refused: too many in one packet"), sip.note().c_str());
}

void TestSip::notesShowNothingButMethodsAndAddresses()
{
    SipCall sip;
    sip.client("geheim sip:geheim@10.0.2.2 SIP/2.0\r\nCSeq: 1 geheim\r\nFrom: <sip:geheim@geheim>\r\n\r\n");
    QCOMPARE(text(sip.note()), text("request"));
}

QTEST_APPLESS_MAIN(TestSip)
#include "tst_sip.moc"
