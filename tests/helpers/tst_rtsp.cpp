// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rtspmessages.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace Trackhand::Test::Rtsp;

namespace {

constexpr char MediaAlone[] = "10.0.2.2:0 > 10.0.1.2:50000, 10.0.2.2:0 > 10.0.1.2:50001";

struct Case {
    const char *name;
    bool ipv6;
    const char *asked;
    const char *granted;
    const char *expected;
};

const Case Sessions[] = {
    {"a pair each", false, Asked, Granted, Media},
    {"with its lower transport", false, "RTP/AVP/UDP;unicast;client_port=50000-50001",
        "RTP/AVP/UDP;unicast;client_port=50000-50001;server_port=6000-6001", Media},
    {"in capitals, with blanks", false, "rtp/avp; Unicast; CLIENT_PORT=50000-50001",
        "RTP/AVP; unicast; client_port=50000-50001; server_port=6000-6001", Media},
    {"addresses said as well", false, "RTP/AVP;unicast;destination=10.0.1.2;client_port=50000-50001",
        "RTP/AVP;unicast;destination=10.0.1.2;source=10.0.2.2;client_port=50000-50001;server_port=6000-6001", Media},
    {"any destination allowed", false, "RTP/AVP;unicast;destination;client_port=50000-50001", Granted, Media},
    {"secure media", false, "RTP/SAVPF;unicast;client_port=50000-50001",
        "RTP/SAVPF;unicast;client_port=50000-50001;server_port=6000-6001", Media},
    {"a transport stream", false, "MP2T/H2221/UDP;unicast;client_port=50000",
        "MP2T/H2221/UDP;unicast;client_port=50000;server_port=6000",
        "10.0.2.2:6000 > 10.0.1.2:50000, 10.0.1.2:50000 > 10.0.2.2:6000"},
    {"several offers", false,
        "RTP/AVP/TCP;unicast;interleaved=0-1,RTP/AVP;unicast;client_port=50000-50001;mode=\"A,B\"", Granted, Media},
    {"the client's ports not repeated", false, Asked, "RTP/AVP;unicast;server_port=6000-6001", Media},
    {"the server's ports not named", false, Asked, "RTP/AVP;unicast;client_port=50000-50001", MediaAlone},
    {"version 2", false, "RTP/AVP;unicast;dest_addr=\":50000\"/\":50001\"",
        "RTP/AVP;unicast;dest_addr=\"10.0.1.2:50000\"/\"10.0.1.2:50001\";src_addr=\"10.0.2.2:6000\"/\"10.0.2.2:6001\"",
        Media},
    {"version 2, ports apart", false, "RTP/AVP;unicast;dest_addr=\":50000\"/\":50007\"",
        "RTP/AVP;unicast;dest_addr=\":50000\"/\":50007\";src_addr=\":6000\"/\":6009\"",
        "10.0.2.2:6000 > 10.0.1.2:50000, 10.0.1.2:50000 > 10.0.2.2:6000, "
        "10.0.2.2:6009 > 10.0.1.2:50007, 10.0.1.2:50007 > 10.0.2.2:6009"},
    {"version 2, one port for both", false, "RTP/AVP;unicast;dest_addr=\":50000\";RTCP-mux",
        "RTP/AVP;unicast;dest_addr=\":50000\";src_addr=\":6000\";RTCP-mux",
        "10.0.2.2:6000 > 10.0.1.2:50000, 10.0.1.2:50000 > 10.0.2.2:6000"},
    {"IPv6", true, Asked, Granted,
        "fd00:2::2:6000 > fd00:1::2:50000, fd00:1::2:50000 > fd00:2::2:6000, "
        "fd00:2::2:6001 > fd00:1::2:50001, fd00:1::2:50001 > fd00:2::2:6001"},
    {"IPv6, version 2", true, "RTP/AVP;unicast;dest_addr=\"[fd00:1::2]:50000\"",
        "RTP/AVP;unicast;dest_addr=\"[fd00:1::2]:50000\";src_addr=\"[fd00:2::2]:6000\"",
        "fd00:2::2:6000 > fd00:1::2:50000, fd00:1::2:50000 > fd00:2::2:6000"},
};

} // namespace

