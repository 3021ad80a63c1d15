// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/pcapngwriter.h"
#include "wire/capture/packetcomment.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cstring>

using namespace Trackhand;

namespace {

quint32 wordAt(const QByteArray &bytes, qsizetype at)
{
    quint32 word = 0;
    std::memcpy(&word, bytes.constData() + at, 4);
    return word;
}

EventRecord packet()
{
    EventRecord event = emptyEvent(EventKind::Packet);
    event.timeNs = (quint64 {5} << 32) + 7;
    event.packetId = 4;
    event.outcome = std::uint8_t(Verdict::Drop);
    event.setHelper("ftp");
    event.setNote("PORT");
    return event;
}

} // namespace

class TestPcapngWriter : public QObject {
    Q_OBJECT

private slots:
    void theFileIsMadeOfWholeBlocks();
    void aFileThatCannotBeWrittenIsSaidSo();
    void theCommentSaysWhatBecameOfThePacket();
};

void TestPcapngWriter::theFileIsMadeOfWholeBlocks()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("packets.pcapng"));
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        PcapngWriter writer(&file);
        QVERIFY(writer.begin("test"));
        QVERIFY(writer.write(packet(), std::vector<std::uint8_t> {0x45, 0, 0, 60, 1}, 60));
        QVERIFY(writer.write(packet(), {}, 0));
        QCOMPARE(writer.packets(), std::uint64_t {2});
    }
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QList<quint32> types;
    QList<qsizetype> starts;
    for (qsizetype at = 0; at < bytes.size(); at += wordAt(bytes, at + 4)) {
        const quint32 length = wordAt(bytes, at + 4);
        QVERIFY(length >= 12 && length % 4 == 0 && at + length <= bytes.size());
        QCOMPARE(wordAt(bytes, at + length - 4), length);
        types.append(wordAt(bytes, at));
        starts.append(at);
    }
    QCOMPARE(types, (QList<quint32> {0x0a0d0d0a, 1, 6, 6}));
    QCOMPARE(wordAt(bytes, 8), 0x1a2b3c4dU);
    QCOMPARE(wordAt(bytes, starts[1] + 8), 101U); // RAW
    const qsizetype first = starts[2];
    QCOMPARE(wordAt(bytes, first + 12), 5U); // upper half of the time
    QCOMPARE(wordAt(bytes, first + 16), 7U);
    QCOMPARE(wordAt(bytes, first + 20), 5U); // captured
    QCOMPARE(wordAt(bytes, first + 24), 60U); // on the wire
    QVERIFY(bytes.mid(first).contains(
        "helper=ftp queue=0 id=4 hook=0 verdict=drop ctinfo=established direction=original note=PORT"));
}

void TestPcapngWriter::aFileThatCannotBeWrittenIsSaidSo()
{
    QFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    PcapngWriter writer(&full);
    const Status begun = writer.begin("test");
    QVERIFY(!begun);
    QVERIFY(begun.error().text.find("/dev/full") != std::string::npos);
}

void TestPcapngWriter::theCommentSaysWhatBecameOfThePacket()
{
    EventRecord event = packet();
    event.flags = EventFlag::Mangled | EventFlag::Refused;
    event.ctInfo = CtInfo::RelatedReply;
    event.inDevice = 2;
    event.latencyNs = 11200;
    event.setTuple({*IpAddress::parse("10.0.1.2"), *IpAddress::parse("10.0.2.2"), 40000, 21, L4Protocol::Tcp});
    event.setNote("PORT \xff a=b");
    QCOMPARE(packetComment(event, true),
        std::string(
            "helper=ftp queue=0 id=4 hook=0 verdict=drop mangled refused ctinfo=related direction=reply indev=2 "
            "latency_us=11.2 note=PORT \xef\xbf\xbd a=b"));
    QVERIFY(
        packetComment(event, false).find(" payload_len=0 l4=tcp src=10.0.1.2 sport=40000 dst=10.0.2.2 dport=21 note=")
        != std::string::npos);
}

QTEST_APPLESS_MAIN(TestPcapngWriter)
#include "tst_pcapngwriter.moc"
