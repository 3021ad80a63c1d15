// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "h323call.h"

#include <QTest>

#include <algorithm>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace Trackhand::Test::H323;

namespace {

struct Case {
    const char *name;
    L4Protocol l4;
    bool ipv6;
    int from; // 0 client, 1 server
    const char *message;
    const char *expected;
};

constexpr L4Protocol Tcp = L4Protocol::Tcp;
constexpr L4Protocol Udp = L4Protocol::Udp;

const Case Announcements[] = {
    {"Setup", Tcp, false, 0, Setup, "10.0.2.2:0 > 10.0.1.2:41000"},
    {"Setup with fastStart", Tcp, false, 0, SetupWithFastStart,
        "10.0.2.2:0 > 10.0.1.2:5000, 10.0.2.2:0 > 10.0.1.2:5001"},
    {"CallProceeding", Tcp, false, 1, CallProceeding, "10.0.1.2:0 > 10.0.2.2:42000"},
    {"Alerting with fastStart", Tcp, false, 1, AlertingWithFastStart,
        "10.0.1.2:0 > 10.0.2.2:6000, 10.0.1.2:0 > 10.0.2.2:6001"},
    {"Connect", Tcp, false, 1, Connect, "10.0.1.2:0 > 10.0.2.2:42000"},
    {"Facility", Tcp, false, 1, Facility, "10.0.1.2:0 > 10.0.2.2:42000"},
    {"Facility that tunnels", Tcp, false, 0, FacilityTunnelling,
        "10.0.2.2:0 > 10.0.1.2:5000, 10.0.2.2:0 > 10.0.1.2:5001"},
    {"openLogicalChannel", Tcp, false, 0, OpenChannel, "10.0.2.2:0 > 10.0.1.2:5000, 10.0.2.2:0 > 10.0.1.2:5001"},
    {"openLogicalChannelAck", Tcp, false, 1, ChannelAck, "10.0.1.2:0 > 10.0.2.2:6000, 10.0.1.2:0 > 10.0.2.2:6001"},
    {"openLogicalChannel of T.120", Tcp, false, 0, OpenDataChannel, "10.0.2.2:0 > 10.0.1.2:1503"},
    {"openLogicalChannelAck of T.120", Tcp, false, 1, DataChannelAck, "10.0.1.2:0 > 10.0.2.2:1503"},
    {"RRQ", Udp, false, 0, Registration, "10.0.2.2:0 > 10.0.1.2:1720"},
    {"RCF", Udp, false, 1, RegistrationConfirm, "10.0.1.2:0 > 10.0.2.2:1720"},
    {"ARQ", Udp, false, 0, Admission, ""},
    {"ACF", Udp, false, 1, AdmissionConfirm, "10.0.1.2:0 > 10.0.2.2:1721"},
    {"Connect, IPv6", Tcp, true, 1, Connect6, "fd00:1::2:0 > fd00:2::2:42000"},
    {"openLogicalChannelAck, IPv6", Tcp, true, 1, ChannelAck6,
        "fd00:1::2:0 > fd00:2::2:6000, fd00:1::2:0 > fd00:2::2:6001"},
    {"RRQ, IPv6", Udp, true, 0, Registration6, "fd00:2::2:0 > fd00:1::2:1720"},
};

void addAnnouncements(L4Protocol l4)
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Announcements)); ++i) {
        if (l4 == L4Protocol::Unspecified || Announcements[i].l4 == l4) {
            QTest::addRow("%s", Announcements[i].name) << i;
        }
    }
}

} // namespace