class TestRtsp : public QObject {
    Q_OBJECT

private slots:
    void whatBothSidesNameIsExpected_data();
    void whatBothSidesNameIsExpected();
    void messagesSplitAnywhereAreUnderstood_data() { whatBothSidesNameIsExpected_data(); }
    void messagesSplitAnywhereAreUnderstood();
    void messagesInSegmentsOfOneByteAreUnderstood_data() { whatBothSidesNameIsExpected_data(); }
    void messagesInSegmentsOfOneByteAreUnderstood();
    void whatMustNotBeAskedForIsNotExpected_data();
    void whatMustNotBeAskedForIsNotExpected();
    void whatMustNotBeGrantedIsNotExpected_data();
    void whatMustNotBeGrantedIsNotExpected();
    void whatNeedsNoHelpIsNotExpected();
    void aReplyBelongsToItsRequest();
    void aRefusedSetupExpectsNothing();
    void aWrongDirectionAnnouncesNothing();
    void fieldsMayComeInAnyOrder();
    void severalMessagesInOneSegmentAreEachRead();
    void bodiesAreNotRead();
    void interleavedMediaIsNotRead();
    void lostMediaDoesNotTearTheMessages();
    void afterALostMessageReadingGoesOnAtTheNext();
    void aRetransmissionIsAnsweredTheSameWay();
    void playingAgainExpectsTheStreamsAgain();
    void afterTeardownNothingIsPlayed();
    void aBrowserThatSpeaksRtspIsNotHelped();
    void anySourcePortIsExpectedWhenAllowed();
    void lowPortsAreExpectedWhenAllowed();
    void looseExpectsOtherHosts();
    void looseExpectsMulticastGroups();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestRtsp::whatBothSidesNameIsExpected_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Sessions)); ++i) {
        QTest::addRow("%s", Sessions[i].name) << i;
    }
}

void TestRtsp::whatBothSidesNameIsExpected()
{
    QFETCH(int, index);
    const Case &row = Sessions[index];
    Conversation rtsp("rtsp", row.ipv6);
    rtsp.open();
    rtsp.client(setup(row.asked));
    QCOMPARE(text(rtsp.expectations()), QString()); // not before the server has agreed
    const auto &proposal = rtsp.server(agreed(row.granted));
    QCOMPARE(text(rtsp.expectations()), text(row.expected));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QVERIFY2(rtsp.note().starts_with("200 -> expects "), rtsp.note().c_str());
    QVERIFY(proposal.expectations[0].tuple.l4 == L4Protocol::Udp);
    QVERIFY(proposal.expectations[0].nat == Wire::NatFunction::None);
    QCOMPARE(proposal.expectations[0].flags, std::uint8_t {0});
    QCOMPARE(proposal.expectations[0].looseSourceBits, std::uint8_t {0});
}

void TestRtsp::messagesSplitAnywhereAreUnderstood()
{
    QFETCH(int, index);
    const Case &row = Sessions[index];
    const std::string request = setup(row.asked);
    const std::string reply = agreed(row.granted);
    for (std::size_t at = 1; at < std::max(request.size(), reply.size()); ++at) {
        Conversation rtsp("rtsp", row.ipv6);
        rtsp.open();
        rtsp.client(std::string_view(request).substr(0, at));
        rtsp.client(std::string_view(request).substr(std::min(at, request.size())));
        rtsp.server(std::string_view(reply).substr(0, std::min(at, reply.size() - 1)));
        QCOMPARE(text(rtsp.expectations()), QString());
        rtsp.server(std::string_view(reply).substr(std::min(at, reply.size() - 1)));
        QCOMPARE(text(rtsp.expectations()), text(row.expected));
    }
}

