// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcmessages.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace Trackhand::Test::Rpc;

namespace {

struct Case {
    const char *name;
    L4Protocol by;
    bool ipv6;
    std::string call;
    std::string results;
    const char *expected;
    L4Protocol l4;
};

const Case Announcements[] = {
    {"GETPORT by UDP for UDP", L4Protocol::Udp, false, getPort(7, Nfs, Udp), words({50000}),
        "10.0.1.2:0 > 10.0.2.2:50000", L4Protocol::Udp},
    {"GETPORT by UDP for TCP", L4Protocol::Udp, false, getPort(7, Nfs, Tcp), words({2049}),
        "10.0.1.2:0 > 10.0.2.2:2049", L4Protocol::Tcp},
    {"GETPORT by TCP for TCP", L4Protocol::Tcp, false, getPort(7, Nfs, Tcp), words({2049}),
        "10.0.1.2:0 > 10.0.2.2:2049", L4Protocol::Tcp},
    {"GETPORT by TCP for UDP", L4Protocol::Tcp, false, getPort(7, Nfs, Udp), words({2049}),
        "10.0.1.2:0 > 10.0.2.2:2049", L4Protocol::Udp},
    {"GETPORT over IPv6", L4Protocol::Udp, true, getPort(7, Nfs, Udp), words({2049}), "fd00:1::2:0 > fd00:2::2:2049",
        L4Protocol::Udp},
    {"GETADDR by TCP", L4Protocol::Tcp, false, getAddress(7, "tcp"), string("10.0.2.2.195.80"),
        "10.0.1.2:0 > 10.0.2.2:50000", L4Protocol::Tcp},
    {"GETADDR by UDP", L4Protocol::Udp, false, getAddress(7, "udp"), string("10.0.2.2.195.80"),
        "10.0.1.2:0 > 10.0.2.2:50000", L4Protocol::Udp},
    {"GETADDR by UDP that says tcp", L4Protocol::Udp, false, getAddress(7, "tcp"), string("10.0.2.2.195.80"),
        "10.0.1.2:0 > 10.0.2.2:50000", L4Protocol::Udp},
    {"GETADDR of version 3", L4Protocol::Tcp, false, getAddress(7, "tcp", 3), string("10.0.2.2.195.80"),
        "10.0.1.2:0 > 10.0.2.2:50000", L4Protocol::Tcp},
    {"GETVERSADDR", L4Protocol::Tcp, false, getAddress(7, "tcp", 4, GetVersionAddress), string("10.0.2.2.195.80"),
        "10.0.1.2:0 > 10.0.2.2:50000", L4Protocol::Tcp},
    {"GETADDR over IPv6 by TCP", L4Protocol::Tcp, true, getAddress(7, "tcp6"), string("fd00:2::2.195.80"),
        "fd00:1::2:0 > fd00:2::2:50000", L4Protocol::Tcp},
    {"GETADDR over IPv6 by UDP", L4Protocol::Udp, true, getAddress(7, "udp6"), string("fd00:2::2.8.1"),
        "fd00:1::2:0 > fd00:2::2:2049", L4Protocol::Udp},
    {"GETADDR without a host", L4Protocol::Tcp, false, getAddress(7, "tcp"), string("0.0.0.0.8.1"),
        "10.0.1.2:0 > 10.0.2.2:2049", L4Protocol::Tcp},
    {"GETADDR without a host over IPv6", L4Protocol::Udp, true, getAddress(7, "udp6"), string("::.8.1"),
        "fd00:1::2:0 > fd00:2::2:2049", L4Protocol::Udp},
};

} // namespace

class TestRpc : public QObject {
    Q_OBJECT

private slots:
    void aServiceIsExpected_data();
    void aServiceIsExpected();
    void aReplySplitAnywhereIsExpectedOnceItIsWhole_data() { aServiceIsExpected_data(); }
    void aReplySplitAnywhereIsExpectedOnceItIsWhole();
    void aReplyWhoseSecondHalfComesFirstIsExpected_data() { aServiceIsExpected_data(); }
    void aReplyWhoseSecondHalfComesFirstIsExpected();
    void aCallInSegmentsOfOneByteIsUnderstood();
    void aRecordInFragmentsIsUnderstood();
    void severalCallsAtATimeAreEachAnswered();
    void theOldestOfTooManyCallsIsForgotten();
    void whatMustNotBeExpectedIsNot_data();
    void whatMustNotBeExpectedIsNot();
    void aReplyNobodyAskedForExpectsNothing();
    void callsToOtherProgramsAreNoQuestions();
    void aWrongDirectionAnnouncesNothing();
    void indirectCallsAndListsExpectNothing();
    void lowPortsAreExpectedWhenAllowed();
    void looseExpectsOtherHosts();
    void aCallThatIsSentAgainIsAnsweredTheSameWay();
    void aRetransmissionIsAnsweredTheSameWay();
    void aLongListDoesNotEndTheHelp();
    void aConnectionPickedUpInMidStreamIsFollowed();
    void garbageIsAcceptedAndExpectsNothing();
    void messagesOfEveryLengthAreSurvived();
};

