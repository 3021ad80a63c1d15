// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/colorrules.h"
#include "tests/client/sampleevents.h"

#include <QTest>

using namespace Trackhand;

class TestColorRules : public QObject {
    Q_OBJECT
private slots:
    void theDefaultsSayWhatWantsAttention()
    {
        ColorRuleMatcher matcher;
        matcher.setRules(defaultColorRules());
        EventRecord packet = Samples::ftpPacket();
        QVERIFY(!matcher.ruleFor(1, packet));
        packet.flags = EventFlag::Mangled;
        QCOMPARE(matcher.ruleFor(2, packet)->name, "Rewritten");
        packet.flags = EventFlag::Mangled | EventFlag::Refused;
        QCOMPARE(matcher.ruleFor(3, packet)->name, "Refused");
        packet.outcome = std::uint8_t(Verdict::Drop);
        QCOMPARE(matcher.ruleFor(4, packet)->name, "Dropped");
    }

    void theFirstThatMatchesCounts()
    {
        ColorRuleMatcher matcher;
        matcher.setRules({{"all of ftp", "helper == ftp", RuleHue::Green, true},
            {"its control", "dport == 21", RuleHue::Blue, true}});
        QCOMPARE(matcher.ruleFor(1, Samples::ftpPacket())->hue, RuleHue::Green);
    }

    void whatIsOffOrNoFilterColoursNothing()
    {
        ColorRuleMatcher matcher;
        matcher.setRules({{"off", "helper == ftp", RuleHue::Red, false}, {"wrong", "helper ==", RuleHue::Red, true},
            {"empty", " ", RuleHue::Red, true}});
        QVERIFY(!matcher.ruleFor(1, Samples::ftpPacket()));
    }

    void aPacketIsLookedAtOnce()
    {
        ColorRuleMatcher matcher;
        matcher.setRules({{"ftp", "helper == ftp", RuleHue::Red, true}});
        QVERIFY(matcher.ruleFor(7, Samples::ftpPacket()));
        EventRecord other = Samples::ftpPacket();
        other.setHelper("sip");
        QVERIFY(matcher.ruleFor(7, other)); // as remembered: nobody looked
        QVERIFY(!matcher.ruleFor(8, other));
        matcher.forget();
        QVERIFY(!matcher.ruleFor(7, other));
    }

    void newRulesForgetWhatTheOldOnesSaid()
    {
        ColorRuleMatcher matcher;
        matcher.setRules({{"ftp", "helper == ftp", RuleHue::Red, true}});
        QVERIFY(matcher.ruleFor(7, Samples::ftpPacket()));
        matcher.setRules({});
        QVERIFY(!matcher.ruleFor(7, Samples::ftpPacket()));
    }

    void everyHueHasAKeyOfItsOwn()
    {
        for (int hue = 0; hue < RuleHueCount; ++hue) {
            QCOMPARE(hueFromKey(hueKey(RuleHue(hue))), std::optional(RuleHue(hue)));
        }
        QVERIFY(!hueFromKey("beige"));
    }
};

QTEST_GUILESS_MAIN(TestColorRules)
#include "tst_colorrules.moc"
