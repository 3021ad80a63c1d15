// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

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

/// The client is known to the server as 10.0.2.1, port 1024.
void translateClient(SipCall &sip)
{
    sip.masquerade();
    sip.reply.destinationPort = 1024;
}

constexpr char Offer[] = "INVITE sip:bob@10.0.2.2 SIP/2.0";
constexpr char Answer[] = "SIP/2.0 200 OK";
constexpr char Audio[] = "c=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\n";
constexpr char PublicAudio[] = "c=IN IP4 10.0.2.1\r\nm=audio 6000 RTP/AVP 0\r\n";

/// The fields of a message with the client's own address in each place where it can be.
SipFields ownFields()
{
    return {.via = "SIP/2.0/UDP 10.0.1.2:5060;branch=z9hG4bK1;rport",
        .from = "<sip:alice@10.0.1.2>;tag=1",
        .contact = "\"Alice\" <sip:alice@10.0.1.2:5060>;q=1"};
}

/// The same as the server is to see them.
SipFields publicFields()
{
    return {.via = "SIP/2.0/UDP 10.0.2.1:1024;branch=z9hG4bK1;rport",
        .from = "<sip:alice@10.0.2.1:1024>;tag=1",
        .contact = "\"Alice\" <sip:alice@10.0.2.1:1024>;q=1"};
}

/// A message as sipMessage() makes it, whose o= line names the client by its public address.
std::string publicMessage(std::string_view startLine, std::string_view media, const SipFields &fields)
{
    std::string message = sipMessage(startLine, media, fields);
    const std::string own = "o=- 1 1 IN IP4 10.0.1.2";
    return message.replace(message.find(own), own.size(), "o=- 1 1 IN IP4 10.0.2.1");
}

} // namespace

class TestSipTranslation : public QObject {
    Q_OBJECT

private slots:
    void anOfferSaysThePublicAddress();
    void anOfferOverTcpSaysThePublicAddress();
    void theWayBackSaysTheClientsOwnAddress();
    void whoComesFromThePublicAddressIsHandedOn();
    void rtpAndRtcpStayNextToEachOtherWhenTheirPortsAreTaken();
    void whatIsSaidAgainGetsTheSamePorts();
    void rtcpElsewhereGetsAPortOfItsOwn();
    void contentLengthFollowsTheBody();
    void theServersSideNeedsNoRewriting();
    void aForwardedServerAnswersWithThePublicAddress();
    void aPhoneThatKnowsItsPublicAddressIsLeftAlone();
    void foreignAddressesAreLeftAlone();
    void aRegistrationIsKnownByThePublicAddress();
    void aContactAtAnotherPortGetsAPublicOne();
    void whenNoPortIsFreeNothingIsExpected();
    void aSplitMessageThatNeedsARewriteIsRefused();
    void ipv6IsRewrittenOverUdp();
    void ipv6OverTcpIsOnlyRewrittenAtTheSameLength();
    void aRetransmissionIsRewrittenTheSameWay();
};

void TestSipTranslation::anOfferSaysThePublicAddress()
{
    SipCall sip;
    translateClient(sip);
    const auto &proposal = sip.client(sipMessage(Offer, Audio, ownFields()));
    QVERIFY(proposal.mangled);
    QCOMPARE(text(sip.rewritten()), text(publicMessage(Offer, PublicAudio, publicFields())));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.2.1:6000, 10.0.2.2:0 > 10.0.2.1:6001"));
}

void TestSipTranslation::anOfferOverTcpSaysThePublicAddress()
{
    SipCall sip(false, true);
    translateClient(sip);
    SipFields own = ownFields();
    own.via = "SIP/2.0/TCP 10.0.1.2:5060;branch=z9hG4bK1";
    SipFields known = publicFields();
    known.via = "SIP/2.0/TCP 10.0.2.1:1024;branch=z9hG4bK1";
    const std::string options = sipMessage("OPTIONS sip:bob@10.0.2.2 SIP/2.0", {}, own);
    sip.client(options + sipMessage(Offer, Audio, own)); // both in one segment
    QCOMPARE(text(sip.rewritten()),
        text(sipMessage("OPTIONS sip:bob@10.0.2.2 SIP/2.0", {}, known) + publicMessage(Offer, PublicAudio, known)));
}