void TestRpc::aServiceIsExpected_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Announcements)); ++i) {
        QTest::addRow("%s", Announcements[i].name) << i;
    }
}

void TestRpc::aServiceIsExpected()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    PortMapper rpc(row.by, row.ipv6);
    rpc.ask(row.call);
    QCOMPARE(text(rpc.expectations()), QString());
    QVERIFY2(rpc.note().find("100003") != std::string::npos, rpc.note().c_str());
    const auto &proposal = rpc.answer(reply(7, row.results));
    QCOMPARE(text(rpc.expectations()), text(row.expected));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QVERIFY(proposal.expectations[0].tuple.l4 == row.l4);
    QCOMPARE(proposal.expectations[0].flags, Wire::ExpectationFlag::Permanent);
    QVERIFY2(rpc.note().find("-> expects ") != std::string::npos, rpc.note().c_str());
}

void TestRpc::aReplySplitAnywhereIsExpectedOnceItIsWhole()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    if (row.by == L4Protocol::Udp) {
        return;
    }
    const std::string whole = marked(reply(7, row.results));
    for (std::size_t at = 1; at < whole.size(); ++at) {
        PortMapper rpc(row.by, row.ipv6);
        rpc.ask(row.call);
        rpc.server(whole.substr(0, at));
        QCOMPARE(text(rpc.expectations()), QString());
        rpc.server(whole.substr(at));
        QCOMPARE(text(rpc.expectations()), text(row.expected));
    }
}

void TestRpc::aReplyWhoseSecondHalfComesFirstIsExpected()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    if (row.by == L4Protocol::Udp) {
        return;
    }
    const std::string whole = marked(reply(7, row.results));
    for (std::size_t at = 1; at < whole.size(); ++at) {
        PortMapper rpc(row.by, row.ipv6);
        rpc.ask(row.call);
        const std::uint32_t first = rpc.sequence[1];
        rpc.segment(1, first + static_cast<std::uint32_t>(at), whole.substr(at));
        QCOMPARE(text(rpc.expectations()), QString());
        rpc.segment(1, first, whole.substr(0, at));
        QCOMPARE(text(rpc.expectations()), text(row.expected));
    }
}

void TestRpc::aCallInSegmentsOfOneByteIsUnderstood()
{
    PortMapper rpc(L4Protocol::Tcp, false);
    for (const char byte : marked(getPort(7, Nfs, Tcp))) {
        rpc.client({&byte, 1});
    }
    rpc.answer(reply(7, words({2049})));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
}

void TestRpc::aRecordInFragmentsIsUnderstood()
{
    const std::string asked = getPort(7, Nfs, Tcp);
    const std::string said = reply(7, words({2049}));
    for (std::size_t at = 0; at < said.size(); ++at) {
        PortMapper rpc(L4Protocol::Tcp, false);
        rpc.client(words({10}) + asked.substr(0, 10) + marked(asked.substr(10)));
        const auto length = static_cast<std::uint32_t>(at);
        rpc.server(words({length}) + said.substr(0, at) + marked(said.substr(at)));
        QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
    }
}

void TestRpc::severalCallsAtATimeAreEachAnswered()
{
    PortMapper rpc(L4Protocol::Tcp, false);
    rpc.client(marked(getPort(1, Nfs, Tcp)) + marked(getPort(2, Mountd, Udp)));
    QCOMPARE(text(rpc.note()), text("GETPORT 100003 tcp; GETPORT 100005 udp"));
    rpc.server(marked(reply(2, words({20048}))) + marked(reply(1, words({2049}))));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:20048, 10.0.1.2:0 > 10.0.2.2:2049"));
    QVERIFY(rpc.proposal().expectations[0].tuple.l4 == L4Protocol::Udp);
    QVERIFY(rpc.proposal().expectations[1].tuple.l4 == L4Protocol::Tcp);
}

