// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/sdp.h"

#include <QTest>

#include <string>

using namespace Trackhand;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The one of RFC 8866, 5, with what other documents add.
constexpr std::string_view Example =
    "v=0\r\no=jdoe 3724394400 3724394405 IN IP4 198.51.100.1\r\ns=Call to John Smith\r\nc=IN IP4 198.51.100.2\r\nt=0 "
    "0\r\n"
    "m=audio 49170 RTP/AVP 0\r\nm=audio 49180/2 RTP/SAVP 0\r\nc=IN IP4 198.51.100.3\r\na=rtcp:53020 IN IP4 "
    "198.51.100.4\r\n"
    "m=video 51372 RTP/AVP 99\r\nc=IN IP6 2001:db8::2\r\na=rtpmap:99 h263-1998/90000\r\na=rtcp-mux\r\n"
    "m=image 54111 udptl t38\r\n";

} // namespace

class TestSdp : public QObject {
    Q_OBJECT

private slots:
    void whereMediaGoIsRead();
    void piecesLieInTheTextTheyWereReadFrom();
    void whatDoesNotBeginWithItsVersionIsNone();
    void anAddressMustBeOfTheTypeThatItSays();
    void aPortThatIsNoneIsZero();
    void mediaBeyondTheEighthAreLeftOut();
    void aDescriptionCutAnywhereIsRead();
};

void TestSdp::whereMediaGoIsRead()
{
    const auto sdp = Sdp::parse(Example);
    QVERIFY(sdp);
    QVERIFY(sdp->owner.address == *IpAddress::parse("198.51.100.1"));
    QVERIFY(sdp->connection.address == *IpAddress::parse("198.51.100.2"));
    QCOMPARE(sdp->mediaCount, std::size_t {4});
    const auto media = sdp->allMedia();
    QCOMPARE(text(media[0].type), text("audio"));
    QCOMPARE(media[0].port, std::uint16_t {49170});
    QVERIFY(sdp->connectionOf(media[0]).address == *IpAddress::parse("198.51.100.2"));
    QVERIFY(media[0].isRtp() && !media[0].rtcpMux && media[0].rtcpPort == 0);
    QCOMPARE(text(media[1].portText), text("49180"));
    QVERIFY(sdp->connectionOf(media[1]).address == *IpAddress::parse("198.51.100.3"));
    QCOMPARE(media[1].rtcpPort, std::uint16_t {53020});
    QVERIFY(media[1].rtcpAddress.address == *IpAddress::parse("198.51.100.4"));
    QVERIFY(sdp->connectionOf(media[2]).address == *IpAddress::parse("2001:db8::2"));
    QVERIFY(media[2].rtcpMux);
    QCOMPARE(text(media[3].protocol), text("udptl"));
    QVERIFY(!media[3].isRtp());
}

void TestSdp::piecesLieInTheTextTheyWereReadFrom()
{
    const auto sdp = Sdp::parse(Example);
    for (const std::string_view piece : {sdp->owner.text, sdp->connection.text, sdp->media[1].portText,
             sdp->media[1].rtcpPortText, sdp->media[1].rtcpAddress.text}) {
        QVERIFY(!piece.empty());
        QVERIFY(piece.data() >= Example.data() && piece.data() + piece.size() <= Example.data() + Example.size());
    }
}

void TestSdp::whatDoesNotBeginWithItsVersionIsNone()
{
    QVERIFY(!Sdp::parse(""));
    QVERIFY(!Sdp::parse("v"));
    QVERIFY(!Sdp::parse("m=audio 6000 RTP/AVP 0\r\n"));
    QVERIFY(Sdp::parse("v=0"));
}

void TestSdp::anAddressMustBeOfTheTypeThatItSays()
{
    for (const char *address :
        {"IN IP6 10.0.1.2", "IN IP4 fd00::2", "IN IP4 host.example", "XX IP4 10.0.1.2", "IN IP4"}) {
        const std::string lines = std::string("v=0\nc=") + address + "\n";
        const auto sdp = Sdp::parse(lines);
        QVERIFY2(sdp->connection.address.family == L3Protocol::Unspecified, address);
        QVERIFY(!sdp->connection.isOnHold());
    }
    QVERIFY(Sdp::parse("v=0\nc=IN IP4 0.0.0.0\n")->connection.isOnHold());
    QVERIFY(Sdp::parse("v=0\nc=in ip6 ::\n")->connection.isOnHold());
    QVERIFY(Sdp::parse("v=0\nc=IN IP4 224.2.1.1/127/3\n")->connection.address == *IpAddress::parse("224.2.1.1"));
}

void TestSdp::aPortThatIsNoneIsZero()
{
    for (const char *port : {"0", "65536", "99999999999999999999", "-1", "x", "6000x", ""}) {
        const std::string lines = std::string("v=0\nm=audio ") + port + " RTP/AVP 0\n";
        QCOMPARE(Sdp::parse(lines)->media[0].port, std::uint16_t {0});
    }
    QCOMPARE(Sdp::parse("v=0\nm=audio 65535 RTP/AVP 0\n")->media[0].port, std::uint16_t {65535});
}

void TestSdp::mediaBeyondTheEighthAreLeftOut()
{
    std::string lines = "v=0\n";
    for (int i = 0; i < 20; ++i) {
        lines += "m=audio " + std::to_string(6000 + i) + " RTP/AVP 0\nc=IN IP4 10.0.0." + std::to_string(i) + "\n";
    }
    const auto sdp = Sdp::parse(lines);
    QCOMPARE(sdp->mediaCount, Sdp::Description::MaxMedia);
    QCOMPARE(sdp->media[7].port, std::uint16_t {6007});
    QVERIFY(sdp->media[7].connection.address == *IpAddress::parse("10.0.0.7"));
}

void TestSdp::aDescriptionCutAnywhereIsRead()
{
    for (std::size_t length = 0; length <= Example.size(); ++length) {
        QCOMPARE(Sdp::parse(Example.substr(0, length)).has_value(), length >= 2);
    }
}

QTEST_APPLESS_MAIN(TestSdp)
#include "tst_sdp.moc"
