// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/fragments.h"

#include "capturefile.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

constexpr std::uint64_t Second = 1'000'000'000;

Bytes datagram(bool ipv6, std::size_t length)
{
    Tuple tuple =
        ipv6 ? tcpTuple("fd00:1::2", 40000, "fd00:2::2", 5060) : tcpTuple("10.0.1.2", 40000, "10.0.2.2", 5060);
    tuple.l4 = L4Protocol::Udp;
    std::string payload;
    for (std::size_t i = 0; i < length; ++i) {
        payload += static_cast<char>('a' + i * 7 % 26);
    }
    Bytes packet = udpPacket(tuple, payload);
    if (!ipv6) {
        packet[6] = 0; // it may be fragmented
    }
    return packet;
}

/// What comes out, or nothing as no bytes.
Bytes add(FragmentReassembly &fragments, const Bytes &packet, std::uint64_t timeNs = 0)
{
    const auto whole = fragments.add(packet, timeNs);
    return whole ? Bytes(whole->begin(), whole->end()) : Bytes();
}

/// IPv4's id stays in what was put together.
Bytes withId(Bytes packet, std::uint16_t id)
{
    if (packet[0] >> 4 == 4) {
        packet[4] = static_cast<std::uint8_t>(id >> 8);
        packet[5] = static_cast<std::uint8_t>(id);
    }
    return packet;
}

} // namespace

class TestFragments : public QObject {
    Q_OBJECT

private slots:
    void whatIsNoFragmentPassesUntouched();
    void anyOrderGivesTheDatagram_data() { bothVersions(); }
    void anyOrderGivesTheDatagram();
    void duplicatesAreLeftOut_data() { bothVersions(); }
    void duplicatesAreLeftOut();
    void anOverlapCostsTheDatagram_data() { bothVersions(); }
    void anOverlapCostsTheDatagram();
    void extensionHeadersBeforeTheFragmentHeaderStay();
    void aFragmentHeaderOnAWholePacketMakesItNoFragment();
    void datagramsOfOtherIdsAndHostsAreOthers();
    void aFragmentThatTheCaptureCutCostsTheDatagram();
    void aDatagramHasItsTime_data();
    void aDatagramHasItsTime();
    void theOldestDatagramMakesRoom();
    void theBytesHeldAreBounded();
    void moreThanAPacketHoldsIsGivenUp();
    void linkPaddingIsLeftOut();

private:
    static void bothVersions()
    {
        QTest::addColumn<bool>("ipv6");
        QTest::newRow("ipv4") << false;
        QTest::newRow("ipv6") << true;
    }
};

void TestFragments::whatIsNoFragmentPassesUntouched()
{
    FragmentReassembly fragments;
    for (const Bytes &packet : {datagram(false, 100), datagram(true, 100), Bytes {}, Bytes {0x45}, Bytes(30, 0x60)}) {
        const auto whole = fragments.add(packet, 0);
        QVERIFY(whole);
        QCOMPARE(whole->data(), packet.data());
        QCOMPARE(whole->size(), packet.size());
    }
    QCOMPARE(fragments.reassembled(), 0U);
    QCOMPARE(fragments.incomplete(), 0U);
}

void TestFragments::anyOrderGivesTheDatagram()
{
    QFETCH(bool, ipv6);
    std::mt19937 random(7);
    FragmentReassembly fragments;
    for (int round = 0; round < 200; ++round) {
        const auto id = static_cast<std::uint16_t>(round);
        const Bytes packet = withId(datagram(ipv6, 1000 + random() % 3000), id);
        auto pieces = fragmentsOf(packet, 8 + random() % 100 * 8, id);
        std::shuffle(pieces.begin(), pieces.end(), random);
        for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
            QCOMPARE(add(fragments, pieces[i]), Bytes());
        }
        QCOMPARE(add(fragments, pieces.back()), packet);
    }
    QCOMPARE(fragments.incomplete(), 0U);
    QCOMPARE(fragments.bytesHeld(), 0U);
}

void TestFragments::duplicatesAreLeftOut()
{
    QFETCH(bool, ipv6);
    const Bytes packet = withId(datagram(ipv6, 100), 1);
    const auto pieces = fragmentsOf(packet, 40);
    FragmentReassembly fragments;
    for (const std::size_t i : {0, 0, 2, 2, 0}) {
        QCOMPARE(add(fragments, pieces[i]), Bytes());
    }
    QCOMPARE(add(fragments, pieces[1]), packet);
}

void TestFragments::anOverlapCostsTheDatagram()
{
    QFETCH(bool, ipv6);
    const Bytes packet = datagram(ipv6, 100);
    const auto wide = fragmentsOf(packet, 48);
    const auto narrow = fragmentsOf(packet, 32);
    FragmentReassembly fragments;
    QCOMPARE(add(fragments, wide[0]), Bytes()); // 0 to 48
    QCOMPARE(add(fragments, narrow[1]), Bytes()); // 32 to 64: all is given up
    QCOMPARE(fragments.incomplete(), 1U);
    QCOMPARE(add(fragments, wide[1]), Bytes());
    QCOMPARE(add(fragments, wide[2]), Bytes()); // without the first
    QCOMPARE(fragments.reassembled(), 0U);
}

