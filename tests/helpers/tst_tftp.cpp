// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace std::string_view_literals;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

constexpr auto Read = "\0\1boot/vmlinuz\0octet\0"sv;
constexpr auto Write = "\0\2log\0netascii\0"sv;

} // namespace

class TestTftp : public QObject {
    Q_OBJECT

private slots:
    void theAnswerToARequestIsExpected_data();
    void theAnswerToARequestIsExpected();
    void aRequestSentAgainIsExpectedAgain();
    void requestsThatAreNoneAreRefused_data();
    void requestsThatAreNoneAreRefused();
    void aRequestFromTheServerExpectsNothing();
    void otherPacketsExpectNothing_data();
    void otherPacketsExpectNothing();
    void lowPortsOfClientsAreRefusedUnlessAllowed();
    void aLowPortBehindATranslatedOneIsRefusedToo();
    void behindAMasqueradeTheAnswerIsExpectedAtThePublicEnd();
    void ofAForwardedServerTheAnswerComesFromItsOwnAddress();
    void fileNamesAreNotNoted();
    void aLaterFragmentIsNotRead();
    void garbageOfEveryLengthIsAccepted();
};

void TestTftp::theAnswerToARequestIsExpected_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("verb");
    const auto row = [](const char *name, std::string_view request, const char *verb) {
        const QByteArray bytes(request.data(), static_cast<qsizetype>(request.size()));
        QTest::addRow("%s, IPv4", name) << false << bytes << QByteArray(verb);
        QTest::addRow("%s, IPv6", name) << true << bytes << QByteArray(verb);
    };
    row("read", Read, "RRQ");
    row("write", Write, "WRQ");
    row("with options", "\0\1a\0octet\0blksize\0001432\0tsize\0000\0"sv, "RRQ");
    row("with half an option", "\0\1a\0octet\0blksi"sv, "RRQ");
    row("of a mode nobody knows", "\0\1a\0OcTeTs\0"sv, "RRQ");
}

void TestTftp::theAnswerToARequestIsExpected()
{
    QFETCH(bool, ipv6);
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, verb);
    Conversation tftp("tftp", ipv6);
    const auto &proposal = tftp.client({request.constData(), static_cast<std::size_t>(request.size())});
    QCOMPARE(
        text(tftp.expectations()), ipv6 ? text("fd00:2::2:0 > fd00:1::2:40000") : text("10.0.2.2:0 > 10.0.1.2:40000"));
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY(!proposal.mangled);
    QVERIFY(proposal.expectations[0].tuple.l4 == L4Protocol::Udp);
    QCOMPARE(proposal.expectations[0].flags, std::uint8_t {0});
    QCOMPARE(proposal.expectations[0].looseSourceBits, std::uint8_t {0});
    QVERIFY(proposal.expectations[0].nat == Wire::NatFunction::None);
    QCOMPARE(text(tftp.note()),
        QString::fromLatin1(verb) + text(ipv6 ? " -> expects [fd00:1::2]:40000" : " -> expects 10.0.1.2:40000"));
}

void TestTftp::aRequestSentAgainIsExpectedAgain()
{
    Conversation tftp("tftp");
    tftp.client(Read);
    const auto first = tftp.expectations();
    tftp.client(Read);
    QCOMPARE(text(tftp.expectations()), text(first));
    tftp.client(Write);
    QCOMPARE(text(tftp.expectations()), text(first));
}

void TestTftp::requestsThatAreNoneAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    const auto row = [](const char *name, std::string_view request) {
        QTest::addRow("%s", name) << QByteArray(request.data(), static_cast<qsizetype>(request.size()));
    };
    row("nothing behind the number", "\0\1"sv);
    row("no name", "\0\1\0octet\0"sv);
    row("no mode", "\0\1a\0"sv);
    row("an empty mode", "\0\1a\0\0"sv);
    row("a mode that does not end", "\0\1a\0octet"sv);
    row("a name that does not end", "\0\2aaaaaaaaaaaa"sv);
}

void TestTftp::requestsThatAreNoneAreRefused()
{
    QFETCH(QByteArray, request);
    Conversation tftp("tftp");
    tftp.client({request.constData(), static_cast<std::size_t>(request.size())});
    QCOMPARE(text(tftp.expectations()), QString());
    QVERIFY2(tftp.note().find("refused: it names no file and mode") != std::string::npos, tftp.note().c_str());
}

void TestTftp::aRequestFromTheServerExpectsNothing()
{
    Conversation tftp("tftp");
    tftp.client(Read);
    tftp.server(Read);
    QCOMPARE(text(tftp.expectations()), QString());
    QCOMPARE(text(tftp.note()), text("RRQ -> refused: it comes from the server"));
}

