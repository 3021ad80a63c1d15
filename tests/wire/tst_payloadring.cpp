// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ring/payloadring.h"

#include <QTest>

#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/mman.h>
#include <thread>
#include <vector>

using namespace Trackhand;
using namespace Trackhand::Wire;

namespace {

PayloadRingWriter newRing(std::uint32_t capacity = 4)
{
    return PayloadRingWriter::create("tst-bytes", capacity).take();
}

PayloadRingReader newReader(const PayloadRingWriter &writer)
{
    return PayloadRingReader::open(Fd(::fcntl(writer.fd(), F_DUPFD_CLOEXEC, 0))).take();
}

std::vector<std::uint8_t> packet(std::size_t length, std::uint8_t fill)
{
    return std::vector<std::uint8_t>(length, fill);
}

} // namespace

class TestPayloadRing : public QObject {
    Q_OBJECT

private slots:
    void aSnapshotIsFoundByItsEventNumber();
    void aLongPacketIsCutAndSaysSo();
    void aPacketWithoutBytesHasAnEmptySnapshot();
    void aNewerPacketDoesNotLeakTheOlderOnesBytes();
    void whatWasOverwrittenOrNeverWrittenIsNotFound();
    void aReaderRefusesWhatIsNoRing();
    void aLyingCapturedLengthStaysWithinTheSnapshot();
    void aSnapshotIsNeverTornWhileTheWriterRaces();
};

void TestPayloadRing::aSnapshotIsFoundByItsEventNumber()
{
    auto writer = newRing();
    const auto reader = newReader(writer);
    writer.write(5, packet(60, 'a'));
    writer.write(6, packet(61, 'b'));
    const auto snapshot = std::make_unique<PayloadSnapshot>();
    QVERIFY(reader.read(5, *snapshot));
    QCOMPARE(snapshot->packetLength, 60U);
    QCOMPARE(snapshot->captured().size(), std::size_t {60});
    QCOMPARE(snapshot->captured()[59], std::uint8_t {'a'});
    QVERIFY(reader.read(6, *snapshot));
    QCOMPARE(snapshot->captured().back(), std::uint8_t {'b'});
}

void TestPayloadRing::aLongPacketIsCutAndSaysSo()
{
    auto writer = newRing();
    const auto reader = newReader(writer);
    writer.write(1, packet(9000, 'x'));
    const auto snapshot = std::make_unique<PayloadSnapshot>();
    QVERIFY(reader.read(1, *snapshot));
    QCOMPARE(snapshot->packetLength, 9000U);
    QCOMPARE(snapshot->captured().size(), PayloadSnapshotMax);
}

void TestPayloadRing::aPacketWithoutBytesHasAnEmptySnapshot()
{
    auto writer = newRing();
    const auto reader = newReader(writer);
    writer.write(1, {});
    const auto snapshot = std::make_unique<PayloadSnapshot>();
    QVERIFY(reader.read(1, *snapshot));
    QVERIFY(snapshot->captured().empty());
}

void TestPayloadRing::aNewerPacketDoesNotLeakTheOlderOnesBytes()
{
    auto writer = newRing(1);
    const auto reader = newReader(writer);
    writer.write(1, packet(1000, 's'));
    writer.write(2, packet(3, 'p'));
    const auto snapshot = std::make_unique<PayloadSnapshot>();
    QVERIFY(reader.read(2, *snapshot));
    QCOMPARE(snapshot->captured().size(), std::size_t {3});
}

void TestPayloadRing::whatWasOverwrittenOrNeverWrittenIsNotFound()
{
    auto writer = newRing(4);
    const auto reader = newReader(writer);
    const auto snapshot = std::make_unique<PayloadSnapshot>();
    QVERIFY(!reader.read(1, *snapshot));
    QVERIFY(!reader.read(0, *snapshot));
    writer.write(1, packet(10, 'a'));
    writer.write(5, packet(10, 'b')); // the same slot
    QVERIFY(!reader.read(1, *snapshot));
    QVERIFY(reader.read(5, *snapshot));
    QVERIFY(!reader.read(9, *snapshot));
}

void TestPayloadRing::aReaderRefusesWhatIsNoRing()
{
    QVERIFY(!PayloadRingWriter::create("tst-bytes", 3));
    Fd unsealed(::memfd_create("stranger", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    QCOMPARE(::ftruncate(unsealed.get(), 1 << 16), 0);
    QVERIFY(!PayloadRingReader::open(std::move(unsealed)));
    Fd nothing(::memfd_create("stranger", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    QCOMPARE(::ftruncate(nothing.get(), 1 << 16), 0);
    QCOMPARE(::fcntl(nothing.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW), 0);
    QVERIFY(!PayloadRingReader::open(std::move(nothing)));
}

void TestPayloadRing::aLyingCapturedLengthStaysWithinTheSnapshot()
{
    const auto snapshot = std::make_unique<PayloadSnapshot>();
    snapshot->capturedLength = 0xffffffff;
    QCOMPARE(snapshot->captured().size(), PayloadSnapshotMax);
}

void TestPayloadRing::aSnapshotIsNeverTornWhileTheWriterRaces()
{
    constexpr std::uint64_t Total = 20000;
    auto writer = newRing(2);
    const auto reader = newReader(writer);
    std::atomic<std::uint64_t> newest = 0;
    std::thread producer([&] {
        for (std::uint64_t number = 1; number <= Total; ++number) {
            writer.write(number, packet(600, std::uint8_t(number)));
            newest.store(number, std::memory_order_release);
        }
    });
    const auto snapshot = std::make_unique<PayloadSnapshot>();
    int torn = 0;
    int found = 0;
    for (std::uint64_t number = 0; number < Total;) {
        number = newest.load(std::memory_order_acquire);
        if (number != 0 && reader.read(number, *snapshot)) {
            ++found;
            for (const std::uint8_t byte : snapshot->captured()) {
                torn += byte != std::uint8_t(number);
            }
        }
    }
    producer.join();
    QCOMPARE(torn, 0);
    QVERIFY(found > 0);
}

QTEST_APPLESS_MAIN(TestPayloadRing)
#include "tst_payloadring.moc"
