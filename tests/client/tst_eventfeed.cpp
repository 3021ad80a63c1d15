// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/feed/eventfeed.h"
#include "client/feed/eventsource.h"
#include "tests/client/sampleevents.h"
#include "wire/ring/eventring.h"
#include "wire/ring/eventstream.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace Trackhand;

namespace {

/// Is at its end as soon as it begins.
class BrokenSource : public EventSource {
public:
    void start() override { emit failed({ErrorCode::Failed, "broken"}); }
    void setActive(bool) override { }
};

} // namespace

class TestEventFeed : public QObject {
    Q_OBJECT
private slots:
    void bringsEveryEventOfARingInOrder()
    {
        auto writer = Wire::EventRingWriter::create("test", 1024);
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        QVERIFY(feed.startRing(Fd(::dup(writer->fd()))).ok());
        for (int i = 0; i < 500; ++i) {
            writer->write(Samples::ftpPacket());
        }
        writer->wake();
        QTRY_COMPARE(collector.sequences.size(), 500);
        for (int i = 0; i < 500; ++i) {
            QCOMPARE(collector.sequences.at(i), quint64(i + 1));
        }
        QCOMPARE(collector.lost, 0ULL);
    }

    void handsOverInBatchesNotOneByOne()
    {
        auto writer = Wire::EventRingWriter::create("test", 65536);
        for (int i = 0; i < 50000; ++i) {
            writer->write(Samples::ftpPacket());
        }
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        QVERIFY(feed.startRing(Fd(::dup(writer->fd()))).ok());
        QTRY_COMPARE(collector.sequences.size(), 50000);
        QVERIFY2(collector.batches < 200, qPrintable(QString::number(collector.batches)));
    }

    void countsWhatWasOverwrittenWhilePaused()
    {
        auto writer = Wire::EventRingWriter::create("test", 256);
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        feed.setActive(false);
        QVERIFY(feed.startRing(Fd(::dup(writer->fd()))).ok());
        for (int i = 0; i < 1000; ++i) {
            writer->write(Samples::ftpPacket());
        }
        QTest::qWait(50);
        QCOMPARE(collector.batches, 0);
        feed.setActive(true);
        QTRY_COMPARE(quint64(collector.sequences.size()) + collector.lost, 1000ULL);
        QVERIFY(collector.lost >= 744);
    }

    void hearsOfASourceThatEndsAtOnce()
    {
        EventFeed feed(EventFeed::Kind::Packets);
        QSignalSpy failed(&feed, &EventFeed::failed);
        feed.startSource([](const std::shared_ptr<EventQueue> &) { return std::make_unique<BrokenSource>(); });
        QTRY_COMPARE(failed.size(), 1);
    }

    void handsOverLessOftenWhenShowingIsSlow()
    {
        auto writer = Wire::EventRingWriter::create("test", 1024);
        EventFeed feed(EventFeed::Kind::Packets);
        connect(&feed, &EventFeed::arrived, this, [] { QThread::msleep(40); });
        QVERIFY(feed.startRing(Fd(::dup(writer->fd()))).ok());
        writer->write(Samples::ftpPacket());
        QTRY_VERIFY(feed.interval() >= 80);
    }

    void aRingThatIsOpenedAgainIsNotHandedOverAgain()
    {
        auto writer = Wire::EventRingWriter::create("test", 1024);
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        QVERIFY(feed.startRing(Fd(::dup(writer->fd()))).ok());
        writeUntil(*writer, 3);
        QTRY_COMPARE(collector.sequences.size(), 3);
        feed.stop();
        writeUntil(*writer, 5);
        QVERIFY(feed.startRing(Fd(::dup(writer->fd()))).ok());
        QTRY_COMPARE(collector.sequences, QList<quint64>({1, 2, 3, 4, 5}));
    }

