// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/packetstore.h"
#include "tests/client/sampleevents.h"

#include <QTest>
#include <cstring>
#include <thread>

using namespace Trackhand;

class TestPacketStore : public QObject {
    Q_OBJECT
private slots:
    void everythingThatAPacketHasComesBack()
    {
        EventRecord packet = Samples::ftpPacket();
        packet.sequence = 0xfedcba9876543210;
        packet.timeNs = 0x0123456789abcdef;
        packet.packetId = 0xdeadbeef;
        packet.inDevice = 7;
        packet.outDevice = 0xffffffff;
        packet.payloadLength = 65535;
        packet.latencyNs = 0xffffffff;
        packet.queue = 65535;
        packet.hwProtocol = 0x86dd;
        packet.hook = 4;
        packet.flags = 0xff;
        packet.outcome = std::uint8_t(Verdict::Drop);
        packet.ctInfo = CtInfo::Absent;
        packet.setHelper("sixteen letters!");
        packet.setNote(std::string(sizeof packet.note, 'n'));
        PacketStore store(10);
        store.append(Samples::ftpPacket());
        store.append(packet);
        store.append(emptyEvent(EventKind::Packet));
        const EventRecord sample = Samples::ftpPacket();
        const EventRecord first = store.record(0);
        const EventRecord second = store.record(1);
        const EventRecord third = store.record(2);
        QVERIFY(std::memcmp(&first, &sample, sizeof first) == 0);
        QVERIFY(std::memcmp(&second, &packet, sizeof second) == 0);
        QCOMPARE(third.noteText(), std::string_view());
        QCOMPARE(third.helperName(), std::string_view());
        QCOMPARE(third.sequence, 0ULL);
    }

    void ofMorePacketsThanItHasRoomForTheNewestStay()
    {
        PacketStore store(20'000);
        fill(store, 0, 50'000);
        QCOMPARE(store.size(), std::size_t(20'000));
        QCOMPARE(store.first(), PacketNumber(30'000));
        QCOMPARE(store.end(), PacketNumber(50'000));
        QCOMPARE(store.record(30'000).sequence, 30'000ULL);
        QCOMPARE(store.record(49'999).sequence, 49'999ULL);
    }

    void memoryComesAndGoesWithThePackets()
    {
        PacketStore store(PacketStore::MostCapacity);
        const std::size_t empty = store.bytes();
        QVERIFY(empty < 1000); // nothing is taken beforehand
        fill(store, 0, 200'000);
        const std::size_t full = store.bytes();
        QVERIFY2(full < 200'000 * 60, qPrintable(QString::number(full)));
        store.setCapacity(10'000);
        QVERIFY(store.bytes() < full / 5);
        store.clear();
        QCOMPARE(store.bytes(), empty);
        QCOMPARE(store.end(), PacketNumber(0));
    }

    void whatRepeatsIsKeptOnce()
    {
        EventRecord packet = Samples::ftpPacket();
        packet.setNote(std::string(sizeof packet.note, 'n'));
        const EventRecord repeated = packet;
        PacketStore alike(10'000'000);
        PacketStore various(10'000'000);
        for (int i = 0; i < int(PacketChunk::Rows); ++i) {
            alike.append(repeated);
            packet.sourcePort = std::uint16_t(i);
            std::memcpy(packet.note, &i, sizeof i);
            various.append(packet);
        }
        QVERIFY(alike.bytes() < PacketChunk::Rows * 41);
        QVERIFY(various.bytes() > PacketChunk::Rows * (40 + 68 + 152 + 4));
        QVERIFY(various.bytes() < PacketChunk::Rows * (40 + 68 + 152 + 5));
        for (PacketNumber number = 1; number < PacketChunk::Rows; ++number) {
            QCOMPARE(various.record(number).sourcePort, std::uint16_t(number));
        }
    }

    void capacityHasBounds()
    {
        QCOMPARE(PacketStore(0).capacity(), PacketStore::LeastCapacity);
        QCOMPARE(PacketStore(PacketStore::MostCapacity + 1).capacity(), PacketStore::MostCapacity);
        PacketStore one(1);
        fill(one, 0, 3);
        QCOMPARE(one.size(), std::size_t(1));
        QCOMPARE(one.record(2).sequence, 2ULL);
    }

    void aSnapshotStaysAsItIsWhateverArrives()
    {
        PacketStore store(10'000);
        fill(store, 0, 9'000);
        const PacketSnapshot snapshot = store.snapshot();
        fill(store, 9'000, 100'000);
        QCOMPARE(snapshot.size(), std::size_t(9'000));
        QVERIFY(snapshot.contains(0) && snapshot.contains(8'999) && !snapshot.contains(9'000));
        for (PacketNumber number = 0; number < 9'000; ++number) {
            QCOMPARE(snapshot.record(number).sequence, number);
        }
        store.clear();
        QCOMPARE(snapshot.record(8'999).sequence, 8'999ULL);
    }

    void aSnapshotMayBeReadInAnotherThreadWhilePacketsArrive()
    {
        PacketStore store(30'000);
        fill(store, 0, 30'000);
        quint64 sum = 0;
        std::thread reader([snapshot = store.snapshot(), &sum] {
            for (PacketNumber number = snapshot.first(); number < snapshot.end(); ++number) {
                sum += snapshot.record(number).sequence;
            }
        });
        fill(store, 30'000, 100'000);
        reader.join();
        QCOMPARE(sum, 30'000ULL * 29'999 / 2);
    }

    void itsPartsHaveEachPacketOnceAndSayWhatTheyMayHave()
    {
        PacketStore store(20'000);
        fill(store, 0, 33'000);
        const PacketSnapshot snapshot = store.snapshot();
        PacketNumber next = snapshot.first();
        for (std::size_t at = 0; at < snapshot.partCount(); ++at) {
            const PacketSnapshot::Part part = snapshot.part(at);
            QCOMPARE(part.first, next);
            for (PacketNumber number = part.first; number < part.end; ++number) {
                const PackedPacket &packet = part.chunk->packed(std::size_t(number - part.base));
                QCOMPARE(packet.sequence, number);
                QVERIFY(packet.sequence >= part.chunk->smallestSequence());
                QVERIFY(packet.sequence <= part.chunk->largestSequence());
                QVERIFY(packet.timeNs >= part.chunk->earliestNs());
                QVERIFY(packet.timeNs <= part.chunk->latestNs());
            }
            next = part.end;
        }
        QCOMPARE(next, snapshot.end());
    }

private:
    static void fill(PacketStore &store, PacketNumber first, int count)
    {
        EventRecord packet = Samples::ftpPacket();
        for (int i = 0; i < count; ++i) {
            packet.sequence = first + PacketNumber(i);
            packet.timeNs += i % 3 == 0 ? 5 : 1000;
            store.append(packet);
        }
    }
};

QTEST_GUILESS_MAIN(TestPacketStore)
#include "tst_packetstore.moc"
