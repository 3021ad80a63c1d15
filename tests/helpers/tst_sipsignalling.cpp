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

constexpr char Register[] = "REGISTER sip:example.org SIP/2.0";
constexpr char Granted[] = "SIP/2.0 200 OK";
constexpr char Offer[] = "INVITE sip:bob@10.0.2.2 SIP/2.0";
constexpr char Audio[] = "c=IN IP4 10.0.1.2\r\nm=audio 6000 RTP/AVP 0\r\n";
constexpr char AudioExpected[] = "10.0.2.2:0 > 10.0.1.2:6000, 10.0.2.2:0 > 10.0.1.2:6001";

std::string registration(const std::string &contact, const std::string &expires = {}, int sequence = 1)
{
    return sipMessage(
        Register, {}, {.contact = contact, .sequence = std::to_string(sequence) + " REGISTER", .expires = expires});
}

std::string granted(const std::string &contact, const std::string &startLine = Granted, int sequence = 1)
{
    return sipMessage(startLine, {}, {.contact = contact, .sequence = std::to_string(sequence) + " REGISTER"});
}

struct Registrar {
    const char *name;
    bool ipv6;
    const char *contact;
    const char *expires;
    const char *response;
    const char *expected; // "" for nothing
};

const Registrar Registrations[] = {
    {"plain", false, "<sip:alice@10.0.1.2:5060>", "600", "<sip:alice@10.0.1.2:5060>;expires=600",
        "10.0.2.2:0 > 10.0.1.2:5060"},
    {"without a port", false, "<sip:alice@10.0.1.2>", "600", "<sip:alice@10.0.1.2>;expires=600",
        "10.0.2.2:0 > 10.0.1.2:5060"},
    {"without angle brackets", false, "sip:alice@10.0.1.2:5070;expires=600", "", "sip:alice@10.0.1.2:5070;expires=600",
        "10.0.2.2:0 > 10.0.1.2:5070"},
    {"with a display name", false, "\"Doe, <Jane>\" <sip:alice@10.0.1.2:5070>", "",
        "\"Doe, <Jane>\" <sip:alice@10.0.1.2:5070>;expires=60", "10.0.2.2:0 > 10.0.1.2:5070"},
    {"no word of how long", false, "<sip:alice@10.0.1.2>", "", "<sip:alice@10.0.1.2>", "10.0.2.2:0 > 10.0.1.2:5060"},
    {"among others", false, "<sip:alice@10.0.1.2>", "",
        "<sip:alice@10.0.1.9>;expires=9, <sip:alice@10.0.1.2:5060>;expires=9", "10.0.2.2:0 > 10.0.1.2:5060"},
    {"transport said", false, "<sip:alice@10.0.1.2;transport=UDP>", "", "<sip:alice@10.0.1.2;transport=UDP>;expires=9",
        "10.0.2.2:0 > 10.0.1.2:5060"},
    {"IPv6", true, "<sip:alice@[fd00:1::2]:5070>", "60", "<sip:alice@[fd00:1::2]:5070>;expires=60",
        "fd00:2::2:0 > fd00:1::2:5070"},
    {"registrar grants nothing", false, "<sip:alice@10.0.1.2>", "600", "<sip:alice@10.0.1.2>;expires=0", ""},
    {"registrar knows another one", false, "<sip:alice@10.0.1.2>", "600", "<sip:alice@10.0.1.9>;expires=600", ""},
    {"registrar names another port", false, "<sip:alice@10.0.1.2>", "600", "<sip:alice@10.0.1.2:5070>;expires=600", ""},
    {"sign-off", false, "<sip:alice@10.0.1.2>", "0", "<sip:alice@10.0.1.2>;expires=600", ""},
    {"sign-off in the Contact", false, "<sip:alice@10.0.1.2>;expires=0", "600", "<sip:alice@10.0.1.2>;expires=600", ""},
    {"sign-off from everywhere", false, "*", "0", "<sip:alice@10.0.1.2>;expires=600", ""},
    {"question", false, "", "", "<sip:alice@10.0.1.2>;expires=600", ""},
};

struct Refusal {
    const char *name;
    const char *contact;
    const char *noted;
};

const Refusal Refusals[] = {
    {"somebody else's phone", "<sip:alice@10.0.1.9>", "not the sender's own"},
    {"the registrar itself", "<sip:alice@10.0.2.2>", "not the sender's own"},
    {"a host's name", "<sip:alice@phone.example>", "names no address"},
    {"an address that is none", "<sip:alice@10.0.1.2.3>", "names no address"},
    {"a telephone number", "<tel:+1-201-555-0123>", "names no address"},
    {"a port that is none", "<sip:alice@10.0.1.2:99999>", "names no address"},
    {"a low port", "<sip:alice@10.0.1.2:80>", "below 1024"},
    {"another transport", "<sip:alice@10.0.1.2;transport=tcp>", "transport"},
    {"an unknown transport", "<sip:alice@10.0.1.2;transport=ws>", "transport"},
};

} // namespace

