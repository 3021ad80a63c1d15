// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/nftcontext.h"
#include "backend/rules/rulelines.h"
#include "backend/rules/rulepreview.h"
#include "tests/backend/rules/rulesamples.h"

#include <QFile>
#include <QtTest>

using namespace Trackhand;

class TestRulePreview : public QObject {
    Q_OBJECT

private slots:
    void showsTheWholeTable_data();
    void showsTheWholeTable();
    void showsIptablesCommands_data();
    void showsIptablesCommands();
    void splitsManyPortsOverSeveralIptablesCommands();
    void anInterfaceOfOneHookLeavesNoLineInTheOther();
    void saysWhatNftablesCannot();
    void condensesErrorsToOneLine();
};

namespace {

QString data(const QString &name)
{
    QFile file(QStringLiteral(TRACKHAND_TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void TestRulePreview::showsTheWholeTable_data()
{
    QTest::addColumn<bool>("narrow");
    QTest::addColumn<QString>("file");
    QTest::addRow("plain") << false << QStringLiteral("preview-plain.nft");
    QTest::addRow("narrow") << true << QStringLiteral("preview-narrow.nft");
}

void TestRulePreview::showsTheWholeTable()
{
    QFETCH(bool, narrow);
    QFETCH(QString, file);
    QCOMPARE(QString::fromStdString(RulePreview::nftables(narrow ? narrowRule() : plainRule())), data(file));
}

void TestRulePreview::showsIptablesCommands_data()
{
    QTest::addColumn<bool>("narrow");
    QTest::addColumn<QString>("expected");
    QTest::addRow("plain") << false
                           << QStringLiteral("iptables -t raw -A PREROUTING -p tcp --dport 21 -j CT --helper ftp\n"
                                             "ip6tables -t raw -A PREROUTING -p tcp --dport 21 -j CT --helper ftp\n"
                                             "iptables -t raw -A OUTPUT -p tcp --dport 21 -j CT --helper ftp\n"
                                             "ip6tables -t raw -A OUTPUT -p tcp --dport 21 -j CT --helper ftp\n");
    QTest::addRow("narrow") << true
                            << QStringLiteral("iptables -t raw -A PREROUTING -i lan0 -s 10.0.0.0/24 -p tcp "
                                              "-m multiport --dports 21,2000:2100 -j CT --helper ftp\n");
}

void TestRulePreview::showsIptablesCommands()
{
    QFETCH(bool, narrow);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(RulePreview::iptables(narrow ? narrowRule() : plainRule())), expected);
}

void TestRulePreview::splitsManyPortsOverSeveralIptablesCommands()
{
    auto rule = plainRule();
    rule.l3 = {L3Protocol::Ipv4};
    rule.output = false;
    rule.ports.clear();
    for (std::uint16_t port = 1; port <= 16; ++port) {
        rule.ports.push_back({port, port});
    }
    const auto commands = QString::fromStdString(RulePreview::iptables(rule)).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(commands.size(), 2);
    QVERIFY(commands[0].contains(QStringLiteral("--dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15 ")));
    QVERIFY(commands[1].contains(QStringLiteral("--dports 16 ")));
}

void TestRulePreview::anInterfaceOfOneHookLeavesNoLineInTheOther()
{
    auto rule = plainRule();
    rule.outInterface = "wan0";
    for (const auto &line : linesOf(rule)) {
        QVERIFY(line.hook == RuleHook::Output);
    }
    rule.inInterface = "lan0";
    QCOMPARE(linesOf(rule).size(), std::size_t(4));
}

void TestRulePreview::saysWhatNftablesCannot()
{
    auto rule = plainRule();
    rule.l4 = L4Protocol::Sctp;
    QCOMPARE(
        RulePreview::nftables(rule), std::string("# nftables attaches helpers to tcp and udp only, not to sctp\n"));
    QVERIFY(checkForNftables(rule).error().code == ErrorCode::InvalidRule);
}

void TestRulePreview::condensesErrorsToOneLine()
{
    QCOMPARE(condenseNftError("internal:0:0-0: Error: Could not process rule: No such file or directory\n\n"),
        std::string("Could not process rule: No such file or directory"));
    QCOMPARE(condenseNftError("Error: No such file or directory\nlist table inet trackhand\n      ^^^^\n"),
        std::string("No such file or directory"));
    QCOMPARE(condenseNftError(""), std::string());
}

QTEST_GUILESS_MAIN(TestRulePreview)
#include "tst_rulepreview.moc"
