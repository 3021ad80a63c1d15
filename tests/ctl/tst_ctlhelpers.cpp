// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedprogram.h"

#include "client/link/busvalue.h"

#include <QTest>

using namespace Trackhand;

/// `trackhandctl helper` and `trackhandctl rule`.
class TestCtlHelpers : public PlayedProgram {
    Q_OBJECT

private slots:
    void init() { startBackend(); }
    void cleanup() { end(); }

    void helpersAreListed();
    void helpersAreListedAsJson();
    void helperAddRegistersAndEnables();
    void helperAddCanStopAtRegistering();
    void helperAddSendsEverySetting();
    void aHelperThatFailsToStartIsAnError();
    void anUnknownHelperIsAnError();
    void modulesAreMarkedAndWhatIsRefusedSaysWhy();
    void flushOfOthersHelpersWantsAYes();
    void ruleAddSaysWhatItDid();
    void ruleAddSendsEverySetting();
    void ruleDryRunChangesNothing();
};

void TestCtlHelpers::helpersAreListed()
{
    QVERIFY(run({QStringLiteral("helper"), QStringLiteral("list")}).out.startsWith(QStringLiteral("no helpers")));
    m_backend->addHelper(ftpHelper());
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("list")});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = outcome.out.split(u'\n');
    QCOMPARE(lines[0].section(u' ', 0, 0), QStringLiteral("HELPER"));
    QCOMPARE(lines[1].section(u' ', 0, 0), QStringLiteral("ftp"));
    // Numbers stand under the end of their heading.
    const qsizetype end = lines[0].indexOf(QStringLiteral("QUEUE")) + 5;
    QCOMPARE(lines[1].at(end - 1), QChar(u'3'));
    QCOMPARE(lines[1].at(end), QChar(u' '));
}

void TestCtlHelpers::helpersAreListedAsJson()
{
    m_backend->addHelper(ftpHelper());
    const Outcome outcome = run({QStringLiteral("--json"), QStringLiteral("helper"), QStringLiteral("list")});
    QVERIFY(
        outcome.out.startsWith(QStringLiteral("{\"helper\":\"ftp\",\"owner\":\"trackhand\",\"state\":\"running\"")));
    QCOMPARE(outcome.out.count(u'\n'), 1);
}

void TestCtlHelpers::helperAddRegistersAndEnables()
{
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("add"), QStringLiteral("test"),
        QStringLiteral("--queue"), QStringLiteral("0")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, QStringLiteral("test: registered on queue 0, running\n"));
    QVERIFY(m_backend->lastCall(QStringLiteral("Enable")));
    QCOMPARE(m_backend->helpers().value(QStringLiteral("test")).state, QStringLiteral("running"));
}

void TestCtlHelpers::helperAddCanStopAtRegistering()
{
    const Outcome outcome =
        run({QStringLiteral("helper"), QStringLiteral("add"), QStringLiteral("test"), QStringLiteral("--disabled")});
    QCOMPARE(outcome.out, QStringLiteral("test: registered on queue 0, disabled\n"));
    QVERIFY(!m_backend->lastCall(QStringLiteral("Enable")));
}

void TestCtlHelpers::helperAddSendsEverySetting()
{
    const QString words = QStringLiteral("helper add sip --l3 ipv6 --l4 udp --l4=tcp --queue 9 --policy rtp:4:180 "
                                         "--policy signalling:1:60 --priv-len 32 --queue-len 4096 --option media=any");
    QCOMPARE(run(words.split(u' ')).status, 0);
    const HelperInfo helper = m_backend->helpers().value(QStringLiteral("sip"));
    QCOMPARE(helper.l3, QStringList {QStringLiteral("ipv6")});
    QCOMPARE(helper.l4, (QStringList {QStringLiteral("udp"), QStringLiteral("tcp")}));
    QCOMPARE(helper.queue, 9U);
    QCOMPARE(helper.policies, (PolicyList {{QStringLiteral("rtp"), 4, 180}, {QStringLiteral("signalling"), 1, 60}}));
    QCOMPARE(helper.privateLength, 32U);
    QCOMPARE(helper.queueLength, 4096U);
    QCOMPARE(helper.options.value(QStringLiteral("media")), QStringLiteral("any"));
}

void TestCtlHelpers::aHelperThatFailsToStartIsAnError()
{
    HelperInfo helper = ftpHelper();
    helper.state = QStringLiteral("disabled");
    m_backend->addHelper(helper);
    m_backend->failNext(QStringLiteral("Enable"), ErrorCode::HelperUnavailable,
        QStringLiteral("its queue 3 belongs to another program"));
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("enable"), QStringLiteral("ftp")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err, QStringLiteral("trackhandctl: its queue 3 belongs to another program\n"));
}