void TestRtsp::messagesInSegmentsOfOneByteAreUnderstood()
{
    QFETCH(int, index);
    const Case &row = Sessions[index];
    Conversation rtsp("rtsp", row.ipv6);
    rtsp.open();
    for (const char byte : setup(row.asked)) {
        rtsp.client({&byte, 1});
    }
    for (const char byte : agreed(row.granted)) {
        QCOMPARE(text(rtsp.expectations()), QString());
        rtsp.server({&byte, 1});
    }
    QCOMPARE(text(rtsp.expectations()), text(row.expected));
}

void TestRtsp::whatMustNotBeAskedForIsNotExpected_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, bool ipv6, const char *asked, const char *noted) {
        QTest::addRow("%s", name) << ipv6 << QByteArray(asked) << QByteArray(noted);
    };
    row("another host", false, "RTP/AVP;unicast;destination=10.0.1.9;client_port=50000-50001", "own");
    row("another host, version 2", false, "RTP/AVP;unicast;dest_addr=\"10.0.1.9:50000\"/\"10.0.1.9:50001\"", "own");
    row("the server itself", false, "RTP/AVP;unicast;destination=10.0.2.2;client_port=50000-50001", "own");
    row("a low port", false, "RTP/AVP;unicast;client_port=1023-1024", "below 1024");
    row("a low port, version 2", false, "RTP/AVP;unicast;dest_addr=\":50000\"/\":53\"", "below 1024");
    row("port 0", false, "RTP/AVP;unicast;client_port=0-1", "not understood");
    row("port 65536", false, "RTP/AVP;unicast;client_port=65535-65536", "not understood");
    row("no number", false, "RTP/AVP;unicast;client_port=", "not understood");
    row("three ports", false, "RTP/AVP;unicast;client_port=50000-50002", "not understood");
    row("ports the wrong way round", false, "RTP/AVP;unicast;client_port=50001-50000", "not understood");
    row("ports said twice", false, "RTP/AVP;unicast;client_port=50000-50001;client_port=50000-50001", "not understood");
    row("two hosts", false, "RTP/AVP;unicast;dest_addr=\"10.0.1.2:50000\"/\":50001\"", "not understood");
    row("three ports, version 2", false, "RTP/AVP;unicast;dest_addr=\":50000\"/\":50001\"/\":50002\"",
        "not understood");
    row("no quotation marks", false, "RTP/AVP;unicast;dest_addr=:50000", "not understood");
    row("a name", false, "RTP/AVP;unicast;destination=localhost;client_port=50000-50001", "not understood");
    row("IPv4 over IPv6", true, "RTP/AVP;unicast;destination=10.0.1.2;client_port=50000-50001", "other IP version");
}

void TestRtsp::whatMustNotBeAskedForIsNotExpected()
{
    QFETCH(bool, ipv6);
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, noted);
    Conversation rtsp("rtsp", ipv6);
    rtsp.open();
    rtsp.client(setup(asked.toStdString()));
    QCOMPARE(text(rtsp.expectations()), QString());
    QVERIFY2(notes(rtsp, "refused: ") && notes(rtsp, noted.toStdString()), rtsp.note().c_str());
    rtsp.server(agreed(asked.toStdString() + ";server_port=6000-6001"));
    QCOMPARE(text(rtsp.expectations()), QString());
    QCOMPARE(rtsp.proposal().verdict, Verdict::Accept);
}

void TestRtsp::whatMustNotBeGrantedIsNotExpected_data()
{
    QTest::addColumn<QByteArray>("granted");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, const char *granted, const char *noted) {
        QTest::addRow("%s", name) << QByteArray(granted) << QByteArray(noted);
    };
    row("other ports of the client", "RTP/AVP;unicast;client_port=3306-3307;server_port=6000-6001", "has not named");
    row("from another host", "RTP/AVP;unicast;source=10.0.2.9;client_port=50000-50001;server_port=6000-6001", "own");
    row("to another host", "RTP/AVP;unicast;destination=10.0.1.9;client_port=50000-50001;server_port=6000-6001", "own");
    row("from low ports", "RTP/AVP;unicast;client_port=50000-50001;server_port=53-54", "below 1024");
    row("from no port", "RTP/AVP;unicast;client_port=50000-50001;server_port=x", "not understood");
    row("from a name", "RTP/AVP;unicast;source=cam;client_port=50000-50001;server_port=6000-6001", "not understood");
    row("a multicast group", "RTP/AVP;multicast;destination=239.1.2.3;port=5000-5001;ttl=16", "own");
    row("a multicast group that is none", "RTP/AVP;multicast;destination=10.0.1.2;port=5000-5001", "multicast group");
    row("a multicast group without ports", "RTP/AVP;multicast;destination=239.1.2.3", "multicast group");
    row("two transports", "RTP/AVP;unicast;client_port=50000-50001,RTP/AVP;unicast;client_port=50000-50001", "not one");
    row("no transport", "", "not one");
}