void TestFragments::extensionHeadersBeforeTheFragmentHeaderStay()
{
    const Bytes packet = datagram(true, 60);
    const Bytes options {17, 0, 1, 4, 0, 0, 0, 0}; // hop-by-hop, six bytes of padding, then UDP
    Bytes expected = packet;
    expected[6] = 0;
    expected.insert(expected.begin() + 40, options.begin(), options.end());
    expected[5] = static_cast<std::uint8_t>(expected.size() - 40);
    FragmentReassembly fragments;
    Bytes whole;
    for (Bytes piece : fragmentsOf(packet, 32)) {
        piece[6] = 0;
        piece.insert(piece.begin() + 40, {44, 0, 1, 4, 0, 0, 0, 0});
        piece[5] = static_cast<std::uint8_t>(piece.size() - 40);
        whole = add(fragments, piece);
    }
    QCOMPARE(whole, expected);
}

void TestFragments::aFragmentHeaderOnAWholePacketMakesItNoFragment()
{
    const auto pieces = fragmentsOf(datagram(true, 60), 800);
    QCOMPARE(pieces.size(), std::size_t {1});
    FragmentReassembly fragments;
    QCOMPARE(add(fragments, pieces[0]), pieces[0]);
}

void TestFragments::datagramsOfOtherIdsAndHostsAreOthers()
{
    const Bytes packet = withId(datagram(false, 60), 1);
    Bytes elsewhere = packet;
    elsewhere[15] = 99;
    Bytes otherProtocol = packet;
    otherProtocol[9] = 1;
    FragmentReassembly fragments;
    QCOMPARE(add(fragments, fragmentsOf(packet, 40)[0]), Bytes());
    QCOMPARE(add(fragments, fragmentsOf(packet, 40, 2)[1]), Bytes());
    QCOMPARE(add(fragments, fragmentsOf(elsewhere, 40)[1]), Bytes());
    QCOMPARE(add(fragments, fragmentsOf(otherProtocol, 40)[1]), Bytes());
    QCOMPARE(add(fragments, fragmentsOf(packet, 40)[1]), packet);
    QCOMPARE(fragments.incomplete(), 3U);
}

void TestFragments::aFragmentThatTheCaptureCutCostsTheDatagram()
{
    auto pieces = fragmentsOf(datagram(false, 100), 40);
    pieces[1].resize(pieces[1].size() - 1);
    FragmentReassembly fragments;
    for (const Bytes &piece : pieces) {
        QCOMPARE(add(fragments, piece), Bytes());
    }
    QVERIFY(fragments.incomplete() > 0);
}

void TestFragments::aDatagramHasItsTime_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<int>("seconds");
    QTest::newRow("ipv4") << false << 30;
    QTest::newRow("ipv6") << true << 60;
}

void TestFragments::aDatagramHasItsTime()
{
    QFETCH(bool, ipv6);
    QFETCH(int, seconds);
    const Bytes packet = withId(datagram(ipv6, 60), 1);
    const auto pieces = fragmentsOf(packet, 40);
    const std::uint64_t lifetime = Second * static_cast<std::uint64_t>(seconds);
    FragmentReassembly inTime;
    QCOMPARE(add(inTime, pieces[0], Second), Bytes());
    QCOMPARE(add(inTime, pieces[1], Second + lifetime), packet);
    FragmentReassembly late;
    QCOMPARE(add(late, pieces[0], Second), Bytes());
    QCOMPARE(add(late, pieces[1], Second + lifetime + 1), Bytes());
    QCOMPARE(late.incomplete(), 2U); // the one given up and the one that its rest begins
}

void TestFragments::theOldestDatagramMakesRoom()
{
    const Bytes packet = datagram(false, 60);
    FragmentReassembly fragments;
    for (std::uint32_t id = 0; id <= FragmentReassembly::MaxDatagrams; ++id) {
        QCOMPARE(add(fragments, fragmentsOf(packet, 40, id)[0]), Bytes());
    }
    QCOMPARE(add(fragments, fragmentsOf(packet, 40, 1)[1]), withId(packet, 1));
    QCOMPARE(add(fragments, fragmentsOf(packet, 40, 0)[1]), Bytes());
}

void TestFragments::theBytesHeldAreBounded()
{
    const auto pieces = [](std::uint32_t id) {
        return fragmentsOf(datagram(true, 60000), 1400, id);
    };
    FragmentReassembly fragments;
    for (std::uint32_t id = 0; id < 200; ++id) {
        const auto all = pieces(id);
        for (std::size_t i = 1; i < all.size(); ++i) {
            QCOMPARE(add(fragments, all[i]), Bytes());
            QVERIFY(fragments.bytesHeld() <= FragmentReassembly::MaxBytes);
        }
    }
    QVERIFY(!add(fragments, pieces(199)[0]).empty());
    QCOMPARE(add(fragments, pieces(0)[0]), Bytes());
}

void TestFragments::moreThanAPacketHoldsIsGivenUp()
{
    for (const bool ipv6 : {false, true}) {
        auto pieces = fragmentsOf(datagram(ipv6, 100), 40);
        Bytes &last = pieces.back();
        const std::size_t at = ipv6 ? 42 : 6;
        last[at] = ipv6 ? 0xff : 0x1f;
        last[at + 1] = ipv6 ? 0xf8 : 0xff; // its data begins at 65528
        FragmentReassembly fragments;
        for (const Bytes &piece : pieces) {
            QCOMPARE(add(fragments, piece), Bytes());
        }
        QCOMPARE(fragments.reassembled(), 0U);
    }
}

void TestFragments::linkPaddingIsLeftOut()
{
    const Bytes packet = withId(datagram(false, 60), 1);
    FragmentReassembly fragments;
    Bytes whole;
    for (const Bytes &piece : fragmentsOf(packet, 40)) {
        whole = add(fragments, joined(piece, Bytes(18, 0)));
    }
    QCOMPARE(whole, packet);
}

QTEST_GUILESS_MAIN(TestFragments)
#include "tst_fragments.moc"
