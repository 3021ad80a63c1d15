// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "groupflow.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace std::string_literals;

namespace {

constexpr char Group4[] = "224.0.0.251";
constexpr char Group6[] = "ff02::fb";
constexpr std::uint16_t MdnsPort = 5353;

const std::string Name = "\4_ipp\4_tcp\5local\0"s;
const std::string Pointer = "\xc0\x0c"s;
const std::string Pointers = "\0\x0c"s; // type PTR
const std::string Multicast = "\0\1"s; // class IN
const std::string Unicast = "\x80\1"s; // and the unicast-response bit

/// A message with so many questions, and the flags of a standard query unless told otherwise.
std::string message(char questions, const std::string &body, const std::string &flags = "\0\0"s)
{
    return "\0\0"s + flags + "\0"s + questions + "\0\0\0\0\0\0"s + body;
}

const std::string Query = message(1, Name + Pointers + Multicast);
const std::string UnicastQuery = message(1, Name + Pointers + Unicast);

} // namespace

class TestMdns : public QObject {
    Q_OBJECT

private slots:
    void answersToAQueryAreExpectedFromEveryHost_data();
    void answersToAQueryAreExpectedFromEveryHost();
    void nothingIsExpectedOfAnythingElse_data();
    void nothingIsExpectedOfAnythingElse();
    void aQueryAskedAgainIsExpectedAgain();
    void answersWithinTheFlowAreLeftAlone();
    void aLowPortIsRefusedUnlessAllowed();
    void aTranslatedAskerIsAnsweredAtItsPublicAddress();
    void namesAreNotNoted();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestMdns::answersToAQueryAreExpectedFromEveryHost_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *group, int port, const std::string &sent, const char *expected) {
        QTest::addRow("%s", name) << QString::fromLatin1(group) << port << QByteArray::fromStdString(sent)
                                  << QString::fromLatin1(expected);
    };
    row("one-shot", Group4, 40000, Query, "0.0.0.0:5353 > 10.0.1.2:40000");
    row("one-shot, IPv6", Group6, 40000, Query, ":::5353 > fd00:1::2:40000");
    row("one-shot that asks for unicast besides", Group4, 40000, UnicastQuery, "0.0.0.0:5353 > 10.0.1.2:40000");
    row("unicast from 5353", Group4, 5353, UnicastQuery, "0.0.0.0:5353 > 10.0.1.2:5353");
    row("unicast from 5353, IPv6", Group6, 5353, UnicastQuery, ":::5353 > fd00:1::2:5353");
    row("unicast in the second question", Group4, 5353,
        message(2, Name + Pointers + Multicast + Pointer + Pointers + Unicast), "0.0.0.0:5353 > 10.0.1.2:5353");
    row("with records behind the question", Group4, 40000, Query + "whatever follows", "0.0.0.0:5353 > 10.0.1.2:40000");
    row("for the root", Group4, 40000, message(1, "\0"s + Pointers + Multicast), "0.0.0.0:5353 > 10.0.1.2:40000");
}

void TestMdns::answersToAQueryAreExpectedFromEveryHost()
{
    QFETCH(QString, group);
    QFETCH(int, port);
    QFETCH(QByteArray, sent);
    QFETCH(QString, expected);
    GroupFlow mdns("mdns", group.toStdString(), static_cast<std::uint16_t>(port));
    mdns.client(sent.toStdString());
    QCOMPARE(QString::fromStdString(mdns.expectations()), expected);
    QVERIFY(mdns.expectsManyFromAnyHost());
    QVERIFY2(mdns.notes("-> expects answers at "), mdns.note().c_str());
    QCOMPARE(mdns.proposal().verdict, Verdict::Accept);
}

