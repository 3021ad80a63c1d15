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

constexpr std::string_view Request = "Amanda 2.6 REQ HANDLE 000-00000001 SEQ 1795812345\nSERVICE sendbackup\n";

std::string reply(std::string_view body, std::string_view kind = "REP")
{
    std::string packet = "Amanda 2.6 ";
    return packet.append(kind).append(" HANDLE 000-00000001 SEQ 1795812345\n").append(body);
}

constexpr std::string_view Three = "CONNECT DATA 11000 MESG 11001 INDEX 11002\nOPTIONS ;\n";
const QString ExpectedThree = QStringLiteral("10.0.1.2:0 > 10.0.2.2:11000, 10.0.1.2:0 > 10.0.2.2:11001, "
                                             "10.0.1.2:0 > 10.0.2.2:11002");

/// What amandad behind port 10080 answers to a request.
QString expectationsOf(const std::string &packet)
{
    Conversation amanda("amanda");
    amanda.client(Request);
    amanda.server(packet);
    return text(amanda.expectations());
}

} // namespace

class TestAmanda : public QObject {
    Q_OBJECT

private slots:
    void theStreamsOfAReplyAreExpected_data();
    void theStreamsOfAReplyAreExpected();
    void overIpv6TheyAreToo();
    void expectationsAreTcpOnceFromTheOneWhoAskedAlone();
    void aReplySentAgainIsExpectedAgain();
    void whatIsNoReplyExpectsNothing_data();
    void whatIsNoReplyExpectsNothing();
    void aReplyFromTheOneWhoAsksExpectsNothing();
    void lowPortsAreRefusedUnlessAllowed();
    void behindAForwardedPortTheFreePortsAreAnnounced();
    void behindAForwardedPortOverIpv6TheyAreToo();
    void aReplySentAgainAnnouncesTheSamePorts();
    void anotherReplyAsksForItsOwnPorts();
    void withoutAFreePortAStreamIsRefused();
    void behindAMasqueradeNothingIsRewritten();
    void textBesideTheAnnouncementIsNotNoted();
    void garbageOfEveryLengthIsAccepted();
};

void TestAmanda::theStreamsOfAReplyAreExpected_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::addRow("three") << QByteArray(Three.data()) << ExpectedThree;
    QTest::addRow("behind other lines") << QByteArray("OPTIONS ;\n").append(Three.data()) << ExpectedThree;
    QTest::addRow("four") << QByteArray("CONNECT DATA 11000 MESG 11001 INDEX 11002 STATE 11003\n")
                          << ExpectedThree + text(", 10.0.1.2:0 > 10.0.2.2:11003");
    QTest::addRow("index not used") << QByteArray("CONNECT DATA 11000 MESG 11001 INDEX -1\n")
                                    << QStringLiteral("10.0.1.2:0 > 10.0.2.2:11000, 10.0.1.2:0 > 10.0.2.2:11001");
    QTest::addRow("the first not used") << QByteArray("CONNECT DATA -1 MESG 11001\n")
                                        << QStringLiteral("10.0.1.2:0 > 10.0.2.2:11001");
    QTest::addRow("recovery") << QByteArray("CONNECT CTL 11000 DATA 11001\n")
                              << QStringLiteral("10.0.1.2:0 > 10.0.2.2:11000, 10.0.1.2:0 > 10.0.2.2:11001");
    QTest::addRow("space at the end") << QByteArray("CONNECT MESG 11001 \n")
                                      << QStringLiteral("10.0.1.2:0 > 10.0.2.2:11001");
    QTest::addRow("unknown names") << QByteArray("CONNECT EVIL 11000 MESG 11001\n")
                                   << QStringLiteral("10.0.1.2:0 > 10.0.2.2:11001");
    QTest::addRow("a fifth") << QByteArray("CONNECT DATA 11000 MESG 11001 INDEX 11002 STATE 11003 CTL 11004\n")
                             << ExpectedThree + text(", 10.0.1.2:0 > 10.0.2.2:11003");
    QTest::addRow("the line of a second kind")
        << QByteArray("CONNECT MESG 11001\nCONNECT DATA 11000\n") << QStringLiteral("10.0.1.2:0 > 10.0.2.2:11001");
}

void TestAmanda::theStreamsOfAReplyAreExpected()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(expectationsOf(reply({body.constData(), static_cast<std::size_t>(body.size())})), expected);
    QCOMPARE(expectationsOf(reply({body.constData(), static_cast<std::size_t>(body.size())}, "PREP")), expected);
}