void TestRtsp::whatMustNotBeGrantedIsNotExpected()
{
    QFETCH(QByteArray, granted);
    QFETCH(QByteArray, noted);
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client(setup(Asked));
    rtsp.server(agreed(granted.toStdString()));
    QCOMPARE(text(rtsp.expectations()), QString());
    QVERIFY2(notes(rtsp, "refused: ") && notes(rtsp, noted.toStdString()), rtsp.note().c_str());
    QCOMPARE(rtsp.proposal().verdict, Verdict::Accept);
}

void TestRtsp::whatNeedsNoHelpIsNotExpected()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client(setup("RTP/AVP/TCP;unicast;interleaved=0-1"));
    QVERIFY2(notes(rtsp, "no UDP, needs no help"), rtsp.note().c_str());
    rtsp.client(setup("RTP/AVP;unicast;client_port=50000-50001,RTP/AVP/TCP;unicast;interleaved=0-1", 4));
    rtsp.server(agreed("RTP/AVP/TCP;unicast;interleaved=0-1", 4));
    QCOMPARE(text(rtsp.expectations()), QString());
    QVERIFY2(notes(rtsp, "no UDP, needs no help"), rtsp.note().c_str());
}

void TestRtsp::aReplyBelongsToItsRequest()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client(setup(Asked, 3));
    rtsp.server(agreed(Granted, 4));
    QCOMPARE(text(rtsp.expectations()), QString());
    QVERIFY2(notes(rtsp, "was not seen"), rtsp.note().c_str());
    rtsp.server("RTSP/1.0 100 Continue\r\nCSeq: 3\r\n\r\n");
    rtsp.server(agreed(Granted, 3));
    QCOMPARE(text(rtsp.expectations()), text(Media));
    rtsp.server(agreed(Granted, 3));
    QCOMPARE(text(rtsp.expectations()), QString());
}

void TestRtsp::aRefusedSetupExpectsNothing()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client(setup(Asked));
    rtsp.server("RTSP/1.0 461 Unsupported Transport\r\nCSeq: 3\r\n\r\n");
    QCOMPARE(text(rtsp.note()), text("461"));
    rtsp.server(agreed(Granted));
    QCOMPARE(text(rtsp.expectations()), QString());
}

void TestRtsp::aWrongDirectionAnnouncesNothing()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.server(setup(Asked));
    rtsp.client(agreed(Granted));
    rtsp.server(agreed(Granted));
    QCOMPARE(text(rtsp.expectations()), QString());
}

void TestRtsp::fieldsMayComeInAnyOrder()
{
    Conversation rtsp("rtsp"); // ffmpeg numbers its requests after their transports
    rtsp.open();
    rtsp.client("SETUP rtsp://cam/ RTSP/1.0\nTransport:" + std::string(Asked) + "\ncseq:3\n\n");
    rtsp.server("RTSP/1.0 200 OK\ntransport: " + std::string(Granted) + "\nCSEQ: 3\n\n");
    QCOMPARE(text(rtsp.expectations()), text(Media));
}

void TestRtsp::severalMessagesInOneSegmentAreEachRead()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client("OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n" + setup(Asked, 3)
        + setup("RTP/AVP;unicast;client_port=50002-50003", 4));
    rtsp.server(agreed(Granted, 3) + agreed("RTP/AVP;unicast;client_port=50002-50003;server_port=6002-6003", 4));
    QCOMPARE(rtsp.proposal().expectationCount, std::uint8_t {8});
}

