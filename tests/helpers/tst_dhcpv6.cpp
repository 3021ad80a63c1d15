// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "groupflow.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

constexpr char Group[] = "ff02::1:2";
constexpr std::uint16_t ClientPort = 546;

/// A message of that type without options.
std::string message(int type)
{
    return std::string(1, static_cast<char>(type)) + "xid";
}

} // namespace

class TestDhcpv6 : public QObject {
    Q_OBJECT

private slots:
    void answersToEveryMessageOfAClientAreExpected_data();
    void answersToEveryMessageOfAClientAreExpected();
    void answersComeToTheClientsPortFromWhereverItSent();
    void nothingIsExpectedOfAnythingElse_data();
    void nothingIsExpectedOfAnythingElse();
    void answersWithinTheFlowAreLeftAlone();
    void aClientWithoutAnAddressIsRefused();
    void aTranslatedClientIsAnsweredAtItsOwnPort();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestDhcpv6::answersToEveryMessageOfAClientAreExpected_data()
{
    QTest::addColumn<int>("type");
    QTest::addRow("SOLICIT") << 1;
    QTest::addRow("REQUEST") << 3;
    QTest::addRow("CONFIRM") << 4;
    QTest::addRow("RENEW") << 5;
    QTest::addRow("REBIND") << 6;
    QTest::addRow("RELEASE") << 8;
    QTest::addRow("DECLINE") << 9;
    QTest::addRow("INFORMATION-REQUEST") << 11;
}

void TestDhcpv6::answersToEveryMessageOfAClientAreExpected()
{
    QFETCH(int, type);
    GroupFlow dhcp("dhcpv6", Group, ClientPort);
    dhcp.original.source = *IpAddress::parse("fe80::2");
    dhcp.reply = dhcp.original.inverted();
    for (int times = 0; times < 2; ++times) { // they are sent until somebody answers
        dhcp.client(message(type));
        QCOMPARE(dhcp.expectations(), std::string(":::0 > fe80::2:546"));
        QVERIFY(dhcp.expectsManyFromAnyHost());
        QCOMPARE(dhcp.note(), QTest::currentDataTag() + std::string(" -> expects answers at [fe80::2]:546"));
    }
}

void TestDhcpv6::answersComeToTheClientsPortFromWhereverItSent()
{
    GroupFlow dhcp("dhcpv6", Group, 40000);
    dhcp.client(message(1));
    QCOMPARE(dhcp.expectations(), std::string(":::0 > fd00:1::2:546"));
}

void TestDhcpv6::nothingIsExpectedOfAnythingElse_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("noted");
    const auto row = [](const char *name, const char *group, const std::string &sent, const char *noted) {
        QTest::addRow("%s", name) << group << QByteArray::fromStdString(sent) << noted;
    };
    for (const int type : {0, 2, 7, 10, 12, 13, 14, 128, 255}) {
        QTest::addRow("type %d", type) << Group << QByteArray::fromStdString(message(type)) << "no message of a client";
    }
    row("without a transaction id", Group, message(1).substr(0, 3), "no message of a client");
    row("to one server", "fd00:2::2", message(1), "");
    row("to the group of all servers", "ff05::1:3", message(1), "");
}

void TestDhcpv6::nothingIsExpectedOfAnythingElse()
{
    QFETCH(QString, group);
    QFETCH(QByteArray, sent);
    QFETCH(QString, noted);
    GroupFlow dhcp("dhcpv6", group.toStdString(), ClientPort);
    const auto &proposal = dhcp.client(sent.toStdString());
    QCOMPARE(proposal.expectationCount, std::uint8_t {0});
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(dhcp.notes(noted.toStdString()), dhcp.note().c_str());
}

void TestDhcpv6::answersWithinTheFlowAreLeftAlone()
{
    GroupFlow dhcp("dhcpv6", Group, ClientPort);
    dhcp.server(message(1));
    QCOMPARE(dhcp.proposal().expectationCount, std::uint8_t {0});
}

void TestDhcpv6::aClientWithoutAnAddressIsRefused()
{
    GroupFlow dhcp("dhcpv6", Group, ClientPort);
    dhcp.original.source = IpAddress::anyOf(L3Protocol::Ipv6);
    dhcp.reply = dhcp.original.inverted();
    dhcp.client(message(1));
    QCOMPARE(dhcp.proposal().expectationCount, std::uint8_t {0});
    QVERIFY2(dhcp.notes("refused: who asks has no address yet"), dhcp.note().c_str());
}

void TestDhcpv6::aTranslatedClientIsAnsweredAtItsOwnPort()
{
    GroupFlow dhcp("dhcpv6", Group, 40000);
    dhcp.masquerade("fd00:2::1");
    dhcp.client(message(1));
    QCOMPARE(dhcp.expectations(), std::string(":::0 > fd00:2::1:546"));
    QCOMPARE(dhcp.proposal().expectations[0].nat, Wire::NatFunction::FollowMaster);
    QCOMPARE(dhcp.proposal().expectations[0].natPort, ClientPort);
}

void TestDhcpv6::garbageIsAcceptedAndExpectsNothing()
{
    GroupFlow dhcp("dhcpv6", Group, ClientPort);
    const auto isClients = [](std::string_view sent) {
        return sent.size() >= 4 && sent[0] > 0 && sent[0] < 12;
    };
    QVERIFY(dhcp.survivesGarbage(message(1), isClients));
}

QTEST_APPLESS_MAIN(TestDhcpv6)
#include "tst_dhcpv6.moc"