void TestRpc::theOldestOfTooManyCallsIsForgotten()
{
    PortMapper rpc(L4Protocol::Udp, false);
    for (std::uint32_t xid = 1; xid <= 9; ++xid) {
        rpc.ask(getPort(xid, Nfs, Tcp));
    }
    rpc.answer(reply(1, words({2049})));
    QCOMPARE(text(rpc.expectations()), QString());
    for (std::uint32_t xid = 2; xid <= 9; ++xid) {
        rpc.answer(reply(xid, words({2049})));
        QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
    }
}

void TestRpc::whatMustNotBeExpectedIsNot_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, const std::string &call, const std::string &reply, const char *noted) {
        QTest::addRow("%s", name) << bytes(call) << bytes(reply) << QByteArray(noted);
    };
    const std::string askPort = getPort(7, Mountd, Udp);
    const std::string askAddress = getAddress(7, "tcp");
    row("a low port", askPort, reply(7, words({1023})), "refused: the port is below 1024");
    row("port 0", askPort, reply(7, words({0})), "is not registered");
    row("port 65536", askPort, reply(7, words({65536})), "not understood");
    row("a reply without a port", askPort, reply(7, {}), "not understood");
    row("a denied call", askPort, words({7, 1, 1, 0, 2, 2}), "failed");
    row("an unknown procedure", askPort, words({7, 1, 0, 0, 0, 3}), "failed");
    row("a verifier beyond its bounds", askPort, words({7, 1, 0, 0, 401}) + std::string(404, '\0') + words({0, 2049}),
        "");
    row("an address with a low port", askAddress, reply(7, string("10.0.2.2.3.255")), "below 1024");
    row("no address", askAddress, reply(7, string("")), "is not registered");
    row("another host", askAddress, reply(7, string("10.0.2.9.8.1")), "not the sender's own (option loose)");
    row("the client itself", askAddress, reply(7, string("10.0.1.2.8.1")), "not the sender's own");
    row("the other IP version", askAddress, reply(7, string("fd00:2::2.8.1")), "other IP version");
    row("an address without a port", askAddress, reply(7, string("10.0.2.2")), "not understood");
    row("an address with a port of 256", askAddress, reply(7, string("10.0.2.2.256.1")), "not understood");
    row("an address with a negative port", askAddress, reply(7, string("10.0.2.2.-8.1")), "not understood");
    row("an address that ends early", askAddress, reply(7, words({20}) + "10.0.2.2.8.1"), "not understood");
    row("an address of great length", askAddress, reply(7, string(std::string(200, '1'))), "not understood");
    row("a transport that is neither", getPort(7, Nfs, 132), reply(7, words({2049})), "");
}

void TestRpc::whatMustNotBeExpectedIsNot()
{
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, noted);
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        PortMapper rpc(l4, false);
        rpc.ask(call.toStdString());
        const auto &proposal = rpc.answer(reply.toStdString());
        QCOMPARE(text(rpc.expectations()), QString());
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QVERIFY2(rpc.note().find(noted.toStdString()) != std::string::npos, rpc.note().c_str());
    }
}

void TestRpc::aReplyNobodyAskedForExpectsNothing()
{
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        PortMapper rpc(l4, false);
        rpc.answer(reply(0, words({2049})));
        QCOMPARE(text(rpc.expectations()), QString());
        rpc.ask(getPort(7, Nfs, Tcp));
        rpc.answer(reply(8, words({2049})));
        QCOMPARE(text(rpc.expectations()), QString());
    }
}

void TestRpc::callsToOtherProgramsAreNoQuestions()
{
    PortMapper rpc(L4Protocol::Udp, false);
    std::string other = getPort(7, Nfs, Tcp);
    other[15] = static_cast<char>(other[15] + 1); // the program
    rpc.ask(other);
    QCOMPARE(text(rpc.note()), QString());
    rpc.answer(reply(7, words({2049})));
    QCOMPARE(text(rpc.expectations()), QString());
    std::string old = getPort(7, Nfs, Tcp);
    old[11] = 1; // the version of RPC
    rpc.ask(old);
    rpc.answer(reply(7, words({2049})));
    QCOMPARE(text(rpc.expectations()), QString());
}

void TestRpc::aWrongDirectionAnnouncesNothing()
{
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        PortMapper rpc(l4, false);
        rpc.answer(getPort(7, Nfs, Tcp));
        rpc.ask(reply(7, words({2049})));
        QCOMPARE(text(rpc.expectations()), QString());
        rpc.answer(reply(7, words({2049})));
        QCOMPARE(text(rpc.expectations()), QString());
    }
}

