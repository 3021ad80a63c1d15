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

std::string words(std::initializer_list<std::uint32_t> numbers)
{
    std::string bytes;
    for (const std::uint32_t number : numbers) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes += static_cast<char>(number >> shift);
        }
    }
    return bytes;
}

std::string string(std::string_view characters)
{
    return words({static_cast<std::uint32_t>(characters.size() + 1)}) + std::string(characters) + '\0';
}

constexpr std::uint32_t LittleEndian = 0x1234;

std::string startRequest()
{
    return words({7, 0});
}

std::string startReply(std::uint32_t port, std::uint32_t status = 0)
{
    return words({status, port, LittleEndian, 0});
}

std::string startNeedsPassword()
{
    return words({0, 0, LittleEndian}) + string("test:0");
}

std::string authorizeRequest()
{
    return words({9}) + string("test:0") + string("paul") + string("geheim");
}

/// What scanimage says before it starts.
void begin(Conversation &sane)
{
    sane.open();
    sane.client(words({0, 0x01000003}) + string("paul"));
    sane.server(words({0, 0x01000003}));
    sane.client(words({2}) + string("test:0"));
    sane.server(words({0, 0, 0}));
}

} // namespace

class TestSane : public QObject {
    Q_OBJECT

private slots:
    void thePortOfAStartIsExpected_data();
    void thePortOfAStartIsExpected();
    void requestsAreNamed();
    void aReplySplitAnywhereIsExpectedOnceItIsWhole();
    void aReplyWhoseSecondHalfComesFirstIsExpected();
    void aRequestSplitAnywhereIsUnderstood();
    void aStartWithinAnotherRequestIsNone();
    void aStartThatIsNotAllOfARequestIsNone();
    void theServerMayOnlyAnswer();
    void theClientAnnouncesNothing();
    void afterAPasswordThePortIsExpected();
    void aSecondPasswordMayBeAskedFor();
    void refusalsAreNoted_data();
    void refusalsAreNoted();
    void lowPortsAreExpectedWhenAllowed();
    void everyPageIsExpected();
    void aRetransmissionIsAnsweredTheSameWay();
    void aConnectionPickedUpInMidStreamIsFollowed();
    void bytesThatPassedUnseenAnnounceNothing();
    void behindAMasqueradedClientNothingIsRewritten();
    void aForwardedPortIsExpectedAtThePublicAddress();
    void aTakenPortIsAnnouncedAsAnotherOne_data();
    void aTakenPortIsAnnouncedAsAnotherOne();
    void aTakenPortThatCameEarlierIsRefused();
    void passwordsAreNotNoted();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestSane::thePortOfAStartIsExpected_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<QString>("expected");
    QTest::addRow("IPv4") << false << "10.0.1.2:0 > 10.0.2.2:50000";
    QTest::addRow("IPv6") << true << "fd00:1::2:0 > fd00:2::2:50000";
}

void TestSane::thePortOfAStartIsExpected()
{
    QFETCH(bool, ipv6);
    QFETCH(QString, expected);
    Conversation sane("sane", ipv6);
    begin(sane);
    sane.client(startRequest());
    QCOMPARE(text(sane.note()), text("START"));
    const auto &proposal = sane.server(startReply(50000));
    QCOMPARE(text(sane.expectations()), expected);
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QCOMPARE(proposal.expectations[0].flags, std::uint8_t {0});
    QVERIFY(proposal.expectations[0].tuple.l4 == L4Protocol::Tcp);
    QVERIFY2(sane.note().starts_with("START port 50000 -> expects "), sane.note().c_str());
}

void TestSane::requestsAreNamed()
{
    Conversation sane("sane");
    begin(sane);
    sane.client(words({6, 0}));
    QCOMPARE(text(sane.note()), text("GET_PARAMETERS"));
    sane.server(words({0, 1, 1, 100, 100, 100, 8}));
    QCOMPARE(text(sane.note()), QString());
    sane.client(words({11}));
    QCOMPARE(text(sane.note()), QString());
}

void TestSane::aReplySplitAnywhereIsExpectedOnceItIsWhole()
{
    const std::string reply = startReply(50000);
    for (std::size_t at = 1; at < reply.size(); ++at) {
        Conversation sane("sane");
        begin(sane);
        sane.client(startRequest());
        sane.server(reply.substr(0, at));
        QCOMPARE(text(sane.expectations()), QString());
        sane.server(reply.substr(at));
        QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
    }
}

void TestSane::aReplyWhoseSecondHalfComesFirstIsExpected()
{
    const std::string reply = startReply(50000);
    for (std::size_t at = 1; at < reply.size(); ++at) {
        Conversation sane("sane");
        begin(sane);
        sane.client(startRequest());
        const std::uint32_t first = sane.sequence[1];
        sane.segment(1, first + static_cast<std::uint32_t>(at), reply.substr(at));
        QCOMPARE(text(sane.expectations()), QString());
        sane.segment(1, first, reply.substr(0, at));
        QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
    }
}

