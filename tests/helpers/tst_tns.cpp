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

QByteArray bytes(const std::string &string)
{
    return QByteArray::fromStdString(string);
}

std::string number(std::size_t value)
{
    return {static_cast<char>(value >> 8), static_cast<char>(value)};
}

enum Type : char { Connect = 1, Accept = 2, Refuse = 4, Redirect = 5, Data = 6, Resend = 11 };

std::string packet(Type type, const std::string &body)
{
    return number(8 + body.size()) + number(0) + std::string {type, '\0'} + number(0) + body;
}

std::string redirect(const std::string &address)
{
    return packet(Redirect, number(address.size()) + address);
}

std::string address(std::string_view host, std::string_view port)
{
    return "(ADDRESS=(PROTOCOL=tcp)(HOST=" + std::string(host) + ")(PORT=" + std::string(port) + "))";
}

const std::string ConnectPacket = packet(Connect, std::string(50, '\x01') + "(CONNECT_DATA=(SERVICE_NAME=shop))");

/// A client that has connected and is told what to do.
class Listener : public Conversation {
public:
    explicit Listener(bool ipv6 = false, const HelperOptions &options = {})
        : Conversation("tns", ipv6, options)
    {
    }

    void begin()
    {
        open();
        client(ConnectPacket);
    }
};

struct Case {
    const char *name;
    bool ipv6;
    std::string said;
    const char *expected;
};

const Case Redirections[] = {
    {"an address", false, redirect(address("10.0.2.2", "1522")), "10.0.1.2:0 > 10.0.2.2:1522"},
    {"with another part", false, redirect("(ADDRESS=(PROTOCOL=tcp)(DEV=6)(HOST=10.0.2.2)(PORT=1522))"),
        "10.0.1.2:0 > 10.0.2.2:1522"},
    {"in small letters, with spaces", false,
        redirect(" ( address = ( protocol = TCP ) ( host = 10.0.2.2 ) ( port = 1522 ) )"),
        "10.0.1.2:0 > 10.0.2.2:1522"},
    {"in another order", false, redirect("(ADDRESS=(PORT=1522)(HOST=10.0.2.2)(PROTOCOL=tcp))"),
        "10.0.1.2:0 > 10.0.2.2:1522"},
    {"under TLS", false, redirect("(ADDRESS=(PROTOCOL=tcps)(HOST=10.0.2.2)(PORT=2484))"), "10.0.1.2:0 > 10.0.2.2:2484"},
    {"within a list", false, redirect("(DESCRIPTION=(ADDRESS_LIST=" + address("10.0.2.2", "1522") + "))"),
        "10.0.1.2:0 > 10.0.2.2:1522"},
    {"before connect data", false, redirect(address("10.0.2.2", "1522") + '\0' + "(DESCRIPTION=(CONNECT_DATA=))"),
        "10.0.1.2:0 > 10.0.2.2:1522"},
    {"of a name", false, redirect(address("db.example.com", "1522")), "10.0.1.2:0 > 10.0.2.2:1522"},
    {"in the next packet", false, packet(Redirect, number(0)) + packet(Data, number(0) + address("10.0.2.2", "1522")),
        "10.0.1.2:0 > 10.0.2.2:1522"},
    {"in the next packet, its length before", false,
        packet(Redirect, number(52)) + packet(Data, number(0) + address("10.0.2.2", "1522")),
        "10.0.1.2:0 > 10.0.2.2:1522"},
    {"after a resend", false, packet(Resend, {}) + redirect(address("10.0.2.2", "1522")), "10.0.1.2:0 > 10.0.2.2:1522"},
    {"IPv6", true, redirect(address("fd00:2::2", "1522")), "fd00:1::2:0 > fd00:2::2:1522"},
    {"IPv6 in brackets", true, redirect(address("[fd00:2::2]", "1522")), "fd00:1::2:0 > fd00:2::2:1522"},
    {"a name over IPv6", true, redirect(address("db", "1522")), "fd00:1::2:0 > fd00:2::2:1522"},
};

} // namespace