void TestAmanda::overIpv6TheyAreToo()
{
    Conversation amanda("amanda", true);
    amanda.client(Request);
    const auto &proposal = amanda.server(reply("CONNECT MESG 11001\n"));
    QCOMPARE(text(amanda.expectations()), text("fd00:1::2:0 > fd00:2::2:11001"));
    QVERIFY(!proposal.mangled);
}

void TestAmanda::expectationsAreTcpOnceFromTheOneWhoAskedAlone()
{
    Conversation amanda("amanda");
    amanda.client(Request);
    const auto &proposal = amanda.server(reply("CONNECT MESG 11001\n"));
    QVERIFY(proposal.expectations[0].tuple.l4 == L4Protocol::Tcp);
    QCOMPARE(proposal.expectations[0].flags, std::uint8_t {0});
    QCOMPARE(proposal.expectations[0].looseSourceBits, std::uint8_t {0});
    QVERIFY(proposal.expectations[0].nat == Wire::NatFunction::None);
    QVERIFY(!proposal.mangled);
}

void TestAmanda::aReplySentAgainIsExpectedAgain()
{
    Conversation amanda("amanda");
    amanda.client(Request);
    amanda.server(reply(Three));
    amanda.server(reply(Three));
    QCOMPARE(text(amanda.expectations()), ExpectedThree);
}

void TestAmanda::whatIsNoReplyExpectsNothing_data()
{
    QTest::addColumn<QByteArray>("packet");
    const auto row = [](const char *name, const std::string &packet) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(packet);
    };
    row("a request", reply(Three, "REQ"));
    row("an acknowledgement", reply(Three, "ACK"));
    row("a refusal", reply(Three, "NAK"));
    row("an unknown kind", reply(Three, "REPP"));
    row("no first line", std::string(Three));
    row("another first word", "Amandb" + reply(Three).substr(6));
    row("no handle", "Amanda 2.6 REP SEQ 1\n" + std::string(Three));
    row("a line that does not end", reply("CONNECT DATA 11000 MESG 11001 INDEX 11002"));
    row("a line that begins with something else", reply("XCONNECT DATA 11000\n"));
    row("no stream", reply("CONNECT \n"));
    row("no port", reply("CONNECT DATA\n"));
    row("port 0", reply("CONNECT DATA 0\n"));
    row("port 65536", reply("CONNECT DATA 65536\n"));
    row("a port with a sign", reply("CONNECT DATA +11000\n"));
    row("a port with a letter behind it", reply("CONNECT DATA 11000x\n"));
    row("a port of many digits", reply("CONNECT DATA 99999999999999999999999\n"));
    row("a name in small letters", reply("CONNECT data 11000\n"));
    row("nothing", "");
}

void TestAmanda::whatIsNoReplyExpectsNothing()
{
    QFETCH(QByteArray, packet);
    QCOMPARE(expectationsOf(packet.toStdString()), QString());
}

void TestAmanda::aReplyFromTheOneWhoAsksExpectsNothing()
{
    Conversation amanda("amanda");
    amanda.client(reply(Three));
    QCOMPARE(text(amanda.expectations()), QString());
}

void TestAmanda::lowPortsAreRefusedUnlessAllowed()
{
    for (const bool allowed : {false, true}) {
        Conversation amanda("amanda", false, {{"allow_low_ports", allowed ? "true" : "false"}});
        amanda.client(Request);
        amanda.server(reply("CONNECT DATA 1023 MESG 1024\n"));
        QCOMPARE(text(amanda.expectations()),
            allowed ? text("10.0.1.2:0 > 10.0.2.2:1023, 10.0.1.2:0 > 10.0.2.2:1024")
                    : text("10.0.1.2:0 > 10.0.2.2:1024"));
        QCOMPARE(amanda.note().find("option allow_low_ports") == std::string::npos, allowed);
    }
}