void TestSane::aRequestSplitAnywhereIsUnderstood()
{
    for (std::size_t at = 1; at < startRequest().size(); ++at) {
        Conversation sane("sane");
        begin(sane);
        sane.client(startRequest().substr(0, at));
        sane.client(startRequest().substr(at));
        sane.server(startReply(50000));
        QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
    }
}

void TestSane::aStartWithinAnotherRequestIsNone()
{
    Conversation sane("sane");
    begin(sane);
    sane.client(words({5, 0, 3, 1, 3, 8, 8}));
    sane.client(startRequest()); // the value of a string option
    sane.server(startReply(50000));
    QCOMPARE(text(sane.expectations()), QString());
}

void TestSane::aStartThatIsNotAllOfARequestIsNone()
{
    Conversation sane("sane");
    begin(sane);
    sane.client(startRequest() + words({6, 0}));
    sane.server(startReply(50000));
    QCOMPARE(text(sane.expectations()), QString());
    sane.client(words({7}));
    sane.server(startReply(50000));
    QCOMPARE(text(sane.expectations()), QString());
}

void TestSane::theServerMayOnlyAnswer()
{
    Conversation sane("sane");
    begin(sane);
    sane.server(startReply(50000)); // nobody asked
    QCOMPARE(text(sane.expectations()), QString());
    sane.client(words({6, 0}));
    sane.server(startReply(50000)); // somebody asked something else
    QCOMPARE(text(sane.expectations()), QString());
    sane.client(startRequest());
    sane.server(startReply(50000) + startReply(50001)); // twice
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
    sane.server(startReply(50002));
    QCOMPARE(text(sane.expectations()), QString());
}

void TestSane::theClientAnnouncesNothing()
{
    Conversation sane("sane");
    begin(sane);
    sane.server(startRequest());
    sane.client(startReply(50000));
    QCOMPARE(text(sane.expectations()), QString());
}

void TestSane::afterAPasswordThePortIsExpected()
{
    Conversation sane("sane");
    begin(sane);
    sane.client(startRequest());
    sane.server(startNeedsPassword());
    QCOMPARE(text(sane.expectations()), QString());
    QCOMPARE(text(sane.note()), text("START needs a password first"));
    sane.client(authorizeRequest());
    QCOMPARE(text(sane.note()), text("AUTHORIZE"));
    sane.server(words({0}));
    QCOMPARE(text(sane.expectations()), QString());
    sane.server(startReply(50000));
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
}

void TestSane::aSecondPasswordMayBeAskedFor()
{
    Conversation sane("sane");
    begin(sane);
    sane.client(startRequest());
    sane.server(startNeedsPassword());
    sane.client(authorizeRequest());
    sane.server(words({0}) + startNeedsPassword());
    QCOMPARE(text(sane.expectations()), QString());
    sane.client(authorizeRequest());
    sane.server(words({0}) + startReply(50000));
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
    sane.client(authorizeRequest()); // to nothing
    sane.server(words({0}) + startReply(50001));
    QCOMPARE(text(sane.expectations()), QString());
}

void TestSane::refusalsAreNoted_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, const std::string &reply, const char *noted) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(reply) << QByteArray(noted);
    };
    row("a low port", startReply(1023), "refused: the port is below 1024");
    row("port 0", startReply(0), "not understood: port 0");
    row("port 65536", startReply(65536), "not understood: port 65536");
    row("a failure", startReply(50000, 3), "failed with status 3");
}

void TestSane::refusalsAreNoted()
{
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, noted);
    Conversation sane("sane");
    begin(sane);
    sane.client(startRequest());
    const auto &proposal = sane.server(reply.toStdString());
    QCOMPARE(text(sane.expectations()), QString());
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(sane.note().find(noted.toStdString()) != std::string::npos, sane.note().c_str());
}

void TestSane::lowPortsAreExpectedWhenAllowed()
{
    Conversation sane("sane", false, {{"allow_low_ports", "yes"}});
    begin(sane);
    sane.client(startRequest());
    sane.server(startReply(600));
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:600"));
}

void TestSane::everyPageIsExpected()
{
    Conversation sane("sane");
    begin(sane);
    for (std::uint32_t port = 50000; port < 50010; ++port) {
        sane.client(startRequest());
        sane.server(startReply(port));
        QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:" + std::to_string(port)));
        sane.client(words({8, 0}));
        sane.server(words({0}));
    }
}

