// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"
#include "helpers/registry.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string word(unsigned value)
{
    return {static_cast<char>(value >> 8), static_cast<char>(value)};
}

/// A control message (RFC 2637, 2) of @p length bytes that begins, behind its fixed part, with @p body.
std::string message(unsigned type, std::size_t length, std::string_view body = {})
{
    std::string bytes =
        word(static_cast<unsigned>(length)) + word(1) + word(0x1a2b) + word(0x3c4d) + word(type) + word(0);
    bytes += body;
    bytes.resize(length, '\0');
    return bytes;
}

std::string startRequest()
{
    return message(1, 156);
}
std::string startReply()
{
    return message(2, 156);
}
std::string stopRequest()
{
    return message(3, 16, "\1");
}
std::string echoRequest()
{
    return message(5, 16);
}
std::string outgoingRequest(unsigned id)
{
    return message(7, 168, word(id));
}
std::string outgoingReply(unsigned id, unsigned peer, char result = 1)
{
    return message(8, 32, word(id) + word(peer) + result);
}
std::string incomingRequest(unsigned id)
{
    return message(9, 220, word(id));
}
std::string incomingReply(unsigned id, unsigned peer, char result = 1)
{
    return message(10, 24, word(id) + word(peer) + result);
}
std::string incomingConnected(unsigned peer)
{
    return message(11, 28, word(peer));
}
std::string clearRequest(unsigned id)
{
    return message(12, 16, word(id));
}
std::string callDisconnect(unsigned id)
{
    return message(13, 148, word(id));
}
std::string setLinkInfo(unsigned peer)
{
    return message(15, 24, word(peer));
}

const QString Both = QStringLiteral("10.0.2.2:0 > 10.0.1.2:7, 10.0.1.2:0 > 10.0.2.2:9");

/// A control connection whose client asks for a call with the id 7, which the server answers with its id 9.
class Tunnel : public Conversation {
public:
    Tunnel()
        : Conversation("pptp")
    {
    }
    void start()
    {
        open();
        client(startRequest());
        server(startReply());
    }
    void call()
    {
        start();
        client(outgoingRequest(7));
        server(outgoingReply(9, 7));
    }
    QString expected() const { return text(expectations()); }
};

std::string withWord(std::string bytes, std::size_t at, unsigned value)
{
    return bytes.replace(at, 2, word(value));
}

} // namespace

