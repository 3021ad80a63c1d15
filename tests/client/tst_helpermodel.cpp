// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/helpermodel.h"
#include "client/models/helpertext.h"
#include "client/models/modelroles.h"
#include "client/models/rulemodel.h"
#include "client/stores/helperstore.h"
#include "client/stores/historystore.h"
#include "client/stores/rulestore.h"
#include "tests/client/modeltext.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace Trackhand;

namespace {

HelperInfo helper(const QString &name, const QString &state)
{
    HelperInfo info;
    info.path = QStringLiteral("/helpers/") + name;
    info.name = name;
    info.owner = QStringLiteral("trackhand");
    info.l3 = QStringList {"ipv4", "ipv6"};
    info.l4 = QStringList {"tcp"};
    info.state = state;
    info.counters = {{QStringLiteral("packets"), 1200}, {QStringLiteral("expectations"), 912},
        {QStringLiteral("expectations_waiting"), 12}, {QStringLiteral("latency_p99_ns"), 180'000}};
    return info;
}

RuleInfo rule(uint id, const QString &ofHelper)
{
    RuleInfo info;
    info.path = QStringLiteral("/rules/%1").arg(id);
    info.id = id;
    info.helper = ofHelper;
    info.l4 = QStringLiteral("tcp");
    info.ports = {{21, 21}, {2121, 2130}};
    info.hooks = QStringList {"prerouting", "output"};
    info.source = QStringLiteral("10.0.1.0/24");
    info.outInterface = QStringLiteral("wan0");
    info.packets = 7;
    return info;
}

} // namespace

class TestHelperModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void rowsReadLikeTheTableOnScreen()
    {
        HelperStore helpers;
        RuleStore rules;
        HistoryStore history(&helpers);
        HelperModel model(&helpers, &rules, &history);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        helpers.put(helper(QStringLiteral("ftp"), QStringLiteral("running")));
        helpers.put(helper(QStringLiteral("test"), QStringLiteral("disabled")));
        HelperInfo foreign = helper(QStringLiteral("rpc"), QStringLiteral("running"));
        foreign.owner = QStringLiteral("foreign");
        helpers.put(foreign);
        rules.put(rule(1, QStringLiteral("ftp")));
        QCOMPARE(modelText(model),
            QStringList({"running | ftp | tcp  4+6 | 0 | 1 | – | 1200 | 12 | 180 µs | 0 | ",
                "disabled | test | tcp  4+6 | 0 | 0 | – | – | – | – | 0 | ",
                "foreign | rpc | tcp  4+6 | 0 | ? | – | – | – | – | – | Registered by another program; shown "
                "read-only."}));
    }

    void expectedIsHowManyWaitNow()
    {
        HelperStore helpers;
        RuleStore rules;
        HistoryStore history(&helpers);
        HelperModel model(&helpers, &rules, &history);
        helpers.put(helper(QStringLiteral("ftp"), QStringLiteral("running")));
        QCOMPARE(model.index(0, HelperModel::ExpectationsColumn).data().toString(), QStringLiteral("12"));
        QCOMPARE(model.index(0, HelperModel::ExpectationsColumn).data(SortRole).toInt(), 12);
        helpers.change(helpers.at(0).path,
            {{QStringLiteral("Counters"), QVariant::fromValue(CounterMap {{QStringLiteral("expectations"), 913}})}});
        QCOMPARE(model.index(0, HelperModel::ExpectationsColumn).data().toString(), QStringLiteral("0"));
    }

    void followsTheStore()
    {
        HelperStore helpers;
        RuleStore rules;
        HistoryStore history(&helpers);
        HelperModel model(&helpers, &rules, &history);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        helpers.setItems({helper(QStringLiteral("a"), QStringLiteral("running")),
            helper(QStringLiteral("b"), QStringLiteral("running"))});
        helpers.change(QStringLiteral("/helpers/b"), {{QStringLiteral("State"), QStringLiteral("failed")}});
        QCOMPARE(model.index(1, HelperModel::StateColumn).data(StateKindRole).toInt(), int(StateKind::Failed));
        helpers.remove(QStringLiteral("/helpers/a"));
        QCOMPARE(model.rowCount(), 1);
        helpers.change(QStringLiteral("/helpers/b"), {{QStringLiteral("State"), QStringLiteral("restarting")}});
        QCOMPARE(modelText(model, {HelperModel::StateColumn, HelperModel::NameColumn}), QStringList {"restarting | b"});
        helpers.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void ruleRowsReadLikeTheTableOnScreen()
    {
        RuleStore rules;
        RuleModel model(&rules);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rules.put(rule(4, QStringLiteral("ftp")));
        QCOMPARE(modelText(model),
            QStringList {"4 | ftp | tcp port 21, 2121-2130 | prerouting, output | 7 | 0 | 10.0.1.0/24 | any on wan0"});
        rules.remove(QStringLiteral("/rules/4"));
        QCOMPARE(model.rowCount(), 0);
    }

    void ruleIsOnePlainSentence()
    {
        QCOMPARE(ruleSentence(settingsOf(rule(1, QStringLiteral("ftp")))),
            QStringLiteral(
                "ftp on tcp port 21, 2121-2130 from 10.0.1.0/24 leaving by wan0, through this machine and its own"));
    }

    void portsAreReadAsPeopleWriteThem()
    {
        QCOMPARE(
            parsePorts(QStringLiteral("21, 2121-2130 8021")), (PortRangeList {{21, 21}, {2121, 2130}, {8021, 8021}}));
        QCOMPARE(parsePorts({}), PortRangeList());
        for (const char *bad : {"ftp", "0", "70000", "30-20", "21-", "-21", "21;22"}) {
            QVERIFY2(!parsePorts(QString::fromLatin1(bad)), bad);
        }
    }

    void theWorstStateOfAllIsTheTraysState()
    {
        const HelperInfo running = helper(QStringLiteral("a"), QStringLiteral("running"));
        const HelperInfo disabled = helper(QStringLiteral("b"), QStringLiteral("disabled"));
        const HelperInfo restarting = helper(QStringLiteral("c"), QStringLiteral("restarting"));
        const HelperInfo failed = helper(QStringLiteral("d"), QStringLiteral("failed"));
        QCOMPARE(overallState({}), StateKind::Disabled);
        QCOMPARE(overallState({disabled, running}), StateKind::Running);
        QCOMPARE(overallState({running, restarting, disabled}), StateKind::Attention);
        QCOMPARE(overallState({restarting, failed}), StateKind::Failed);
    }
};

QTEST_GUILESS_MAIN(TestHelperModel)
#include "tst_helpermodel.moc"