void TestTftp::otherPacketsExpectNothing_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QByteArray>("noted");
    QTest::addRow("DATA") << QByteArray("\0\3\0\1x", 5) << QByteArray("DATA");
    QTest::addRow("ACK") << QByteArray("\0\4\0\1", 4) << QByteArray("ACK");
    QTest::addRow("ERROR") << QByteArray("\0\5\0\1no\0", 7) << QByteArray("ERROR");
    QTest::addRow("OACK") << QByteArray("\0\6tsize\0008\0", 10) << QByteArray("OACK");
    QTest::addRow("a number too high") << QByteArray("\0\7a\0octet\0", 10) << QByteArray("no packet of TFTP");
    QTest::addRow("a number of zero") << QByteArray("\0\0a\0octet\0", 10) << QByteArray("no packet of TFTP");
    QTest::addRow("a number of 257") << QByteArray("\1\1a\0octet\0", 10) << QByteArray("no packet of TFTP");
    QTest::addRow("one byte") << QByteArray("\0", 1) << QByteArray("no packet of TFTP");
    QTest::addRow("none") << QByteArray() << QByteArray("no packet of TFTP");
}

void TestTftp::otherPacketsExpectNothing()
{
    QFETCH(QByteArray, packet);
    QFETCH(QByteArray, noted);
    Conversation tftp("tftp");
    const auto &proposal = tftp.client({packet.constData(), static_cast<std::size_t>(packet.size())});
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QCOMPARE(text(tftp.expectations()), QString());
    QCOMPARE(text(tftp.note()), QString::fromLatin1(noted));
}

void TestTftp::lowPortsOfClientsAreRefusedUnlessAllowed()
{
    for (const bool allowed : {false, true}) {
        Conversation tftp("tftp", false, {{"allow_low_ports", allowed ? "true" : "false"}});
        tftp.original.sourcePort = tftp.reply.destinationPort = 1023;
        tftp.client(Read);
        QCOMPARE(text(tftp.expectations()), allowed ? text("10.0.2.2:0 > 10.0.1.2:1023") : QString());
        QCOMPARE(tftp.note().find("option allow_low_ports") == std::string::npos, allowed);
    }
}

void TestTftp::aLowPortBehindATranslatedOneIsRefusedToo()
{
    Conversation tftp("tftp");
    tftp.original.sourcePort = 1023;
    tftp.masquerade();
    tftp.client(Read);
    QCOMPARE(text(tftp.expectations()), QString());
}

void TestTftp::behindAMasqueradeTheAnswerIsExpectedAtThePublicEnd()
{
    for (const bool ipv6 : {false, true}) {
        Conversation tftp("tftp", ipv6);
        tftp.masquerade(ipv6 ? "fd00:2::1" : "10.0.2.1");
        tftp.reply.destinationPort = 61000; // two clients chose the same port
        const auto &proposal = tftp.client(Read);
        QCOMPARE(text(tftp.expectations()),
            ipv6 ? text("fd00:2::2:0 > fd00:2::1:61000") : text("10.0.2.2:0 > 10.0.2.1:61000"));
        const auto &expectation = proposal.expectations[0];
        QVERIFY(expectation.nat == Wire::NatFunction::FollowMaster);
        QCOMPARE(expectation.natDirection, std::uint8_t {1});
        QCOMPARE(expectation.natAddress.toString(), tftp.original.source.toString());
        QCOMPARE(expectation.natPort, std::uint16_t {40000});
        QVERIFY(!proposal.mangled);
        QVERIFY(tftp.ports.requests.empty()); // the port is the request's own: there is nothing to choose
    }
}

void TestTftp::ofAForwardedServerTheAnswerComesFromItsOwnAddress()
{
    Conversation tftp("tftp");
    tftp.forwardPort();
    const auto &proposal = tftp.client(Read);
    QCOMPARE(text(tftp.expectations()), text("10.0.2.2:0 > 10.0.1.2:40000"));
    QVERIFY(proposal.expectations[0].nat == Wire::NatFunction::FollowMaster);
}

void TestTftp::fileNamesAreNotNoted()
{
    Conversation tftp("tftp");
    tftp.client("\0\1secret\0octet\0"sv);
    QVERIFY2(tftp.note().find("secret") == std::string::npos, tftp.note().c_str());
}

void TestTftp::aLaterFragmentIsNotRead()
{
    Conversation tftp("tftp");
    auto bytes = udpPacket(tftp.original, Read);
    bytes[7] = 1; // fragment offset
    auto record = tftp.record(0);
    record.payloadLength = record.originalLength = static_cast<std::uint32_t>(bytes.size());
    const auto proposal = std::make_unique<Wire::Proposal>();
    tftp.runner().judge(record, bytes, *proposal);
    QCOMPARE(proposal->expectationCount, std::uint8_t {0});
}

void TestTftp::garbageOfEveryLengthIsAccepted()
{
    Conversation tftp("tftp");
    std::uint32_t state = 12345;
    for (std::size_t length = 0; length <= 600; ++length) {
        std::string garbage(length, '\0');
        for (char &byte : garbage) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        if (length > 1 && length % 2) { // half of it looks like a request at first
            garbage[0] = '\0';
            garbage[1] = static_cast<char>(1 + length / 2 % 2);
        }
        const auto &proposal = tftp.client(garbage);
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QVERIFY(!proposal.mangled);
        QVERIFY(proposal.expectationCount <= 1);
    }
}

QTEST_APPLESS_MAIN(TestTftp)
#include "tst_tftp.moc"