class TestSipSignalling : public QObject {
    Q_OBJECT

private slots:
    void aGrantedRegistrationExpectsCalls_data();
    void aGrantedRegistrationExpectsCalls();
    void whatMustNotBeRegisteredIsNot_data();
    void whatMustNotBeRegisteredIsNot();
    void theExpectationStaysAndGivesItsConnectionsThisHelper();
    void callsFromAnyHostAreExpectedWhenAllowed();
    void anOldResponseGrantsNothing();
    void aRegistrationAfterAChallengeIsGranted();
    void aResponseToNobodyGrantsNothing();
    void anExpectedConnectionRegistersNobody();
    void severalMessagesInOneSegmentAreEachRead();
    void aRetransmissionIsAnsweredTheSameWay();
    void whatDidNotBeginAsSipIsNeverRead_data();
    void whatDidNotBeginAsSipIsNeverRead();
    void afterARestartWhatWasNoSipIsNotRead();
    void afterARestartSipIsReadFromItsNextMessage();
    void aLostPieceCostsItsMessageAlone();
    void aLongMessageInPiecesIsPassedOver();
    void aHeaderWithoutEndIsPassedOver();
    void garbageIsAcceptedAndExpectsNothing_data();
    void garbageIsAcceptedAndExpectsNothing();
    void messagesCutOrBentAnywhereAreAccepted();
};

void TestSipSignalling::aGrantedRegistrationExpectsCalls_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Registrations)); ++i) {
        QTest::addRow("%s", Registrations[i].name) << i;
    }
}

void TestSipSignalling::aGrantedRegistrationExpectsCalls()
{
    QFETCH(int, index);
    const Registrar &row = Registrations[index];
    SipCall sip(row.ipv6);
    sip.client(registration(row.contact, row.expires));
    QCOMPARE(sip.proposal().expectationCount, std::uint8_t {0}); // only the registrar's word counts
    QCOMPARE(text(sip.note()), text("REGISTER"));
    sip.server(granted(row.response, "SIP/2.0 100 Trying"));
    QCOMPARE(sip.proposal().expectationCount, std::uint8_t {0});
    sip.server(granted(row.response));
    QCOMPARE(text(sip.expectations()), text(row.expected));
    QVERIFY2(contains(sip.note(), row.expected[0] ? "200 REGISTER signalling expects " : "200 REGISTER"),
        sip.note().c_str());
}

void TestSipSignalling::whatMustNotBeRegisteredIsNot_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Refusals)); ++i) {
        QTest::addRow("%s", Refusals[i].name) << i;
    }
}

void TestSipSignalling::whatMustNotBeRegisteredIsNot()
{
    QFETCH(int, index);
    const Refusal &row = Refusals[index];
    SipCall sip;
    sip.client(registration(row.contact, "600"));
    QVERIFY2(sip.note().starts_with("REGISTER refused: ") && contains(sip.note(), row.noted), sip.note().c_str());
    sip.server(granted(std::string(row.contact) + ";expires=600"));
    QCOMPARE(text(sip.expectations()), QString());
}

void TestSipSignalling::theExpectationStaysAndGivesItsConnectionsThisHelper()
{
    SipCall sip;
    sip.client(registration("<sip:alice@10.0.1.2>"));
    const auto &proposal = sip.server(granted("<sip:alice@10.0.1.2>;expires=600"));
    QCOMPARE(proposal.expectationCount, std::uint8_t {1});
    QCOMPARE(proposal.expectations[0].classIndex, std::uint8_t {0});
    QCOMPARE(proposal.expectations[0].flags, Wire::ExpectationFlag::Permanent);
    QCOMPARE(proposal.expectations[0].looseSourceBits, std::uint8_t {0});
    QCOMPARE(text(proposal.expectations[0].childHelper.data()), text("sip"));
    QVERIFY(proposal.expectations[0].tuple.l4 == L4Protocol::Udp);
    SipCall tcp(false, true);
    tcp.client(registration("<sip:alice@10.0.1.2>"));
    QVERIFY(tcp.server(granted("<sip:alice@10.0.1.2>;expires=600")).expectations[0].tuple.l4 == L4Protocol::Tcp);
}

void TestSipSignalling::callsFromAnyHostAreExpectedWhenAllowed()
{
    for (const bool ipv6 : {false, true}) {
        SipCall sip(ipv6, false, {{"direct_signalling", "false"}});
        const std::string contact = ipv6 ? "<sip:alice@[fd00:1::2]>" : "<sip:alice@10.0.1.2>";
        sip.client(registration(contact));
        QVERIFY(sip.server(granted(contact)).expectations[0].fromAnywhere());
    }
}

