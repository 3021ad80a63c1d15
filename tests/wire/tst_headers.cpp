// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/net/headers.h"

#include <QTest>

#include <cstring>
#include <memory>
#include <vector>

using namespace Trackhand;

namespace {

using Bytes = QByteArray;

Bytes be16(unsigned value)
{
    return Bytes().append(char(value >> 8)).append(char(value));
}

Bytes ipv4(std::uint8_t protocol, const Bytes &options = {}, unsigned fragmentField = 0)
{
    Bytes header;
    header.append(char(0x40 | ((20 + options.size()) / 4)));
    header.append(char(0)).append(be16(0)).append(be16(7)).append(be16(fragmentField));
    header.append(char(64)).append(char(protocol)).append(be16(0));
    header.append(Bytes::fromHex("0a000102")).append(Bytes::fromHex("0a000202")).append(options);
    return header;
}

Bytes ipv6(std::uint8_t nextHeader)
{
    Bytes header = Bytes::fromHex("60000000");
    header.append(be16(0)).append(char(nextHeader)).append(char(64));
    header.append(Bytes::fromHex("fd000001000000000000000000000002"));
    header.append(Bytes::fromHex("fd000002000000000000000000000002"));
    return header;
}

/// An extension header of @p units times 8 bytes.
Bytes extension(std::uint8_t nextHeader, int units = 1)
{
    return Bytes().append(char(nextHeader)).append(char(units - 1)).append(Bytes(units * 8 - 2, '\1'));
}

Bytes fragment(std::uint8_t nextHeader, unsigned offset)
{
    return Bytes().append(char(nextHeader)).append('\0').append(be16(offset << 3)).append(Bytes::fromHex("00000001"));
}

Bytes authentication(std::uint8_t nextHeader)
{
    return Bytes().append(char(nextHeader)).append('\4').append(Bytes(22, '\0')); // 24 bytes, in units of four less two
}

Bytes tcp(const Bytes &options = {})
{
    Bytes header = be16(40000).append(be16(21));
    header.append(Bytes::fromHex("01020304")).append(Bytes::fromHex("0a0b0c0d"));
    header.append(char(((20 + options.size()) / 4) << 4)).append(char(0x18)).append(be16(512)).append(Bytes(4, '\0'));
    return header.append(options);
}

Bytes udp()
{
    return be16(5353).append(be16(69)).append(be16(8)).append(be16(0));
}

/// Enhanced GRE to call 8948; @p flags are K, S, A and the version.
Bytes gre(const char *flags, int numbers)
{
    return Bytes::fromHex(flags).append(Bytes::fromHex("880b001022f4")).append(Bytes(numbers * 4, '\1'));
}

std::optional<PacketHeaders> parse(const Bytes &packet)
{
    // An exact heap copy, so that a read past the end is a report of the address sanitizer and not luck.
    const auto size = static_cast<std::size_t>(packet.size());
    const auto copy = std::make_unique<std::uint8_t[]>(size);
    std::memcpy(copy.get(), packet.constData(), size);
    return parseHeaders({copy.get(), size});
}

} // namespace

class TestHeaders : public QObject {
    Q_OBJECT

private slots:
    void findsTheLayers_data();
    void findsTheLayers();
    void neverReadsBeyondATruncatedPacket_data();
    void neverReadsBeyondATruncatedPacket();
    void readsTcpNumbersAndFlags();
    void laterFragmentsHaveNoPorts();
    void laterIpv6FragmentsHaveNoPortsWhateverTheirFirstHeaderWas();
    void refusesLengthFieldsThatLie_data();
    void refusesLengthFieldsThatLie();
    void survivesEveryValueOfEveryHeaderByte();
};

