// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "groupflow.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

constexpr char Group[] = "239.255.255.250";
constexpr char Search[] = "M-SEARCH * HTTP/1.1\r\n"
                          "HOST: 239.255.255.250:1900\r\n"
                          "MAN: \"ssdp:discover\"\r\n"
                          "MX: 2\r\n"
                          "ST: upnp:rootdevice\r\n"
                          "\r\n";

/// The expected connection gets the helper too, any number of times.
bool isLink(const Conversation &ssdp)
{
    const auto &only = ssdp.proposal().expectations[0];
    return ssdp.proposal().expectationCount == 1 && only.flags == Wire::ExpectationFlag::Permanent
        && only.looseSourceBits == 0 && std::string(only.childHelper.data()) == "ssdp"
        && only.tuple.l4 == L4Protocol::Tcp;
}

/// A connection of the control point (10.0.1.2) to the device (10.0.2.2), or of the device to it where @p events.
class HttpFlow : public Conversation {
public:
    explicit HttpFlow(bool ipv6 = false, const HelperOptions &options = {}, bool events = false)
        : Conversation("ssdp", ipv6, options)
    {
        original.l4 = L4Protocol::Tcp;
        original.destinationPort = 5000;
        original = events ? original.inverted() : original;
        original.sourcePort = 40000;
        original.destinationPort = events ? 49152 : 5000;
        reply = original.inverted();
    }
};

std::string subscription(const std::string &callback)
{
    return "SUBSCRIBE /evt/IPConn HTTP/1.1\r\nHOST: 10.0.2.2:5000\r\n" + callback + "\r\nNT: upnp:event\r\n\r\n";
}

constexpr char Callback[] = "CALLBACK: <http://10.0.1.2:49152/events>";

} // namespace

class TestSsdp : public QObject {
    Q_OBJECT

private slots:
    void answersToASearchAreExpectedFromEveryHostAndPort_data();
    void answersToASearchAreExpectedFromEveryHostAndPort();
    void nothingIsExpectedOfAnythingElse_data();
    void nothingIsExpectedOfAnythingElse();
    void answersWithinTheFlowAreLeftAlone();
    void aLowPortIsRefusedUnlessAllowed();
    void aTranslatedAskerIsAnsweredAtItsPublicAddress();
    void garbageIsAcceptedAndExpectsNothing();

    void anAnswerLeadsToWhereItsLocationSays_data();
    void anAnswerLeadsToWhereItsLocationSays();
    void anAnswerThatWasNotExpectedLeadsNowhere();
    void eventsAreExpectedWhereCallbackSays_data();
    void eventsAreExpectedWhereCallbackSays();
    void aCallbackSplitAnywhereIsExpected();
    void aRetransmittedCallbackIsExpectedTheSameWay();
    void aCallbackInAnythingElseIsNone_data();
    void aCallbackInAnythingElseIsNone();
    void aSubscriptionBehindABodyIsSeen();
    void aTranslatedCallbackNamesThePublicEnd();
    void aTranslatedCallbackOverIpv6IsRefusedWhereItsLengthChanges();
    void aTranslatedCallbackInTwoSegmentsIsRefused();
    void anEventExpectsTheNextOne();
    void anEventToATranslatedHostExpectsTheNextOneThere();
    void garbageOverTcpIsAcceptedAndExpectsNothing();
};

void TestSsdp::answersToASearchAreExpectedFromEveryHostAndPort_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("expected");
    QTest::addRow("IPv4") << Group << 40000 << "0.0.0.0:0 > 10.0.1.2:40000";
    QTest::addRow("from the port of the protocol") << Group << 1900 << "0.0.0.0:0 > 10.0.1.2:1900";
    QTest::addRow("IPv6, link") << "ff02::c" << 40000 << ":::0 > fd00:1::2:40000";
    QTest::addRow("IPv6, site") << "ff05::c" << 40000 << ":::0 > fd00:1::2:40000";
}

void TestSsdp::answersToASearchAreExpectedFromEveryHostAndPort()
{
    QFETCH(QString, group);
    QFETCH(int, port);
    QFETCH(QString, expected);
    GroupFlow ssdp("ssdp", group.toStdString(), static_cast<std::uint16_t>(port));
    for (int times = 0; times < 2; ++times) { // control points ask more than once
        ssdp.client(Search);
        QCOMPARE(QString::fromStdString(ssdp.expectations()), expected);
        QVERIFY(ssdp.expectsManyFromAnyHost());
        QVERIFY2(ssdp.notes("M-SEARCH -> expects answers at "), ssdp.note().c_str());
    }
}

