// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/helpertext.h"
#include "client/rules/fieldcheck.h"
#include "client/rules/ruledraft.h"
#include "client/rules/ruletemplates.h"

#include <QTest>

using namespace Trackhand;
using Kind = FieldRemark::Kind;

namespace {

RuleDraft ftpDraft()
{
    RuleDraft draft;
    draft.helper = "ftp";
    draft.l4 = "tcp";
    draft.ports = "21";
    draft.hooks = QStringList {"prerouting"};
    draft.l3 = QStringList {"ipv4", "ipv6"};
    return draft;
}

HelperInfo ftpHelper()
{
    HelperInfo helper;
    helper.name = "ftp";
    helper.l3 = QStringList {"ipv4"};
    helper.l4 = QStringList {"tcp"};
    return helper;
}

ProtocolInfo protocol(const QList<quint16> &ports, const QString &advice = {})
{
    ProtocolInfo info;
    info.name = "ftp";
    info.ports = ports;
    info.advice = advice;
    return info;
}

} // namespace

Q_DECLARE_METATYPE(Trackhand::RuleDraft)
Q_DECLARE_METATYPE(Trackhand::RuleField)

class TestRuleDraft : public QObject {
    Q_OBJECT
private slots:
    void whatWouldBeRefusedIsSaidAtItsField_data()
    {
        QTest::addColumn<RuleDraft>("draft");
        QTest::addColumn<RuleField>("field");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, RuleField field, const char *says, auto change) {
            RuleDraft draft = ftpDraft();
            change(draft);
            QTest::addRow("%s", name) << draft << field << QString(says);
        };
        row("no helper", RuleField::Helper, "Choose the helper", [](RuleDraft &draft) { draft.helper.clear(); });
        row("a name with a blank", RuleField::Helper, "1 to 15", [](RuleDraft &draft) { draft.helper = "my ftp"; });
        row("a word for ports", RuleField::Ports, "no ports", [](RuleDraft &draft) { draft.ports = "ftp"; });
        row("port 65536", RuleField::Ports, "no ports", [](RuleDraft &draft) { draft.ports = "65536"; });
        row("overlapping ranges", RuleField::Ports, "20-30 and 25 overlap",
            [](RuleDraft &draft) { draft.ports = "25, 20-30"; });
        row("65 ports", RuleField::Ports, "at most 64", [](RuleDraft &draft) {
            draft.ports.clear();
            for (int port = 1; port <= 65; ++port) {
                draft.ports += QString::number(2 * port) + ' ';
            }
        });
        row("a host's name", RuleField::Source, "no address", [](RuleDraft &draft) { draft.source = "gateway"; });
        row("host bits", RuleField::Destination, "10.0.2.0/24",
            [](RuleDraft &draft) { draft.destination = "10.0.2.2/24"; });
        row("two families", RuleField::Destination, "This is IPv6", [](RuleDraft &draft) {
            draft.source = "10.0.1.0/24";
            draft.destination = "fd00::1";
        });
        row("an address of a family that is not meant", RuleField::Source, "This is IPv6", [](RuleDraft &draft) {
            draft.l3 = QStringList {"ipv4"};
            draft.source = "fd00::/64";
        });
        row("no family", RuleField::Families, "Choose IPv4", [](RuleDraft &draft) { draft.l3.clear(); });
        row("no hook", RuleField::Hooks, "at least one", [](RuleDraft &draft) { draft.hooks.clear(); });
        row("an interface of 16 letters", RuleField::InInterface, "no interface name",
            [](RuleDraft &draft) { draft.inInterface = "abcdefghijklmnop"; });
        row("own packets that arrive", RuleField::InInterface, "prerouting alone", [](RuleDraft &draft) {
            draft.inInterface = "lan0";
            draft.hooks = QStringList {"prerouting", "output"};
        });
        row("forwarded packets that leave", RuleField::OutInterface, "output alone",
            [](RuleDraft &draft) { draft.outInterface = "wan0"; });
        row("two interfaces", RuleField::OutInterface, "Make two rules", [](RuleDraft &draft) {
            draft.inInterface = "lan0";
            draft.outInterface = "wan0";
        });
    }

    void whatWouldBeRefusedIsSaidAtItsField()
    {
        QFETCH(RuleDraft, draft);
        QFETCH(RuleField, field);
        QFETCH(QString, says);
        const auto remarks = RuleAdvisor::remarks(draft, nullptr, nullptr);
        QVERIFY(RuleAdvisor::hasError(remarks));
        QCOMPARE(remarks.value(field).kind, Kind::Error);
        QVERIFY2(remarks.value(field).text.contains(says), qPrintable(remarks.value(field).text));
    }

    void aRuleThatIsNarrowHasNothingSaidOfIt()
    {
        RuleDraft draft = ftpDraft();
        draft.source = "10.0.1.0/24";
        const HelperInfo helper = ftpHelper();
        QVERIFY(RuleAdvisor::remarks(draft, &helper, nullptr).isEmpty());
    }

    void whatTheHelperIsNotRegisteredForIsSaid()
    {
        const HelperInfo helper = ftpHelper();
        RuleDraft draft = ftpDraft();
        QCOMPARE(RuleAdvisor::remarks(draft, &helper, nullptr).value(RuleField::Families).text,
            QString("ftp is not registered for IPv6."));
        draft.source = "10.0.1.0/24"; // leaves IPv4
        QVERIFY(!RuleAdvisor::hasError(RuleAdvisor::remarks(draft, &helper, nullptr)));
        draft.l4 = "udp";
        QCOMPARE(RuleAdvisor::remarks(draft, &helper, nullptr).value(RuleField::Transport).text,
            QString("ftp is registered for tcp alone."));
    }

    void anUnknownHelperIsPossibleButSaid()
    {
        const auto remarks = RuleAdvisor::remarks(ftpDraft(), nullptr, nullptr);
        QVERIFY(!RuleAdvisor::hasError(remarks));
        QCOMPARE(remarks.value(RuleField::Helper).kind, Kind::Advice);
    }

    void aRuleForEverybodyIsAdvisedAgainst()
    {
        RuleDraft draft = ftpDraft();
        auto remarks = RuleAdvisor::remarks(draft, nullptr, nullptr);
        QCOMPARE(remarks.value(RuleField::Source).kind, Kind::Advice);
        for (QString RuleDraft::*end : {&RuleDraft::source, &RuleDraft::destination, &RuleDraft::inInterface}) {
            RuleDraft narrow = draft;
            narrow.*end = end == &RuleDraft::inInterface ? "lan0" : "10.0.1.0/24";
            QVERIFY(!RuleAdvisor::remarks(narrow, nullptr, nullptr).contains(RuleField::Source));
        }
        draft.source = "0.0.0.0/0";
        remarks = RuleAdvisor::remarks(draft, nullptr, nullptr);
        QVERIFY2(remarks.value(RuleField::Source).text.contains("every address"),
            qPrintable(remarks.value(RuleField::Source).text));
        draft = ftpDraft();
        draft.hooks = QStringList {"output"}; // nobody else's connections
        QVERIFY(!RuleAdvisor::remarks(draft, nullptr, nullptr).contains(RuleField::Source));
    }

    void noPortIsEveryPortWhereTheProtocolHasNoneOfItsOwn()
    {
        RuleDraft draft = ftpDraft();
        draft.ports.clear();
        const ProtocolInfo ftp = protocol({21});
        const ProtocolInfo observer = protocol({});
        QVERIFY(!RuleAdvisor::remarks(draft, nullptr, &ftp).contains(RuleField::Ports));
        QCOMPARE(RuleAdvisor::remarks(draft, nullptr, &observer).value(RuleField::Ports).kind, Kind::Advice);
        draft.everyPort = true;
        QCOMPARE(RuleAdvisor::remarks(draft, nullptr, &ftp).value(RuleField::Ports).kind, Kind::Advice);
        draft.ports = "ftp"; // not looked at
        QVERIFY(!RuleAdvisor::hasError(RuleAdvisor::remarks(draft, nullptr, &ftp)));
    }

    void theProtocolsOwnAdviceStandsAtTheHelper()
    {
        const ProtocolInfo ftp = protocol({21}, "Attach it to the servers meant.");
        const HelperInfo helper = ftpHelper();
        const FieldRemark remark = RuleAdvisor::remarks(ftpDraft(), &helper, &ftp).value(RuleField::Helper);
        QCOMPARE(remark.kind, Kind::Hint);
        QCOMPARE(remark.text, ftp.advice);
    }

    void aDraftOfARuleMakesTheSameRule()
    {
        RuleInfo every;
        every.helper = "ftp";
        every.l4 = "tcp";
        every.hooks = QStringList {"output"};
        every.l3 = QStringList {"ipv4"};
        every.outInterface = "wan0";
        every.destination = "10.0.2.0/24";
        RuleInfo some = every;
        some.ports = {{21, 21}, {2121, 2130}};
        for (const RuleInfo &rule : {every, some}) {
            QCOMPARE(RuleDraft::of(settingsOf(rule)).settings(), settingsOf(rule));
        }
        QVERIFY(settingsOf(every).toMap().contains("ports")); // else the protocol's own would come back
        QVERIFY(!ftpDraft().settings().everyPort);
    }

    void everyTemplateCanBeTakenAsItIs()
    {
        QVERIFY(ruleTemplates().size() >= 4);
        for (const RuleTemplate &each : ruleTemplates()) {
            QVERIFY2(
                !RuleAdvisor::hasError(RuleAdvisor::remarks(each.draft, nullptr, nullptr)), qPrintable(each.title));
        }
    }
};

QTEST_GUILESS_MAIN(TestRuleDraft)
#include "tst_ruledraft.moc"