void TestSipTranslation::theWayBackSaysTheClientsOwnAddress()
{
    SipCall sip;
    translateClient(sip);
    SipFields seen = publicFields();
    seen.via = "SIP/2.0/UDP 10.0.2.1:1024;branch=z9hG4bK1;received=10.0.2.1;rport=1024";
    seen.contact = "<sip:bob@10.0.2.2:5060>";
    SipFields wanted = ownFields();
    wanted.via = "SIP/2.0/UDP 10.0.1.2:5060;branch=z9hG4bK1;received=10.0.1.2;rport=5060";
    wanted.from = "<sip:alice@10.0.1.2:5060>;tag=1";
    wanted.contact = seen.contact;
    sip.server(sipMessage("SIP/2.0 180 Ringing", {}, seen));
    QCOMPARE(text(sip.rewritten()), text(sipMessage("SIP/2.0 180 Ringing", {}, wanted)));
    sip.server(sipMessage("INVITE sip:alice@10.0.2.1:1024 SIP/2.0"));
    QCOMPARE(text(sip.rewritten()), text(sipMessage("INVITE sip:alice@10.0.1.2:5060 SIP/2.0")));
}

void TestSipTranslation::whoComesFromThePublicAddressIsHandedOn()
{
    SipCall sip;
    translateClient(sip);
    sip.ports.taken = {6000};
    const auto &proposal = sip.client(sipMessage(Offer, Audio));
    for (const std::uint16_t i : {0, 1}) {
        const auto &expectation = proposal.expectations[i];
        QVERIFY(expectation.nat == Wire::NatFunction::FollowMaster);
        QCOMPARE(expectation.natDirection, std::uint8_t {1});
        QVERIFY(expectation.natAddress == *IpAddress::parse("10.0.1.2"));
        QCOMPARE(expectation.natPort, static_cast<std::uint16_t>(6000 + i));
        QCOMPARE(expectation.tuple.destinationPort, static_cast<std::uint16_t>(6002 + i));
    }
}

void TestSipTranslation::rtpAndRtcpStayNextToEachOtherWhenTheirPortsAreTaken()
{
    SipCall sip;
    translateClient(sip);
    sip.ports.taken = {6001, 6002};
    sip.client(sipMessage(Offer, Audio));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.2.1:6004, 10.0.2.2:0 > 10.0.2.1:6005"));
    QVERIFY(contains(sip.rewritten(), "m=audio 6004 RTP/AVP 0\r\n"));
    QCOMPARE(sip.ports.requests.size(), std::size_t {1});
    QCOMPARE(sip.ports.requests[0].count, std::uint8_t {2});
}

void TestSipTranslation::whatIsSaidAgainGetsTheSamePorts()
{
    SipCall sip;
    translateClient(sip);
    sip.ports.taken = {6000};
    sip.client(sipMessage(Offer, Audio));
    const std::string said = sip.rewritten();
    const std::string expected = sip.expectations();
    sip.ports.taken = {6000, 6002, 6003}; // its own now
    sip.client(sipMessage(Offer, Audio));
    QCOMPARE(text(sip.rewritten()), text(said));
    QCOMPARE(text(sip.expectations()), text(expected));
    sip.client(sipMessage(Offer, Audio, {.callId = "another call"}));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.2.1:6004, 10.0.2.2:0 > 10.0.2.1:6005"));
}

void TestSipTranslation::rtcpElsewhereGetsAPortOfItsOwn()
{
    SipCall sip;
    translateClient(sip);
    sip.ports.taken = {7001};
    sip.client(sipMessage(Offer, std::string(Audio) + "a=rtcp:7001 IN IP4 10.0.1.2\r\n"));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.2.1:6000, 10.0.2.2:0 > 10.0.2.1:7002"));
    QVERIFY(contains(sip.rewritten(), "a=rtcp:7002 IN IP4 10.0.2.1\r\n"));
    QCOMPARE(sip.proposal().expectations[1].natPort, std::uint16_t {7001});
}

void TestSipTranslation::contentLengthFollowsTheBody()
{
    SipCall sip;
    sip.masquerade("192.168.100.200");
    sip.client(sipMessage(Offer, Audio));
    const std::string said = sip.rewritten();
    const std::size_t body = said.find("\r\n\r\n") + 4;
    QVERIFY(contains(said, "c=IN IP4 192.168.100.200\r\n"));
    QVERIFY(contains(said, "Content-Length: " + std::to_string(said.size() - body) + "\r\n"));
}