void TestSsdp::nothingIsExpectedOfAnythingElse_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("noted");
    QTest::addRow("an announcement") << Group << QByteArray("NOTIFY * HTTP/1.1\r\nNTS: ssdp:alive\r\n\r\n") << "NOTIFY";
    QTest::addRow("an answer") << Group << QByteArray("HTTP/1.1 200 OK\r\nST: ssdp:all\r\n\r\n") << "not understood";
    QTest::addRow("small letters") << Group << QByteArray("m-search * HTTP/1.1\r\n\r\n") << "not understood";
    QTest::addRow("a search for one thing") << Group << QByteArray("M-SEARCH /x HTTP/1.1\r\n\r\n") << "not understood";
    QTest::addRow("another protocol") << Group << QByteArray("M-SEARCH * SIP/2.0\r\n\r\n") << "not understood";
    QTest::addRow("half a method") << Group << QByteArray("M-SEA") << "not understood";
    QTest::addRow("to one host") << "10.0.2.2" << QByteArray(Search) << "";
    QTest::addRow("to another group") << "239.255.255.251" << QByteArray(Search) << "";
    QTest::addRow("to another group, IPv6") << "ff0e::c" << QByteArray(Search) << "";
}

void TestSsdp::nothingIsExpectedOfAnythingElse()
{
    QFETCH(QString, group);
    QFETCH(QByteArray, sent);
    QFETCH(QString, noted);
    GroupFlow ssdp("ssdp", group.toStdString(), 40000);
    const auto &proposal = ssdp.client(sent.toStdString());
    QCOMPARE(proposal.expectationCount, std::uint8_t {0});
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(ssdp.notes(noted.toStdString()), ssdp.note().c_str());
}

void TestSsdp::answersWithinTheFlowAreLeftAlone()
{
    GroupFlow ssdp("ssdp", Group, 40000);
    ssdp.server(Search);
    QCOMPARE(ssdp.proposal().expectationCount, std::uint8_t {0});
}

void TestSsdp::aLowPortIsRefusedUnlessAllowed()
{
    GroupFlow refused("ssdp", Group, 1023);
    refused.client(Search);
    QCOMPARE(refused.proposal().expectationCount, std::uint8_t {0});
    QVERIFY2(refused.notes("below 1024 (option allow_low_ports)"), refused.note().c_str());
    GroupFlow allowed("ssdp", Group, 1023, {{"allow_low_ports", "true"}});
    allowed.client(Search);
    QCOMPARE(allowed.expectations(), std::string("0.0.0.0:0 > 10.0.1.2:1023"));
}

void TestSsdp::aTranslatedAskerIsAnsweredAtItsPublicAddress()
{
    GroupFlow ssdp("ssdp", Group, 40000);
    ssdp.masquerade("10.0.2.1");
    ssdp.client(Search);
    QCOMPARE(ssdp.expectations(), std::string("0.0.0.0:0 > 10.0.2.1:40000"));
    QVERIFY(ssdp.expectsManyFromAnyHost());
    const auto &only = ssdp.proposal().expectations[0];
    QCOMPARE(only.nat, Wire::NatFunction::FollowMaster);
    QCOMPARE(only.natAddress.toString(), std::string("10.0.1.2"));
    QCOMPARE(only.natPort, std::uint16_t {40000});
}

void TestSsdp::garbageIsAcceptedAndExpectsNothing()
{
    GroupFlow ssdp("ssdp", Group, 40000);
    QVERIFY(ssdp.survivesGarbage(Search, [](std::string_view sent) { return sent.starts_with("M-SEARCH * HTTP/1."); }));
}