void TestHeaders::findsTheLayers_data()
{
    QTest::addColumn<Bytes>("packet");
    QTest::addColumn<int>("l4Offset");
    QTest::addColumn<int>("payloadOffset");
    QTest::addColumn<int>("l4");
    QTest::addColumn<int>("destinationPort");
    QTest::addRow("ipv4 tcp") << ipv4(6) + tcp() + "USER x" << 20 << 40 << 6 << 21;
    QTest::addRow("ipv4 tcp, no data") << ipv4(6) + tcp() << 20 << 40 << 6 << 21;
    QTest::addRow("ipv4 options") << ipv4(6, Bytes(40, '\1')) + tcp() << 60 << 80 << 6 << 21;
    QTest::addRow("tcp options") << ipv4(6) + tcp(Bytes(12, '\1')) + "x" << 20 << 52 << 6 << 21;
    QTest::addRow("ipv4 udp") << ipv4(17) + udp() + "\1\2" << 20 << 28 << 17 << 69;
    QTest::addRow("ipv4 sctp") << ipv4(132) + tcp() << 20 << 20 << 132 << 21;
    QTest::addRow("ipv4 dccp") << ipv4(33) + tcp() << 20 << 20 << 33 << 21;
    QTest::addRow("ipv4 icmp") << ipv4(1) + "\10\0\0\0" << 20 << 20 << 0 << 0;
    QTest::addRow("enhanced gre") << ipv4(47) + gre("2001", 0) << 20 << 28 << 47 << 8948;
    QTest::addRow("enhanced gre, sequence") << ipv4(47) + gre("3001", 1) + "x" << 20 << 32 << 47 << 8948;
    QTest::addRow("enhanced gre, acknowledgement") << ipv4(47) + gre("2081", 1) << 20 << 32 << 47 << 8948;
    QTest::addRow("enhanced gre, both") << ipv4(47) + gre("3081", 2) << 20 << 36 << 47 << 8948;
    QTest::addRow("plain gre") << ipv4(47) + Bytes::fromHex("20000800") + "key." << 20 << 20 << 47 << 0;
    QTest::addRow("enhanced gre of no ppp") << ipv4(47) + Bytes::fromHex("20010800") << 20 << 20 << 47 << 0;
    QTest::addRow("ipv6 enhanced gre") << ipv6(47) + gre("3081", 2) << 40 << 56 << 47 << 8948;
    QTest::addRow("first ipv4 fragment") << ipv4(17, {}, 0x2000) + udp() << 20 << 28 << 17 << 69;
    QTest::addRow("ipv6 tcp") << ipv6(6) + tcp() + "EPSV" << 40 << 60 << 6 << 21;
    QTest::addRow("ipv6 hop-by-hop, routing, destination options")
        << ipv6(0) + extension(43) + extension(60, 3) + extension(6, 2) + tcp() << 88 << 108 << 6 << 21;
    QTest::addRow("ipv6 first fragment") << ipv6(44) + fragment(17, 0) + udp() << 48 << 56 << 17 << 69;
    QTest::addRow("ipv6 authentication header") << ipv6(51) + authentication(17) + udp() << 64 << 72 << 17 << 69;
}

void TestHeaders::findsTheLayers()
{
    QFETCH(Bytes, packet);
    const auto headers = parse(packet);
    QVERIFY(headers);
    QTEST(int(headers->l4Offset), "l4Offset");
    QTEST(int(headers->payloadOffset), "payloadOffset");
    QTEST(int(headers->tuple.l4), "l4");
    QTEST(int(headers->tuple.destinationPort), "destinationPort");
    QVERIFY(!headers->fragment);
    const bool v6 = headers->tuple.source.family == L3Protocol::Ipv6;
    QCOMPARE(headers->tuple.source.toString(), std::string(v6 ? "fd00:1::2" : "10.0.1.2"));
    QCOMPARE(headers->tuple.destination.toString(), std::string(v6 ? "fd00:2::2" : "10.0.2.2"));
}

void TestHeaders::neverReadsBeyondATruncatedPacket_data()
{
    findsTheLayers_data();
}

