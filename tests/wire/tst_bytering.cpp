// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/channel/bytering.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

using namespace Trackhand::Wire;

namespace {

constexpr std::size_t AreaSize = 64;

struct Ring {
    alignas(8) std::array<std::uint8_t, AreaSize> area {};
    ByteRing::Writer writer {area, 0};
    ByteRing::Reader reader {area, 0};

    bool put(std::uint8_t fill, std::size_t bytes)
    {
        std::uint8_t *to = writer.reserve(1, bytes, reader.position());
        if (to) {
            std::memset(to, fill, bytes);
            writer.commit();
        }
        return to != nullptr;
    }

    /// The fill byte of the next record, or -1.
    int get()
    {
        const auto record = reader.next(writer.position());
        return record ? record->bytes[0] : -1;
    }

    void storeHeader(std::size_t at, std::uint32_t size, std::uint32_t kind)
    {
        std::memcpy(&area[at], &size, 4);
        std::memcpy(&area[at + 4], &kind, 4);
    }
};

} // namespace

class TestByteRing : public QObject {
    Q_OBJECT

private slots:
    void recordsComeOutInOrder();
    void aFullRingRefusesAndTakesAgainWhenRead();
    void aRecordNeverWraps();
    void manyLapsOfMixedSizesComeOutWhole();
    void aRecordAsBigAsTheRingFits();
    void aRecordBiggerThanTheRingDoesNot();
    void aRingWithoutAnythingWaitingTouchesOnlyItsFirstPart();
    void whatIsReservedCountsOnlyOnceCommitted();
    void aStoredRecordIsFoundByItsPosition();
    void aWriterThatLiesBreaksTheReaderForGood_data();
    void aWriterThatLiesBreaksTheReaderForGood();
    void fillingWhereNoneBelongsBreaksTheReader_data();
    void fillingWhereNoneBelongsBreaksTheReader();
};

void TestByteRing::recordsComeOutInOrder()
{
    Ring ring;
    QVERIFY(ring.put(1, 8));
    QVERIFY(ring.put(2, 3));
    QCOMPARE(ring.get(), 1);
    QCOMPARE(ring.get(), 2);
    QCOMPARE(ring.get(), -1);
    QVERIFY(!ring.reader.broken());
}

void TestByteRing::aFullRingRefusesAndTakesAgainWhenRead()
{
    Ring ring;
    for (std::uint8_t i = 1; i <= 4; ++i) {
        QVERIFY(ring.put(i, 8));
    }
    QVERIFY(!ring.put(5, 1));
    QCOMPARE(ring.get(), 1);
    QVERIFY(ring.put(5, 8));
    for (int i = 2; i <= 5; ++i) {
        QCOMPARE(ring.get(), i);
    }
}

void TestByteRing::aRecordNeverWraps()
{
    Ring ring;
    QVERIFY(ring.put(1, 32)); // 40 bytes of 64
    QCOMPARE(ring.get(), 1);
    QVERIFY(ring.put(2, 24)); // 32 bytes: 24 are left before the end, so they are filled
    QCOMPARE(ring.writer.lastRecord(), std::uint64_t {AreaSize});
    QCOMPARE(ring.get(), 2);
    QCOMPARE(ring.reader.position(), std::uint64_t {AreaSize + 32});
}

void TestByteRing::manyLapsOfMixedSizesComeOutWhole()
{
    Ring ring;
    std::uint8_t written = 0;
    std::uint8_t read = 0;
    for (int step = 0; step < 10000; ++step) {
        while (ring.put(written, 1 + (step * 7 + written * 3) % 20)) {
            ++written;
        }
        for (int takes = step % 3; takes >= 0 && read != written; --takes) {
            QCOMPARE(ring.get(), int(read));
            ++read;
        }
        QVERIFY(!ring.reader.broken());
    }
}

void TestByteRing::aRecordAsBigAsTheRingFits()
{
    Ring ring;
    QVERIFY(ring.put(9, AreaSize - ByteRing::HeaderSize));
    QCOMPARE(ring.get(), 9);
}

void TestByteRing::aRecordBiggerThanTheRingDoesNot()
{
    Ring ring;
    QVERIFY(!ring.put(9, AreaSize - ByteRing::HeaderSize + 1));
    QVERIFY(ring.put(1, 1));
}