void TestSsdp::anAnswerLeadsToWhereItsLocationSays_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("noted");
    const auto row = [](const char *name, bool ipv6, const char *header, const char *expected, const char *noted) {
        QTest::addRow("%s", name) << ipv6 << QByteArray(header) << expected << noted;
    };
    row("IPv4", false, "LOCATION: http://10.0.2.2:5000/root.xml", "10.0.1.2:0 > 10.0.2.2:5000", "-> expects");
    row("in small letters", false, "location:HTTP://10.0.2.2:5000", "10.0.1.2:0 > 10.0.2.2:5000", "-> expects");
    row("IPv6", true, "Location: http://[fd00:2::2]:5000/", "fd00:1::2:0 > fd00:2::2:5000", "-> expects");
    row("another host", false, "LOCATION: http://10.0.2.9:5000/", "", "not the sender's own (option loose)");
    row("who asked", false, "LOCATION: http://10.0.1.2:5000/", "", "not the sender's own (option loose)");
    row("no port", false, "LOCATION: http://10.0.2.2/", "", "below 1024");
    row("a low port", false, "LOCATION: http://10.0.2.2:1023/", "", "below 1024");
    row("the other IP version", false, "LOCATION: http://[fd00:2::2]:5000/", "", "other IP version");
    row("a name", false, "LOCATION: http://device.local:5000/", "", "not understood");
    row("https", false, "LOCATION: https://10.0.2.2:5000/", "", "not understood");
    row("port 0", false, "LOCATION: http://10.0.2.2:0/", "", "not understood");
    row("port 65536", false, "LOCATION: http://10.0.2.2:65536/", "", "not understood");
    row("a port and more", false, "LOCATION: http://10.0.2.2:5000x", "", "not understood");
    row("an open bracket", true, "LOCATION: http://[fd00:2::2", "", "not understood");
    row("somebody's password", false, "LOCATION: http://a:5000@10.0.2.2:5000/", "", "not understood");
    row("nowhere", false, "SERVER: none", "", "without LOCATION");
}

void TestSsdp::anAnswerLeadsToWhereItsLocationSays()
{
    QFETCH(bool, ipv6);
    QFETCH(QByteArray, header);
    QFETCH(QString, expected);
    QFETCH(QString, noted);
    Conversation answers("ssdp", ipv6);
    answers.original = answers.original.inverted(); // from the device's port to the one that asked
    answers.reply = answers.original.inverted();
    answers.beginsAs = CtInfo::Related;
    for (int times = 0; times < 2; ++times) { // one for each thing that the device is
        answers.client("HTTP/1.1 200 OK\r\nST: ssdp:all\r\n" + header.toStdString() + "\r\nEXT:\r\n\r\n");
        QCOMPARE(QString::fromStdString(answers.expectations()), expected);
        QVERIFY(expected.isEmpty() || isLink(answers));
        QVERIFY2(answers.note().find(noted.toStdString()) != std::string::npos, answers.note().c_str());
    }
}

void TestSsdp::anAnswerThatWasNotExpectedLeadsNowhere()
{
    Conversation ssdp("ssdp");
    ssdp.client("HTTP/1.1 200 OK\r\nLOCATION: http://10.0.1.2:5000/\r\n\r\n");
    QCOMPARE(ssdp.proposal().expectationCount, std::uint8_t {0});
}

void TestSsdp::eventsAreExpectedWhereCallbackSays_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("noted");
    const auto row = [](const char *name, bool ipv6, const char *header, const char *expected, const char *noted) {
        QTest::addRow("%s", name) << ipv6 << QByteArray(header) << expected << noted;
    };
    row("IPv4", false, Callback, "10.0.2.2:0 > 10.0.1.2:49152", "CALLBACK 10.0.1.2:49152 -> expects 10.0.1.2:49152");
    row("IPv6", true, "Callback: <http://[fd00:1::2]:49152/>", "fd00:2::2:0 > fd00:1::2:49152", "-> expects");
    row("the first of several", false, "CALLBACK:<http://10.0.1.2:49152/><http://10.0.1.2:49153/>",
        "10.0.2.2:0 > 10.0.1.2:49152", "-> expects");
    row("another host", false, "CALLBACK: <http://10.0.1.9:49152/>", "", "not the sender's own (option loose)");
    row("the device", false, "CALLBACK: <http://10.0.2.2:49152/>", "", "not the sender's own (option loose)");
    row("a low port", false, "CALLBACK: <http://10.0.1.2:22/>", "", "below 1024");
    row("the other IP version", true, "CALLBACK: <http://10.0.1.2:49152/>", "", "other IP version");
    row("without brackets", false, "CALLBACK: http://10.0.1.2:49152/", "", "not understood");
    row("nothing", false, "CALLBACK:", "", "not understood");
    row("a renewal", false, "SID: uuid:1", "", "");
}

