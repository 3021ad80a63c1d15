// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rules/rulehit.h"

#include <QTest>

using namespace Trackhand;

namespace {

IpAddress address(const char *text)
{
    return *IpAddress::parse(text);
}

/// ftp for tcp/21 and 2121-2130, from lan0's 10.0.1.0/24 to 10.0.2.2, as it comes from the network.
RuleInfo narrowRule(uint id = 1)
{
    RuleInfo rule;
    rule.id = id;
    rule.helper = "ftp";
    rule.l4 = "tcp";
    rule.ports = {{21, 21}, {2121, 2130}};
    rule.hooks = QStringList {"prerouting"};
    rule.l3 = QStringList {"ipv4", "ipv6"};
    rule.inInterface = "lan0";
    rule.source = "10.0.1.0/24";
    rule.destination = "10.0.2.2/32";
    return rule;
}

RuleInfo wideRule(uint id, const QString &helper = "ftp")
{
    RuleInfo rule;
    rule.id = id;
    rule.helper = helper;
    rule.l4 = "tcp";
    rule.hooks = QStringList {"prerouting", "output"};
    rule.l3 = QStringList {"ipv4", "ipv6"};
    return rule;
}

RulePacket ftpPacket()
{
    return {"prerouting", "lan0", "tcp", address("10.0.1.2"), address("10.0.2.2"), 21};
}

QList<uint> idsOf(const QList<RuleInfo> &rules)
{
    QList<uint> ids;
    for (const RuleInfo &rule : rules) {
        ids.append(rule.id);
    }
    return ids;
}

} // namespace

Q_DECLARE_METATYPE(Trackhand::RulePacket)
Q_DECLARE_METATYPE(Trackhand::RuleCondition)

class TestRuleHit : public QObject {
    Q_OBJECT
private slots:
    void aPacketThatMeetsEveryConditionIsTaken()
    {
        QVERIFY(failedConditions(narrowRule(), ftpPacket()).isEmpty());
        QCOMPARE(ruleHit({narrowRule()}, ftpPacket()).met, 0);
        QCOMPARE(ruleHit({narrowRule()}, ftpPacket()).nearest, -1);
    }