class TestTns : public QObject {
    Q_OBJECT

private slots:
    void aRedirectionIsExpected_data();
    void aRedirectionIsExpected();
    void aRedirectionSplitAnywhereIsExpectedOnceItIsWhole_data() { aRedirectionIsExpected_data(); }
    void aRedirectionSplitAnywhereIsExpectedOnceItIsWhole();
    void aRedirectionInSegmentsOfOneByteIsExpected_data() { aRedirectionIsExpected_data(); }
    void aRedirectionInSegmentsOfOneByteIsExpected();
    void aRedirectionWhoseSecondHalfComesFirstIsExpected_data() { aRedirectionIsExpected_data(); }
    void aRedirectionWhoseSecondHalfComesFirstIsExpected();
    void whatMustNotBeExpectedIsNot_data();
    void whatMustNotBeExpectedIsNot();
    void onlyTheNextPacketMayHoldTheText();
    void theClientRedirectsNobody();
    void afterTheDatabaseHasAcceptedNothingIsRead();
    void afterARestartTheKernelStillKnowsThatItWasAccepted();
    void looseExpectsOtherHosts();
    void lowPortsAreExpectedWhenAllowed();
    void aRetransmissionIsAnsweredTheSameWay();
    void aConnectionPickedUpInMidStreamIsFollowed();
    void behindAMasqueradedClientNothingIsRewritten();
    void aForwardedListenerIsExpectedAtThePublicAddress_data();
    void aForwardedListenerIsExpectedAtThePublicAddress();
    void aForwardedListenerThatSaysItsPublicAddressIsNotRewritten();
    void anotherPortIsSaidAgainInARetransmission();
    void whatCannotBeRewrittenIsRefused_data();
    void whatCannotBeRewrittenIsRefused();
    void garbageIsAcceptedAndExpectsNothing();
    void redirectionsOfEveryLengthAreSurvived();
};

void TestTns::aRedirectionIsExpected_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Redirections)); ++i) {
        QTest::addRow("%s", Redirections[i].name) << i;
    }
}

void TestTns::aRedirectionIsExpected()
{
    QFETCH(int, index);
    const Case &row = Redirections[index];
    Listener tns(row.ipv6);
    tns.begin();
    const auto &proposal = tns.server(row.said);
    QCOMPARE(text(tns.expectations()), text(row.expected));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QVERIFY(proposal.expectations[0].tuple.l4 == L4Protocol::Tcp);
    QCOMPARE(proposal.expectations[0].flags, std::uint8_t {0});
    QVERIFY2(tns.note().find("-> expects ") != std::string::npos, tns.note().c_str());
}

void TestTns::aRedirectionSplitAnywhereIsExpectedOnceItIsWhole()
{
    QFETCH(int, index);
    const Case &row = Redirections[index];
    for (std::size_t at = 1; at < row.said.size(); ++at) {
        Listener tns(row.ipv6);
        tns.begin();
        tns.server(row.said.substr(0, at));
        QCOMPARE(text(tns.expectations()), QString());
        tns.server(row.said.substr(at));
        QCOMPARE(text(tns.expectations()), text(row.expected));
    }
}

void TestTns::aRedirectionInSegmentsOfOneByteIsExpected()
{
    QFETCH(int, index);
    const Case &row = Redirections[index];
    Listener tns(row.ipv6);
    tns.begin();
    for (const char &byte : row.said) {
        QCOMPARE(tns.proposal().expectationCount, std::uint8_t {0});
        tns.server({&byte, 1});
    }
    QCOMPARE(text(tns.expectations()), text(row.expected));
}

void TestTns::aRedirectionWhoseSecondHalfComesFirstIsExpected()
{
    QFETCH(int, index);
    const Case &row = Redirections[index];
    for (std::size_t at = 1; at < row.said.size(); ++at) {
        Listener tns(row.ipv6);
        tns.begin();
        const std::uint32_t first = tns.sequence[1];
        tns.segment(1, first + static_cast<std::uint32_t>(at), row.said.substr(at));
        QCOMPARE(text(tns.expectations()), QString());
        tns.segment(1, first, row.said.substr(0, at));
        QCOMPARE(text(tns.expectations()), text(row.expected));
    }
}