class TestH323 : public QObject {
    Q_OBJECT

private slots:
    void announcementsAreExpected_data() { addAnnouncements(L4Protocol::Unspecified); }
    void announcementsAreExpected();
    void aMessageSplitAnywhereIsUnderstood_data() { addAnnouncements(Tcp); }
    void aMessageSplitAnywhereIsUnderstood();
    void aMessageInSegmentsOfOneByteIsUnderstood_data() { addAnnouncements(Tcp); }
    void aMessageInSegmentsOfOneByteIsUnderstood();
    void aMessageWhoseSecondHalfComesFirstIsUnderstood_data() { addAnnouncements(Tcp); }
    void aMessageWhoseSecondHalfComesFirstIsUnderstood();
    void aMessageCutShortIsNotReadBeyondItsEnd_data() { addAnnouncements(L4Protocol::Unspecified); }
    void aMessageCutShortIsNotReadBeyondItsEnd();
    void whatMustNotBeExpectedIsNot_data();
    void whatMustNotBeExpectedIsNot();
    void looseExpectsOtherHosts();
    void aForwardedCallIsExpectedAtAnotherHostWhenLoose();
    void lowPortsAreExpectedWhenAllowed();
    void eachKindHasItsClassAndOnlySignallingGetsTheHelper();
    void severalMessagesInOneSegmentAreEachUnderstood();
    void aRetransmissionIsAnsweredTheSameWay();
    void aMessageThatIsTooLongIsPassedAndSaid();
    void emptyMessagesOnlyKeepTheConnectionAlive();
    void afterAGapTheNextSegmentThatBeginsWithAHeaderIsRead();
    void whatHasNoHeaderIsPassedOver();
    void anAcfToTheOneWhoIsCalledExpectsNothing();
    void keepAliveExpectsWhatIsRegistered();
    void afterAnUrqKeepAliveExpectsNothing();
    void anotherRasPortIsExpected();
    void garbageIsAcceptedAndExpectsNothing();
    void damagedMessagesNeverLeadToOtherHosts();
};

void TestH323::announcementsAreExpected()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    Call h323(row.l4, row.ipv6);
    const auto &proposal = row.from == 0 ? h323.client(bytes(row.message)) : h323.server(bytes(row.message));
    QCOMPARE(text(h323.expectations()), text(row.expected));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QVERIFY2(h323.note().find("not understood") == std::string::npos, h323.note().c_str());
    QCOMPARE(h323.note().find("-> expects ") != std::string::npos, proposal.expectationCount > 0);
}

void TestH323::aMessageSplitAnywhereIsUnderstood()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    const std::string message = bytes(row.message);
    for (std::size_t at = 1; at < message.size(); ++at) {
        Call h323(row.l4, row.ipv6);
        const auto say = [&](const std::string &part) {
            row.from == 0 ? h323.client(part) : h323.server(part);
        };
        say(message.substr(0, at));
        QCOMPARE(h323.proposal().expectationCount, std::uint8_t {0});
        say(message.substr(at));
        QCOMPARE(text(h323.expectations()), text(row.expected));
    }
}

void TestH323::aMessageInSegmentsOfOneByteIsUnderstood()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    Call h323(row.l4, row.ipv6);
    for (const char byte : bytes(row.message)) {
        QCOMPARE(h323.proposal().expectationCount, std::uint8_t {0});
        row.from == 0 ? h323.client({&byte, 1}) : h323.server({&byte, 1});
    }
    QCOMPARE(text(h323.expectations()), text(row.expected));
}

void TestH323::aMessageWhoseSecondHalfComesFirstIsUnderstood()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    const std::string message = bytes(row.message);
    for (std::size_t at = 1; at < message.size(); ++at) {
        Call h323(row.l4, row.ipv6);
        const std::uint32_t first = h323.sequence[row.from];
        h323.segment(row.from, first + static_cast<std::uint32_t>(at), message.substr(at));
        QCOMPARE(h323.proposal().expectationCount, std::uint8_t {0});
        h323.segment(row.from, first, message.substr(0, at));
        QCOMPARE(text(h323.expectations()), text(row.expected));
    }
}

/// Each with the header of its length, so that it is the ASN.1 that ends too soon.
void TestH323::aMessageCutShortIsNotReadBeyondItsEnd()
{
    QFETCH(int, index);
    const Case &row = Announcements[index];
    const std::string message = bytes(row.message);
    for (std::size_t length = row.l4 == Tcp ? 5 : 1; length < message.size(); ++length) {
        Call h323(row.l4, row.ipv6);
        std::string part = message.substr(0, length);
        if (row.l4 == Tcp) {
            part[3] = static_cast<char>(length);
        }
        row.from == 0 ? h323.client(part) : h323.server(part);
        QVERIFY(std::string_view(row.expected).starts_with(h323.expectations()));
        QVERIFY(!h323.note().empty());
    }
}