void TestRpc::indirectCallsAndListsExpectNothing()
{
    PortMapper rpc(L4Protocol::Udp, false);
    rpc.ask(call(7, 2, 5, words({Mountd, 3, 0, 0})));
    QVERIFY2(rpc.note().starts_with("CALLIT -> expects nothing"), rpc.note().c_str());
    rpc.answer(reply(7, words({2049, 0})));
    QCOMPARE(text(rpc.expectations()), QString());
    rpc.ask(call(8, 2, 4, {}));
    QCOMPARE(text(rpc.note()), text("DUMP"));
    rpc.answer(reply(8, words({1, Nfs, 3, Tcp, 2049, 0})));
    QCOMPARE(text(rpc.expectations()), QString());
    rpc.ask(call(9, 4, 77, {}));
    QCOMPARE(text(rpc.note()), text("call"));
}

void TestRpc::lowPortsAreExpectedWhenAllowed()
{
    PortMapper rpc(L4Protocol::Udp, false, {{"allow_low_ports", "yes"}});
    rpc.ask(getPort(7, Mountd, Udp));
    rpc.answer(reply(7, words({635})));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:635"));
}

void TestRpc::looseExpectsOtherHosts()
{
    PortMapper rpc(L4Protocol::Tcp, false, {{"loose", "yes"}});
    rpc.ask(getAddress(7, "tcp"));
    rpc.answer(reply(7, string("10.0.2.9.8.1")));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.9:2049"));
}

void TestRpc::aCallThatIsSentAgainIsAnsweredTheSameWay()
{
    PortMapper rpc(L4Protocol::Udp, false);
    for (int copy = 0; copy < 20; ++copy) {
        rpc.ask(getPort(7, Nfs, Udp));
    }
    for (int copy = 0; copy < 3; ++copy) {
        rpc.answer(reply(7, words({2049})));
        QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
    }
}

void TestRpc::aRetransmissionIsAnsweredTheSameWay()
{
    PortMapper rpc(L4Protocol::Tcp, false);
    rpc.ask(getPort(7, Nfs, Tcp));
    const std::uint32_t at = rpc.sequence[1];
    rpc.answer(reply(7, words({2049})));
    rpc.segment(1, at, marked(reply(7, words({2049}))));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
    QVERIFY2(rpc.note().starts_with("retransmission"), rpc.note().c_str());
}

void TestRpc::aLongListDoesNotEndTheHelp()
{
    PortMapper rpc(L4Protocol::Tcp, false);
    rpc.ask(call(1, 2, 4, {}));
    const std::string list = marked(reply(1, std::string(40000, '\x01')));
    for (std::size_t at = 0; at < list.size(); at += 1400) {
        rpc.server(list.substr(at, 1400));
    }
    rpc.ask(getPort(2, Nfs, Tcp));
    rpc.answer(reply(2, words({2049})));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
}

void TestRpc::aConnectionPickedUpInMidStreamIsFollowed()
{
    Conversation rpc("rpc"); // no handshake: a helper process that was restarted
    rpc.client(marked(getPort(7, Nfs, Tcp)));
    rpc.server(marked(reply(7, words({2049}))));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
}

void TestRpc::garbageIsAcceptedAndExpectsNothing()
{
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        PortMapper rpc(l4, false);
        std::uint32_t state = 12345;
        for (std::size_t round = 0; round < 3000; ++round) {
            std::string garbage(1 + round % 1400, '\0');
            for (char &byte : garbage) {
                state = state * 1664525 + 1013904223;
                byte = static_cast<char>(state >> 24);
            }
            const auto &proposal = round % 2 ? rpc.client(garbage) : rpc.server(garbage);
            QCOMPARE(proposal.verdict, Verdict::Accept);
            QCOMPARE(text(rpc.expectations()), QString());
        }
    }
}

void TestRpc::messagesOfEveryLengthAreSurvived()
{
    const std::string asked = getAddress(7, "tcp");
    const std::string said = reply(7, string("10.0.2.2.195.80"));
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        for (std::size_t length = 0; length < asked.size(); ++length) {
            PortMapper rpc(l4, false);
            rpc.ask(asked.substr(0, length));
            rpc.answer(said);
            // What it asks for is known once the program is; the rest nobody needs.
            QCOMPARE(rpc.proposal().expectationCount > 0, length >= asked.find("\x03tcp") - 3);
        }
        for (std::size_t length = 0; length < said.size(); ++length) {
            PortMapper rpc(l4, false);
            rpc.ask(asked);
            rpc.answer(said.substr(0, length));
            QCOMPARE(text(rpc.expectations()), QString());
        }
    }
}

QTEST_APPLESS_MAIN(TestRpc)
#include "tst_rpc.moc"