    void anotherRingIsHandedOverWholeAlthoughItsNumbersBeginAnew()
    {
        auto first = Wire::EventRingWriter::create("test", 1024);
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        QVERIFY(feed.startRing(Fd(::dup(first->fd()))).ok());
        writeUntil(*first, 3);
        QTRY_COMPARE(collector.sequences.size(), 3);
        auto second = Wire::EventRingWriter::create("test", 1024);
        m_timeNs += 1'000'000'000;
        writeUntil(*second, 2);
        QVERIFY(feed.startRing(Fd(::dup(second->fd()))).ok());
        QTRY_COMPARE(collector.sequences, QList<quint64>({1, 2, 3, 1, 2}));
    }

    void refusesADescriptorThatIsNoRing()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("x")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        EventFeed feed(EventFeed::Kind::Packets);
        QVERIFY(!feed.startRing(Fd(::dup(file.handle()))).ok());
        QVERIFY(!feed.isRunning());
    }

    void readsTheStreamOfAProcessAndItsLosses()
    {
        std::vector<std::uint8_t> stream;
        Wire::EventStream::appendPreamble(stream);
        for (int i = 1; i <= 300; ++i) {
            EventRecord event = Samples::ftpPacket();
            event.sequence = quint64(i);
            Wire::EventStream::appendEvent(stream, event);
        }
        Wire::EventStream::appendLost(stream, EventKind::Packet, 7);
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        startWith(feed, stream);
        QTRY_COMPARE(collector.sequences.size(), 300);
        QTRY_COMPARE(collector.lost, 7ULL);
    }

    void saysWhenTheStreamEnds()
    {
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        feed.startProcess(
            QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("echo nothing to see >&2; exit 3")});
        QTRY_COMPARE(collector.failures.size(), 1);
        QCOMPARE(collector.failures.first(), QStringLiteral("the events stopped coming: nothing to see"));
        QVERIFY(!feed.isRunning());
    }

    void saysWhenTheStreamIsNotOne()
    {
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        feed.startProcess(QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("echo this is no event stream at all; sleep 60")});
        QTRY_COMPARE(collector.failures.size(), 1);
        QVERIFY(!feed.isRunning());
    }

    void saysWhenTheProgramIsMissing()
    {
        EventFeed feed(EventFeed::Kind::Packets);
        Collector collector(feed);
        feed.startProcess(QStringLiteral("/nonexistent/ssh"), {});
        QTRY_COMPARE(collector.failures.size(), 1);
        QVERIFY(collector.failures.first().contains(QStringLiteral("could not be started")));
    }

private:
    struct Collector {
        explicit Collector(EventFeed &feed)
        {
            QObject::connect(&feed, &EventFeed::arrived, &feed, [this](const EventBatch &batch) {
                ++batches;
                lost += batch.lost;
                for (const EventRecord &event : batch.events) {
                    sequences.append(event.sequence);
                }
            });
            QObject::connect(&feed, &EventFeed::failed, &feed,
                [this](const Error &error) { failures.append(QString::fromStdString(error.text)); });
        }
        QList<quint64> sequences;
        quint64 lost = 0;
        int batches = 0;
        QStringList failures;
    };

    /// Writes until the ring's newest event is number @p last.
    void writeUntil(Wire::EventRingWriter &ring, std::uint64_t last)
    {
        EventRecord event = Samples::ftpPacket();
        do {
            event.timeNs = m_timeNs++;
        } while (ring.write(event) < last);
        ring.wake();
    }

    void startWith(EventFeed &feed, const std::vector<std::uint8_t> &stream)
    {
        QFile file(m_directory.filePath(QStringLiteral("stream")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char *>(stream.data()), qint64(stream.size()));
        file.close();
        // Cut at odd places, as a network would.
        feed.startProcess(QStringLiteral("dd"), {QStringLiteral("if=") + file.fileName(), QStringLiteral("bs=997")});
    }

    QTemporaryDir m_directory;
    std::uint64_t m_timeNs = 1'000'000'000;
};

QTEST_GUILESS_MAIN(TestEventFeed)
#include "tst_eventfeed.moc"
