// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/outstandingpackets.h"

#include <QTest>

using namespace Trackhand;

class TestOutstandingPackets : public QObject {
    Q_OBJECT

private slots:
    void findsEachPacketByItsIdAcrossGaps()
    {
        OutstandingPackets packets(8);
        for (const std::uint32_t id : {3U, 4U, 9U, 20U}) {
            packets.push(id, id * 100, 0);
        }
        QCOMPARE(packets.find(9)->position, std::uint64_t {900});
        QVERIFY(!packets.find(5));
        QVERIFY(!packets.find(21));
    }

    void aPacketIsAnsweredOnce()
    {
        OutstandingPackets packets(8);
        packets.push(1, 0, 0);
        packets.push(2, 0, 0);
        packets.answer(*packets.find(2));
        QVERIFY(!packets.find(2));
        QCOMPARE(packets.front().id, 1U);
        packets.answer(*packets.find(1));
        QVERIFY(packets.empty());
    }

    void theFrontIsTheOldestWithoutAnAnswer()
    {
        OutstandingPackets packets(8);
        for (std::uint32_t id = 1; id <= 4; ++id) {
            packets.push(id, 0, 0);
        }
        packets.answer(*packets.find(2));
        packets.answer(*packets.find(1));
        QCOMPARE(packets.front().id, 3U);
        QCOMPARE(packets.size(), 2U);
    }

    void idsMayWrapAround()
    {
        OutstandingPackets packets(8);
        packets.push(0xffffffff, 1, 0);
        packets.push(1, 2, 0);
        QCOMPARE(packets.find(1)->position, std::uint64_t {2});
        QCOMPARE(packets.find(0xffffffff)->position, std::uint64_t {1});
    }

    void isFullAtItsCapacity()
    {
        OutstandingPackets packets(4);
        for (std::uint32_t id = 1; id <= 4; ++id) {
            QVERIFY(!packets.full());
            packets.push(id, 0, 0);
        }
        QVERIFY(packets.full());
    }
};

QTEST_GUILESS_MAIN(TestOutstandingPackets)
#include "tst_outstandingpackets.moc"
