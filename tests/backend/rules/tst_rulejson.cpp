// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/rulejson.h"
#include "tests/backend/rules/rulesamples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Trackhand;
using namespace Qt::StringLiterals;

class TestRuleJson : public QObject {
    Q_OBJECT

private slots:
    void addsARuleInOneTransaction_data();
    void addsARuleInOneTransaction();
    void readsRulesCountersAndObjectsFromAListing();
    void refusesAListingItDoesNotKnow();
    void removesARuleByHandleAndKeepsObjectsOthersNeed();
    void removesAnObjectWithItsLastRule();
    void aChangedRuleStandsWhereItStoodAndKeepsItsObjects();
    void aChangedRuleGivesBackTheObjectsItNoLongerNeeds();
    void replacingKeepsNeededObjectsAndDeletesTheOthers();
    void replacingNeverDeletesAChainOrTheTable();
    void sumsCountersOverHooksAndFamilies();
};

namespace {

QByteArray data(const QString &name)
{
    QFile file(QStringLiteral(TRACKHAND_TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// One command a line, so that a difference reads well.
QStringList commands(const QByteArray &json)
{
    QStringList lines;
    for (const auto &command : QJsonDocument::fromJson(json)["nftables"_L1].toArray()) {
        lines.append(QString::fromUtf8(QJsonDocument(command.toObject()).toJson(QJsonDocument::Compact)));
    }
    return lines;
}

RuleJson::TableState listing()
{
    return RuleJson::parseTable(data(QStringLiteral("listing.json"))).take();
}

} // namespace

void TestRuleJson::addsARuleInOneTransaction_data()
{
    QTest::addColumn<bool>("narrow");
    QTest::addColumn<QString>("file");
    QTest::addRow("both families and hooks") << false << QStringLiteral("add-plain.json");
    QTest::addRow("an input interface and an IPv4 network leave one line") << true << QStringLiteral("add-narrow.json");
}

void TestRuleJson::addsARuleInOneTransaction()
{
    QFETCH(bool, narrow);
    QFETCH(QString, file);
    const auto expected = commands(data(file));
    QVERIFY(!expected.isEmpty());
    QCOMPARE(commands(RuleJson::add(narrow ? narrowRule() : plainRule())), expected);
}

void TestRuleJson::readsRulesCountersAndObjectsFromAListing()
{
    const auto state = listing();
    QCOMPARE(state.rules.size(), std::size_t(4));
    QCOMPARE(state.objects, (std::set<std::string> {"ftp-tcp-ipv4", "tftp-udp-ipv4"}));
    QCOMPARE(state.rules[0].chain, std::string("prerouting"));
    QCOMPARE(state.rules[0].handle, std::uint64_t(4));
    QVERIFY(state.rules[0].id == RuleId {1});
    QCOMPARE(state.rules[0].object, std::string("ftp-tcp-ipv4"));
    QCOMPARE(state.rules[0].counters.packets, std::uint64_t(12));
    QVERIFY(!state.rules[3].id); // somebody's own rule, with a comment that only looks like ours
}

void TestRuleJson::refusesAListingItDoesNotKnow()
{
    QVERIFY(!RuleJson::parseTable("table inet trackhand {"));
    QVERIFY(!RuleJson::parseTable("[]"));
    QVERIFY(!RuleJson::parseTable(""));
}

void TestRuleJson::removesARuleByHandleAndKeepsObjectsOthersNeed()
{
    const auto lines = commands(RuleJson::remove(listing(), RuleId {1}));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains(u"\"handle\":4"_s) && lines[0].contains(u"\"chain\":\"prerouting\""_s));
    QVERIFY(lines[1].contains(u"\"handle\":6"_s) && lines[1].contains(u"\"chain\":\"output\""_s));
}

void TestRuleJson::removesAnObjectWithItsLastRule()
{
    const auto lines = commands(RuleJson::remove(listing(), RuleId {2}));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains(u"\"delete\":{\"rule\""_s));
    QVERIFY(lines[1].contains(u"\"ct helper\""_s) && lines[1].contains(u"tftp-udp-ipv4"_s));
}

void TestRuleJson::aChangedRuleStandsWhereItStoodAndKeepsItsObjects()
{
    auto changed = plainRule(1);
    changed.l3 = {L3Protocol::Ipv4};
    changed.ports = {{2121, 2121}};
    const auto lines = commands(RuleJson::change(listing(), changed));
    const auto inserted = lines.filter(u"{\"insert\":{\"rule\""_s);
    QCOMPARE(inserted.size(), 2);
    QVERIFY(inserted[0].contains(u"\"chain\":\"prerouting\""_s) && inserted[0].contains(u"\"handle\":4"_s));
    QVERIFY(inserted[1].contains(u"\"chain\":\"output\""_s) && inserted[1].contains(u"\"handle\":6"_s));
    for (const auto &line : inserted) {
        QVERIFY(line.contains(u"2121"_s) && line.contains(u"\"comment\":\"trackhand:1\""_s));
    }
    const auto deleted = lines.filter(u"{\"delete\":"_s);
    QCOMPARE(deleted.size(), 2); // the lines it had, and no object
    QVERIFY(deleted.filter(u"ct helper"_s).isEmpty());
    QVERIFY(lines.indexOf(inserted[1]) < lines.indexOf(deleted[0])); // their places are needed until then
}

void TestRuleJson::aChangedRuleGivesBackTheObjectsItNoLongerNeeds()
{
    auto changed = plainRule(2);
    changed.l3 = {L3Protocol::Ipv4};
    const auto lines = commands(RuleJson::change(listing(), changed)).join(u'\n');
    QVERIFY(lines.contains(u"{\"delete\":{\"ct helper\":{\"family\":\"inet\",\"name\":\"tftp-udp-ipv4\""_s));
    QVERIFY(!lines.contains(u"{\"delete\":{\"ct helper\":{\"family\":\"inet\",\"name\":\"ftp-tcp-ipv4\""_s));
}

void TestRuleJson::replacingKeepsNeededObjectsAndDeletesTheOthers()
{
    const auto lines = commands(RuleJson::replaceAll(listing(), {narrowRule()})).join(u'\n');
    QVERIFY(lines.contains(u"{\"delete\":{\"ct helper\":{\"family\":\"inet\",\"name\":\"tftp-udp-ipv4\""_s));
    QVERIFY(!lines.contains(u"{\"delete\":{\"ct helper\":{\"family\":\"inet\",\"name\":\"ftp-tcp-ipv4\""_s));
    QVERIFY(lines.contains(u"\"comment\":\"trackhand:8\""_s));
}

void TestRuleJson::replacingNeverDeletesAChainOrTheTable()
{
    const auto lines = commands(RuleJson::replaceAll(listing(), {}));
    QCOMPARE(lines.filter(u"{\"flush\":{\"chain\""_s).size(), 2);
    QVERIFY(lines.filter(u"{\"delete\":{\"chain\""_s).isEmpty());
    QVERIFY(lines.filter(u"{\"delete\":{\"table\""_s).isEmpty());
    QVERIFY(lines.filter(u"{\"flush\":{\"table\""_s).isEmpty());
}

void TestRuleJson::sumsCountersOverHooksAndFamilies()
{
    const auto sums = RuleJson::counters(listing());
    QCOMPARE(sums.size(), std::size_t(2));
    QCOMPARE(sums.at(RuleId {1}).packets, std::uint64_t(15));
    QCOMPARE(sums.at(RuleId {1}).bytes, std::uint64_t(900));
    QCOMPARE(RuleJson::lineCounts(listing()).at(RuleId {1}), std::size_t(2));
}

QTEST_GUILESS_MAIN(TestRuleJson)
#include "tst_rulejson.moc"