void TestH323::whatMustNotBeExpectedIsNot_data()
{
    QTest::addColumn<int>("l4");
    QTest::addColumn<int>("from");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("noted");
    const auto row = [](const char *name, L4Protocol l4, int from, const std::string &message, const char *noted) {
        QTest::addRow("%s", name) << static_cast<int>(l4) << from << QByteArray::fromStdString(message)
                                  << QByteArray(noted);
    };
    const auto setup = [](const std::string &control) {
        return replaced(bytes(Setup), end("10.0.1.2", 41000), control);
    };
    row("H.245 of another host", Tcp, 0, setup(end("10.0.1.9", 41000)), "not the sender's own");
    row("H.245 of the server itself", Tcp, 0, setup(end("10.0.2.2", 41000)), "not the sender's own");
    row("H.245 at a low port", Tcp, 0, setup(end("10.0.1.2", 22)), "below 1024");
    row("H.245 without a port", Tcp, 0, setup(end("10.0.1.2", 0)), "no port");
    row("the server's words said by the client", Tcp, 0, bytes(Connect), "not the sender's own");
    row("RTP of another host", Tcp, 1,
        replaced(replaced(bytes(ChannelAck), end("10.0.2.2", 6000), end("10.0.2.9", 6000)), end("10.0.2.2", 6001),
            end("10.0.2.9", 6001)),
        "not the sender's own");
    row("RTP at a low port", Tcp, 1,
        replaced(replaced(bytes(ChannelAck), end("10.0.2.2", 6000), end("10.0.2.2", 1022)), end("10.0.2.2", 6001),
            end("10.0.2.2", 1023)),
        "below 1024");
    row("fastStart of another host", Tcp, 0,
        replaced(replaced(bytes(SetupWithFastStart), end("10.0.1.2", 5000), end("10.0.1.9", 5000)),
            end("10.0.1.2", 5001), end("10.0.1.9", 5001)),
        "not the sender's own");
    row("a call forwarded to another host", Tcp, 1,
        replaced(bytes(FacilityForwarding), end("10.0.2.2", 1721), end("10.0.3.3", 1720)), "not the sender's own");
    row("a registration of another host", Udp, 0,
        replaced(bytes(Registration), end("10.0.1.2", 1720), end("10.0.1.9", 1720)), "not the sender's own");
    row("an admission to another host", Udp, 1,
        replaced(bytes(AdmissionConfirm), end("10.0.2.2", 1721), end("10.0.3.3", 1720)), "not the sender's own");
    row("an admission to a low port", Udp, 1,
        replaced(bytes(AdmissionConfirm), end("10.0.2.2", 1721), end("10.0.2.2", 80)), "below 1024");
}

void TestH323::whatMustNotBeExpectedIsNot()
{
    QFETCH(int, l4);
    QFETCH(int, from);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, noted);
    Call h323(static_cast<L4Protocol>(l4));
    const auto &proposal = from == 0 ? h323.client(message.toStdString()) : h323.server(message.toStdString());
    QCOMPARE(text(h323.expectations()), QString());
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(h323.note().find(noted.toStdString()) != std::string::npos, h323.note().c_str());
}

void TestH323::looseExpectsOtherHosts()
{
    Call h323(Udp, false, {{"loose", "true"}});
    h323.server(replaced(bytes(AdmissionConfirm), end("10.0.2.2", 1721), end("10.0.3.3", 1720)));
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.3.3:1720"));
}

void TestH323::aForwardedCallIsExpectedAtAnotherHostWhenLoose()
{
    Call h323(Tcp, false, {{"loose", "true"}});
    h323.server(replaced(bytes(FacilityForwarding), end("10.0.2.2", 1721), end("10.0.3.3", 1720)));
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.3.3:1720"));
}

void TestH323::lowPortsAreExpectedWhenAllowed()
{
    Call h323(Tcp, false, {{"allow_low_ports", "yes"}});
    h323.server(replaced(bytes(Connect), end("10.0.2.2", 42000), end("10.0.2.2", 1000)));
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.2.2:1000"));
}