void TestSsdp::eventsAreExpectedWhereCallbackSays()
{
    QFETCH(bool, ipv6);
    QFETCH(QByteArray, header);
    QFETCH(QString, expected);
    QFETCH(QString, noted);
    HttpFlow http(ipv6);
    http.open();
    http.client(subscription(header.toStdString()));
    QCOMPARE(QString::fromStdString(http.expectations()), expected);
    QVERIFY(expected.isEmpty() || isLink(http));
    QVERIFY2(http.note().find(noted.toStdString()) != std::string::npos, http.note().c_str());
    QCOMPARE(http.rewritten(), std::string());
}

void TestSsdp::aCallbackSplitAnywhereIsExpected()
{
    const std::string whole = subscription(Callback);
    for (std::size_t at = 1; at < whole.size(); ++at) {
        HttpFlow http;
        http.open();
        std::size_t expected = http.client(std::string_view(whole).substr(0, at)).expectationCount;
        expected += http.client(std::string_view(whole).substr(at)).expectationCount;
        QCOMPARE(expected, std::size_t {1});
    }
}

void TestSsdp::aRetransmittedCallbackIsExpectedTheSameWay()
{
    HttpFlow http;
    http.masquerade("10.0.2.1");
    http.open();
    const std::uint32_t at = http.sequence[0];
    http.ports.taken = {49152};
    http.client(subscription(Callback));
    const auto first = http.expectations();
    const auto said = http.rewritten();
    QCOMPARE(first, std::string("10.0.2.2:0 > 10.0.2.1:49153"));
    http.ports.taken = {49152, 49153};
    http.segment(0, at, subscription(Callback));
    QCOMPARE(http.expectations(), first);
    QCOMPARE(http.rewritten(), said);
}

void TestSsdp::aCallbackInAnythingElseIsNone_data()
{
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *name, const std::string &sent) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(sent);
    };
    const std::string body = subscription(Callback);
    const std::string post = "POST /ctl/IPConn HTTP/1.1\r\nContent-Length: ";
    row("another method", "GET / HTTP/1.1\r\n" + std::string(Callback) + "\r\n\r\n");
    row("a body", post + std::to_string(body.size()) + "\r\n\r\n" + body);
    row("a body in chunks", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n99\r\n" + body);
    row("a body of no length that can be", post + "99999999999\r\n\r\n" + body);
    row("another protocol", "SUBSCRIBE sip:a@b SIP/2.0\r\n" + std::string(Callback) + "\r\n\r\n");
    row("behind another protocol", "hello\r\n" + body);
    row("behind its head", "SUBSCRIBE / HTTP/1.1\r\n\r\n" + std::string(Callback) + "\r\n\r\n");
    row("a long line of a body", post + std::to_string(body.size() + 600) + "\r\n\r\n" + std::string(600, 'x') + body);
    row("behind a body whose last line is long",
        post + "600\r\n\r\n" + std::string(600, 'x') + body); // is not found: nothing to be sure of
}

void TestSsdp::aCallbackInAnythingElseIsNone()
{
    QFETCH(QByteArray, sent);
    HttpFlow http;
    http.open();
    http.client(sent.toStdString());
    QCOMPARE(http.expectations(), std::string());
    HttpFlow other;
    other.open();
    other.server(subscription("CALLBACK: <http://10.0.2.2:49152/>")); // who accepted the connection
    QCOMPARE(other.expectations(), std::string());
}

void TestSsdp::aSubscriptionBehindABodyIsSeen()
{
    for (const std::string body : {"", "x", "one line\r\n", "one line\r\nand half", "\r\n\r\n"}) {
        HttpFlow http;
        http.open();
        http.client("POST / HTTP/1.1\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body
            + subscription(Callback));
        QCOMPARE(http.expectations(), std::string("10.0.2.2:0 > 10.0.1.2:49152"));
    }
}

