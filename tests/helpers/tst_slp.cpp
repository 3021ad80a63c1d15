// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "groupflow.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace std::string_literals;

namespace {

constexpr char Group[] = "239.255.255.253";
constexpr std::uint16_t SlpPort = 427;

/// A message of that function: its header with the flag of a multicast request and the language "en".
std::string message(int function, int version = 2)
{
    return std::string(1, static_cast<char>(version)) + static_cast<char>(function)
        + "\0\0\x20\x20\0\0\0\0\x12\x34\0\2"s + "en"s + "\0\0\0\x0eservice:printer\0\7"s + "default"s + "\0\0\0\0"s;
}

const std::string Request = message(1);

} // namespace

class TestSlp : public QObject {
    Q_OBJECT

private slots:
    void answersToARequestAreExpectedFromEveryHost_data();
    void answersToARequestAreExpectedFromEveryHost();
    void nothingIsExpectedOfAnythingElse_data();
    void nothingIsExpectedOfAnythingElse();
    void answersWithinTheFlowAreLeftAlone();
    void aLowPortOtherThanItsOwnIsRefusedUnlessAllowed();
    void garbageIsAcceptedAndExpectsNothing();
};

void TestSlp::answersToARequestAreExpectedFromEveryHost_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("function");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("noted");
    const auto row = [](const char *name, const char *group, int port, int function, const char *expected,
                         const char *noted) {
        QTest::addRow("%s", name) << group << port << function << expected << noted;
    };
    row("for services", Group, 40000, 1, "0.0.0.0:427 > 10.0.1.2:40000", "service request -> expects answers at");
    row("for attributes", Group, 40000, 6, "0.0.0.0:427 > 10.0.1.2:40000", "attribute request ->");
    row("for types", Group, 40000, 9, "0.0.0.0:427 > 10.0.1.2:40000", "service type request ->");
    row("to all hosts", "255.255.255.255", 40000, 1, "0.0.0.0:427 > 10.0.1.2:40000", "service request ->");
    row("from its own port", Group, 427, 1, "0.0.0.0:427 > 10.0.1.2:427", "service request ->");
    row("IPv6, services of the link", "ff02::116", 40000, 1, ":::427 > fd00:1::2:40000", "service request ->");
    row("IPv6, directories of the site", "ff05::123", 40000, 1, ":::427 > fd00:1::2:40000", "service request ->");
    row("IPv6, first kind of service", "ff02::1:1000", 40000, 1, ":::427 > fd00:1::2:40000", "service request ->");
    row("IPv6, last kind of service", "ff02::1:13ff", 40000, 1, ":::427 > fd00:1::2:40000", "service request ->");
}

void TestSlp::answersToARequestAreExpectedFromEveryHost()
{
    QFETCH(QString, group);
    QFETCH(int, port);
    QFETCH(int, function);
    QFETCH(QString, expected);
    QFETCH(QString, noted);
    GroupFlow slp("slp", group.toStdString(), static_cast<std::uint16_t>(port));
    for (int times = 0; times < 2; ++times) { // agents repeat it, with a list of those that have answered
        slp.client(message(function));
        QCOMPARE(QString::fromStdString(slp.expectations()), expected);
        QVERIFY(slp.expectsManyFromAnyHost());
        QVERIFY2(slp.notes(noted.toStdString()), slp.note().c_str());
    }
}

void TestSlp::nothingIsExpectedOfAnythingElse_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("noted");
    const auto row = [](const char *name, const char *group, const std::string &sent, const char *noted) {
        QTest::addRow("%s", name) << group << QByteArray::fromStdString(sent) << noted;
    };
    for (const int function : {0, 2, 3, 4, 5, 7, 8, 10, 11, 12, 255}) {
        QTest::addRow("function %d", function) << Group << QByteArray::fromStdString(message(function)) << "no request";
    }
    row("version 1", Group, message(1, 1), "no request of version 2");
    row("half a header", Group, Request.substr(0, 13), "no request");
    row("to one agent", "10.0.2.2", Request, "");
    row("to another group", "239.255.255.250", Request, "");
    row("IPv6, another group", "ff02::117", Request, "");
    row("IPv6, before the kinds of service", "ff02::1:fff", Request, "");
    row("IPv6, behind the kinds of service", "ff02::1:1400", Request, "");
    row("IPv6, a group of another's making", "ff12::116", Request, "");
    row("IPv6, one host", "fd00:2::116", Request, "");
    row("IPv6, a group with a prefix", "ff02:1::116", Request, "");
}

void TestSlp::nothingIsExpectedOfAnythingElse()
{
    QFETCH(QString, group);
    QFETCH(QByteArray, sent);
    QFETCH(QString, noted);
    GroupFlow slp("slp", group.toStdString(), 40000);
    const auto &proposal = slp.client(sent.toStdString());
    QCOMPARE(proposal.expectationCount, std::uint8_t {0});
    QCOMPARE(proposal.verdict, Verdict::Accept);
    QVERIFY2(slp.notes(noted.toStdString()), slp.note().c_str());
}

void TestSlp::answersWithinTheFlowAreLeftAlone()
{
    GroupFlow slp("slp", Group, SlpPort);
    slp.server(Request);
    QCOMPARE(slp.proposal().expectationCount, std::uint8_t {0});
}

void TestSlp::aLowPortOtherThanItsOwnIsRefusedUnlessAllowed()
{
    GroupFlow refused("slp", Group, 428);
    refused.client(Request);
    QCOMPARE(refused.proposal().expectationCount, std::uint8_t {0});
    QVERIFY2(refused.notes("below 1024 (option allow_low_ports)"), refused.note().c_str());
    GroupFlow allowed("slp", Group, 428, {{"allow_low_ports", "true"}});
    allowed.client(Request);
    QCOMPARE(allowed.expectations(), std::string("0.0.0.0:427 > 10.0.1.2:428"));
}

void TestSlp::garbageIsAcceptedAndExpectsNothing()
{
    GroupFlow slp("slp", Group, SlpPort);
    const auto isRequest = [](std::string_view sent) {
        return sent.size() >= 14 && sent[0] == 2 && (sent[1] == 1 || sent[1] == 6 || sent[1] == 9);
    };
    QVERIFY(slp.survivesGarbage(Request, isRequest));
}

QTEST_APPLESS_MAIN(TestSlp)
#include "tst_slp.moc"
