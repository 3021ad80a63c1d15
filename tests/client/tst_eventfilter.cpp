// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/connectionfilter.h"
#include "client/filter/eventfilter.h"
#include "tests/client/sampleevents.h"

#include <QTest>

using namespace Trackhand;

class TestEventFilter : public QObject {
    Q_OBJECT
private slots:
    void matchesThePacketOfTheDocumentation_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *filter, bool matches) {
            QTest::addRow("%s", filter) << QString::fromLatin1(filter) << matches;
        };
        row("", true);
        row("helper == \"ftp\"", true);
        row("helper == ftp", true);
        row("helper != \"ftp\"", false);
        row("helper == \"sip\"", false);
        row("dport == 21", true);
        row("dport = 21", true);
        row("dport in {2121, 20-22}", true);
        row("dport in {2121 8021}", false);
        row("dport == 20-22", true);
        row("dport != 21", false);
        row("port == 40000", true);
        row("port != 40000", false);
        row("port != 1", true);
        row("sport > 1024 and sport <= 40000", true);
        row("src == 10.0.1.2", true);
        row("src == 10.0.1.0/24", true);
        row("src == 10.0.2.0/24", false);
        row("src == 10.0.0.0/15", true);
        row("addr == 10.0.2.2", true);
        row("addr == fd00:1::/64", false);
        row("src != 10.0.1.0/24", false);
        row("note contains \"port 10,\"", true);
        row("note contains PASV", false);
        row("note matches \"^PORT [0-9,]+$\"", true);
        row("verdict == accept", true);
        row("verdict != accept", false);
        row("not verdict == drop", true);
        row("!(verdict == drop) && helper == ftp", true);
        row("helper == sip || dport == 21", true);
        row("helper == sip or helper == irc or helper == ftp", true);
        row("helper == ftp or helper == sip and dport == 1", true);
        row("(helper == ftp or helper == sip) and dport == 1", false);
        row("mangled", false);
        row("not mangled", true);
        row("mangled == false", true);
        row("latency_us > 11 and latency_us < 11.3", true);
        row("hw_protocol == 0x0800", true);
        row("direction == original and ctinfo == established", true);
        row("l3 == ipv4 and l4 == tcp", true);
        row("l4 in {udp sctp dccp gre}", false);
        row("event == packet", true);
        row("queue == 0 and hook == 4 and id == 4 and payload_len == 60", true);
    }

    void matchesThePacketOfTheDocumentation()
    {
        QFETCH(QString, filter);
        const auto compiled = EventFilter::compile(filter);
        QCOMPARE(compiled.error, QString());
        QTEST(compiled.filter.matches(Samples::ftpPacket()), "matches");
    }

    void matchesExpectationsByTheirMasterAndAction()
    {
        const auto compiled = EventFilter::compile(
            QStringLiteral("action == new and class == ftp and master.dport == 21 and dport == 50000"));
        QVERIFY2(compiled.ok(), qPrintable(compiled.error));
        QVERIFY(compiled.filter.matches(Samples::ftpExpectation(EventAction::New)));
        QVERIFY(!compiled.filter.matches(Samples::ftpExpectation(EventAction::Expired)));
        QVERIFY(!compiled.filter.matches(Samples::ftpPacket()));
    }

    void comparisonWithAnAbsentValueIsFalseEitherWay()
    {
        for (const char *text : {"verdict == accept", "verdict != accept", "master.sport == 1", "mangled"}) {
            const auto compiled = EventFilter::compile(QString::fromLatin1(text));
            EventRecord event = Samples::ftpExpectation(EventAction::New);
            event.setMasterTuple({});
            QVERIFY2(!compiled.filter.matches(event), text);
        }
    }

    void wildcardSourceOfAnExpectationIsAbsent()
    {
        EventRecord event = Samples::ftpExpectation(EventAction::New);
        event.flags |= EventFlag::AnySource;
        QVERIFY(!EventFilter::compile(QStringLiteral("src == 0.0.0.0/0")).filter.matches(event));
        QVERIFY(EventFilter::compile(QStringLiteral("dst == 0.0.0.0/0")).filter.matches(event));
    }

    void refusesWithASentenceAndAPosition_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("position");
        const auto row = [](const char *filter, const char *error, int position) {
            QTest::addRow("%s", filter) << QString::fromLatin1(filter) << QString::fromLatin1(error) << position;
        };
        row("helpr == ftp", "there is no field \"helpr\"; to search what the helper saw, write note contains \"helpr\"",
            0);
        row("help == ftp", "there is no field \"help\"; did you mean helper?", 0);
        row("helper ==", "a value is missing here", 9);
        row("helper", "after helper a comparison is missing: ==, !=, <, >, contains or in", 6);
        row("dport == ftp", "dport is a number, \"ftp\" is not", 9);
        row("dport contains 2", "dport cannot be compared with \"contains\"", 6);
        row("src == 10.0.1", "src is an address, \"10.0.1\" is not: write 10.0.1.2, 10.0.1.0/24 or fd00:1::/64", 7);
        row("src == 10.0.1.0/33",
            "src is an address, \"10.0.1.0/33\" is not: write 10.0.1.2, 10.0.1.0/24 or fd00:1::/64", 7);
        row("verdict == acept", "verdict is never \"acept\"; it is one of accept, drop", 11);
        row("(dport == 21", "a closing parenthesis is missing", 12);
        row("dport == 21 sport == 1", "\"and\" or \"or\" is missing before \"sport\"", 12);
        row("note contains \"PORT", "this text has no closing quote", 14);
        row("dport == 21 and", "the filter ends where a field should be, for example helper == \"ftp\"", 15);
        row("dport in {}", "the set is empty", 10);
        row("dport in 21", "\"in\" wants a set in braces: {21, 2121}", 9);
        row("dport == #", "a filter has no \"#\"", 9);
    }

    void refusesWithASentenceAndAPosition()
    {
        QFETCH(QString, filter);
        const auto compiled = EventFilter::compile(filter);
        QTEST(compiled.error, "error");
        QTEST(compiled.position, "position");
    }

    void refusesDeepNestingInsteadOfRunningOutOfStack()
    {
        const auto compiled = EventFilter::compile(QString(100000, QLatin1Char('(')));
        QCOMPARE(compiled.error, QStringLiteral("this is nested too deeply"));
    }

    void everyFieldNameCompiles()
    {
        for (const QString &name : EventFilter::fieldNames()) {
            bool good = false;
            for (const char *tail : {" == 1", " == 10.0.0.1", " contains x", ""}) {
                good = good || EventFilter::compile(name + QLatin1String(tail)).ok();
            }
            QVERIFY2(good, qPrintable(name));
        }
    }
    void aConnectionsFilterMatchesItsPacketsBothWays_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("destination");
        QTest::addColumn<int>("sourcePort");
        QTest::addColumn<int>("port");
        QTest::addRow("ftp") << QStringLiteral("10.0.1.2") << QStringLiteral("10.0.2.2") << 40000 << 21;
        QTest::addRow("the same port") << QStringLiteral("10.0.1.2") << QStringLiteral("10.0.2.2") << 5060 << 5060;
        QTest::addRow("the same address") << QStringLiteral("127.0.0.1") << QStringLiteral("127.0.0.1") << 40000 << 21;
        QTest::addRow("ipv6") << QStringLiteral("fd00:1::2") << QStringLiteral("fd00:2::2") << 40000 << 21;
    }

    void aConnectionsFilterMatchesItsPacketsBothWays()
    {
        QFETCH(QString, source);
        QFETCH(QString, destination);
        QFETCH(int, sourcePort);
        QFETCH(int, port);
        const auto packet = [](const QString &from, int fromPort, const QString &to, int toPort) {
            return Samples::packet("ftp", from.toStdString(), quint16(fromPort), to.toStdString(), quint16(toPort));
        };
        const EventRecord there = packet(source, sourcePort, destination, port);
        const auto compiled = EventFilter::compile(connectionFilter(there.tuple()));
        QVERIFY2(compiled.ok(), qPrintable(compiled.error));
        QVERIFY(compiled.filter.matches(there));
        QVERIFY(compiled.filter.matches(packet(destination, port, source, sourcePort)));
        QVERIFY(!compiled.filter.matches(packet(source, sourcePort, destination, port + 1)));
        QVERIFY(!compiled.filter.matches(packet(source, sourcePort + 1, destination, port)));
        QVERIFY(!compiled.filter.matches(packet(source, sourcePort, QStringLiteral("10.9.9.9"), port)));
    }

    void aTranslatedConnectionsFilterMatchesBothItsTuples()
    {
        const EventRecord inside = Samples::packet("ftp", "10.0.1.2", 40000, "10.0.2.2", 21);
        const EventRecord outside = Samples::packet("ftp", "192.0.2.1", 61000, "10.0.2.2", 21);
        const auto compiled = EventFilter::compile(connectionFilter(inside.tuple(), outside.tuple().inverted()));
        QVERIFY2(compiled.ok(), qPrintable(compiled.error));
        QVERIFY(compiled.filter.matches(inside) && compiled.filter.matches(outside));
        QCOMPARE(connectionFilter(inside.tuple(), inside.tuple().inverted()), connectionFilter(inside.tuple()));
    }

    void everyProtocolThatConntrackNamesCanBeInAConnectionsFilter()
    {
        for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp, L4Protocol::Sctp, L4Protocol::Dccp, L4Protocol::Gre}) {
            Tuple tuple = Samples::ftpPacket().tuple();
            tuple.l4 = l4;
            QCOMPARE(EventFilter::compile(connectionFilter(tuple)).error, QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestEventFilter)
#include "tst_eventfilter.moc"