void TestSipSignalling::anOldResponseGrantsNothing()
{
    SipCall sip;
    sip.client(registration("<sip:alice@10.0.1.2>", {}, 1));
    sip.client(registration("<sip:alice@10.0.1.2>;expires=0", {}, 2));
    sip.server(granted("<sip:alice@10.0.1.2>;expires=600", Granted, 1));
    QCOMPARE(text(sip.expectations()), QString());
}

void TestSipSignalling::aRegistrationAfterAChallengeIsGranted()
{
    SipCall sip;
    sip.client(registration("<sip:alice@10.0.1.2>", {}, 1));
    sip.server(granted("<sip:alice@10.0.1.2>;expires=600", "SIP/2.0 401 Unauthorized", 1));
    sip.server(granted("<sip:alice@10.0.1.2>;expires=600", Granted, 1)); // too late
    QCOMPARE(text(sip.expectations()), QString());
    sip.client(registration("<sip:alice@10.0.1.2>", {}, 2));
    sip.server(granted("<sip:alice@10.0.1.2>;expires=600", Granted, 2));
    QCOMPARE(text(sip.expectations()), text("10.0.2.2:0 > 10.0.1.2:5060"));
}

void TestSipSignalling::aResponseToNobodyGrantsNothing()
{
    SipCall sip;
    sip.client(registration("<sip:alice@10.0.1.2>"));
    sip.client(granted("<sip:alice@10.0.1.2>;expires=600")); // its own
    QCOMPARE(text(sip.expectations()), QString());
    SipCall other;
    other.server(granted("<sip:alice@10.0.1.2>;expires=600"));
    QCOMPARE(text(other.expectations()), QString());
}

void TestSipSignalling::anExpectedConnectionRegistersNobody()
{
    SipCall sip;
    sip.beginsAs = CtInfo::Related;
    sip.client(registration("<sip:alice@10.0.1.2>"));
    QVERIFY2(contains(sip.note(), "refused: an expected connection registers nobody"), sip.note().c_str());
    SipCall later; // the kernel still knows
    later.kernelData = sip.kernelData;
    later.client(registration("<sip:alice@10.0.1.2>"));
    QVERIFY2(contains(later.note(), "refused"), later.note().c_str());
}

void TestSipSignalling::severalMessagesInOneSegmentAreEachRead()
{
    SipCall sip(false, true);
    sip.client(sipMessage("OPTIONS sip:bob@10.0.2.2 SIP/2.0") + "\r\n\r\n" + sipMessage(Offer, Audio)
        + sipMessage("ACK sip:bob@10.0.2.2 SIP/2.0", "c=IN IP4 10.0.1.2\r\nm=image 7000 udptl t38\r\n"));
    QCOMPARE(text(sip.expectations()), text(std::string(AudioExpected) + ", 10.0.2.2:0 > 10.0.1.2:7000"));
    QCOMPARE(
        text(sip.note()), text("OPTIONS; INVITE audio expects 10.0.1.2:6000,6001; ACK image expects 10.0.1.2:7000"));
}

void TestSipSignalling::aRetransmissionIsAnsweredTheSameWay()
{
    SipCall sip(false, true);
    const std::uint32_t at = sip.sequence[0];
    sip.client(sipMessage(Offer, Audio));
    sip.server(sipMessage("SIP/2.0 100 Trying"));
    sip.segment(0, at, sipMessage(Offer, Audio));
    QCOMPARE(text(sip.expectations()), text(AudioExpected));
    QVERIFY2(contains(sip.note(), "again"), sip.note().c_str());
    sip.segment(0, at, sipMessage(Offer, Audio).substr(0, 50));
    QCOMPARE(text(sip.expectations()), QString());
    sip.client(sipMessage("BYE sip:bob@10.0.2.2 SIP/2.0"));
    QCOMPARE(text(sip.note()), text("BYE"));
}

void TestSipSignalling::whatDidNotBeginAsSipIsNeverRead_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addRow("HTTP") << QByteArray("POST / HTTP/1.1\r\nHost: 10.0.2.2:5060\r\n\r\n");
    QTest::addRow("HTTP whose path says SIP") << QByteArray("GET /SIP/2.0 HTTP/1.1\r\n\r\n");
    QTest::addRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01", 6);
    QTest::addRow("a line of letters") << QByteArray("INVITE\r\n");
}