class TestPptp : public QObject {
    Q_OBJECT

private slots:
    void anOutgoingCallIsExpectedOnceItIsAgreedOn();
    void anIncomingCallIsExpectedOnceItIsConnected();
    void whoeverOpenedTheConnectionMayAsk();
    void aCallIdOfZeroIsExpected();
    void expectationsAreGreFromTheOtherEndAlone();
    void messagesSplitAnywhereAreRead();
    void severalMessagesInOneSegmentAreRead();
    void whatIsNotAgreedOnIsNotExpected_data();
    void whatIsNotAgreedOnIsNotExpected();
    void everyMessageRenewsTheExpectations();
    void aRetransmissionRenewsThemToo();
    void anEndedCallIsNotRenewed_data();
    void anEndedCallIsNotRenewed();
    void theEndOfAnotherCallEndsNothing();
    void aSecondCallTakesThePlaceOfTheFirst();
    void afterARestartTheKernelStillKnowsTheCall();
    void theKernelIsGivenNoMoreDataThanItCanBear();
    void aConnectionPickedUpInMidStreamIsFollowed();
    void afterAHoleTheNextMessageIsRead();
    void behindAMasqueradeBothDirectionsFollow();
    void behindAMasqueradeATakenCallIdIsReplacedInEveryMessage();
    void ofAForwardedServerATakenCallIdIsReplacedInEveryMessage();
    void aRetransmissionSaysTheSameCallId();
    void aRetransmissionCutWithinTheCallIdSaysTheSame();
    void aCallIdSplitOverSegmentsIsRefused();
    void withoutAFreeCallIdTheCallIsRefused();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestPptp::anOutgoingCallIsExpectedOnceItIsAgreedOn()
{
    Tunnel pptp;
    pptp.start();
    QCOMPARE(text(pptp.note()), text("Start-Control-Connection-Reply"));
    pptp.client(outgoingRequest(7));
    QCOMPARE(pptp.expected(), QString());
    QCOMPARE(text(pptp.note()), text("Outgoing-Call-Request 7"));
    const auto &proposal = pptp.server(outgoingReply(9, 7));
    QCOMPARE(pptp.expected(), Both);
    QCOMPARE(text(pptp.note()), text("Outgoing-Call-Reply 9 -> expects GRE of calls 7 and 9"));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
}

void TestPptp::anIncomingCallIsExpectedOnceItIsConnected()
{
    Tunnel pptp;
    pptp.start();
    pptp.server(incomingRequest(9));
    pptp.client(incomingReply(7, 9));
    QCOMPARE(pptp.expected(), QString());
    pptp.server(incomingConnected(7));
    QCOMPARE(pptp.expected(), Both);
}

void TestPptp::whoeverOpenedTheConnectionMayAsk()
{
    Tunnel pptp;
    pptp.start();
    pptp.server(outgoingRequest(9));
    pptp.client(outgoingReply(7, 9));
    QCOMPARE(pptp.expected(), Both);
}

void TestPptp::aCallIdOfZeroIsExpected()
{
    Tunnel pptp;
    pptp.start();
    pptp.client(outgoingRequest(7));
    pptp.server(outgoingReply(0, 7));
    QCOMPARE(pptp.expected(), text("10.0.2.2:0 > 10.0.1.2:7, 10.0.1.2:0 > 10.0.2.2:0"));
}

void TestPptp::expectationsAreGreFromTheOtherEndAlone()
{
    Tunnel pptp;
    pptp.call();
    for (const auto &expectation : std::span(pptp.proposal().expectations).first(2)) {
        QVERIFY(expectation.tuple.l4 == L4Protocol::Gre);
        QVERIFY(expectation.nat == Wire::NatFunction::None);
        QCOMPARE(expectation.looseSourceBits, std::uint8_t {0});
        QCOMPARE(expectation.flags, std::uint8_t {0});
        QCOMPARE(expectation.classIndex, std::uint8_t {0});
    }
}

void TestPptp::messagesSplitAnywhereAreRead()
{
    const std::string reply = outgoingReply(9, 7);
    for (std::size_t at = 1; at < reply.size(); ++at) {
        Tunnel pptp;
        pptp.start();
        pptp.client(outgoingRequest(7).substr(0, at));
        pptp.client(outgoingRequest(7).substr(at));
        pptp.server(reply.substr(0, at));
        QCOMPARE(pptp.expected(), at < 17 ? QString() : Both); // what follows the result is not waited for
        pptp.server(reply.substr(at));
        QCOMPARE(pptp.expected(), Both);
    }
}

void TestPptp::severalMessagesInOneSegmentAreRead()
{
    Tunnel pptp;
    pptp.open();
    pptp.client(startRequest() + outgoingRequest(7));
    pptp.server(startReply() + outgoingReply(9, 7));
    QCOMPARE(pptp.expected(), Both);
}

void TestPptp::whatIsNotAgreedOnIsNotExpected_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, const std::string &request, const std::string &reply, const char *noted) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(request) << QByteArray::fromStdString(reply)
                                  << QByteArray(noted);
    };
    row("a reply to nothing", startRequest(), outgoingReply(9, 7), "answers no request");
    row("a reply to another call", outgoingRequest(7), outgoingReply(9, 8), "answers no request");
    row("a reply of the other kind", outgoingRequest(7), incomingReply(9, 7), "answers no request");
    row("a refusal", outgoingRequest(7), outgoingReply(9, 7, 4), "no call");
    row("a result of zero", outgoingRequest(7), outgoingReply(9, 7, 0), "no call");
    row("an incoming call that is only answered", incomingRequest(7), incomingReply(9, 7), "Incoming-Call-Reply 9");
    row("a connection that was not asked for", outgoingRequest(7), incomingConnected(7), "ends no handshake");
    row("another cookie", outgoingRequest(7), withWord(outgoingReply(9, 7), 4, 0x1a2c), "");
    row("a management message", outgoingRequest(7), withWord(outgoingReply(9, 7), 2, 2), "");
    row("a kind of three", outgoingRequest(7), withWord(outgoingReply(9, 7), 2, 3), "");
    row("a type of zero", outgoingRequest(7), withWord(outgoingReply(9, 7), 8, 0), "");
    row("a type of sixteen", outgoingRequest(7), withWord(outgoingReply(9, 7), 8, 16), "");
    row("a reply too short for its result", outgoingRequest(7),
        outgoingReply(9, 7).replace(0, 2, word(16)).substr(0, 16), "");
    row("a length below that of every message", outgoingRequest(7), withWord(outgoingReply(9, 7), 0, 11), "");
    row("a length above that of every message", outgoingRequest(7), withWord(outgoingReply(9, 7), 0, 221), "");
}