void TestHeaders::neverReadsBeyondATruncatedPacket()
{
    QFETCH(Bytes, packet);
    QFETCH(int, payloadOffset);
    QFETCH(int, l4);
    for (qsizetype length = 0; length < packet.size(); ++length) {
        const auto headers = parse(packet.first(length));
        if (l4 != 0 && length < payloadOffset) {
            QVERIFY2(!headers, qPrintable(QStringLiteral("accepted at %1 bytes").arg(length)));
        }
        if (headers) {
            QVERIFY(headers->l4Offset <= length);
            QVERIFY(headers->payloadOffset <= length);
        }
    }
}

void TestHeaders::readsTcpNumbersAndFlags()
{
    const auto headers = parse(ipv4(6) + tcp());
    QCOMPARE(headers->tcpSequence, 0x01020304U);
    QCOMPARE(headers->tcpAcknowledgement, 0x0a0b0c0dU);
    QCOMPARE(int(headers->tcpFlags), 0x18);
    QCOMPARE(int(headers->tuple.sourcePort), 40000);
}

void TestHeaders::laterFragmentsHaveNoPorts()
{
    const auto headers = parse(ipv4(17, {}, 0x0010) + udp());
    QVERIFY(headers);
    QVERIFY(headers->fragment);
    QCOMPARE(int(headers->tuple.destinationPort), 0);
    QCOMPARE(headers->payloadOffset, headers->l4Offset);
}

void TestHeaders::laterIpv6FragmentsHaveNoPortsWhateverTheirFirstHeaderWas()
{
    // The next header of a later fragment names what the first fragment began with; here are only bytes of the middle.
    for (const std::uint8_t first : {17, 60}) {
        const auto headers = parse(ipv6(44) + fragment(first, 100) + Bytes(16, '\xff'));
        QVERIFY(headers);
        QVERIFY(headers->fragment);
        QCOMPARE(int(headers->l4Offset), 48);
        QCOMPARE(int(headers->l4Number), int(first));
    }
}

void TestHeaders::refusesLengthFieldsThatLie_data()
{
    QTest::addColumn<Bytes>("packet");
    const auto withByte = [](Bytes packet, int at, int value) {
        packet[at] = char(value);
        return packet;
    };
    QTest::addRow("no bytes") << Bytes();
    QTest::addRow("ip version 5") << withByte(ipv4(6) + tcp(), 0, 0x55);
    QTest::addRow("ipv4 header of 16 bytes") << withByte(ipv4(6) + tcp(), 0, 0x44);
    QTest::addRow("ipv4 header beyond the packet") << withByte(ipv4(6) + tcp(), 0, 0x4f);
    QTest::addRow("tcp header of 16 bytes") << withByte(ipv4(6) + tcp(), 32, 0x40);
    QTest::addRow("tcp header beyond the packet") << withByte(ipv4(6) + tcp(), 32, 0xf0);
    QTest::addRow("ipv6 extension beyond the packet") << withByte(ipv6(0) + extension(6) + tcp(), 41, 200);
    Bytes chain = ipv6(60);
    for (int i = 0; i < 8; ++i) {
        chain += extension(60);
    }
    QTest::addRow("nine extension headers") << chain + extension(6) + tcp();
    QTest::addRow("longer than an IP packet can be") << ipv4(6) + tcp() + Bytes(65536, 'x');
}

void TestHeaders::refusesLengthFieldsThatLie()
{
    QFETCH(Bytes, packet);
    QVERIFY(!parse(packet));
}

void TestHeaders::survivesEveryValueOfEveryHeaderByte()
{
    for (const Bytes &good : {ipv4(6, Bytes(4, '\1')) + tcp(Bytes(4, '\1')),
             ipv6(0) + extension(51) + authentication(6) + tcp(), ipv4(47) + gre("3081", 2)}) {
        for (qsizetype at = 0; at < good.size(); ++at) {
            Bytes packet = good;
            for (int value = 0; value < 256; ++value) {
                packet[at] = char(value);
                const auto headers = parse(packet);
                QVERIFY(!headers || (headers->payloadOffset <= packet.size() && headers->l4Offset <= packet.size()));
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestHeaders)
#include "tst_headers.moc"