void TestH323::eachKindHasItsClassAndOnlySignallingGetsTheHelper()
{
    const auto check = [](L4Protocol l4, int from, const char *message, std::size_t classIndex, L4Protocol expected,
                           bool permanent, std::string_view child) {
        Call h323(l4);
        const auto &proposal = from == 0 ? h323.client(bytes(message)) : h323.server(bytes(message));
        QVERIFY(proposal.expectationCount > 0);
        const auto &expectation = proposal.expectations[0];
        QCOMPARE(std::size_t {expectation.classIndex}, classIndex);
        QVERIFY(expectation.tuple.l4 == expected);
        QCOMPARE(expectation.flags == Wire::ExpectationFlag::Permanent, permanent);
        QCOMPARE(text(expectation.childHelper.data()), text(child));
        QCOMPARE(expectation.looseSourceBits, std::uint8_t {0});
    };
    check(Tcp, 1, ChannelAck, 0, Udp, false, "");
    check(Tcp, 1, Connect, 1, Tcp, false, "h323");
    check(Tcp, 1, DataChannelAck, 2, Tcp, true, "");
    check(Tcp, 1, FacilityForwarding, 3, Tcp, false, "h323");
    check(Udp, 0, Registration, 3, Tcp, true, "h323");
    check(Udp, 1, AdmissionConfirm, 3, Tcp, false, "h323");
}

void TestH323::severalMessagesInOneSegmentAreEachUnderstood()
{
    Call h323(Tcp);
    h323.server(bytes(CallProceeding) + bytes(AlertingWithFastStart) + bytes(DataChannelAck));
    QCOMPARE(text(h323.expectations()),
        text("10.0.1.2:0 > 10.0.2.2:42000, 10.0.1.2:0 > 10.0.2.2:6000, 10.0.1.2:0 > 10.0.2.2:6001, "
             "10.0.1.2:0 > 10.0.2.2:1503"));
    QVERIFY2(h323.note().starts_with("CallProceeding; H.245 10.0.2.2:42000 -> expects 10.0.2.2:42000; Alerting; RTP "
                                     "10.0.2.2:6000 -> expects 10.0.2.2:6000-6001; "),
        h323.note().c_str());
}

void TestH323::aRetransmissionIsAnsweredTheSameWay()
{
    Call h323(Tcp);
    const std::uint32_t at = h323.sequence[1];
    const std::string message = bytes(ChannelAck);
    h323.server(message);
    const auto first = h323.expectations();
    h323.client({});
    QCOMPARE(h323.proposal().expectationCount, std::uint8_t {0});
    h323.segment(1, at, message);
    QCOMPARE(text(h323.expectations()), text(first));
    h323.segment(1, at, message.substr(0, 20));
    QCOMPARE(text(h323.expectations()), QString());
    h323.segment(1, at + 20, message.substr(20) + bytes(DataChannelAck));
    QCOMPARE(text(h323.expectations()), text(first + ", 10.0.1.2:0 > 10.0.2.2:1503"));
}

void TestH323::aMessageThatIsTooLongIsPassedAndSaid()
{
    Call h323(Tcp);
    std::string large = bytes("03 00 13 88") + std::string(4996, 'x'); // 5000 bytes
    h323.server(large.substr(0, 1400));
    QVERIFY2(h323.note().find("more than 4096 bytes, not read") != std::string::npos, h323.note().c_str());
    h323.server(large.substr(1400, 3000));
    QCOMPARE(text(h323.note()), QString());
    h323.server(large.substr(4400) + bytes(Connect));
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.2.2:42000"));
    std::string largest = bytes("03 00 10 04") + bytes(Connect).substr(4); // 4100 bytes: what is read
    largest.resize(4100, '\0');
    for (std::size_t sent = 0; sent < largest.size(); sent += 1000) {
        h323.server(largest.substr(sent, 1000));
    }
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.2.2:42000"));
}

void TestH323::emptyMessagesOnlyKeepTheConnectionAlive()
{
    Call h323(Tcp);
    h323.server(bytes("03 00 00 04 03 00 00 04") + bytes(Connect));
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.2.2:42000"));
}

