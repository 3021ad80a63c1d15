// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/net/address.h"

#include <QTest>

using namespace Trackhand;

class TestAddress : public QObject {
    Q_OBJECT

private slots:
    void readsAndWritesTheSameText_data();
    void readsAndWritesTheSameText();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void ipv4UsesFourBytesAndClearsTheRest();
    void anUnspecifiedAddressHasNoText();
    void invertingATupleTwiceGivesItBack();
    void protocolNamesRoundTrip();
};

void TestAddress::readsAndWritesTheSameText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::addRow("ipv4") << QByteArray("10.0.1.2") << QByteArray("10.0.1.2");
    QTest::addRow("ipv4 broadcast") << QByteArray("255.255.255.255") << QByteArray("255.255.255.255");
    QTest::addRow("ipv6") << QByteArray("fd00:1::2") << QByteArray("fd00:1::2");
    QTest::addRow("ipv6 written long") << QByteArray("FD00:0001:0:0:0:0:0:2") << QByteArray("fd00:1::2");
    QTest::addRow("ipv6 any") << QByteArray("::") << QByteArray("::");
}

void TestAddress::readsAndWritesTheSameText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    const auto address = IpAddress::parse(text.toStdString());
    QVERIFY(address);
    QCOMPARE(QByteArray::fromStdString(address->toString()), written);
}

void TestAddress::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "10.0.1", "10.0.1.256", "10.0.1.2/24", "fd00:::2", "localhost", " 10.0.1.2"}) {
        QTest::addRow("'%s'", text) << QByteArray(text);
    }
}

void TestAddress::refusesWhatIsNoAddress()
{
    QFETCH(QByteArray, text);
    QVERIFY(!IpAddress::parse(text.toStdString()));
}

void TestAddress::ipv4UsesFourBytesAndClearsTheRest()
{
    const std::uint8_t bytes[16] = {10, 0, 1, 2, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};
    QVERIFY(IpAddress::fromBytes(L3Protocol::Ipv4, bytes) == *IpAddress::parse("10.0.1.2"));
    QVERIFY(IpAddress::fromBytes(L3Protocol::Ipv6, bytes).toString().starts_with("a00:102:6363:"));
}

void TestAddress::anUnspecifiedAddressHasNoText()
{
    QVERIFY(IpAddress().toString().empty());
    QVERIFY(IpAddress().isUnspecified());
    QVERIFY(IpAddress::anyOf(L3Protocol::Ipv6).isUnspecified());
    QCOMPARE(IpAddress::anyOf(L3Protocol::Ipv6).toString(), std::string("::"));
}

void TestAddress::invertingATupleTwiceGivesItBack()
{
    const Tuple tuple {*IpAddress::parse("10.0.1.2"), *IpAddress::parse("10.0.2.2"), 40000, 21, L4Protocol::Tcp};
    const Tuple inverted = tuple.inverted();
    QVERIFY(inverted.source == tuple.destination);
    QCOMPARE(inverted.sourcePort, std::uint16_t {21});
    QVERIFY(inverted.l4 == L4Protocol::Tcp);
    QVERIFY(inverted != tuple);
    QVERIFY(inverted.inverted() == tuple);
}

void TestAddress::protocolNamesRoundTrip()
{
    for (const auto protocol : {L4Protocol::Tcp, L4Protocol::Udp, L4Protocol::Dccp, L4Protocol::Sctp}) {
        QVERIFY(l4FromString(toString(protocol)) == protocol);
    }
    for (const auto protocol : {L3Protocol::Ipv4, L3Protocol::Ipv6}) {
        QVERIFY(l3FromString(toString(protocol)) == protocol);
    }
    QVERIFY(!l4FromString("any"));
    QVERIFY(!l3FromString("TCP"));
}

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
