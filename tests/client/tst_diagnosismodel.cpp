// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/diagnosismodel.h"
#include "tests/client/fakediagnosis.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Trackhand;

namespace {

HelperInfo helper(const QString &name, const QString &state)
{
    HelperInfo info;
    info.name = name;
    info.owner = QStringLiteral("trackhand");
    info.l4 = QStringList {"tcp"};
    info.state = state;
    return info;
}

RuleInfo rule(const QString &ofHelper, const QStringList &hooks, qulonglong packets)
{
    RuleInfo info;
    info.helper = ofHelper;
    info.hooks = hooks;
    info.packets = packets;
    return info;
}

DiagnosisChain chainOf(const HelperInfo &info, const QList<RuleInfo> &rules = {})
{
    QList<DiagnosisLinkInfo> seen;
    for (const QVariantMap &link : playedDiagnosis(info, rules)) {
        seen.append(DiagnosisLinkInfo::fromMap(link));
    }
    return DiagnosisChain::of(info, seen, rules);
}

const ChainLink &broken(const DiagnosisChain &chain)
{
    return chain.links.at(chain.broken);
}

QStringList titles(const DiagnosisChain &chain)
{
    QStringList all;
    for (const ChainLink &link : chain.links) {
        all.append(link.title);
    }
    return all;
}

} // namespace

class TestDiagnosisModel : public QObject {
    Q_OBJECT
private slots:
    void showsTheWholeChainAlsoWhereTheBackendDidNotLook()
    {
        const DiagnosisChain chain = chainOf(helper("ftp", "disabled"));
        QCOMPARE(titles(chain),
            QStringList({"Kernel", "No clash", "Registered", "Process", "Enabled", "Rule", "Counter", "Flows",
                "Packets", "Expectations", "Matched", "Filter"}));
        QCOMPARE(chain.broken, 3);
        QCOMPARE(chain.links.at(2).word, QStringLiteral("fine"));
        QCOMPARE(chain.links.at(4).word, QStringLiteral("not looked at"));
        QCOMPARE(chain.links.at(4).state, StateKind::Disabled);
        QCOMPARE(chain.summary, QStringLiteral("ftp cannot work because the chain breaks here:"));
    }

    void knowsWhatToDoByTheNameOfTheLink_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<Cure>("cure");
        QTest::addColumn<StateKind>("state");
        QTest::newRow("kernel") << "kernel" << Cure::None << StateKind::Failed;
        QTest::newRow("clash") << "clash" << Cure::None << StateKind::Failed;
        QTest::newRow("registered") << "registered" << Cure::RegisterAgain << StateKind::Failed;
        QTest::newRow("process") << "process" << Cure::EnableHelper << StateKind::Attention;
        QTest::newRow("enabled") << "enabled" << Cure::EnableHelper << StateKind::Attention;
        QTest::newRow("rule") << "rule" << Cure::AddRule << StateKind::Attention;
        QTest::newRow("flows") << "flows" << Cure::None << StateKind::Attention;
        QTest::newRow("packets") << "packets" << Cure::None << StateKind::Attention;
        QTest::newRow("expectations") << "expectations" << Cure::ShowPackets << StateKind::Attention;
        QTest::newRow("matched") << "matched" << Cure::ShowExpectations << StateKind::Attention;
        QTest::newRow("filter") << "filter" << Cure::None << StateKind::Failed;
        QTest::newRow("a link of a later version") << "weather" << Cure::None << StateKind::Attention;
    }

    void knowsWhatToDoByTheNameOfTheLink()
    {
        QFETCH(QString, link);
        const DiagnosisLinkInfo seen {link, false, QStringLiteral("any text"), QStringLiteral("any remedy")};
        const DiagnosisChain chain = DiagnosisChain::of(helper("ftp", "running"), {seen}, {});
        QCOMPARE(broken(chain).remedy, QStringLiteral("any remedy"));
        QTEST(broken(chain).cure, "cure");
        QTEST(broken(chain).state, "state");
    }

    void offersForwardedTrafficOnlyWhereNoRuleSeesIt()
    {
        const HelperInfo ftp = helper("ftp", "running");
        QCOMPARE(broken(chainOf(ftp, {rule("ftp", {"output"}, 0)})).cure, Cure::AddPreroutingRules);
        const QList<RuleInfo> both {rule("ftp", {"output"}, 0), rule("ftp", {"prerouting"}, 0)};
        QCOMPARE(broken(chainOf(ftp, both)).cure, Cure::ShowRules);
        const QList<RuleInfo> others {rule("ftp", {"output"}, 0), rule("sip", {"prerouting"}, 0)};
        QCOMPARE(broken(chainOf(ftp, others)).cure, Cure::AddPreroutingRules);
    }

    void tellsWaitingFromWrong()
    {
        const DiagnosisChain chain = chainOf(helper("ftp", "running"), {rule("ftp", {"prerouting"}, 0)});
        QCOMPARE(broken(chain).word, QStringLiteral("none yet"));
        QCOMPARE(chain.summary, QStringLiteral("Nothing is wrong so far, but ftp has come no further than this:"));
    }

    void saysWhenEveryLinkHolds()
    {
        HelperInfo ftp = helper("ftp", "running");
        ftp.counters = {{QStringLiteral("packets"), 5}, {QStringLiteral("expectations"), 1}};
        const DiagnosisChain chain = chainOf(ftp, {rule("ftp", {"prerouting"}, 5)});
        QCOMPARE(chain.broken, -1);
        QCOMPARE(chain.links.size(), 12);
        QVERIFY(chain.summary.startsWith(QStringLiteral("Every link holds")));
    }

    void ofAForeignHelperSaysWhatOnlyItsOwnProgramKnows()
    {
        HelperInfo foreign = helper("rpc", "running");
        foreign.owner = QStringLiteral("foreign");
        const DiagnosisChain chain = chainOf(foreign);
        QCOMPARE(broken(chain).id, QStringLiteral("rule"));
        QCOMPARE(broken(chain).word, QStringLiteral("not known"));
        QCOMPARE(broken(chain).state, StateKind::Disabled);
        QCOMPARE(broken(chain).remedy, QString());
        QCOMPARE(broken(chain).cure, Cure::None);
        QCOMPARE(chain.summary, QStringLiteral("Another program registered rpc. What can be seen from here is fine."));
    }

    void doesNotOfferToEnableAForeignHelper()
    {
        HelperInfo foreign = helper("rpc", "disabled");
        foreign.owner = QStringLiteral("foreign");
        const DiagnosisChain chain = chainOf(foreign);
        QCOMPARE(broken(chain).id, QStringLiteral("enabled"));
        QCOMPARE(broken(chain).cure, Cure::None);
        QCOMPARE(broken(chain).remedy, QStringLiteral("another program registered rpc: change it there"));
    }

    void saysSoWhenTheBackendLookedAtNothing()
    {
        const DiagnosisChain chain = DiagnosisChain::of(helper("ftp", "running"), {}, {});
        QVERIFY(chain.links.isEmpty());
        QVERIFY(chain.summary.startsWith(QStringLiteral("The backend looked at nothing")));
    }

    void isAModelThatAScreenReaderCanRead()
    {
        DiagnosisModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setChain(chainOf(helper("ftp", "disabled")));
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(model.index(3, 0).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Process: none, no process: the helper is disabled"));
        QCOMPARE(model.index(3, 0).data(StateKindRole).toInt(), int(StateKind::Attention));
    }
};

QTEST_GUILESS_MAIN(TestDiagnosisModel)
#include "tst_diagnosismodel.moc"
