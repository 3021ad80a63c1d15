// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ring/eventring.h"

#include <QTest>

#include <array>
#include <fcntl.h>
#include <sys/mman.h>
#include <thread>

using namespace Trackhand;
using namespace Trackhand::Wire;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t Capacity = 8;

EventRecord packetEvent(std::uint32_t id)
{
    EventRecord event = emptyEvent(EventKind::Packet);
    event.packetId = id;
    event.setHelper("ftp");
    event.setNote("PORT 10,0,1,2,195,80");
    return event;
}

Fd duplicate(int fd)
{
    return Fd(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
}

EventRingWriter newRing()
{
    return EventRingWriter::create("tst-events", Capacity).take();
}

EventRingReader newReader(const EventRingWriter &writer, EventRingReader::Start start)
{
    return EventRingReader::open(duplicate(writer.fd()), start).take();
}

QList<unsigned> idsOf(EventRingReader &reader, std::uint64_t &lost)
{
    std::array<EventRecord, 64> records;
    const auto batch = reader.read(records);
    lost = batch.lost;
    QList<unsigned> ids;
    for (std::size_t i = 0; i < batch.count; ++i) {
        ids.append(records[i].packetId);
    }
    return ids;
}

/// The first bytes of a ring as a stranger might make them up.
struct MadeUpHeader {
    char magic[8] = "THEVENT";
    std::uint32_t version = EventRingVersion;
    std::uint32_t capacity = Capacity;
    std::uint8_t reserved[48] = {};
    std::uint64_t head = 0;
    std::uint8_t rest[56] = {};
};
static_assert(sizeof(MadeUpHeader) == sizeof(EventRingHeader));

Fd strangersFile(const MadeUpHeader &header, std::size_t size, bool sealed)
{
    Fd fd(::memfd_create("stranger", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    const bool written = ::write(fd.get(), &header, sizeof header) == sizeof header
        && ::ftruncate(fd.get(), static_cast<off_t>(size)) == 0;
    if (!written || (sealed && ::fcntl(fd.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) != 0)) {
        return Fd();
    }
    return fd;
}

} // namespace

class TestEventRing : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead();
    void aSmallBufferTakesTheOldestFirst();
    void overwritingIsReportedAsLoss();
    void aLateReaderStartsWhereItAsksFor();
    void aCapacityThatIsNoPowerOfTwoIsRefused();
    void aReaderRefusesWhatIsNoRing_data();
    void aReaderRefusesWhatIsNoRing();
    void theReaderCannotMapTheRingWritable();
    void aHeadThatJumpsIsALossAndNothingWorse();
    void aHeadThatCountsPastTheLastNumberIsRefused();
    void waitEndsWhenTheWriterWakes();
    void waitReturnsAtOnceWhenThereIsSomethingToRead();
    void waitEndsAtItsTimeout();
    void aRecordIsNeverTornWhileTheWriterRaces();
};

void TestEventRing::whatIsWrittenIsRead()
{
    auto writer = newRing();
    auto reader = newReader(writer, EventRingReader::Start::Oldest);
    QCOMPARE(writer.write(packetEvent(7)), std::uint64_t {1});
    std::array<EventRecord, 4> records;
    const auto batch = reader.read(records);
    QCOMPARE(batch.count, std::size_t {1});
    QCOMPARE(batch.lost, std::uint64_t {0});
    QCOMPARE(records[0].sequence, std::uint64_t {1});
    QCOMPARE(records[0].packetId, 7U);
    QVERIFY(records[0].helperName() == "ftp");
    QVERIFY(records[0].noteText() == "PORT 10,0,1,2,195,80");
    QCOMPARE(reader.read(records).count, std::size_t {0});
}

void TestEventRing::aSmallBufferTakesTheOldestFirst()
{
    auto writer = newRing();
    auto reader = newReader(writer, EventRingReader::Start::Oldest);
    for (std::uint32_t id = 1; id <= 5; ++id) {
        writer.write(packetEvent(id));
    }
    std::array<EventRecord, 2> two;
    for (const std::uint32_t first : {1U, 3U}) {
        QCOMPARE(reader.read(two).count, std::size_t {2});
        QCOMPARE(two[0].packetId, first);
    }
    QCOMPARE(reader.read(two).count, std::size_t {1});
    QCOMPARE(two[0].packetId, 5U);
}

void TestEventRing::overwritingIsReportedAsLoss()
{
    auto writer = newRing();
    auto slow = newReader(writer, EventRingReader::Start::Oldest);
    for (std::uint32_t id = 1; id <= Capacity + 3; ++id) {
        writer.write(packetEvent(id));
    }
    std::uint64_t lost = 0;
    QCOMPARE(idsOf(slow, lost), (QList<unsigned> {4, 5, 6, 7, 8, 9, 10, 11}));
    QCOMPARE(lost, std::uint64_t {3});
    QCOMPARE(idsOf(slow, lost), QList<unsigned>());
    QCOMPARE(lost, std::uint64_t {0});
}

void TestEventRing::aLateReaderStartsWhereItAsksFor()
{
    auto writer = newRing();
    for (std::uint32_t id = 1; id <= Capacity + 2; ++id) {
        writer.write(packetEvent(id));
    }
    auto newest = newReader(writer, EventRingReader::Start::Newest);
    auto oldest = newReader(writer, EventRingReader::Start::Oldest);
    writer.write(packetEvent(100));
    std::uint64_t lost = 0;
    QCOMPARE(idsOf(newest, lost), QList<unsigned> {100});
    QCOMPARE(lost, std::uint64_t {0});
    QCOMPARE(idsOf(oldest, lost), (QList<unsigned> {4, 5, 6, 7, 8, 9, 10, 100}));
    QCOMPARE(lost, std::uint64_t {1}); // one was overwritten after this reader had begun
}

void TestEventRing::aCapacityThatIsNoPowerOfTwoIsRefused()
{
    for (const std::uint32_t capacity : {0U, 3U, 1000U}) {
        QVERIFY(!EventRingWriter::create("tst-events", capacity));
    }
}

void TestEventRing::aReaderRefusesWhatIsNoRing_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("sealed");
    const int whole = int(sizeof(MadeUpHeader) + Capacity * sizeof(EventRecord));
    const auto row = [](const char *name, const MadeUpHeader &header, int size, bool sealed) {
        QTest::addRow("%s", name) << QByteArray(reinterpret_cast<const char *>(&header), sizeof header) << size
                                  << sealed;
    };
    MadeUpHeader header;
    row("not sealed against shrinking", header, whole, false);
    row("one record short", header, whole - int(sizeof(EventRecord)), true);
    row("shorter than a header", header, 64, true);
    row("empty", header, 0, true);
    header.magic[0] = 'X';
    row("wrong magic", header, whole, true);
    header = MadeUpHeader();
    header.version = EventRingVersion + 1;
    row("newer version", header, whole, true);
    header = MadeUpHeader();
    header.capacity = 6;
    row("capacity no power of two", header, whole, true);
    header.capacity = 0;
    row("no capacity", header, whole, true);
    header.capacity = 0x80000000U;
    row("capacity far beyond the region", header, whole, true);
}