void TestTns::whatMustNotBeExpectedIsNot_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, const std::string &said, const char *noted) {
        QTest::addRow("%s", name) << bytes(said) << QByteArray(noted);
    };
    row("another host", redirect(address("10.0.2.9", "1522")), "not the sender's own (option loose)");
    row("the client itself", redirect(address("10.0.1.2", "1522")), "not the sender's own");
    row("the other IP version", redirect(address("fd00:2::2", "1522")), "other IP version");
    row("a low port", redirect(address("10.0.2.2", "22")), "below 1024");
    row("a low port of a name", redirect(address("db", "22")), "below 1024");
    row("port 0", redirect(address("10.0.2.2", "0")), "not understood");
    row("port 65536", redirect(address("10.0.2.2", "65536")), "not understood");
    row("a negative port", redirect(address("10.0.2.2", "-1522")), "not understood");
    row("a port that goes on", redirect(address("10.0.2.2", "1522x")), "not understood");
    row("no port", redirect("(ADDRESS=(PROTOCOL=tcp)(HOST=10.0.2.2))"), "not understood");
    row("no host", redirect("(ADDRESS=(PROTOCOL=tcp)(PORT=1522))"), "not understood");
    row("an empty host", redirect(address("", "1522")), "not understood");
    row("no end", redirect("(ADDRESS=(PROTOCOL=tcp)(HOST=10.0.2.2)(PORT=1522)"), "not understood");
    row("a part within a part", redirect("(ADDRESS=(PROTOCOL=tcp)(HOST=(PORT=1522))(PORT=1))"), "not understood");
    row("parts without end", redirect("(ADDRESS=(A=1)(A=1)(A=1)(A=1)(A=1)(A=1)(PROTOCOL=tcp)(HOST=db)(PORT=1522))"),
        "not understood");
    row("host and port outside of an address", redirect("(HOST=10.0.2.2)(PORT=1522)"), "not understood");
    row("another transport", redirect("(ADDRESS=(PROTOCOL=sdp)(HOST=10.0.2.2)(PORT=1522))"), "not over TCP");
    row("no transport", redirect("(ADDRESS=(HOST=10.0.2.2)(PORT=1522))"), "not over TCP");
    row("a redirection without a body", packet(Redirect, {}), "not understood");
    row("a redirection of one byte", packet(Redirect, "x"), "not understood");
    row("no redirection", packet(Refuse, number(4) + address("10.0.2.2", "1522")), "REFUSE");
    row("data that nobody awaits", packet(Data, number(0) + address("10.0.2.2", "1522")), "");
    row("data that is none", packet(Redirect, number(0)) + packet(Data, {}), "not understood");
}

void TestTns::whatMustNotBeExpectedIsNot()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, noted);
    Listener tns;
    tns.begin();
    const auto &proposal = tns.server(said.toStdString());
    QCOMPARE(text(tns.expectations()), QString());
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(tns.note().find(noted.toStdString()) != std::string::npos, tns.note().c_str());
}

void TestTns::onlyTheNextPacketMayHoldTheText()
{
    Listener tns;
    tns.begin();
    tns.server(packet(Redirect, number(0)));
    tns.server(packet(Resend, {}));
    tns.server(packet(Data, number(0) + address("10.0.2.2", "1522")));
    QCOMPARE(text(tns.expectations()), QString());
}

void TestTns::theClientRedirectsNobody()
{
    Listener tns;
    tns.begin();
    tns.client(redirect(address("10.0.1.2", "1522")));
    QCOMPARE(text(tns.expectations()), QString());
}

