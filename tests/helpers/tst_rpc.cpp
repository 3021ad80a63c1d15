// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

constexpr std::uint32_t Nfs = 100003;
constexpr std::uint32_t Mountd = 100005;
constexpr std::uint32_t Tcp = 6;
constexpr std::uint32_t Udp = 17;
constexpr std::uint32_t GetPort = 3; // version 2
constexpr std::uint32_t GetAddress = 3; // versions 3 and 4
constexpr std::uint32_t GetVersionAddress = 9; // version 4

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QByteArray bytes(const std::string &string)
{
    return QByteArray::fromStdString(string);
}

std::string words(std::initializer_list<std::uint32_t> numbers)
{
    std::string all;
    for (const std::uint32_t number : numbers) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            all += static_cast<char>(number >> shift);
        }
    }
    return all;
}

std::string string(std::string_view characters)
{
    std::string all = words({static_cast<std::uint32_t>(characters.size())}) + std::string(characters);
    all.resize((all.size() + 3) / 4 * 4);
    return all;
}

/// A call with AUTH_SYS credentials, as most clients send them.
std::string call(std::uint32_t xid, std::uint32_t version, std::uint32_t procedure, const std::string &arguments)
{
    const std::string credentials = words({0x1234}) + string("client") + words({0, 0, 1, 0});
    return words({xid, 0, 2, 100000, version, procedure, 1}) + string(credentials) + words({0, 0}) + arguments;
}

std::string getPort(std::uint32_t xid, std::uint32_t program, std::uint32_t l4)
{
    return call(xid, 2, GetPort, words({program, 3, l4, 0}));
}

std::string getAddress(
    std::uint32_t xid, std::string_view netid, std::uint32_t version = 4, std::uint32_t procedure = GetAddress)
{
    return call(
        xid, version, procedure, words({Nfs, 3}) + string(netid) + string("10.0.2.2.0.111") + string("rpcinfo"));
}

std::string reply(std::uint32_t xid, const std::string &results)
{
    return words({xid, 1, 0, 0, 0, 0}) + results;
}

std::string marked(const std::string &message)
{
    return words({0x80000000 | static_cast<std::uint32_t>(message.size())}) + message;
}

/// A conversation over UDP, or over TCP with its handshake done. What is said becomes a record there.
class PortMapper : public Conversation {
public:
    PortMapper(L4Protocol l4, bool ipv6, const HelperOptions &options = {})
        : Conversation("rpc", ipv6, options)
    {
        original.l4 = reply.l4 = l4;
        if (l4 == L4Protocol::Tcp) {
            open();
        }
    }

    const Wire::Proposal &ask(const std::string &message) { return client(wrapped(message)); }
    const Wire::Proposal &answer(const std::string &message) { return server(wrapped(message)); }
    std::string wrapped(const std::string &message) const
    {
        return original.l4 == L4Protocol::Tcp ? marked(message) : message;
    }
};

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
    void behindAMasqueradedClientNothingIsRewritten();
    void aForwardedPortIsExpectedAtThePublicAddress_data();
    void aForwardedPortIsExpectedAtThePublicAddress();
    void aPortThatStaysIsNotRewritten();
    void anotherPortIsSaidAgainWhenTheReplyComesAgain_data();
    void anotherPortIsSaidAgainWhenTheReplyComesAgain();
    void translatedIpv6IsRewrittenWhereNoLengthChanges();
    void aReplyThatCannotBeRewrittenIsRefused();
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

void TestRpc::behindAMasqueradedClientNothingIsRewritten()
{
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        PortMapper rpc(l4, false);
        rpc.masquerade();
        rpc.ask(getAddress(7, "tcp"));
        const auto &proposal = rpc.answer(reply(7, string("10.0.2.2.8.1")));
        QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
        QVERIFY(proposal.expectations[0].natAddress == proposal.expectations[0].tuple.destination);
        QVERIFY(!proposal.mangled);
    }
}

void TestRpc::aForwardedPortIsExpectedAtThePublicAddress_data()
{
    QTest::addColumn<int>("l4");
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("rewritten");
    for (const int l4 : {6, 17}) {
        const auto row = [l4](const char *name, const std::string &call, const std::string &said,
                             const std::string &rewritten) {
            QTest::addRow("%s by %s", name, l4 == 6 ? "TCP" : "UDP")
                << l4 << bytes(call) << bytes(said) << bytes(rewritten);
        };
        row("GETPORT", getPort(7, Nfs, Udp), words({50000}), words({50001}));
        row("GETADDR", getAddress(7, "tcp"), string("10.0.2.2.195.80"), string("10.0.1.1.195.81"));
        row("GETADDR that grows", getAddress(7, "tcp"), string("0.0.0.0.195.80"), string("10.0.1.1.195.81"));
        row("GETADDR that grows by a word", getAddress(7, "tcp"), string("::.195.80"), string("10.0.1.1.195.81"));
    }
}