void TestSipTranslation::theServersSideNeedsNoRewriting()
{
    SipCall sip;
    translateClient(sip);
    const auto &proposal = sip.server(sipMessage(Answer, "c=IN IP4 10.0.2.2\r\nm=audio 7000 RTP/AVP 0\r\n"));
    QVERIFY(!proposal.mangled);
    QCOMPARE(text(sip.expectations()), text("10.0.1.2:0 > 10.0.2.2:7000, 10.0.1.2:0 > 10.0.2.2:7001"));
    QVERIFY(proposal.expectations[0].natAddress == proposal.expectations[0].tuple.destination);
}

void TestSipTranslation::aForwardedServerAnswersWithThePublicAddress()
{
    SipCall sip;
    sip.forwardPort();
    sip.server(
        sipMessage(Answer, "c=IN IP4 10.0.2.2\r\nm=audio 7000 RTP/AVP 0\r\n", {.contact = "<sip:bob@10.0.2.2>"}));
    QCOMPARE(text(sip.expectations()), text("10.0.1.2:0 > 10.0.1.1:7000, 10.0.1.2:0 > 10.0.1.1:7001"));
    QVERIFY(contains(sip.rewritten(), "c=IN IP4 10.0.1.1\r\n"));
    QVERIFY(contains(sip.rewritten(), "Contact: <sip:bob@10.0.1.1:5060>\r\n"));
    QCOMPARE(sip.proposal().expectations[0].natDirection, std::uint8_t {0});
    sip.client(sipMessage("BYE sip:bob@10.0.1.1 SIP/2.0", {}, {.to = "<sip:bob@10.0.1.1:5060>"}));
    QCOMPARE(text(sip.rewritten()),
        text(sipMessage("BYE sip:bob@10.0.2.2:5060 SIP/2.0", {}, {.to = "<sip:bob@10.0.2.2:5060>"})));
}

void TestSipTranslation::aPhoneThatKnowsItsPublicAddressIsLeftAlone()
{
    SipCall sip;
    translateClient(sip);
    sip.client(sipMessage(Offer, PublicAudio, publicFields()));
    QCOMPARE(text(sip.expectations()), QString());
    QVERIFY2(contains(sip.note(), "the address is the public one already"), sip.note().c_str());
    QVERIFY(contains(sip.rewritten(), "c=IN IP4 10.0.2.1\r\n"));
    QVERIFY(contains(sip.rewritten(), "o=- 1 1 IN IP4 10.0.2.1\r\n")); // it named itself there
}

void TestSipTranslation::foreignAddressesAreLeftAlone()
{
    SipCall sip;
    translateClient(sip);
    const std::string message = sipMessage("OPTIONS sip:bob@10.0.2.9 SIP/2.0", {},
        {.via = "SIP/2.0/UDP 10.0.1.9:5060;received=10.0.1.2",
            .from = "<sip:alice@10.0.1.2:5061>",
            .contact = "<sip:alice@[fd00:1::2]>, <sip:alice@phone.example>"});
    QVERIFY(!sip.client(message).mangled);
}

void TestSipTranslation::aRegistrationIsKnownByThePublicAddress()
{
    SipCall sip;
    translateClient(sip);
    sip.client(sipMessage("REGISTER sip:10.0.2.2 SIP/2.0", {}, ownFields()));
    QCOMPARE(text(sip.rewritten()), text(sipMessage("REGISTER sip:10.0.2.2 SIP/2.0", {}, publicFields())));
    QCOMPARE(text(sip.expectations()), QString());
    QVERIFY(sip.ports.requests.empty()); // it is the connection's own
    const auto &proposal = sip.server(sipMessage(Answer, {},
        {.via = publicFields().via, .contact = "<sip:alice@10.0.2.1:1024>;expires=60", .sequence = "1 REGISTER"}));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.2.1:1024"));
    QCOMPARE(proposal.expectations[0].natPort, std::uint16_t {5060});
    QCOMPARE(proposal.expectations[0].natDirection, std::uint8_t {1});
    QVERIFY(contains(sip.rewritten(), "Contact: <sip:alice@10.0.1.2:5060>;expires=60\r\n"));
}

void TestSipTranslation::aContactAtAnotherPortGetsAPublicOne()
{
    SipCall sip;
    translateClient(sip);
    sip.ports.taken = {5070};
    const std::string request =
        sipMessage("REGISTER sip:10.0.2.2 SIP/2.0", {}, {.contact = "<sip:alice@10.0.1.2:5070>"});
    for (int i = 0; i < 2; ++i) { // and a retransmission, when its own expectation is there
        sip.client(request);
        QVERIFY(contains(sip.rewritten(), "Contact: <sip:alice@10.0.2.1:5071>\r\n"));
        QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.2.1:5071"));
        QCOMPARE(sip.proposal().expectations[0].natPort, std::uint16_t {5070});
        sip.ports.taken = {5070, 5071};
    }
    sip.server(sipMessage(Answer, {}, {.contact = "<sip:alice@10.0.2.1:5071>;expires=60", .sequence = "1 REGISTER"}));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.2.1:5071"));
    QVERIFY(contains(sip.rewritten(), "Contact: <sip:alice@10.0.1.2:5070>;expires=60\r\n"));
}

