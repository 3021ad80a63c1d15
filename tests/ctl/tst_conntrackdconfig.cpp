// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/conntrackdconfig.h"

#include <QTest>

using namespace Trackhand;

class TestConntrackdConfig : public QObject {
    Q_OBJECT

private slots:
    void readsTheHelpersAndSkipsTheRest();
    void oneHelperServesBothNetworkProtocols();
    void aPolicyWithoutLimitsGetsOnesThatWork();
    void whatIsNoConfigurationIsRefused_data();
    void whatIsNoConfigurationIsRefused();
};

void TestConntrackdConfig::readsTheHelpersAndSkipsTheRest()
{
    const auto config = readConntrackdConfig(QStringLiteral(R"(
# user-space helpers
Helper {
    Type ftp inet tcp { QueueNum 0 QueueLen 10240
        Policy ftp { ExpectMax 1 ExpectTimeout 300 } }
    Setup yes
    Type tftp inet udp { QueueNum 1 Policy tftp { ExpectMax 2 ExpectTimeout 60 } }
}
General {
    LogFile "/var/log/with { brace"
    UNIX { Path /run/conntrackd.ctl }
}
)"));
    QVERIFY(config);
    QCOMPARE(config->helpers.size(), 2);
    const ConntrackdHelper &ftp = config->helpers[0];
    QCOMPARE(ftp.name, QStringLiteral("ftp"));
    QCOMPARE(*ftp.settings.l3, QStringList {QStringLiteral("ipv4")});
    QCOMPARE(*ftp.settings.l4, QStringList {QStringLiteral("tcp")});
    QCOMPARE(*ftp.settings.queue, 0U);
    QCOMPARE(*ftp.settings.queueLength, 10240U);
    QCOMPARE(*ftp.settings.policies, (PolicyList {{QStringLiteral("ftp"), 1, 300}}));
    QCOMPARE(*config->helpers[1].settings.policies, (PolicyList {{QStringLiteral("tftp"), 2, 60}}));
    QVERIFY(config->remarks.isEmpty());
}

void TestConntrackdConfig::oneHelperServesBothNetworkProtocols()
{
    const auto config = readConntrackdConfig(
        QStringLiteral("Helper { Type ftp inet tcp { QueueNum 4 } Type ftp inet6 tcp { QueueNum 5 } }"));
    QVERIFY(config);
    QCOMPARE(config->helpers.size(), 1);
    QCOMPARE(*config->helpers[0].settings.l3, (QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv6")}));
    QCOMPARE(*config->helpers[0].settings.queue, 4U);
    QCOMPARE(config->remarks.size(), 1); // queue 5 is gone, and the person is told
}

void TestConntrackdConfig::aPolicyWithoutLimitsGetsOnesThatWork()
{
    // conntrackd sets the missing one of the two to 0, which Linux 6.12 takes for "unlimited".
    const auto config =
        readConntrackdConfig(QStringLiteral("Helper { Type ftp inet tcp { Policy a { ExpectMax 0 } Policy b { } } }"));
    QVERIFY(config);
    QCOMPARE(*config->helpers[0].settings.policies,
        (PolicyList {{QStringLiteral("a"), 255, 300}, {QStringLiteral("b"), 1, 300}}));
    QCOMPARE(config->remarks.size(), 1);
}

void TestConntrackdConfig::whatIsNoConfigurationIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("empty") << QString();
    QTest::addRow("no helpers") << QStringLiteral("General { }");
    QTest::addRow("an end too many") << QStringLiteral("Helper { Type ftp inet tcp { } } }");
    QTest::addRow("an end missing") << QStringLiteral("Helper { Type ftp inet tcp {");
    QTest::addRow("no number") << QStringLiteral("Helper { Type ftp inet tcp { QueueNum many } }");
    QTest::addRow("unknown word") << QStringLiteral("Helper { Type ftp inet tcp { Colour red } }");
    QTest::addRow("unknown word in Helper") << QStringLiteral("Helper { Kind ftp }");
}

void TestConntrackdConfig::whatIsNoConfigurationIsRefused()
{
    QFETCH(QString, text);
    const auto config = readConntrackdConfig(text);
    QVERIFY(!config);
    QVERIFY(config.error().code == ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestConntrackdConfig)
#include "tst_conntrackdconfig.moc"