void TestMdns::nothingIsExpectedOfAnythingElse_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("noted");
    const auto row = [](const char *name, const char *group, int port, const std::string &sent, const char *noted) {
        QTest::addRow("%s", name) << QString::fromLatin1(group) << port << QByteArray::fromStdString(sent)
                                  << QString::fromLatin1(noted);
    };
    row("answers go to the group", Group4, 5353, Query, "answers go to the group");
    row("a response", Group4, 5353, message(0, "", "\x84\0"s), "no question");
    row("a response with a question", Group4, 40000, message(1, Name + Pointers + Unicast, "\x84\0"s), "no question");
    row("another opcode", Group4, 40000, message(1, Name + Pointers + Unicast, "\x28\0"s), "no question");
    row("more known answers", Group4, 40000, message(0, ""), "no question");
    row("to one host", "10.0.2.2", 40000, Query, "");
    row("to another group", "224.0.0.252", 40000, Query, "");
    row("to another group, IPv6", "ff05::fb", 40000, Query, "");
    row("half a header", Group4, 40000, Query.substr(0, 11), "not understood");
    row("without its class", Group4, 40000, Query.substr(0, Query.size() - 1), "not understood");
    row("fewer questions than counted", Group4, 40000, message(2, Name + Pointers + Multicast), "not understood");
    row("a name without end", Group4, 40000, message(1, "\4_ipp\x3f"s), "not understood");
    row("a label of an undefined kind", Group4, 40000, message(1, "\x41x\0"s + Pointers + Multicast), "not understood");
    std::string endless;
    for (int i = 0; i < 100; ++i) {
        endless += "\3abc"s;
    }
    row("a name longer than names are", Group4, 40000, message(1, endless + "\0"s + Pointers + Multicast),
        "not understood");
}

void TestMdns::nothingIsExpectedOfAnythingElse()
{
    QFETCH(QString, group);
    QFETCH(int, port);
    QFETCH(QByteArray, sent);
    QFETCH(QString, noted);
    GroupFlow mdns("mdns", group.toStdString(), static_cast<std::uint16_t>(port));
    const auto &proposal = mdns.client(sent.toStdString());
    QCOMPARE(proposal.expectationCount, std::uint8_t {0});
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(mdns.notes(noted.toStdString()), mdns.note().c_str());
}

void TestMdns::aQueryAskedAgainIsExpectedAgain()
{
    GroupFlow mdns("mdns", Group4, 40000);
    mdns.client(Query);
    const auto first = mdns.expectations();
    mdns.client(Query);
    QCOMPARE(mdns.expectations(), first);
    QVERIFY(mdns.expectsManyFromAnyHost());
}

void TestMdns::answersWithinTheFlowAreLeftAlone()
{
    GroupFlow mdns("mdns", Group4, 40000);
    mdns.server(Query);
    QCOMPARE(mdns.proposal().expectationCount, std::uint8_t {0});
    QCOMPARE(mdns.note(), std::string());
}

void TestMdns::aLowPortIsRefusedUnlessAllowed()
{
    GroupFlow refused("mdns", Group4, 1023);
    refused.client(Query);
    QCOMPARE(refused.proposal().expectationCount, std::uint8_t {0});
    QVERIFY2(refused.notes("below 1024 (option allow_low_ports)"), refused.note().c_str());
    GroupFlow allowed("mdns", Group4, 1023, {{"allow_low_ports", "true"}});
    allowed.client(Query);
    QCOMPARE(allowed.expectations(), std::string("0.0.0.0:5353 > 10.0.1.2:1023"));
}

void TestMdns::aTranslatedAskerIsAnsweredAtItsPublicAddress()
{
    GroupFlow mdns("mdns", Group4, 40000);
    mdns.masquerade("10.0.2.1");
    mdns.reply.destinationPort = 61000;
    mdns.client(Query);
    QCOMPARE(mdns.expectations(), std::string("0.0.0.0:5353 > 10.0.2.1:61000"));
    QVERIFY(mdns.expectsManyFromAnyHost());
    const auto &only = mdns.proposal().expectations[0];
    QCOMPARE(only.nat, Wire::NatFunction::FollowMaster);
    QCOMPARE(only.natAddress.toString(), std::string("10.0.1.2"));
    QCOMPARE(only.natPort, std::uint16_t {40000});
    QCOMPARE(only.natDirection, std::uint8_t {1});
}

void TestMdns::namesAreNotNoted()
{
    GroupFlow mdns("mdns", Group4, 40000);
    mdns.client(Query);
    QCOMPARE(mdns.note(), std::string("one-shot query -> expects answers at 10.0.1.2:40000"));
}

void TestMdns::garbageIsAcceptedAndExpectsNothing()
{
    GroupFlow mdns("mdns", Group4, MdnsPort);
    const auto isQuery = [](std::string_view sent) {
        return sent.size() >= Query.size() && sent.substr(2, 2) == "\0\0"s;
    };
    QVERIFY(mdns.survivesGarbage(UnicastQuery, isQuery));
}

QTEST_APPLESS_MAIN(TestMdns)
#include "tst_mdns.moc"