void TestByteRing::aRingWithoutAnythingWaitingTouchesOnlyItsFirstPart()
{
    constexpr std::size_t Bytes = 1000;
    std::vector<std::uint64_t> area((ByteRing::UsualPart * 4) / sizeof(std::uint64_t));
    const std::span<std::uint8_t> bytes(reinterpret_cast<std::uint8_t *>(area.data()), ByteRing::UsualPart * 4);
    ByteRing::Writer writer(bytes, 0);
    ByteRing::Reader reader(bytes, 0);
    std::uint64_t furthest = 0;
    for (std::uint32_t i = 0; i < 5000; ++i) { // four and a half times the whole ring
        std::uint8_t *to = writer.reserve(1, Bytes, reader.position());
        QVERIFY(to);
        std::memcpy(to, &i, sizeof i);
        writer.commit();
        furthest = std::max(furthest, writer.position() % bytes.size());
        const auto record = reader.next(writer.position());
        QVERIFY(record.has_value());
        std::uint32_t number = 0;
        std::memcpy(&number, record->bytes.data(), sizeof number);
        QCOMPARE(number, i);
    }
    QVERIFY(furthest < ByteRing::UsualPart + 2 * Bytes);
    while (writer.reserve(1, Bytes, reader.position())) { // and all of it when nothing is read
        writer.commit();
    }
    QVERIFY(writer.position() - reader.position() > bytes.size() - 2 * Bytes);
}

void TestByteRing::whatIsReservedCountsOnlyOnceCommitted()
{
    Ring ring;
    QVERIFY(ring.writer.reserve(1, 8, 0));
    QCOMPARE(ring.get(), -1);
    ring.writer.commit();
    QCOMPARE(ring.get(), 0);
}

void TestByteRing::aStoredRecordIsFoundByItsPosition()
{
    Ring ring;
    QVERIFY(ring.put(1, 8));
    QVERIFY(ring.put(2, 8));
    const std::uint64_t second = ring.writer.lastRecord();
    QVERIFY(ring.put(3, 8));
    QCOMPARE(int(ring.reader.at(second).bytes[0]), 2);
    QCOMPARE(ring.get(), 1); // looking does not move
}

void TestByteRing::aWriterThatLiesBreaksTheReaderForGood_data()
{
    QTest::addColumn<quint32>("size");
    QTest::addColumn<quint64>("writerPosition");
    QTest::addRow("no size") << 0U << quint64 {16};
    QTest::addRow("smaller than a header") << 4U << quint64 {16};
    QTest::addRow("not a multiple of eight") << 12U << quint64 {16};
    QTest::addRow("longer than what was written") << 32U << quint64 {16};
    QTest::addRow("longer than the ring") << 128U << quint64 {64};
    QTest::addRow("huge") << 0xfffffff8U << quint64 {64};
    QTest::addRow("a position more than a lap ahead") << 16U << quint64 {65};
    QTest::addRow("a position behind") << 16U << ~quint64 {7};
    QTest::addRow("a position in the middle of a header") << 16U << quint64 {4};
}

void TestByteRing::aWriterThatLiesBreaksTheReaderForGood()
{
    QFETCH(quint32, size);
    QFETCH(quint64, writerPosition);
    Ring ring;
    ring.storeHeader(0, size, 1);
    QVERIFY(!ring.reader.next(writerPosition));
    QVERIFY(ring.reader.broken());
    ring.storeHeader(0, 16, 1);
    QVERIFY(!ring.reader.next(16));
}

void TestByteRing::fillingWhereNoneBelongsBreaksTheReader_data()
{
    QTest::addColumn<quint32>("at");
    QTest::addColumn<quint32>("size");
    QTest::addColumn<quint64>("writerPosition");
    QTest::addRow("in the middle of a lap") << 32U << 16U << quint64 {AreaSize + 16};
    QTest::addRow("a whole lap of it") << 0U << quint32 {AreaSize} << quint64 {AreaSize};
    QTest::addRow("with nothing behind it") << 32U << 32U << quint64 {AreaSize};
    QTest::addRow("twice") << 32U << 32U << quint64 {AreaSize + 32};
}

void TestByteRing::fillingWhereNoneBelongsBreaksTheReader()
{
    QFETCH(quint32, at);
    QFETCH(quint32, size);
    QFETCH(quint64, writerPosition);
    Ring ring; // zeroed: whatever is not written here is filling too
    ring.storeHeader(0, 32, 1);
    ring.storeHeader(at, size, ByteRing::FillerKind);
    if (at != 0) {
        QVERIFY(ring.reader.next(32));
        ring.storeHeader(0, 32, ByteRing::FillerKind);
    }
    QVERIFY(!ring.reader.next(writerPosition));
    QVERIFY(ring.reader.broken());
}

QTEST_APPLESS_MAIN(TestByteRing)
#include "tst_bytering.moc"