void TestSsdp::aTranslatedCallbackNamesThePublicEnd()
{
    HttpFlow http;
    http.masquerade("10.0.2.1");
    http.open();
    http.ports.taken = {49152};
    http.client(subscription(Callback));
    QCOMPARE(http.expectations(), std::string("10.0.2.2:0 > 10.0.2.1:49153"));
    QVERIFY(isLink(http));
    const auto &only = http.proposal().expectations[0];
    QCOMPARE(only.nat, Wire::NatFunction::FollowMaster);
    QCOMPARE(only.natPort, std::uint16_t {49152});
    QCOMPARE(only.natAddress.toString(), std::string("10.0.1.2"));
    QCOMPARE(http.rewritten(), subscription("CALLBACK: <http://10.0.2.1:49153/events>"));
    QVERIFY2(http.note().find("says 10.0.2.1:49153, expects 10.0.2.1:49153") != std::string::npos, http.note().c_str());
}

void TestSsdp::aTranslatedCallbackOverIpv6IsRefusedWhereItsLengthChanges()
{
    HttpFlow http(true);
    http.masquerade("fd00:2:2222::1");
    http.open();
    http.client(subscription("CALLBACK: <http://[fd00:1::2]:49152/>"));
    QCOMPARE(http.expectations(), std::string());
    QVERIFY2(http.note().find("cannot resize") != std::string::npos, http.note().c_str());
    HttpFlow same(true);
    same.masquerade("fd00:2::1");
    same.open();
    same.client(subscription("CALLBACK: <http://[fd00:1::2]:49152/>"));
    QCOMPARE(same.expectations(), std::string("fd00:2::2:0 > fd00:2::1:49152"));
    QCOMPARE(same.rewritten(), subscription("CALLBACK: <http://[fd00:2::1]:49152/>"));
}

void TestSsdp::aTranslatedCallbackInTwoSegmentsIsRefused()
{
    HttpFlow http;
    http.masquerade("10.0.2.1");
    http.open();
    const std::string whole = subscription(Callback);
    const std::size_t at = whole.find("1.2:49152");
    http.client(std::string_view(whole).substr(0, at));
    http.client(std::string_view(whole).substr(at));
    QCOMPARE(http.expectations(), std::string());
    QVERIFY2(http.note().find("split over segments") != std::string::npos, http.note().c_str());
}

void TestSsdp::anEventExpectsTheNextOne()
{
    HttpFlow events(false, {}, true);
    events.open();
    events.client("NOTIFY /events HTTP/1.1\r\nSEQ: 0\r\nCONTENT-LENGTH: 0\r\n\r\n");
    QCOMPARE(events.expectations(), std::string("10.0.2.2:0 > 10.0.1.2:49152"));
    QVERIFY(isLink(events));
    QCOMPARE(events.proposal().expectations[0].nat, Wire::NatFunction::None);
}

void TestSsdp::anEventToATranslatedHostExpectsTheNextOneThere()
{
    HttpFlow events(false, {}, true);
    events.forwardPort("10.0.2.1");
    events.original.destinationPort = 49153;
    events.open();
    events.client("NOTIFY /events HTTP/1.1\r\nSEQ: 1\r\n\r\n");
    QCOMPARE(events.expectations(), std::string("10.0.2.2:0 > 10.0.2.1:49153"));
    const auto &only = events.proposal().expectations[0];
    QCOMPARE(only.nat, Wire::NatFunction::FollowMaster);
    QCOMPARE(only.natDirection, std::uint8_t {0});
    QCOMPARE(only.natAddress.toString(), std::string("10.0.1.2"));
    QCOMPARE(only.natPort, std::uint16_t {49152});
}

void TestSsdp::garbageOverTcpIsAcceptedAndExpectsNothing()
{
    HttpFlow http;
    http.open();
    std::uint32_t state = 12345;
    for (std::size_t length = 1; length < 1400; ++length) {
        std::string garbage = length % 3 == 0 ? "SUBSCRIBE / HTTP/1.1\r\nCALLBACK: <http://" : "";
        for (std::size_t i = 0; i < length; ++i) {
            state = state * 1664525 + 1013904223;
            garbage += static_cast<char>(state >> 24);
        }
        http.connectionId = static_cast<std::uint32_t>(1000 + length / 7); // a new one now and then
        const auto &proposal = length % 2 ? http.client(garbage) : http.server(garbage);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QCOMPARE(proposal.expectationCount, std::uint8_t {0});
    }
}

QTEST_APPLESS_MAIN(TestSsdp)
#include "tst_ssdp.moc"