/// A page that makes a browser send "messages" to port 5060 opens no way in (NAT slipstreaming).
void TestSipSignalling::whatDidNotBeginAsSipIsNeverRead()
{
    QFETCH(QByteArray, beginning);
    SipCall sip(false, true);
    sip.client({beginning.constData(), static_cast<std::size_t>(beginning.size())});
    QCOMPARE(text(sip.note()), text("no SIP, not looked at any more"));
    sip.client(sipMessage(Offer, Audio));
    QCOMPARE(text(sip.expectations()), QString());
    sip.client(registration("<sip:alice@10.0.1.2>"));
    sip.server(granted("<sip:alice@10.0.1.2>;expires=600"));
    QCOMPARE(text(sip.expectations()), QString());
}

void TestSipSignalling::afterARestartWhatWasNoSipIsNotRead()
{
    SipCall before(false, true);
    before.client("GET / HTTP/1.1\r\n\r\n");
    SipCall after(false, true);
    after.connectionId = 78; // one that this process has not seen yet
    after.kernelData = before.kernelData;
    after.client(sipMessage(Offer, Audio));
    QCOMPARE(text(after.expectations()), QString());
}

void TestSipSignalling::afterARestartSipIsReadFromItsNextMessage()
{
    SipCall before(false, true);
    before.client(sipMessage(Offer, Audio));
    SipCall after(false, true);
    after.connectionId = 78; // one that this process has not seen yet
    after.kernelData = before.kernelData;
    after.client("m=audio 8000 RTP/AVP 0\r\n"); // the rest of a message
    QCOMPARE(text(after.expectations()), QString());
    after.client(sipMessage(Offer, Audio));
    QCOMPARE(text(after.expectations()), text(AudioExpected));
}

void TestSipSignalling::aLostPieceCostsItsMessageAlone()
{
    SipCall sip(false, true);
    sip.client(sipMessage("OPTIONS sip:bob@10.0.2.2 SIP/2.0"));
    sip.client(sipMessage(Offer, Audio).substr(0, 100));
    sip.sequence[0] += 300; // passed unseen: the queue was full and let it through
    sip.server(sipMessage(Granted)); // acknowledges them
    sip.client("m=audio 8000 RTP/AVP 0\r\n");
    QCOMPARE(text(sip.expectations()), QString());
    sip.client(sipMessage(Offer, Audio));
    QCOMPARE(text(sip.expectations()), text(AudioExpected));
}

void TestSipSignalling::aLongMessageInPiecesIsPassedOver()
{
    SipCall sip(false, true);
    const std::string message = sipMessage(Offer, std::string(Audio) + std::string(9000, 'x'));
    for (std::size_t at = 0; at < message.size(); at += 1000) {
        sip.client(std::string_view(message).substr(at, 1000));
        QCOMPARE(text(sip.expectations()), QString());
    }
    sip.client(sipMessage(Offer, Audio));
    QCOMPARE(text(sip.expectations()), text(AudioExpected));
}

void TestSipSignalling::aHeaderWithoutEndIsPassedOver()
{
    SipCall sip(false, true);
    sip.client(std::string(Offer) + "\r\n");
    for (int i = 0; i < 20; ++i) {
        sip.client("X: " + std::string(1000, 'x') + "\r\n");
    }
    sip.client(sipMessage(Offer, Audio));
    QCOMPARE(text(sip.expectations()), text(AudioExpected));
}

void TestSipSignalling::garbageIsAcceptedAndExpectsNothing_data()
{
    QTest::addColumn<bool>("tcp");
    QTest::addRow("UDP") << false;
    QTest::addRow("TCP") << true;
}

void TestSipSignalling::garbageIsAcceptedAndExpectsNothing()
{
    QFETCH(bool, tcp);
    SipCall sip(false, tcp);
    sip.client(sipMessage("OPTIONS sip:bob@10.0.2.2 SIP/2.0"));
    std::uint32_t state = 12345;
    for (std::size_t length = 0; length < 1400; ++length) {
        std::string garbage(length, '\0');
        for (char &byte : garbage) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        const auto &proposal = sip.say(static_cast<int>(length % 2), garbage);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QCOMPARE(text(sip.expectations()), QString());
    }
}

void TestSipSignalling::messagesCutOrBentAnywhereAreAccepted()
{
    const std::string message = sipMessage(Offer, Audio, {.contact = "\"A\" <sip:alice@10.0.1.2:5060>;expires=5"});
    SipCall sip;
    sip.masquerade(); // so that every address in it is looked at
    for (std::size_t at = 0; at < message.size(); ++at) {
        QCOMPARE(sip.client(std::string_view(message).substr(0, at)).verdict, Verdict::Accept);
        for (const char byte : {'\0', '\r', '\n', ' ', '"', '<', '[', ':', ';', ',', '=', '9', '\xff'}) {
            std::string bent = message;
            bent[at] = byte;
            QCOMPARE(sip.client(bent).verdict, Verdict::Accept);
        }
    }
}

QTEST_APPLESS_MAIN(TestSipSignalling)
#include "tst_sipsignalling.moc"