void TestRtsp::bodiesAreNotRead()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    const std::string body = setup("RTP/AVP;unicast;client_port=3306-3307", 9);
    rtsp.client("ANNOUNCE rtsp://cam/ RTSP/1.0\r\nCSeq: 2\r\nContent-Length: " + std::to_string(body.size())
        + "\r\n\r\n" + body + setup(Asked));
    QCOMPARE(text(rtsp.note()), text("SETUP 50000-50001"));
    rtsp.server(agreed(Granted));
    QCOMPARE(text(rtsp.expectations()), text(Media));
}

void TestRtsp::interleavedMediaIsNotRead()
{
    const std::string inner = setup("RTP/AVP;unicast;client_port=3306-3307", 9);
    const std::string frame = std::string("$\0\0", 3) + static_cast<char>(inner.size()) + inner;
    const std::string said = frame + frame + setup(Asked) + frame;
    for (std::size_t at = 1; at < said.size(); ++at) {
        Conversation rtsp("rtsp");
        rtsp.open();
        rtsp.client(said.substr(0, at));
        QVERIFY2(!notes(rtsp, "3306"), rtsp.note().c_str());
        rtsp.client(said.substr(at));
        QVERIFY2(!notes(rtsp, "3306"), rtsp.note().c_str());
        rtsp.server(agreed(Granted));
        QCOMPARE(text(rtsp.expectations()), text(Media));
    }
}

void TestRtsp::lostMediaDoesNotTearTheMessages()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client(std::string("$\0\x04\0abc", 7)); // 1024 bytes of which three have come
    rtsp.sequence[0] += 1021; // passed unseen: the queue was full and let them through
    rtsp.server("RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n"); // acknowledges them
    rtsp.client(setup(Asked));
    rtsp.server(agreed(Granted));
    QCOMPARE(text(rtsp.expectations()), text(Media));
}

void TestRtsp::afterALostMessageReadingGoesOnAtTheNext()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client("OPTIONS * RTSP/1.0\r\nCS");
    rtsp.sequence[0] += 300;
    rtsp.server("RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n");
    rtsp.client("eq: 5\r\nUser-Agent: x\r\n\r\n" + setup(Asked));
    rtsp.server(agreed(Granted));
    QCOMPARE(text(rtsp.expectations()), text(Media));
}

void TestRtsp::aRetransmissionIsAnsweredTheSameWay()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client(setup(Asked));
    const std::uint32_t at = rtsp.sequence[1];
    rtsp.server(agreed(Granted));
    rtsp.client("PLAY rtsp://cam/ RTSP/1.0\r\nCSeq: 4\r\n\r\n");
    QCOMPARE(text(rtsp.expectations()), QString());
    rtsp.segment(1, at, agreed(Granted));
    QCOMPARE(text(rtsp.expectations()), text(Media));
    QVERIFY2(notes(rtsp, "retransmission"), rtsp.note().c_str());
}

void TestRtsp::playingAgainExpectsTheStreamsAgain()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client(setup(Asked));
    rtsp.server(agreed(Granted));
    rtsp.client("PLAY rtsp://cam/ RTSP/1.0\r\nCSeq: 4\r\n\r\n");
    QCOMPARE(text(rtsp.expectations()), QString()); // they were, a moment ago
    rtsp.client("PAUSE rtsp://cam/ RTSP/1.0\r\nCSeq: 5\r\n\r\n");
    QCOMPARE(text(rtsp.expectations()), QString());
    rtsp.client("PLAY rtsp://cam/ RTSP/1.0\r\nCSeq: 6\r\n\r\n");
    QCOMPARE(text(rtsp.expectations()), text(Media));
}