void TestTns::afterTheDatabaseHasAcceptedNothingIsRead()
{
    Listener tns;
    tns.begin();
    tns.server(packet(Accept, std::string(24, '\0')) + redirect(address("10.0.2.2", "1522")));
    QCOMPARE(text(tns.expectations()), QString());
    QCOMPARE(text(tns.note()), text("ACCEPT -> nothing more is read"));
    QVERIFY(tns.proposal().helperDataChanged);
    tns.server(redirect(address("10.0.2.2", "1522")));
    QCOMPARE(text(tns.expectations()), QString());
    QVERIFY(!tns.proposal().helperDataChanged);
}

void TestTns::afterARestartTheKernelStillKnowsThatItWasAccepted()
{
    Listener before;
    before.begin();
    before.server(packet(Accept, std::string(24, '\0')));
    Listener after;
    after.kernelData = before.kernelData;
    after.server(redirect(address("10.0.2.2", "1522")));
    QCOMPARE(text(after.expectations()), QString());
}

void TestTns::looseExpectsOtherHosts()
{
    Listener tns(false, {{"loose", "yes"}});
    tns.begin();
    tns.server(redirect(address("10.0.2.9", "1522")));
    QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 10.0.2.9:1522"));
}

void TestTns::lowPortsAreExpectedWhenAllowed()
{
    Listener tns(false, {{"allow_low_ports", "yes"}});
    tns.begin();
    tns.server(redirect(address("10.0.2.2", "521")));
    QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 10.0.2.2:521"));
}

void TestTns::aRetransmissionIsAnsweredTheSameWay()
{
    Listener tns;
    tns.begin();
    const std::uint32_t at = tns.sequence[1];
    tns.server(redirect(address("10.0.2.2", "1522")));
    tns.segment(1, at, redirect(address("10.0.2.2", "1522")));
    QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 10.0.2.2:1522"));
    QVERIFY2(tns.note().starts_with("retransmission"), tns.note().c_str());
}

void TestTns::aConnectionPickedUpInMidStreamIsFollowed()
{
    Listener tns; // no handshake: a helper process that was restarted
    tns.server(redirect(address("10.0.2.2", "1522")));
    QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 10.0.2.2:1522"));
}

void TestTns::behindAMasqueradedClientNothingIsRewritten()
{
    Listener tns;
    tns.masquerade();
    tns.begin();
    const auto &proposal = tns.server(redirect(address("10.0.2.2", "1522")));
    QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 10.0.2.2:1522"));
    QVERIFY(proposal.expectations[0].natAddress == proposal.expectations[0].tuple.destination);
    QVERIFY(!proposal.mangled);
}

void TestTns::aForwardedListenerIsExpectedAtThePublicAddress_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("rewritten");
    const auto row = [](const char *name, const std::string &said, const std::string &rewritten) {
        QTest::addRow("%s", name) << bytes(said) << bytes(rewritten);
    };
    row("of another length", redirect(address("10.0.2.2", "9999")), redirect(address("192.0.2.1", "10000")));
    row("in another order", redirect("(ADDRESS=(PORT=9999)(PROTOCOL=tcp)(HOST=10.0.2.2))"),
        redirect("(ADDRESS=(PORT=10000)(PROTOCOL=tcp)(HOST=192.0.2.1))"));
    row("before connect data", redirect(address("10.0.2.2", "9999") + '\0' + "(DESCRIPTION=)"),
        redirect(address("192.0.2.1", "10000") + '\0' + "(DESCRIPTION=)"));
    row("in the next packet", packet(Redirect, number(0)) + packet(Data, number(0) + address("10.0.2.2", "9999")),
        packet(Redirect, number(0)) + packet(Data, number(0) + address("192.0.2.1", "10000")));
    row("of a name", redirect(address("db", "9999")), redirect(address("db", "10000")));
}

void TestTns::aForwardedListenerIsExpectedAtThePublicAddress()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, rewritten);
    Listener tns;
    tns.forwardPort("192.0.2.1");
    tns.ports.taken = {9999};
    tns.begin();
    const auto &proposal = tns.server(said.toStdString());
    QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 192.0.2.1:10000"));
    QVERIFY(proposal.expectations[0].nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(text(proposal.expectations[0].natAddress.toString()), text("10.0.2.2"));
    QCOMPARE(proposal.expectations[0].natPort, std::uint16_t {9999});
    QCOMPARE(bytes(tns.rewritten()), rewritten);
}

