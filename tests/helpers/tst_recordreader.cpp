// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/recordreader.h"
#include "packetbuilder.h"

#include <QTest>

#include <string>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

const Tuple Connection = tcpTuple("10.0.1.2", 40000, "10.0.2.2", 111);

/// A head of two bytes: the first is the length, 255 is none; the second is 1 on the last part of a record.
std::optional<RecordReader::Frame> parseHead(std::span<const std::uint8_t> head)
{
    return head[0] == 255 ? std::nullopt : std::optional(RecordReader::Frame {head[0], head[1] == 1});
}

std::string frame(std::string_view body, bool last = true)
{
    return std::string {static_cast<char>(body.size()), static_cast<char>(last)} + std::string(body);
}

/// A reader and the records it has handed out, each in brackets: (begin-end text flags).
class Receiver {
public:
    void add(std::uint32_t sequence, std::string_view payload)
    {
        const Bytes bytes = tcpPacket(Connection, {sequence, 0, Ack, payload});
        Wire::PacketRecord record;
        record.originalLength = static_cast<std::uint32_t>(bytes.size());
        reader.add(*Packet::parse(record, bytes));
        while (const auto next = reader.next()) {
            records += "(" + std::to_string(next->beginSequence) + "-" + std::to_string(next->endSequence) + " "
                + std::string(next->body.begin(), next->body.end()) + (next->cut ? " cut" : "")
                + (next->inFrames ? " in frames" : "") + ")";
        }
    }

    RecordReader reader {2, &parseHead};
    std::string records;
};

} // namespace

class TestRecordReader : public QObject {
    Q_OBJECT

private slots:
    void recordsArriveHoweverTheyAreCut()
    {
        const std::string all = frame("abc") + frame("") + frame("de", false) + frame("", false) + frame("f");
        for (std::size_t size = 1; size <= all.size(); ++size) {
            Receiver receiver;
            for (std::size_t at = 0; at < all.size(); at += size) {
                receiver.add(100 + static_cast<std::uint32_t>(at), std::string_view(all).substr(at, size));
            }
            QCOMPARE(receiver.records, std::string("(100-105 abc)(105-107 )(107-116 def in frames)"));
        }
    }
    void aLongRecordIsCutAndTheNextOneIsWhole()
    {
        Receiver receiver;
        std::uint32_t at = 100;
        for (int part = 0; part < 5; ++part) {
            const std::string piece = frame(std::string(250, 'x'), part == 4);
            receiver.add(at, piece);
            at += static_cast<std::uint32_t>(piece.size());
        }
        QVERIFY(receiver.records.ends_with("x cut in frames)"));
        QCOMPARE(receiver.records.size(), std::string("(100-1360  cut in frames)").size() + RecordReader::MaxBody);
        receiver.records.clear();
        receiver.add(at, frame("abc"));
        QCOMPARE(receiver.records, std::string("(1360-1365 abc)"));
    }
    void afterAHoleItGoesOnWithASegmentThatIsOneRecord()
    {
        Receiver receiver;
        receiver.add(100, frame("abc"));
        receiver.reader.acknowledged(200); // 105 to 199 were never seen
        receiver.add(200, "bc" + frame("de"));
        receiver.add(206, frame("f") + frame("g"));
        QCOMPARE(receiver.records, std::string("(100-105 abc)"));
        receiver.add(212, frame("hi"));
        receiver.add(216, frame("j") + frame("k"));
        QCOMPARE(receiver.records, std::string("(100-105 abc)(212-216 hi)(216-219 j)(219-222 k)"));
    }
    void aHoleWithinARecordLosesIt()
    {
        Receiver receiver;
        receiver.add(100, frame("abcdef").substr(0, 4));
        receiver.reader.acknowledged(106);
        receiver.add(106, "ef" + frame("abc"));
        QCOMPARE(receiver.records, std::string());
        receiver.add(113, frame("abc"));
        QCOMPARE(receiver.records, std::string("(113-118 abc)"));
    }
    void whatCannotBeAHeadLosesTheRestOfTheSegment()
    {
        Receiver receiver;
        receiver.add(100, frame("abc") + "\xff\x01" + frame("de"));
        QCOMPARE(receiver.records, std::string("(100-105 abc)"));
        receiver.add(111, frame("f"));
        QCOMPARE(receiver.records, std::string("(100-105 abc)(111-114 f)"));
    }
    void afterResetNothingIsLeft()
    {
        Receiver receiver;
        receiver.add(100, frame("abcdef").substr(0, 4));
        receiver.reader.reset();
        receiver.add(7, frame("gh"));
        QCOMPARE(receiver.records, std::string("(7-11 gh)"));
    }
};

QTEST_APPLESS_MAIN(TestRecordReader)
#include "tst_recordreader.moc"