void TestSipTranslation::whenNoPortIsFreeNothingIsExpected()
{
    SipCall sip;
    translateClient(sip);
    for (unsigned port = 0; port < 65536; ++port) {
        sip.ports.taken.insert(static_cast<std::uint16_t>(port));
    }
    sip.client(sipMessage(Offer, Audio));
    QCOMPARE(text(sip.expectations()), QString());
    QVERIFY2(contains(sip.note(), "refused: no port of the translated address is free"), sip.note().c_str());
    sip.client(sipMessage("REGISTER sip:10.0.2.2 SIP/2.0", {}, {.contact = "<sip:alice@10.0.1.2:5070>"}));
    QVERIFY2(contains(sip.note(), "refused: no port of the translated address is free"), sip.note().c_str());
}

void TestSipTranslation::aSplitMessageThatNeedsARewriteIsRefused()
{
    SipCall sip(false, true);
    translateClient(sip);
    const std::string message = sipMessage(Offer, Audio);
    sip.client(message.substr(0, 100));
    const auto &proposal = sip.client(message.substr(100));
    QVERIFY(!proposal.mangled);
    QCOMPARE(text(sip.expectations()), QString());
    QVERIFY2(contains(sip.note(), "refused: it is split over segments and must be rewritten"), sip.note().c_str());
}

void TestSipTranslation::ipv6IsRewrittenOverUdp()
{
    SipCall sip(true);
    sip.masquerade("fd00:2::1:1");
    sip.client(sipMessage("INVITE sip:bob@[fd00:2::2] SIP/2.0", "c=IN IP6 fd00:1::2\r\nm=audio 6000 RTP/AVP 0\r\n",
        {.via = "SIP/2.0/UDP [fd00:1::2]:5060", .contact = "<sip:alice@[fd00:1::2]>"}));
    QVERIFY(contains(sip.rewritten(), "c=IN IP6 fd00:2::1:1\r\n"));
    QVERIFY(contains(sip.rewritten(), "Via: SIP/2.0/UDP [fd00:2::1:1]:5060\r\n"));
    QVERIFY(contains(sip.rewritten(), "Contact: <sip:alice@[fd00:2::1:1]:5060>\r\n"));
    QCOMPARE(text(sip.expectations()), text("fd00:2::2:0 > fd00:2::1:1:6000, fd00:2::2:0 > fd00:2::1:1:6001"));
}

void TestSipTranslation::ipv6OverTcpIsOnlyRewrittenAtTheSameLength()
{
    const std::string message = sipMessage("INVITE sip:bob@[fd00:2::2] SIP/2.0",
        "c=IN IP6 fd00:1::2\r\nm=audio 6000 RTP/AVP 0\r\n", {.via = "SIP/2.0/TCP [fd00:1::2]:5060"});
    SipCall longer(true, true);
    longer.masquerade("fd00:2::1:1");
    QVERIFY(!longer.client(message).mangled);
    QVERIFY2(contains(longer.note(), "Linux cannot resize translated TCP over IPv6"), longer.note().c_str());
    QCOMPARE(text(longer.expectations()), QString());
    SipCall same(true, true);
    same.masquerade("fd00:2::1");
    QVERIFY(same.client(message).mangled);
    QVERIFY(contains(same.rewritten(), "c=IN IP6 fd00:2::1\r\n"));
}

void TestSipTranslation::aRetransmissionIsRewrittenTheSameWay()
{
    SipCall sip(false, true);
    translateClient(sip);
    sip.ports.taken = {6000};
    const std::uint32_t at = sip.sequence[0];
    sip.client(sipMessage(Offer, Audio));
    const std::string said = sip.rewritten();
    sip.ports.taken = {6000, 6002, 6003};
    sip.segment(0, at, sipMessage(Offer, Audio));
    QCOMPARE(text(sip.rewritten()), text(said));
    QCOMPARE(sip.proposal().expectationCount, std::uint8_t {2});
}

QTEST_APPLESS_MAIN(TestSipTranslation)
#include "tst_siptranslation.moc"