void TestRtsp::afterTeardownNothingIsPlayed()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    rtsp.client(setup(Asked));
    rtsp.server(agreed(Granted));
    rtsp.client("PLAY rtsp://cam/ RTSP/1.0\r\nCSeq: 4\r\n\r\nTEARDOWN rtsp://cam/ RTSP/1.0\r\nCSeq: 5\r\n\r\n");
    rtsp.client("PLAY rtsp://cam/ RTSP/1.0\r\nCSeq: 6\r\n\r\n");
    QCOMPARE(text(rtsp.expectations()), QString());
}

void TestRtsp::aBrowserThatSpeaksRtspIsNotHelped()
{
    Conversation before("rtsp");
    before.open();
    before.client("POST / HTTP/1.1\r\nHost: x\r\n\r\n" + setup(Asked));
    before.server(agreed(Granted));
    QCOMPARE(text(before.expectations()), QString());
    before.client(setup(Asked));
    QVERIFY2(notes(before, "began with HTTP"), before.note().c_str());
    Conversation after("rtsp"); // another process, which the kernel tells
    after.kernelData = before.kernelData;
    after.client(setup(Asked));
    QVERIFY2(notes(after, "began with HTTP"), after.note().c_str());
}

void TestRtsp::anySourcePortIsExpectedWhenAllowed()
{
    Conversation rtsp("rtsp", false, {{"any_source_port", "true"}});
    rtsp.open();
    rtsp.client(setup(Asked));
    rtsp.server(agreed(Granted));
    QCOMPARE(text(rtsp.expectations()),
        text("10.0.2.2:0 > 10.0.1.2:50000, 10.0.1.2:0 > 10.0.2.2:6000, "
             "10.0.2.2:0 > 10.0.1.2:50001, 10.0.1.2:0 > 10.0.2.2:6001"));
}

void TestRtsp::lowPortsAreExpectedWhenAllowed()
{
    Conversation rtsp("rtsp", false, {{"allow_low_ports", "yes"}});
    rtsp.open();
    rtsp.client(setup("RTP/AVP;unicast;client_port=500-501"));
    rtsp.server(agreed("RTP/AVP;unicast;client_port=500-501"));
    QCOMPARE(text(rtsp.expectations()), text("10.0.2.2:0 > 10.0.1.2:500, 10.0.2.2:0 > 10.0.1.2:501"));
}

void TestRtsp::looseExpectsOtherHosts()
{
    Conversation rtsp("rtsp", false, {{"loose", "true"}});
    rtsp.open();
    rtsp.client(setup("RTP/AVP;unicast;destination=10.0.1.9;client_port=50000"));
    rtsp.server(agreed("RTP/AVP;unicast;destination=10.0.1.9;source=10.0.2.8;client_port=50000;server_port=6000"));
    QCOMPARE(text(rtsp.expectations()), text("10.0.2.8:6000 > 10.0.1.9:50000, 10.0.1.9:50000 > 10.0.2.8:6000"));
}

void TestRtsp::looseExpectsMulticastGroups()
{
    Conversation rtsp("rtsp", false, {{"loose", "true"}});
    rtsp.open();
    rtsp.client(setup("RTP/AVP;multicast"));
    rtsp.server(agreed("RTP/AVP;multicast;destination=239.1.2.3;port=5000-5001;ttl=16"));
    QCOMPARE(text(rtsp.expectations()), text("10.0.2.2:0 > 239.1.2.3:5000, 10.0.2.2:0 > 239.1.2.3:5001"));
}

void TestRtsp::garbageIsAcceptedAndExpectsNothing()
{
    Conversation rtsp("rtsp");
    rtsp.open();
    std::uint32_t state = 12345;
    const std::string request = setup(Asked);
    for (int round = 0; round < 2000; ++round) {
        std::string garbage(1 + state % 1400, '\0');
        for (char &byte : garbage) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        const std::string said = round % 4 == 1 ? request.substr(0, state % request.size()) + garbage : garbage;
        const auto &proposal = round % 2 ? rtsp.client(said) : rtsp.server(said);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QCOMPARE(text(rtsp.expectations()), QString());
    }
}

QTEST_APPLESS_MAIN(TestRtsp)
#include "tst_rtsp.moc"