    void eachConditionCanFailAlone_data()
    {
        QTest::addColumn<RulePacket>("packet");
        QTest::addColumn<RuleCondition>("condition");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, RuleCondition condition, const char *says, auto change) {
            RulePacket packet = ftpPacket();
            change(packet);
            QTest::addRow("%s", name) << packet << condition << QString(says);
        };
        row("another interface", RuleCondition::Interface, "arrives on wan0; the rule is for lan0",
            [](RulePacket &packet) { packet.interfaceName = "wan0"; });
        row("an interface that only begins alike", RuleCondition::Interface, "lan01",
            [](RulePacket &packet) { packet.interfaceName = "lan01"; });
        row("no interface", RuleCondition::Interface, "is not said",
            [](RulePacket &packet) { packet.interfaceName.clear(); });
        row("the network beside", RuleCondition::Source, "comes from 10.0.2.0",
            [](RulePacket &packet) { packet.source = address("10.0.2.0"); });
        row("the host beside", RuleCondition::Destination, "goes to 10.0.2.3",
            [](RulePacket &packet) { packet.destination = address("10.0.2.3"); });
        row("udp", RuleCondition::Transport, "is udp; the rule is for tcp",
            [](RulePacket &packet) { packet.l4 = "udp"; });
        row("a port below the range", RuleCondition::Port, "port 2120; the rule is for 21, 2121-2130",
            [](RulePacket &packet) { packet.port = 2120; });
        row("a port above the range", RuleCondition::Port, "port 2131", [](RulePacket &packet) { packet.port = 2131; });
    }

    void eachConditionCanFailAlone()
    {
        QFETCH(RulePacket, packet);
        QFETCH(RuleCondition, condition);
        QFETCH(QString, says);
        QCOMPARE(failedConditions(narrowRule(), packet), QList<RuleCondition> {condition});
        const RuleHit hit = ruleHit({narrowRule()}, packet);
        QCOMPARE(hit.met, -1);
        QCOMPARE(hit.nearest, 0);
        QCOMPARE(hit.failed, condition);
        const QString text = RuleHitText::failure(narrowRule(), condition, packet);
        QVERIFY2(text.contains(says), qPrintable(text));
    }

    void bothEndsOfARangeBelongToIt()
    {
        for (const quint16 port : {21, 2121, 2125, 2130}) {
            RulePacket packet = ftpPacket();
            packet.port = port;
            QVERIFY(failedConditions(narrowRule(), packet).isEmpty());
        }
    }

    void noPortsAndNoAddressesTakeAll()
    {
        RulePacket packet {"output", "", "tcp", address("fd00:1::2"), address("fd00:2::2"), 65535};
        QVERIFY(failedConditions(wideRule(1), packet).isEmpty());
    }

    void aFamilyThatIsNotMeantFails()
    {
        RuleInfo rule = wideRule(1);
        rule.l3 = QStringList {"ipv4"};
        const RulePacket packet {"prerouting", "", "tcp", address("fd00:1::2"), address("fd00:2::2"), 21};
        QCOMPARE(failedConditions(rule, packet), QList<RuleCondition> {RuleCondition::Family});
        QVERIFY(RuleHitText::failure(rule, RuleCondition::Family, packet).contains("IPv6; the rule is for IPv4"));
        rule = wideRule(1); // of both families, but its address leaves one
        rule.source = "10.0.0.0/8";
        QCOMPARE(failedConditions(rule, packet), QList<RuleCondition> {RuleCondition::Source});
    }

    void anotherHookFailsFirst()
    {
        RulePacket packet = ftpPacket();
        packet.hook = "output";
        packet.port = 22;
        QCOMPARE(ruleHit({narrowRule()}, packet).failed, RuleCondition::Hook);
        QVERIFY(RuleHitText::failure(narrowRule(), RuleCondition::Hook, packet).contains("This machine sends"));
    }

    void anArrivingInterfaceKeepsARuleOutOfOutput()
    {
        RuleInfo rule = wideRule(1);
        rule.inInterface = "lan0"; // stands in prerouting alone, whatever its hooks say
        RulePacket packet = ftpPacket();
        QVERIFY(failedConditions(rule, packet).isEmpty());
        packet.hook = "output";
        QVERIFY(failedConditions(rule, packet).contains(RuleCondition::Hook));
        rule.outInterface = "wan0";
        packet.interfaceName = "wan0";
        QVERIFY(failedConditions(rule, packet).isEmpty());
    }

    void ofSeveralTheFirstIsMetAndTheOthersAreNamed()
    {
        const RuleHit hit = ruleHit({wideRule(7, "sip"), narrowRule(3), wideRule(5)}, ftpPacket());
        QCOMPARE(hit.met, 0);
        QCOMPARE(hit.later, (QList<int> {1, 2}));
    }

    void theNearestFailsLeastAndLatest()
    {
        RulePacket packet = ftpPacket();
        packet.port = 22;
        RuleInfo otherPort = narrowRule(1); // fails at the port
        RuleInfo otherPlace = narrowRule(2); // fails at the source and the port
        otherPlace.source = "10.0.9.0/24";
        QCOMPARE(ruleHit({otherPlace, otherPort}, packet).nearest, 1);
        RuleInfo everyPort = narrowRule(3); // fails at the interface alone, which is looked at before the port
        everyPort.ports.clear();
        everyPort.inInterface = "lan1";
        const RuleHit hit = ruleHit({everyPort, otherPort}, packet);
        QCOMPARE(hit.nearest, 1);
        QCOMPARE(hit.failed, RuleCondition::Port);
        QCOMPARE(ruleHit({otherPort, narrowRule(4)}, packet).nearest, 0); // as near: the first
    }

    void withoutRulesThereIsNone()
    {
        const RuleHit hit = ruleHit({}, ftpPacket());
        QCOMPARE(hit.met, -1);
        QCOMPARE(hit.nearest, -1);
    }

    void theListingSaysTheKernelsOrder()
    {
        const QString listing = "table inet trackhand {\n"
                                "\tct helper ftp-tcp-ipv4 {\n\t\ttype \"ftp\" protocol tcp\n\t\tl3proto ip\n\t}\n\n"
                                "\tchain prerouting {\n"
                                "\t\ttype filter hook prerouting priority mangle; policy accept;\n"
                                "\t\ttcp dport 21 counter ct helper set \"ftp-tcp-ipv4\" comment \"trackhand:7\"\n"
                                "\t\ttcp dport 21 counter ct helper set \"ftp-tcp-ipv6\" comment \"trackhand:7\"\n"
                                "\t\ttcp dport 22 counter comment \"somebody's own\"\n"
                                "\t\ttcp dport 23 counter comment \"trackhand:2\"\n"
                                "\t}\n\n"
                                "\tchain output {\n"
                                "\t\ttcp dport 23 counter comment \"trackhand:2\"\n"
                                "\t\ttcp dport 21 counter comment \"trackhand:11\"\n"
                                "\t}\n}\n";
        QCOMPARE(rulesInChain(listing, "prerouting"), (QList<uint> {7, 2}));
        QCOMPARE(rulesInChain(listing, "output"), (QList<uint> {2, 11}));
        QCOMPARE(rulesInChain("", "output"), QList<uint>());
        const QList<RuleInfo> rules {wideRule(2), wideRule(7), wideRule(9), wideRule(11)};
        QCOMPARE(idsOf(inKernelOrder(rules, listing, "prerouting")), (QList<uint> {7, 2, 9, 11}));
        QCOMPARE(idsOf(inKernelOrder(rules, listing, "output")), (QList<uint> {2, 11, 7, 9}));
        QCOMPARE(idsOf(inKernelOrder(rules, "", "output")), (QList<uint> {2, 7, 9, 11}));
    }
};

QTEST_GUILESS_MAIN(TestRuleHit)
#include "tst_rulehit.moc"