void TestH323::afterAGapTheNextSegmentThatBeginsWithAHeaderIsRead()
{
    Call h323(Tcp);
    const std::string message = bytes(Connect);
    h323.server(message.substr(0, 30));
    h323.sequence[1] += 300; // passed unseen: the queue was full and let it through
    h323.client({}); // acknowledges them
    h323.server(message.substr(30)); // the tail of who knows what
    QCOMPARE(text(h323.expectations()), QString());
    h323.server(message);
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.2.2:42000"));
}

void TestH323::whatHasNoHeaderIsPassedOver()
{
    for (const char *begin : {"04 00 00 10", "03 01 00 10", "03 00 00 03", "47 45 54 20"}) {
        Call h323(Tcp);
        h323.server(bytes(begin) + bytes(Connect));
        QCOMPARE(text(h323.expectations()), QString());
        h323.server(bytes(Connect));
        QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.2.2:42000"));
    }
}

void TestH323::anAcfToTheOneWhoIsCalledExpectsNothing()
{
    Call h323(Udp);
    h323.server(replaced(bytes(AdmissionConfirm), end("10.0.2.2", 1721), end("10.0.1.2", 1720)));
    QCOMPARE(text(h323.expectations()), QString());
    QCOMPARE(text(h323.note()), text("ACF"));
}

void TestH323::keepAliveExpectsWhatIsRegistered()
{
    Call h323(Udp);
    h323.client(bytes(KeepAlive));
    QCOMPARE(text(h323.expectations()), QString());
    h323.client(bytes(Registration));
    h323.server(bytes(RegistrationConfirm));
    h323.client(bytes(KeepAlive));
    QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 10.0.1.2:1720"));
}

void TestH323::afterAnUrqKeepAliveExpectsNothing()
{
    Call h323(Udp);
    h323.client(bytes(Registration));
    h323.client(bytes("18 00 00 02" // unregistrationRequest, requestSeqNum - 1
                      "01 00 0a 00 01 02 06 b8")); // callSignalAddress
    QCOMPARE(text(h323.note()), text("URQ"));
    h323.client(bytes(KeepAlive));
    QCOMPARE(text(h323.expectations()), QString());
}

void TestH323::anotherRasPortIsExpected()
{
    Call h323(Udp);
    h323.client(replaced(bytes(Registration), end("10.0.1.2", 1719), end("10.0.1.2", 11719)));
    QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 10.0.1.2:1720, 10.0.2.2:0 > 10.0.1.2:11719"));
    QVERIFY(h323.proposal().expectations[1].tuple.l4 == Udp);
    QCOMPARE(text(h323.proposal().expectations[1].childHelper.data()), text("h323"));
}

void TestH323::garbageIsAcceptedAndExpectsNothing()
{
    std::uint32_t state = 12345;
    for (const L4Protocol l4 : {Tcp, Udp}) {
        Call h323(l4);
        for (int round = 0; round < 2000; ++round) {
            std::string garbage(1 + state % 1400, '\0');
            for (char &byte : garbage) {
                state = state * 1664525 + 1013904223;
                byte = static_cast<char>(state >> 24);
            }
            const auto &proposal = round % 2 ? h323.client(garbage) : h323.server(garbage);
            QCOMPARE(proposal.verdict, Verdict::Accept);
            QCOMPARE(text(h323.expectations()), QString());
        }
    }
}

void TestH323::damagedMessagesNeverLeadToOtherHosts()
{
    std::uint32_t state = 54321;
    for (const Case &row : Announcements) {
        const std::string message = bytes(row.message);
        for (int round = 0; round < 2000; ++round) {
            std::string damaged = message;
            for (int flips = 0; flips < 3; ++flips) {
                state = state * 1664525 + 1013904223;
                damaged[(state >> 8) % damaged.size()] ^= static_cast<char>(1 << (state >> 28 & 7));
            }
            Call h323(row.l4, row.ipv6);
            const auto &proposal = row.from == 0 ? h323.client(damaged) : h323.server(damaged);
            for (int i = 0; i < proposal.expectationCount; ++i) {
                const Tuple &tuple = proposal.expectations[i].tuple;
                QVERIFY(tuple.destination == (row.from == 0 ? h323.original.source : h323.original.destination));
                QVERIFY(tuple.destinationPort >= 1024);
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestH323)
#include "tst_h323.moc"