void TestCtlHelpers::anUnknownHelperIsAnError()
{
    const Outcome outcome = run({QStringLiteral("helper"), QStringLiteral("get"), QStringLiteral("nobody")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.contains(QStringLiteral("\"nobody\"")));
}

void TestCtlHelpers::modulesAreMarkedAndWhatIsRefusedSaysWhy()
{
    ProtocolInfo parcel;
    parcel.name = QStringLiteral("parcel");
    parcel.summary = QStringLiteral("Parcels.");
    parcel.l4 = QStringList {QStringLiteral("tcp")};
    parcel.module = true;
    ProtocolInfo ftp = parcel;
    ftp.name = QStringLiteral("ftp");
    ftp.summary = QStringLiteral("Files.");
    ftp.module = false;
    m_backend->setProtocols({ftp, parcel});
    m_backend->setRefusedModules({{QStringLiteral("old"), QStringLiteral("old.so was built for another version")},
        {QString(), QStringLiteral("the folder cannot be read")}});
    const QStringList command {QStringLiteral("helper"), QStringLiteral("available")};
    const Outcome text = run(command);
    QCOMPARE(text.status, 0);
    QVERIFY2(text.out.contains(QStringLiteral("(module) Parcels.")), qPrintable(text.out));
    QVERIFY2(!text.out.contains(QStringLiteral("(module) Files.")), qPrintable(text.out));
    QVERIFY2(text.out.contains(QStringLiteral("The module old is not used: old.so was built for another version\n")),
        qPrintable(text.out));
    QVERIFY2(
        text.out.contains(QStringLiteral("Modules are not used: the folder cannot be read\n")), qPrintable(text.out));
    const QString json = run(command + QStringList {QStringLiteral("--json")}).out;
    QCOMPARE(json.count(QStringLiteral("\"module\":true")), 3);
    QVERIFY2(json.contains(QStringLiteral("{\"helper\":\"old\",\"module\":true,\"problem\":\"old.so was")),
        qPrintable(json));
}

void TestCtlHelpers::flushOfOthersHelpersWantsAYes()
{
    m_backend->addHelper(ftpHelper());
    const QStringList flushAll {QStringLiteral("helper"), QStringLiteral("flush"), QStringLiteral("--all")};
    QCOMPARE(run(flushAll).status, 2); // there is no terminal to ask on
    QCOMPARE(m_backend->helpers().size(), 1);
    QCOMPARE(run(flushAll + QStringList {QStringLiteral("--yes")}).out, QStringLiteral("1 helper(s) removed\n"));
    QCOMPARE(m_backend->lastCall(QStringLiteral("Flush"))->arguments.constFirst().toBool(), true);
}

void TestCtlHelpers::ruleAddSaysWhatItDid()
{
    m_backend->addHelper(ftpHelper());
    const Outcome outcome = run({QStringLiteral("rule"), QStringLiteral("add"), QStringLiteral("ftp"),
        QStringLiteral("--l4"), QStringLiteral("tcp")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith(QStringLiteral("rule 1: ")), qPrintable(outcome.out));
    QVERIFY(run({QStringLiteral("rule"), QStringLiteral("list"), QStringLiteral("--json")})
                .out.startsWith(QStringLiteral("{\"id\":1,\"helper\":\"ftp\"")));
    QCOMPARE(run({QStringLiteral("rule"), QStringLiteral("delete"), QStringLiteral("1")}).status, 0);
    QVERIFY(m_backend->rules().isEmpty());
}

void TestCtlHelpers::ruleAddSendsEverySetting()
{
    m_backend->addHelper(ftpHelper());
    const QString words = QStringLiteral("rule add ftp --l4 tcp --dport 21,2121-2130 --hook prerouting --iif eth0 "
                                         "--oif eth1 --src 10.0.1.0/24 --dst fd00::/8 --l3 ipv4");
    QCOMPARE(run(words.split(u' ')).status, 0);
    const RuleInfo rule = m_backend->rules().first();
    QCOMPARE(rule.helper, QStringLiteral("ftp"));
    QCOMPARE(rule.ports, (PortRangeList {{21, 21}, {2121, 2130}}));
    QCOMPARE(rule.hooks, QStringList {QStringLiteral("prerouting")});
    QCOMPARE(rule.inInterface, QStringLiteral("eth0"));
    QCOMPARE(rule.outInterface, QStringLiteral("eth1"));
    QCOMPARE(rule.source, QStringLiteral("10.0.1.0/24"));
    QCOMPARE(rule.destination, QStringLiteral("fd00::/8"));
    QCOMPARE(rule.l3, QStringList {QStringLiteral("ipv4")});
}

void TestCtlHelpers::ruleDryRunChangesNothing()
{
    const Outcome outcome =
        run({QStringLiteral("rule"), QStringLiteral("add"), QStringLiteral("ftp"), QStringLiteral("--dry-run")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.startsWith(QStringLiteral("# nftables\n")));
    QVERIFY(outcome.out.contains(QStringLiteral("# the same for iptables\n")));
    QVERIFY(m_backend->rules().isEmpty());
}

QTEST_GUILESS_MAIN(TestCtlHelpers)
#include "tst_ctlhelpers.moc"