void TestAmanda::behindAForwardedPortTheFreePortsAreAnnounced()
{
    Conversation amanda("amanda");
    amanda.forwardPort();
    amanda.ports.taken = {11001};
    amanda.client(Request);
    const auto &proposal = amanda.server(reply(Three));
    QCOMPARE(text(amanda.expectations()),
        text("10.0.1.2:0 > 10.0.1.1:11000, 10.0.1.2:0 > 10.0.1.1:11002, 10.0.1.2:0 > 10.0.1.1:11002"));
    QCOMPARE(text(amanda.rewritten()),
        text(reply("CONNECT DATA 11000 MESG 11002 INDEX 11002\nOPTIONS ;\n"))); // these ports know no other claim
    const auto &expectation = proposal.expectations[1];
    QVERIFY(expectation.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(expectation.natDirection, std::uint8_t {0});
    QCOMPARE(expectation.natAddress.toString(), std::string("10.0.2.2"));
    QCOMPARE(expectation.natPort, std::uint16_t {11001});
    QVERIFY2(amanda.note().find("MESG 11001 as 11002") != std::string::npos, amanda.note().c_str());
}

void TestAmanda::behindAForwardedPortOverIpv6TheyAreToo()
{
    Conversation amanda("amanda", true);
    amanda.forwardPort("fd00:1::1");
    amanda.ports.taken = {9999};
    amanda.client(Request);
    amanda.server(reply("CONNECT MESG 9999\n"));
    QCOMPARE(text(amanda.expectations()), text("fd00:1::2:0 > fd00:1::1:10000"));
    QCOMPARE(text(amanda.rewritten()), text(reply("CONNECT MESG 10000\n"))); // longer by a digit
}

void TestAmanda::aReplySentAgainAnnouncesTheSamePorts()
{
    Conversation amanda("amanda");
    amanda.forwardPort();
    amanda.ports.taken = {11001};
    amanda.client(Request);
    amanda.server(reply("CONNECT MESG 11001\n"));
    const auto first = amanda.rewritten();
    amanda.ports.taken = {11001, 11002}; // by the expectation of the first copy
    amanda.server(reply("CONNECT MESG 11001\n"));
    QCOMPARE(text(amanda.rewritten()), text(first));
    QCOMPARE(text(amanda.expectations()), text("10.0.1.2:0 > 10.0.1.1:11002"));
    QCOMPARE(amanda.ports.requests.size(), std::size_t {1});
}

void TestAmanda::anotherReplyAsksForItsOwnPorts()
{
    Conversation amanda("amanda");
    amanda.forwardPort();
    amanda.client(Request);
    amanda.server(reply("CONNECT DATA 11000 MESG 11001\n"));
    amanda.server(reply("CONNECT DATA 11000\n"));
    QCOMPARE(text(amanda.expectations()), text("10.0.1.2:0 > 10.0.1.1:11000"));
    QCOMPARE(amanda.ports.requests.size(), std::size_t {3});
}

void TestAmanda::withoutAFreePortAStreamIsRefused()
{
    Conversation amanda("amanda");
    amanda.forwardPort();
    amanda.ports.taken = {65535};
    amanda.client(Request);
    const auto &proposal = amanda.server(reply("CONNECT DATA 65535 MESG 11001\n"));
    QCOMPARE(text(amanda.expectations()), text("10.0.1.2:0 > 10.0.1.1:11001"));
    QVERIFY(!proposal.mangled);
    QVERIFY2(amanda.note().find("DATA 65535 refused: no port") != std::string::npos, amanda.note().c_str());
}

void TestAmanda::behindAMasqueradeNothingIsRewritten()
{
    Conversation amanda("amanda");
    amanda.masquerade(); // the backup server; it opens the streams, and the rules translate them too
    amanda.client(Request);
    const auto &proposal = amanda.server(reply(Three));
    QCOMPARE(text(amanda.expectations()), ExpectedThree);
    QVERIFY(!proposal.mangled);
}

void TestAmanda::textBesideTheAnnouncementIsNotNoted()
{
    Conversation amanda("amanda");
    amanda.client("Amanda 2.6 REQ HANDLE 000-00000001 SEQ 1\nSECURITY USER backup\nSERVICE sendbackup\n");
    QCOMPARE(text(amanda.note()), text("REQ"));
    amanda.server(reply("CONNECT DATA 11000 MESG 11001 INDEX 11002\nOPTIONS secret;\n"));
    QCOMPARE(text(amanda.note()), text("REP CONNECT DATA 11000 MESG 11001 INDEX 11002"));
}

void TestAmanda::garbageOfEveryLengthIsAccepted()
{
    Conversation amanda("amanda");
    std::uint32_t state = 12345;
    const std::string good = reply(Three);
    for (std::size_t length = 0; length <= 600; ++length) {
        std::string garbage = good.substr(0, length % 2 ? length : 0);
        garbage.resize(length, '\0');
        for (std::size_t i = length % 2 ? good.size() : 0; i < length; ++i) {
            state = state * 1664525 + 1013904223;
            garbage[i] = static_cast<char>(state >> 24);
        }
        const auto &proposal = amanda.server(garbage);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QVERIFY(!proposal.mangled);
    }
}

QTEST_APPLESS_MAIN(TestAmanda)
#include "tst_amanda.moc"