void TestPptp::whatIsNotAgreedOnIsNotExpected()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, noted);
    Tunnel pptp;
    pptp.start();
    pptp.client(request.toStdString());
    const auto &proposal = pptp.server(reply.toStdString());
    QCOMPARE(pptp.expected(), QString());
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(pptp.note().find(noted.toStdString()) != std::string::npos, pptp.note().c_str());
    QCOMPARE(pptp.note().empty(), noted.isEmpty());
}

void TestPptp::everyMessageRenewsTheExpectations()
{
    Tunnel pptp;
    pptp.call();
    pptp.client(echoRequest());
    QCOMPARE(pptp.expected(), Both);
    pptp.server(echoRequest());
    QCOMPARE(pptp.expected(), Both);
    pptp.segment(0, pptp.sequence[0], ""); // an acknowledgement is none
    QCOMPARE(pptp.expected(), QString());
}

void TestPptp::aRetransmissionRenewsThemToo()
{
    Tunnel pptp;
    pptp.start();
    pptp.client(outgoingRequest(7));
    const std::uint32_t at = pptp.sequence[1];
    pptp.server(outgoingReply(9, 7));
    pptp.segment(1, at, outgoingReply(9, 7));
    QCOMPARE(pptp.expected(), Both);
}

void TestPptp::anEndedCallIsNotRenewed_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<QByteArray>("end");
    QTest::addRow("cleared") << 0 << QByteArray::fromStdString(clearRequest(7));
    QTest::addRow("disconnected") << 1 << QByteArray::fromStdString(callDisconnect(9));
    QTest::addRow("disconnected by the other one's id") << 1 << QByteArray::fromStdString(callDisconnect(7));
    QTest::addRow("stopped") << 0 << QByteArray::fromStdString(stopRequest());
}

void TestPptp::anEndedCallIsNotRenewed()
{
    QFETCH(int, from);
    QFETCH(QByteArray, end);
    Tunnel pptp;
    pptp.call();
    from == 0 ? pptp.client(end.toStdString()) : pptp.server(end.toStdString());
    QCOMPARE(pptp.expected(), QString());
    QVERIFY2(pptp.note().find("expects nothing more") != std::string::npos, pptp.note().c_str());
    pptp.client(echoRequest());
    QCOMPARE(pptp.expected(), QString());
}

void TestPptp::theEndOfAnotherCallEndsNothing()
{
    Tunnel pptp;
    pptp.call();
    pptp.client(clearRequest(8));
    QCOMPARE(pptp.expected(), Both);
}

void TestPptp::aSecondCallTakesThePlaceOfTheFirst()
{
    Tunnel pptp;
    pptp.call();
    pptp.client(outgoingRequest(17));
    pptp.server(outgoingReply(19, 17));
    QCOMPARE(pptp.expected(), text("10.0.2.2:0 > 10.0.1.2:17, 10.0.1.2:0 > 10.0.2.2:19"));
}

