// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ring/eventstream.h"
#include "wire/ring/payloadring.h"

#include <QTest>

#include <cstring>

using namespace Trackhand;
using namespace Trackhand::Wire;

namespace {

using Bytes = std::vector<std::uint8_t>;

EventRecord packetEvent(std::uint32_t id)
{
    EventRecord event = emptyEvent(EventKind::Packet);
    event.packetId = id;
    event.setNote("PASV");
    return event;
}

Bytes wholeStream()
{
    Bytes out;
    EventStream::appendPreamble(out);
    EventStream::appendEvent(out, packetEvent(4));
    EventStream::appendLost(out, EventKind::Expectation, 17);
    const Bytes captured(100, 'x');
    EventStream::appendPayload(out, 4, 1500, captured);
    EventStream::appendPayload(out, 5, 0, {});
    EventStream::appendAlive(out);
    return out;
}

/// What a stream says, one word a frame.
QStringList describe(EventStream::Reader &reader)
{
    QStringList words;
    while (true) {
        const auto frame = reader.next();
        if (!frame) {
            words.append(QStringLiteral("broken"));
            return words;
        }
        if (!*frame) {
            return words;
        }
        const EventStream::Frame &got = **frame;
        switch (got.type) {
        case EventStream::FrameType::Event:
            words.append(QStringLiteral("event %1").arg(got.event.packetId));
            break;
        case EventStream::FrameType::Lost:
            words.append(QStringLiteral("lost %1 of kind %2").arg(got.lost).arg(int(got.lostKind)));
            break;
        case EventStream::FrameType::Payload:
            words.append(QStringLiteral("payload %1: %2 of %3")
                             .arg(got.eventNumber)
                             .arg(got.bytes.size())
                             .arg(got.packetLength));
            break;
        case EventStream::FrameType::Alive:
            words.append(QStringLiteral("alive"));
            break;
        }
    }
}

const QStringList WholeStreamInWords {QStringLiteral("event 4"), QStringLiteral("lost 17 of kind 2"),
    QStringLiteral("payload 4: 100 of 1500"), QStringLiteral("payload 5: 0 of 0"), QStringLiteral("alive")};

} // namespace

class TestEventStream : public QObject {
    Q_OBJECT

private slots:
    void whatWasAppendedIsRead();
    void splittingAtAnyByteChangesNothing();
    void oneByteAtATimeChangesNothing();
    void aLongPayloadIsCutToTheSnapshot();
    void aBrokenStreamIsRefusedForGood_data();
    void aBrokenStreamIsRefusedForGood();
    void randomBytesNeverGoThrough();
};

void TestEventStream::whatWasAppendedIsRead()
{
    EventStream::Reader reader;
    reader.feed(wholeStream());
    QCOMPARE(describe(reader), WholeStreamInWords);
}

void TestEventStream::splittingAtAnyByteChangesNothing()
{
    const Bytes stream = wholeStream();
    for (std::size_t at = 0; at <= stream.size(); ++at) {
        EventStream::Reader reader;
        reader.feed(std::span(stream).first(at));
        QStringList words = describe(reader);
        reader.feed(std::span(stream).subspan(at));
        words += describe(reader);
        QCOMPARE(words, WholeStreamInWords);
    }
}

void TestEventStream::oneByteAtATimeChangesNothing()
{
    EventStream::Reader reader;
    QStringList words;
    for (const std::uint8_t byte : wholeStream()) {
        reader.feed({&byte, 1});
        words += describe(reader);
    }
    QCOMPARE(words, WholeStreamInWords);
}

void TestEventStream::aLongPayloadIsCutToTheSnapshot()
{
    Bytes out;
    EventStream::appendPreamble(out);
    EventStream::appendPayload(out, 9, 9000, Bytes(9000, 'x'));
    EventStream::Reader reader;
    reader.feed(out);
    QCOMPARE(describe(reader), QStringList {QStringLiteral("payload 9: %1 of 9000").arg(PayloadSnapshotMax)});
}

void TestEventStream::aBrokenStreamIsRefusedForGood_data()
{
    QTest::addColumn<QByteArray>("stream");
    Bytes preamble;
    EventStream::appendPreamble(preamble);
    const QByteArray start(reinterpret_cast<const char *>(preamble.data()), qsizetype(preamble.size()));
    const auto words = [](std::initializer_list<std::uint32_t> values) {
        return QByteArray(reinterpret_cast<const char *>(values.begin()), qsizetype(values.size() * 4));
    };
    QByteArray otherOrder = start;
    std::reverse(otherOrder.begin() + 8, otherOrder.end());
    QTest::addRow("text of a shell") << QByteArray("Last login: Mon Jan  1 00:00:00\n");
    QTest::addRow("other byte order") << otherOrder;
    QTest::addRow("length 0") << start + words({0, 4});
    QTest::addRow("length beyond any frame") << start + words({0x7fffffff, 1});
    QTest::addRow("length that overflows") << start + words({0xffffffff, 1});
    QTest::addRow("unknown type") << start + words({4, 99});
    QTest::addRow("event of 8 bytes") << start + words({12, 1, 0, 0});
    QTest::addRow("loss of 4 bytes") << start + words({8, 2, 0});
    QTest::addRow("payload without its lengths") << start + words({8, 3, 0});
    QTest::addRow("payload claiming more than it has") << start + words({20, 3, 1, 0, 100, 100});
    QTest::addRow("payload claiming less than it has") << start + words({24, 3, 1, 0, 100, 0, 0});
}

void TestEventStream::aBrokenStreamIsRefusedForGood()
{
    QFETCH(QByteArray, stream);
    EventStream::Reader reader;
    reader.feed({reinterpret_cast<const std::uint8_t *>(stream.constData()), std::size_t(stream.size())});
    QVERIFY(!reader.next());
    // What follows is never looked at again, not even a good frame.
    Bytes alive;
    EventStream::appendAlive(alive);
    reader.feed(alive);
    QVERIFY(!reader.next());
}

void TestEventStream::randomBytesNeverGoThrough()
{
    std::uint32_t state = 1;
    for (int round = 0; round < 200; ++round) {
        Bytes stream = wholeStream();
        for (int change = 0; change < 3; ++change) {
            state = state * 1664525 + 1013904223;
            stream[12 + (state >> 8) % (stream.size() - 12)] ^= std::uint8_t(state >> 24);
        }
        EventStream::Reader reader;
        reader.feed(stream);
        // Whatever came of it, each frame was within its bounds; the sanitizers watch that.
        QVERIFY(describe(reader).size() <= qsizetype(stream.size() / 8));
    }
}

QTEST_APPLESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