void TestTns::aForwardedListenerThatSaysItsPublicAddressIsNotRewritten()
{
    Listener tns;
    tns.forwardPort("192.0.2.1");
    tns.begin();
    const auto &proposal = tns.server(redirect(address("192.0.2.1", "1522")));
    QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 192.0.2.1:1522"));
    QVERIFY(!proposal.mangled);
}

void TestTns::anotherPortIsSaidAgainInARetransmission()
{
    Listener tns;
    tns.forwardPort("192.0.2.1");
    tns.ports.taken = {9999};
    tns.begin();
    const std::uint32_t at = tns.sequence[1];
    tns.server(redirect(address("10.0.2.2", "9999")));
    tns.ports.taken.insert(10000); // which is this connection's own now
    tns.segment(1, at, redirect(address("10.0.2.2", "9999")));
    QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 192.0.2.1:10000"));
    QCOMPARE(bytes(tns.rewritten()), bytes(redirect(address("192.0.2.1", "10000"))));
}

void TestTns::whatCannotBeRewrittenIsRefused_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, bool ipv6, const std::string &first, const std::string &second,
                         const char *noted) {
        QTest::addRow("%s", name) << ipv6 << bytes(first) << bytes(second) << QByteArray(noted);
    };
    const std::string whole = redirect(address("10.0.2.2", "1522"));
    row("split over segments", false, whole.substr(0, 40), whole.substr(40), "split over segments");
    row("its length said before", false, packet(Redirect, number(52)),
        packet(Data, number(0) + address("10.0.2.2", "1522")), "of this form");
    row("an address far behind the head", false, {}, redirect(std::string(128, ' ') + address("10.0.2.2", "1522")),
        "of this form");
    row("another length over IPv6", true, {}, redirect(address("fd00:2::2", "1522")), "over IPv6");
}

void TestTns::whatCannotBeRewrittenIsRefused()
{
    QFETCH(bool, ipv6);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, noted);
    Listener tns(ipv6);
    tns.forwardPort(ipv6 ? "fd00:1:2:3::1" : "192.0.2.1");
    tns.begin();
    tns.server(first.toStdString());
    tns.server(second.toStdString());
    QCOMPARE(text(tns.expectations()), QString());
    QVERIFY(!tns.proposal().mangled);
    QVERIFY2(tns.note().find(noted.toStdString()) != std::string::npos, tns.note().c_str());
}

void TestTns::garbageIsAcceptedAndExpectsNothing()
{
    Listener tns;
    tns.open();
    std::uint32_t state = 12345;
    for (std::size_t round = 0; round < 3000; ++round) {
        std::string garbage(1 + round % 1400, '\0');
        for (char &byte : garbage) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        const auto &proposal = round % 2 ? tns.client(garbage) : tns.server(garbage);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QCOMPARE(text(tns.expectations()), QString());
    }
}

void TestTns::redirectionsOfEveryLengthAreSurvived()
{
    const std::string whole = address("10.0.2.2", "1522");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        Listener tns;
        tns.begin();
        tns.server(redirect(whole.substr(0, length)));
        QCOMPARE(text(tns.expectations()), QString());
    }
    for (const std::size_t length : {1000, 1022, 1023, 1024, 2000, 60000}) {
        Listener tns;
        tns.begin();
        const std::string said = redirect(whole + std::string(length, ' '));
        for (std::size_t at = 0; at < said.size(); at += 1400) {
            tns.server(said.substr(at, 1400));
        }
        QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 10.0.2.2:1522"));
        tns.server(redirect(whole));
        QCOMPARE(text(tns.expectations()), text("10.0.1.2:0 > 10.0.2.2:1522"));
    }
}

QTEST_APPLESS_MAIN(TestTns)
#include "tst_tns.moc"
