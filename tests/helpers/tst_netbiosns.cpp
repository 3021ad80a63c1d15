// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "groupflow.h"

#include "helpers/registry.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace std::string_literals;

namespace {

constexpr std::uint16_t NameServicePort = 137;

/// A packet of the name service: what is behind the header does not matter.
std::string packet(int opcode, bool response = false)
{
    const char flags = static_cast<char>(opcode << 3 | (response ? 0x80 : 0) | 1);
    return "\x12\x34"s + flags + "\x10\0\1\0\0\0\0\0\0"s + " CKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0\0\x20\0\1"s;
}

const std::string Query = packet(0);

} // namespace

class TestNetbiosNs : public QObject {
    Q_OBJECT

private slots:
    void answersAreExpectedFromHostsOfTheSameNetwork_data();
    void answersAreExpectedFromHostsOfTheSameNetwork();
    void onlyHostsOfTheNetworkMayAnswer();
    void nothingIsExpectedOfAnythingElse_data();
    void nothingIsExpectedOfAnythingElse();
    void answersWithinTheFlowAreLeftAlone();
    void aLowPortOtherThanItsOwnIsRefusedUnlessAllowed();
    void prefixesThatNoNetworkHasAreRefused();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestNetbiosNs::answersAreExpectedFromHostsOfTheSameNetwork_data()
{
    QTest::addColumn<QString>("broadcast");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("noted");
    const auto row = [](const char *name, const char *broadcast, const char *prefix, int port, const char *expected) {
        QTest::addRow("%s", name) << broadcast << prefix << port << expected << "name query -> expects answers at";
    };
    row("/24", "10.0.1.255", "24", 137, "10.0.1.0:137 > 10.0.1.2:137");
    row("/24 from a port of its own", "10.0.1.255", "24", 40000, "10.0.1.0:137 > 10.0.1.2:40000");
    row("/16", "10.0.255.255", "16", 137, "10.0.0.0:137 > 10.0.1.2:137");
    row("/8", "10.255.255.255", "8", 137, "10.0.0.0:137 > 10.0.1.2:137");
    row("/30", "10.0.1.3", "30", 137, "10.0.1.0:137 > 10.0.1.2:137");
    row("/25", "10.0.1.127", "25", 137, "10.0.1.0:137 > 10.0.1.2:137");
    row("/22", "10.0.3.255", "22", 137, "10.0.0.0:137 > 10.0.1.2:137");
}

void TestNetbiosNs::answersAreExpectedFromHostsOfTheSameNetwork()
{
    QFETCH(QString, broadcast);
    QFETCH(QString, prefix);
    QFETCH(int, port);
    QFETCH(QString, expected);
    QFETCH(QString, noted);
    GroupFlow names("netbios-ns", broadcast.toStdString(), static_cast<std::uint16_t>(port),
        {{"prefix_length", prefix.toStdString()}});
    for (int times = 0; times < 2; ++times) {
        names.client(Query);
        QCOMPARE(QString::fromStdString(names.expectations()), expected);
        QVERIFY(names.expectsManyFrom(32 - prefix.toUInt()));
        QVERIFY2(names.notes(noted.toStdString()), names.note().c_str());
    }
    names.client(packet(5));
    QCOMPARE(QString::fromStdString(names.expectations()), expected);
    QVERIFY2(names.notes("name registration ->"), names.note().c_str());
}

void TestNetbiosNs::onlyHostsOfTheNetworkMayAnswer()
{
    GroupFlow names("netbios-ns", "10.0.3.255", NameServicePort, {{"prefix_length", "22"}});
    names.client(Query);
    const auto &only = names.proposal().expectations[0];
    QVERIFY(only.allowsSource(*IpAddress::parse("10.0.0.1")));
    QVERIFY(only.allowsSource(*IpAddress::parse("10.0.3.254")));
    QVERIFY(!only.allowsSource(*IpAddress::parse("10.0.4.1")));
    QVERIFY(!only.fromAnywhere());
}

void TestNetbiosNs::nothingIsExpectedOfAnythingElse_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("noted");
    const auto row = [](const char *name, const char *to, const std::string &sent, const char *noted) {
        QTest::addRow("%s", name) << to << QByteArray::fromStdString(sent) << noted;
    };
    row("a response", "10.0.1.255", packet(0, true), "no question");
    row("a release", "10.0.1.255", packet(6), "no question");
    row("half a header", "10.0.1.255", Query.substr(0, 11), "no question");
    row("to one host", "10.0.1.1", Query, "not to all hosts of a /24 (option prefix_length)");
    row("to a smaller network", "10.0.1.127", Query, "not to all hosts of a /24 (option prefix_length)");
    row("to everybody", "255.255.255.255", Query, "not to all hosts of a /24");
    row("to a group", "239.0.0.255", Query, "not to all hosts of a /24");
}

void TestNetbiosNs::nothingIsExpectedOfAnythingElse()
{
    QFETCH(QString, to);
    QFETCH(QByteArray, sent);
    QFETCH(QString, noted);
    GroupFlow names("netbios-ns", to.toStdString(), NameServicePort);
    const auto &proposal = names.client(sent.toStdString());
    QCOMPARE(proposal.expectationCount, std::uint8_t {0});
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(names.notes(noted.toStdString()), names.note().c_str());
}

void TestNetbiosNs::answersWithinTheFlowAreLeftAlone()
{
    GroupFlow names("netbios-ns", "10.0.1.255", NameServicePort);
    names.server(Query);
    QCOMPARE(names.proposal().expectationCount, std::uint8_t {0});
}

void TestNetbiosNs::aLowPortOtherThanItsOwnIsRefusedUnlessAllowed()
{
    GroupFlow refused("netbios-ns", "10.0.1.255", 136);
    refused.client(Query);
    QCOMPARE(refused.proposal().expectationCount, std::uint8_t {0});
    QVERIFY2(refused.notes("below 1024 (option allow_low_ports)"), refused.note().c_str());
    GroupFlow allowed("netbios-ns", "10.0.1.255", 136, {{"allow_low_ports", "true"}});
    allowed.client(Query);
    QCOMPARE(allowed.expectations(), std::string("10.0.1.0:137 > 10.0.1.2:136"));
}

void TestNetbiosNs::prefixesThatNoNetworkHasAreRefused()
{
    for (const char *prefix : {"7", "31", "-1", "x"}) {
        QVERIFY(!OptionValues::check(findHelper("netbios-ns")->options, {{"prefix_length", prefix}}));
    }
}

void TestNetbiosNs::garbageIsAcceptedAndExpectsNothing()
{
    GroupFlow names("netbios-ns", "10.0.1.255", NameServicePort);
    const auto isQuestion = [](std::string_view sent) {
        const int opcode = sent.size() < 12 ? -1 : static_cast<unsigned char>(sent[2]) >> 3;
        return opcode == 0 || opcode == 5;
    };
    QVERIFY(names.survivesGarbage(Query, isQuestion));
}

QTEST_APPLESS_MAIN(TestNetbiosNs)
#include "tst_netbiosns.moc"
