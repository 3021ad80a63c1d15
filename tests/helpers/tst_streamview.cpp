// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/linereader.h"
#include "helpers/packet/streamview.h"
#include "packetbuilder.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

const Tuple Connection = tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21);

/// A view and the bytes it has handed out.
class Receiver {
public:
    void open(std::uint32_t initialSequence) { add(initialSequence, {}, Syn); }

    void add(std::uint32_t sequence, std::string_view payload, std::uint8_t flags = Ack)
    {
        const Bytes bytes = tcpPacket(Connection, {sequence, 0, flags, payload});
        Wire::PacketRecord record;
        record.originalLength = static_cast<std::uint32_t>(bytes.size());
        const auto packet = Packet::parse(record, bytes);
        QVERIFY(packet.has_value());
        stream.add(*packet);
        while (const auto chunk = stream.next()) {
            seen += chunk->afterGap ? "|" : "";
            seen.append(chunk->bytes.begin(), chunk->bytes.end());
        }
    }

    StreamView stream;
    std::string seen; // a gap shows as '|'
};

#define COMPARE_SEEN(receiver, expected) QCOMPARE(QByteArray::fromStdString((receiver).seen), QByteArray(expected))

} // namespace

class TestStreamView : public QObject {
    Q_OBJECT

private slots:
    void handsOutSegmentsInOrder();
    void leavesOutWhatWasSeenBefore();
    void keepsWhatComesEarly();
    void joinsOverlapsOnce();
    void sequenceNumbersWrap();
    void anySegmentationInAnyOrderGivesTheSameBytes();
    void bytesBeyondTheWindowWaitForTheirRetransmission();
    void goesOnBehindAHoleThatWasAcknowledged();
    void anAcknowledgementOfWhatWasSeenIsNoGap();
    void beginsWithTheFirstPayloadWithoutAHandshake();
    void aLineLongerThanTheLimitIsCut();
    void theRestOfATornLineIsLeftOut();
};

void TestStreamView::handsOutSegmentsInOrder()
{
    Receiver receiver;
    receiver.open(99);
    receiver.add(100, "abc");
    receiver.add(103, "def");
    COMPARE_SEEN(receiver, "abcdef");
    QCOMPARE(receiver.stream.nextSequence(), 106U);
}

void TestStreamView::leavesOutWhatWasSeenBefore()
{
    Receiver receiver;
    receiver.open(99);
    receiver.add(100, "abc");
    receiver.add(100, "abc");
    receiver.add(101, "bcde");
    receiver.add(90, "xxxxxxxxxx");
    COMPARE_SEEN(receiver, "abcde");
}

void TestStreamView::keepsWhatComesEarly()
{
    Receiver receiver;
    receiver.open(99);
    receiver.add(106, "ghi");
    receiver.add(103, "def");
    COMPARE_SEEN(receiver, "");
    receiver.add(100, "abc");
    COMPARE_SEEN(receiver, "abcdefghi");
}

void TestStreamView::joinsOverlapsOnce()
{
    Receiver receiver;
    receiver.open(99);
    receiver.add(104, "efgh");
    receiver.add(102, "cdef");
    receiver.add(100, "abcd");
    receiver.add(106, "ghij");
    COMPARE_SEEN(receiver, "abcdefghij");
}

void TestStreamView::sequenceNumbersWrap()
{
    Receiver receiver;
    receiver.open(0xfffffffc);
    receiver.add(0xfffffffd, "ab");
    receiver.add(1, "ef");
    receiver.add(0xffffffff, "cd");
    COMPARE_SEEN(receiver, "abcdef");
}

void TestStreamView::anySegmentationInAnyOrderGivesTheSameBytes()
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string whole(1500, '\0');
        std::ranges::generate(whole, [&] { return static_cast<char>('a' + random() % 26); });
        Receiver receiver;
        const std::uint32_t first = static_cast<std::uint32_t>(random());
        receiver.open(first - 1);
        std::vector<std::pair<std::size_t, std::size_t>> segments;
        for (std::size_t at = 0; at < whole.size();) {
            const std::size_t length = 1 + random() % 200;
            segments.emplace_back(at > 20 ? at - random() % 20 : at, at + length); // some overlap
            at += length;
        }
        std::ranges::shuffle(segments, random);
        for (const auto &[from, to] : segments) {
            receiver.add(first + static_cast<std::uint32_t>(from), std::string_view(whole).substr(from, to - from));
        }
        COMPARE_SEEN(receiver, QByteArray::fromStdString(whole));
    }
}

void TestStreamView::bytesBeyondTheWindowWaitForTheirRetransmission()
{
    Receiver receiver;
    receiver.open(99);
    const std::string early(StreamView::Window, 'x');
    receiver.add(101, early); // its last byte is one too far
    receiver.add(100, "a");
    QCOMPARE(receiver.seen.size(), StreamView::Window);
    receiver.add(101, early);
    QCOMPARE(receiver.seen.size(), StreamView::Window + 1);
}

void TestStreamView::goesOnBehindAHoleThatWasAcknowledged()
{
    Receiver receiver;
    receiver.open(99);
    receiver.add(100, "abc");
    receiver.stream.acknowledged(110);
    receiver.add(110, "xyz");
    COMPARE_SEEN(receiver, "abc|xyz");
    receiver.add(120, "uvw");
    receiver.stream.acknowledged(123);
    receiver.add(123, "!");
    COMPARE_SEEN(receiver, "abc|xyz|uvw!");
}

void TestStreamView::anAcknowledgementOfWhatWasSeenIsNoGap()
{
    Receiver receiver;
    receiver.open(99);
    receiver.add(100, "abc");
    receiver.stream.acknowledged(103);
    receiver.stream.acknowledged(101);
    receiver.add(103, "def");
    COMPARE_SEEN(receiver, "abcdef");
}

void TestStreamView::beginsWithTheFirstPayloadWithoutAHandshake()
{
    Receiver receiver;
    receiver.add(500, {});
    QVERIFY(!receiver.stream.started());
    receiver.add(777, "abc");
    COMPARE_SEEN(receiver, "abc");
}

void TestStreamView::aLineLongerThanTheLimitIsCut()
{
    LineReader lines;
    const std::string text = std::string(LineReader::MaxLine + 100, 'y') + "\r\nnext\r\n";
    const Bytes bytes = tcpPacket(Connection, {100, 0, Ack, text});
    lines.add(*Packet::parse({}, bytes));
    const auto first = lines.next();
    QVERIFY(first && first->cut);
    QCOMPARE(first->text.size(), LineReader::MaxLine);
    QCOMPARE(first->endSequence, std::uint32_t(100 + LineReader::MaxLine + 102));
    const auto second = lines.next();
    QVERIFY(second && !second->cut && second->text == "next");
    QVERIFY(!lines.next());
}

void TestStreamView::theRestOfATornLineIsLeftOut()
{
    LineReader lines;
    const Bytes begin = tcpPacket(Connection, {100, 0, Ack, "RETR some"});
    lines.add(*Packet::parse({}, begin));
    QVERIFY(!lines.next());
    lines.acknowledged(120);
    const Bytes rest = tcpPacket(Connection, {120, 0, Ack, "PORT 1,2\r\nNOOP\r\n"});
    lines.add(*Packet::parse({}, rest));
    const auto line = lines.next();
    QVERIFY(line && line->afterGap && line->text == "NOOP");
}

QTEST_APPLESS_MAIN(TestStreamView)
#include "tst_streamview.moc"