void TestPptp::afterARestartTheKernelStillKnowsTheCall()
{
    Tunnel before;
    before.call();
    Tunnel after;
    after.kernelData = before.kernelData;
    after.server(echoRequest());
    QCOMPARE(after.expected(), Both);
    after.server(callDisconnect(9));
    QCOMPARE(after.expected(), QString());
}

void TestPptp::theKernelIsGivenNoMoreDataThanItCanBear()
{
    QVERIFY(findHelper("pptp")->privateDataLength <= 16);
    Tunnel pptp;
    pptp.call();
    for (std::size_t i = 16; i < pptp.kernelData.size(); ++i) {
        QCOMPARE(pptp.kernelData[i], std::uint8_t {0});
    }
}

void TestPptp::aConnectionPickedUpInMidStreamIsFollowed()
{
    Tunnel pptp; // no handshake: a helper process that was restarted
    pptp.client(outgoingRequest(7));
    pptp.server(outgoingReply(9, 7));
    QCOMPARE(pptp.expected(), Both);
}

void TestPptp::afterAHoleTheNextMessageIsRead()
{
    Tunnel pptp;
    pptp.start();
    pptp.client(echoRequest().substr(0, 10));
    pptp.sequence[0] += 40; // passed unseen: the queue was full and let it through
    pptp.server(echoRequest()); // acknowledges them
    pptp.client(outgoingRequest(7));
    pptp.server(outgoingReply(9, 7));
    QCOMPARE(pptp.expected(), Both);
}