void TestRpc::aForwardedPortIsExpectedAtThePublicAddress()
{
    QFETCH(int, l4);
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, rewritten);
    PortMapper rpc(static_cast<L4Protocol>(l4), false);
    rpc.forwardPort();
    rpc.ports.taken = {50000};
    rpc.ask(call.toStdString());
    const auto &proposal = rpc.answer(reply(7, said.toStdString()));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.1.1:50001"));
    QVERIFY(proposal.expectations[0].nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(text(proposal.expectations[0].natAddress.toString()), text("10.0.2.2"));
    QCOMPARE(proposal.expectations[0].natPort, std::uint16_t {50000});
    QCOMPARE(bytes(rpc.rewritten()), bytes(rpc.wrapped(reply(7, rewritten.toStdString()))));
}

void TestRpc::aPortThatStaysIsNotRewritten()
{
    PortMapper rpc(L4Protocol::Udp, false);
    rpc.forwardPort();
    rpc.ask(getPort(7, Nfs, Udp));
    const auto &proposal = rpc.answer(reply(7, words({2049})));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.1.1:2049"));
    QVERIFY(!proposal.mangled);
    rpc.ask(getAddress(8, "udp"));
    rpc.answer(reply(8, string("10.0.1.1.8.1"))); // the server knows its public address
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.1.1:2049"));
    QVERIFY(!proposal.mangled);
}

void TestRpc::anotherPortIsSaidAgainWhenTheReplyComesAgain_data()
{
    QTest::addColumn<int>("l4");
    QTest::addRow("TCP") << 6;
    QTest::addRow("UDP") << 17;
}

void TestRpc::anotherPortIsSaidAgainWhenTheReplyComesAgain()
{
    QFETCH(int, l4);
    PortMapper rpc(static_cast<L4Protocol>(l4), false);
    rpc.forwardPort();
    rpc.ports.taken = {50000};
    rpc.ask(getAddress(7, "tcp"));
    const std::uint32_t at = rpc.sequence[1];
    const std::string said = rpc.wrapped(reply(7, string("10.0.2.2.195.80")));
    rpc.server(said);
    const std::string first = rpc.rewritten();
    QVERIFY(!first.empty());
    rpc.ports.taken.insert(50001); // which is this connection's own now
    if (l4 == 6) {
        rpc.segment(1, at, said);
    } else {
        rpc.server(said);
    }
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.1.1:50001"));
    QCOMPARE(bytes(rpc.rewritten()), bytes(first));
}

void TestRpc::translatedIpv6IsRewrittenWhereNoLengthChanges()
{
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        PortMapper rpc(l4, true);
        rpc.forwardPort("fd00:1::1");
        rpc.ask(getAddress(7, "tcp6"));
        rpc.answer(reply(7, string("fd00:2::2.195.80")));
        QCOMPARE(text(rpc.expectations()), text("fd00:1::2:0 > fd00:1::1:50000"));
        QCOMPARE(bytes(rpc.rewritten()), bytes(rpc.wrapped(reply(7, string("fd00:1::1.195.80")))));
    }
}

void TestRpc::aReplyThatCannotBeRewrittenIsRefused()
{
    PortMapper ipv6(L4Protocol::Tcp, true);
    ipv6.forwardPort("fd00:1:2:3:4:5:6:7");
    ipv6.ask(getAddress(7, "tcp6"));
    ipv6.answer(reply(7, string("fd00:2::2.195.80")));
    QCOMPARE(text(ipv6.expectations()), QString());
    QVERIFY2(ipv6.note().find("cannot resize translated TCP over IPv6") != std::string::npos, ipv6.note().c_str());

    PortMapper split(L4Protocol::Tcp, false);
    split.forwardPort();
    split.ports.taken = {50000};
    split.ask(getPort(7, Nfs, Tcp));
    const std::string whole = marked(reply(7, words({50000})));
    split.server(whole.substr(0, whole.size() - 1));
    split.server(whole.substr(whole.size() - 1));
    QCOMPARE(text(split.expectations()), QString());
    QVERIFY2(split.note().find("split over segments") != std::string::npos, split.note().c_str());

    PortMapper fragments(L4Protocol::Tcp, false);
    fragments.forwardPort();
    fragments.ask(getAddress(7, "tcp"));
    const std::string said = reply(7, string("10.0.2.2.195.80"));
    fragments.server(words({8}) + said.substr(0, 8) + marked(said.substr(8)));
    QCOMPARE(text(fragments.expectations()), QString());
    QVERIFY2(fragments.note().find("of this form cannot be rewritten") != std::string::npos, fragments.note().c_str());
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
