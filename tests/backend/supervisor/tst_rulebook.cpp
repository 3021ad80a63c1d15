// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/rulebook.h"
#include "fakes.h"

#include <QTest>

using namespace Trackhand;

class TestRuleBook : public QObject {
    Q_OBJECT

    static RuleSettings rule(const char *helper, std::uint32_t id = 0)
    {
        RuleSettings settings;
        settings.id = RuleId {id};
        settings.helper = helper;
        return settings;
    }

private slots:
    void theFirstFreeNumberIsTheId()
    {
        FakeRuleTable table;
        RuleBook book(table);
        QVERIFY(*book.add(rule("ftp")) == RuleId {1});
        QVERIFY(*book.add(rule("ftp")) == RuleId {2});
        QVERIFY(book.remove(RuleId {1}).ok());
        QVERIFY(*book.add(rule("sip")) == RuleId {1});
    }

    void aRefusedRuleIsNotRemembered()
    {
        FakeRuleTable table;
        table.refuse = true;
        RuleBook book(table);
        QVERIFY(!book.add(rule("ftp")).ok());
        QVERIFY(book.all().empty());
    }

    void anUnknownRuleCannotBeRemoved()
    {
        FakeRuleTable table;
        RuleBook book(table);
        QCOMPARE(book.remove(RuleId {7}).error().code, ErrorCode::NoSuchRule);
    }

    void aChangedRuleKeepsItsIdAndCountsFromZero()
    {
        FakeRuleTable table;
        RuleBook book(table);
        const RuleId id = *book.add(rule("ftp"));
        table.counted[id].packets = 3;
        (void)book.poll();
        RuleSettings changed = rule("ftp", std::uint32_t(id));
        changed.ports = {{2121, 2121}};
        QVERIFY(book.change(changed).ok());
        QVERIFY(book.find(id)->settings == changed);
        QVERIFY(table.rules.at(id) == changed);
        QCOMPARE(book.find(id)->counters.packets, std::uint64_t {0});
    }

    void aRefusedChangeLeavesTheRuleAsItWas()
    {
        FakeRuleTable table;
        RuleBook book(table);
        const RuleId id = *book.add(rule("ftp"));
        table.refuse = true;
        QVERIFY(!book.change(rule("sip", std::uint32_t(id))).ok());
        QCOMPARE(book.find(id)->settings.helper, std::string("ftp"));
        QCOMPARE(book.change(rule("sip", 7)).error().code, ErrorCode::NoSuchRule);
    }

    void whatSomebodyElseRemovedIsPutBack()
    {
        FakeRuleTable table;
        RuleBook book(table);
        const RuleId kept = *book.add(rule("ftp"));
        const RuleId lost = *book.add(rule("sip"));
        table.rules.erase(lost);
        QCOMPARE(book.poll().repaired, 1U);
        QVERIFY(table.rules.contains(kept) && table.rules.contains(lost));
        QCOMPARE(book.poll().repaired, 0U);
    }

    void onlyMovedCountersAreReported()
    {
        FakeRuleTable table;
        RuleBook book(table);
        const RuleId first = *book.add(rule("ftp"));
        (void)book.add(rule("sip"));
        table.counted[first].packets = 3;
        const auto changes = book.poll();
        QCOMPARE(changes.counted.size(), std::size_t {1});
        QVERIFY(changes.counted.front() == first);
        QCOMPARE(book.find(first)->counters.packets, std::uint64_t {3});
    }

    void aTableThatSaysTheSameAlreadyIsLeftAlone()
    {
        FakeRuleTable table;
        table.rules[RuleId {1}] = rule("ftp", 1);
        RuleBook book(table);
        QVERIFY(book.restore({rule("ftp", 1)}).ok());
        QCOMPARE(table.replacements, 0U);
    }

    void aTableThatSaysSomethingElseIsReplaced()
    {
        FakeRuleTable table;
        RuleBook book(table);
        QVERIFY(book.restore({rule("ftp", 1), rule("sip", 0)}).ok());
        QCOMPARE(table.replacements, 1U);
        QCOMPARE(table.rules.size(), std::size_t {2});
    }
};

QTEST_GUILESS_MAIN(TestRuleBook)
#include "tst_rulebook.moc"
