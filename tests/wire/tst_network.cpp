// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/net/network.h"

#include <QTest>

using namespace Trackhand;

class TestNetwork : public QObject {
    Q_OBJECT

private slots:
    void isReadWithAndWithoutAPrefixAndWrittenWithOne()
    {
        QCOMPARE(Network::parse("10.0.0.0/24")->toString(), "10.0.0.0/24");
        QCOMPARE(Network::parse("10.0.2.2")->toString(), "10.0.2.2/32");
        QCOMPARE(Network::parse("fd00::1")->toString(), "fd00::1/128");
        QCOMPARE(Network::parse("::/0")->toString(), "::/0");
    }

    void whatIsNoNetworkIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "/", "/24", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8",
                 "10.0.0.0/ 8", "10.0.0.0/8x", "10.0.0.0/8/8", "10.0.0.0/4294967296", "fd00::/129", "server"}) {
            QTest::addRow("\"%s\"", text) << text;
        }
    }

    void whatIsNoNetworkIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!Network::parse(text.toStdString()));
    }

    void hostBitsAreKeptAndKnown()
    {
        const auto host = Network::parse("10.1.2.3/12");
        QCOMPARE(host->toString(), "10.1.2.3/12");
        QVERIFY(host->hasHostBits());
        QCOMPARE(host->base().toString(), "10.0.0.0");
        QVERIFY(!Network::parse("10.1.2.3")->hasHostBits());
        QVERIFY(!Network::parse("fd00:10::/28")->hasHostBits());
        QVERIFY(Network::parse("fd00:1::/28")->hasHostBits());
    }

    void aNetworkHasItsAddressesAndNoOthers_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("within");
        QTest::addRow("first") << "10.0.1.0/24"
                               << "10.0.1.0" << true;
        QTest::addRow("last") << "10.0.1.0/24"
                              << "10.0.1.255" << true;
        QTest::addRow("the next one") << "10.0.1.0/24"
                                      << "10.0.2.0" << false;
        QTest::addRow("odd prefix, last") << "10.0.0.0/23"
                                          << "10.0.1.255" << true;
        QTest::addRow("odd prefix, the next one") << "10.0.0.0/23"
                                                  << "10.0.2.0" << false;
        QTest::addRow("the host itself") << "10.0.2.2"
                                         << "10.0.2.2" << true;
        QTest::addRow("another host") << "10.0.2.2/32"
                                      << "10.0.2.3" << false;
        QTest::addRow("everything") << "0.0.0.0/0"
                                    << "192.168.1.1" << true;
        QTest::addRow("everything of one family") << "0.0.0.0/0"
                                                  << "::1" << false;
        QTest::addRow("ipv6") << "fd00:1::/32"
                              << "fd00:1:ffff::9" << true;
        QTest::addRow("other ipv6") << "fd00:1::/32"
                                    << "fd00:2::9" << false;
    }

    void aNetworkHasItsAddressesAndNoOthers()
    {
        QFETCH(QString, network);
        QFETCH(QString, address);
        QFETCH(bool, within);
        QCOMPARE(Network::parse(network.toStdString())->contains(*IpAddress::parse(address.toStdString())), within);
    }
};

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"