void TestSane::aRetransmissionIsAnsweredTheSameWay()
{
    Conversation sane("sane");
    begin(sane);
    const std::uint32_t atClient = sane.sequence[0];
    const std::uint32_t atServer = sane.sequence[1];
    sane.client(startRequest());
    sane.segment(0, atClient, startRequest());
    sane.server(startReply(50000));
    sane.segment(1, atServer, startReply(50000));
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
    QVERIFY2(sane.note().starts_with("retransmission"), sane.note().c_str());
}

void TestSane::aConnectionPickedUpInMidStreamIsFollowed()
{
    Conversation sane("sane"); // no handshake: a helper process that was restarted
    sane.client(startRequest());
    sane.server(startReply(50000));
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
}

void TestSane::bytesThatPassedUnseenAnnounceNothing()
{
    Conversation sane("sane");
    begin(sane);
    sane.sequence[0] += 8; // a request that the queue let through
    sane.server(startReply(50000)); // acknowledges it
    QCOMPARE(text(sane.expectations()), QString());
    sane.client(startRequest());
    sane.server(startReply(50001)); // this request was seen, but what it follows was not
    sane.client(startRequest());
    sane.server(startReply(50002));
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50002"));
}

void TestSane::behindAMasqueradedClientNothingIsRewritten()
{
    Conversation sane("sane");
    sane.masquerade();
    begin(sane);
    sane.client(startRequest());
    const auto &proposal = sane.server(startReply(50000));
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
    QVERIFY(proposal.expectations[0].natAddress == proposal.expectations[0].tuple.destination);
    QVERIFY(!proposal.mangled);
}

void TestSane::aForwardedPortIsExpectedAtThePublicAddress()
{
    Conversation sane("sane");
    sane.forwardPort();
    begin(sane);
    sane.client(startRequest());
    const auto &proposal = sane.server(startReply(50000));
    QCOMPARE(text(sane.expectations()), text("10.0.1.2:0 > 10.0.1.1:50000"));
    QVERIFY(proposal.expectations[0].nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(text(proposal.expectations[0].natAddress.toString()), text("10.0.2.2"));
    QCOMPARE(proposal.expectations[0].natPort, std::uint16_t {50000});
    QVERIFY(!proposal.mangled); // the reply names a port alone, and it is the same
}

void TestSane::aTakenPortIsAnnouncedAsAnotherOne_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addRow("IPv4") << false;
    QTest::addRow("IPv6, for the length stays") << true;
}

void TestSane::aTakenPortIsAnnouncedAsAnotherOne()
{
    QFETCH(bool, ipv6);
    Conversation sane("sane", ipv6);
    sane.forwardPort(ipv6 ? "fd00:1::1" : "10.0.1.1");
    sane.ports.taken = {50000, 50001};
    begin(sane);
    sane.client(startRequest());
    const std::uint32_t at = sane.sequence[1];
    sane.server(startReply(50000));
    QVERIFY2(sane.expectations().ends_with(":50002"), sane.expectations().c_str());
    QCOMPARE(sane.proposal().expectations[0].natPort, std::uint16_t {50000});
    QCOMPARE(QByteArray::fromStdString(sane.rewritten()), QByteArray::fromStdString(startReply(50002)));
    sane.ports.taken.insert(50002);
    sane.segment(1, at, startReply(50000));
    QVERIFY2(sane.expectations().ends_with(":50002"), sane.expectations().c_str());
    QCOMPARE(QByteArray::fromStdString(sane.rewritten()), QByteArray::fromStdString(startReply(50002)));
}

void TestSane::aTakenPortThatCameEarlierIsRefused()
{
    Conversation sane("sane");
    sane.forwardPort();
    sane.ports.taken = {50000};
    begin(sane);
    sane.client(startRequest());
    sane.server(startReply(50000).substr(0, 12));
    sane.server(startReply(50000).substr(12));
    QCOMPARE(text(sane.expectations()), QString());
    QVERIFY(!sane.proposal().mangled);
    QVERIFY2(sane.note().find("split over segments") != std::string::npos, sane.note().c_str());
}

void TestSane::passwordsAreNotNoted()
{
    Conversation sane("sane");
    begin(sane);
    sane.client(authorizeRequest());
    QCOMPARE(text(sane.note()), text("AUTHORIZE"));
}

void TestSane::garbageIsAcceptedAndExpectsNothing()
{
    Conversation sane("sane");
    sane.open();
    std::uint32_t state = 12345;
    for (std::size_t round = 0; round < 3000; ++round) {
        std::string garbage(1 + round % 1400, '\0');
        for (char &byte : garbage) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        const auto &proposal = round % 2 ? sane.client(garbage) : sane.server(garbage);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QCOMPARE(text(sane.expectations()), QString());
    }
}

QTEST_APPLESS_MAIN(TestSane)
#include "tst_sane.moc"