void TestPptp::behindAMasqueradeBothDirectionsFollow()
{
    Tunnel pptp;
    pptp.masquerade();
    pptp.start();
    const auto &asked = pptp.client(outgoingRequest(7));
    QCOMPARE(pptp.expected(), text("10.0.2.2:0 > 10.0.2.1:7")); // or the id would not stay reserved
    QVERIFY(!asked.mangled);
    const auto &proposal = pptp.server(outgoingReply(9, 7));
    QCOMPARE(pptp.expected(), text("10.0.2.2:0 > 10.0.2.1:7, 10.0.1.2:0 > 10.0.2.2:9"));
    const auto &toClient = proposal.expectations[0];
    QVERIFY(toClient.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(toClient.natDirection, std::uint8_t {1});
    QCOMPARE(toClient.natAddress.toString(), std::string("10.0.1.2"));
    QCOMPARE(toClient.natPort, std::uint16_t {7});
    const auto &toServer = proposal.expectations[1];
    QVERIFY(toServer.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(toServer.natDirection, std::uint8_t {0});
    QCOMPARE(toServer.natAddress.toString(), std::string("10.0.2.2"));
    QCOMPARE(toServer.natPort, std::uint16_t {9});
}

void TestPptp::behindAMasqueradeATakenCallIdIsReplacedInEveryMessage()
{
    Tunnel pptp;
    pptp.masquerade();
    pptp.ports.taken = {7};
    pptp.start();
    pptp.client(outgoingRequest(7));
    QCOMPARE(pptp.rewritten(), outgoingRequest(8));
    QCOMPARE(pptp.expected(), text("10.0.2.2:0 > 10.0.2.1:8"));
    QVERIFY2(pptp.note().find("Outgoing-Call-Request 7 as 8") != std::string::npos, pptp.note().c_str());
    pptp.server(outgoingReply(9, 8));
    QCOMPARE(pptp.rewritten(), outgoingReply(9, 7));
    QCOMPARE(pptp.expected(), text("10.0.2.2:0 > 10.0.2.1:8, 10.0.1.2:0 > 10.0.2.2:9"));
    QCOMPARE(pptp.proposal().expectations[0].natPort, std::uint16_t {7});
    pptp.server(setLinkInfo(8));
    QCOMPARE(pptp.rewritten(), setLinkInfo(7));
    pptp.client(setLinkInfo(9));
    QVERIFY(!pptp.proposal().mangled);
    pptp.client(clearRequest(7));
    QCOMPARE(pptp.rewritten(), clearRequest(8));
    pptp.server(callDisconnect(9));
    QVERIFY(!pptp.proposal().mangled);
    pptp.server(callDisconnect(8));
    QCOMPARE(pptp.rewritten(), callDisconnect(7));
}

void TestPptp::ofAForwardedServerATakenCallIdIsReplacedInEveryMessage()
{
    Tunnel pptp;
    pptp.forwardPort();
    pptp.ports.taken = {9};
    pptp.start();
    pptp.client(outgoingRequest(7));
    QVERIFY(!pptp.proposal().mangled);
    pptp.server(outgoingReply(9, 7));
    QCOMPARE(pptp.rewritten(), outgoingReply(10, 7));
    QCOMPARE(pptp.expected(), text("10.0.2.2:0 > 10.0.1.2:7, 10.0.1.2:0 > 10.0.1.1:10"));
    pptp.client(setLinkInfo(10));
    QCOMPARE(pptp.rewritten(), setLinkInfo(9));
    pptp.server(callDisconnect(9));
    QCOMPARE(pptp.rewritten(), callDisconnect(10));
}

void TestPptp::aRetransmissionSaysTheSameCallId()
{
    Tunnel pptp;
    pptp.masquerade();
    pptp.ports.taken = {7};
    pptp.start();
    const std::uint32_t at = pptp.sequence[0];
    pptp.client(outgoingRequest(7));
    pptp.ports.taken = {7, 8}; // by the expectation of the first copy
    pptp.segment(0, at, outgoingRequest(7));
    QCOMPARE(pptp.rewritten(), outgoingRequest(8));
    QCOMPARE(pptp.expected(), text("10.0.2.2:0 > 10.0.2.1:8"));
    QCOMPARE(pptp.ports.requests.size(), std::size_t {1});
}

void TestPptp::aRetransmissionCutWithinTheCallIdSaysTheSame()
{
    Tunnel pptp;
    pptp.masquerade();
    pptp.ports.taken = {0x0107};
    pptp.start();
    const std::uint32_t at = pptp.sequence[0];
    pptp.client(outgoingRequest(0x0107));
    pptp.segment(0, at, outgoingRequest(0x0107).substr(0, 13));
    pptp.segment(0, at + 13, outgoingRequest(0x0107).substr(13));
    QCOMPARE(pptp.rewritten(), outgoingRequest(0x0108).substr(13));
}

void TestPptp::aCallIdSplitOverSegmentsIsRefused()
{
    Tunnel pptp;
    pptp.masquerade();
    pptp.ports.taken = {7};
    pptp.start();
    pptp.client(outgoingRequest(7).substr(0, 13));
    pptp.client(outgoingRequest(7).substr(13));
    QVERIFY(!pptp.proposal().mangled);
    QCOMPARE(pptp.expected(), QString());
    QVERIFY2(pptp.note().find("refused: a call id is split") != std::string::npos, pptp.note().c_str());
}

void TestPptp::withoutAFreeCallIdTheCallIsRefused()
{
    Tunnel pptp;
    pptp.masquerade();
    pptp.ports.taken = {65535};
    pptp.start();
    pptp.client(outgoingRequest(65535));
    QCOMPARE(pptp.expected(), QString());
    QVERIFY2(pptp.note().find("refused: no call id") != std::string::npos, pptp.note().c_str());
    pptp.server(outgoingReply(9, 65535));
    QCOMPARE(pptp.expected(), QString());
}

void TestPptp::garbageIsAcceptedAndExpectsNothing()
{
    Tunnel pptp;
    pptp.open();
    std::uint32_t state = 12345;
    for (int round = 0; round < 2000; ++round) {
        std::string garbage(1 + state % 1400, '\0');
        for (char &byte : garbage) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        if (round % 3 == 0) { // the fixed part of a message before it
            garbage.insert(0, message(state % 17, 12 + state % 300).substr(0, 12));
        }
        const auto &proposal = round % 2 ? pptp.client(garbage) : pptp.server(garbage);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QVERIFY(!proposal.mangled);
        QCOMPARE(pptp.expected(), QString());
    }
}

QTEST_APPLESS_MAIN(TestPptp)
#include "tst_pptp.moc"