void TestEventRing::aReaderRefusesWhatIsNoRing()
{
    QFETCH(QByteArray, header);
    QFETCH(int, size);
    QFETCH(bool, sealed);
    auto fd = strangersFile(*reinterpret_cast<const MadeUpHeader *>(header.constData()), std::size_t(size), sealed);
    QVERIFY(fd.valid());
    const auto reader = EventRingReader::open(std::move(fd), EventRingReader::Start::Oldest);
    QVERIFY(!reader);
    QVERIFY(!reader.error().text.empty());
}

void TestEventRing::theReaderCannotMapTheRingWritable()
{
    auto writer = newRing();
    const Fd fd = duplicate(writer.fd());
    QCOMPARE(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0), MAP_FAILED);
    QCOMPARE(errno, EPERM);
    QVERIFY(::write(fd.get(), "x", 1) < 0);
    QVERIFY(::ftruncate(fd.get(), 0) != 0);
    writer.write(packetEvent(1)); // and its own writer still can
}

void TestEventRing::aHeadThatJumpsIsALossAndNothingWorse()
{
    MadeUpHeader header;
    header.head = ~std::uint64_t {0} - 1;
    auto fd = strangersFile(header, sizeof header + Capacity * sizeof(EventRecord), true);
    auto reader = EventRingReader::open(std::move(fd), EventRingReader::Start::Oldest);
    QVERIFY(reader);
    std::uint64_t lost = 0;
    QVERIFY(idsOf(*reader, lost).isEmpty());
    QVERIFY(lost > 0);
}

void TestEventRing::aHeadThatCountsPastTheLastNumberIsRefused()
{
    MadeUpHeader header;
    header.head = ~std::uint64_t {0};
    const auto size = sizeof header + Capacity * sizeof(EventRecord);
    for (const auto start : {EventRingReader::Start::Oldest, EventRingReader::Start::Newest}) {
        QVERIFY(!EventRingReader::open(strangersFile(header, size, true), start));
    }
    // And one that gets there later leads into no endless loop.
    header.head = 0;
    auto fd = strangersFile(header, size, true);
    const Fd behind = duplicate(fd.get());
    auto reader = EventRingReader::open(std::move(fd), EventRingReader::Start::Oldest);
    QVERIFY(reader);
    header.head = ~std::uint64_t {0};
    QCOMPARE(::pwrite(behind.get(), &header, sizeof header, 0), static_cast<ssize_t>(sizeof header));
    std::uint64_t lost = 0;
    QVERIFY(idsOf(*reader, lost).isEmpty());
}

void TestEventRing::waitEndsWhenTheWriterWakes()
{
    auto writer = newRing();
    auto reader = newReader(writer, EventRingReader::Start::Oldest);
    std::thread later([&] {
        std::this_thread::sleep_for(30ms);
        writer.write(packetEvent(1));
        writer.wake();
    });
    const auto begin = std::chrono::steady_clock::now();
    reader.wait(20s);
    later.join();
    QVERIFY(std::chrono::steady_clock::now() - begin < 10s);
    std::uint64_t lost = 0;
    QCOMPARE(idsOf(reader, lost), QList<unsigned> {1});
}

void TestEventRing::waitReturnsAtOnceWhenThereIsSomethingToRead()
{
    auto writer = newRing();
    auto reader = newReader(writer, EventRingReader::Start::Oldest);
    writer.write(packetEvent(1));
    const auto begin = std::chrono::steady_clock::now();
    reader.wait(20s);
    QVERIFY(std::chrono::steady_clock::now() - begin < 10s);
}

void TestEventRing::waitEndsAtItsTimeout()
{
    auto writer = newRing();
    const auto reader = newReader(writer, EventRingReader::Start::Oldest);
    const auto begin = std::chrono::steady_clock::now();
    reader.wait(20ms);
    QVERIFY(std::chrono::steady_clock::now() - begin >= 15ms);
}

void TestEventRing::aRecordIsNeverTornWhileTheWriterRaces()
{
    constexpr std::uint32_t Total = 200000;
    auto writer = newRing();
    auto reader = newReader(writer, EventRingReader::Start::Oldest);
    std::thread producer([&] {
        EventRecord event = emptyEvent(EventKind::Packet);
        for (std::uint32_t id = 1; id <= Total; ++id) {
            event.packetId = event.payloadLength = event.latencyNs = id;
            std::memset(event.note, int(id & 0xff), sizeof event.note);
            writer.write(event);
        }
        writer.wake();
    });
    std::uint64_t seen = 0;
    std::uint64_t lost = 0;
    std::uint64_t torn = 0;
    std::uint64_t previous = 0;
    std::array<EventRecord, 16> records;
    while (seen + lost < Total) {
        const auto batch = reader.read(records);
        lost += batch.lost;
        seen += batch.count;
        for (std::size_t i = 0; i < batch.count; ++i) {
            const EventRecord &event = records[i];
            const auto expected = char(event.packetId & 0xff);
            torn += event.sequence != event.packetId || event.payloadLength != event.packetId
                || event.latencyNs != event.packetId || event.sequence <= previous || event.note[0] != expected
                || event.note[sizeof event.note - 1] != expected;
            previous = event.sequence;
        }
    }
    producer.join();
    QCOMPARE(torn, std::uint64_t {0});
    QCOMPARE(seen + lost, std::uint64_t {Total});
    QVERIFY(seen > 0);
}

QTEST_APPLESS_MAIN(TestEventRing)
#include "tst_eventring.moc"
