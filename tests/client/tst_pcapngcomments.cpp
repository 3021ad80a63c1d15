// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"
#include "client/export/pcapngcomments.h"
#include "client/export/pcapngwriter.h"
#include "tests/client/sampleevents.h"
#include "wire/capture/packetcomment.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Trackhand;

class TestPcapngComments : public QObject {
    Q_OBJECT
private slots:
    void whatACommentSaysIsReadBack_data()
    {
        QTest::addColumn<int>("flags");
        QTest::addColumn<int>("ctInfo");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("plain") << 0 << int(CtInfo::Established) << int(Verdict::Accept) << QByteArray("PASV");
        QTest::newRow("no note") << 0 << int(CtInfo::New) << int(Verdict::Accept) << QByteArray();
        QTest::newRow("dropped") << 0 << int(CtInfo::RelatedReply) << int(Verdict::Drop) << QByteArray("x");
        QTest::newRow("rewritten") << int(EventFlag::Mangled) << int(CtInfo::Related) << int(Verdict::Accept)
                                   << QByteArray("a b  c=d note=e verdict=drop\nqueue=9");
        QTest::newRow("refused") << int(EventFlag::Refused | EventFlag::FailOpen) << int(CtInfo::EstablishedReply)
                                 << int(Verdict::Accept) << QByteArray("größe");
        QTest::newRow("no conntrack") << 0 << int(CtInfo::Absent) << int(Verdict::Accept) << QByteArray(" ");
    }

    void whatACommentSaysIsReadBack()
    {
        QFETCH(int, flags);
        QFETCH(int, ctInfo);
        QFETCH(int, verdict);
        QFETCH(QByteArray, note);
        EventRecord event = Samples::ftpPacket();
        event.flags = std::uint8_t(flags);
        event.ctInfo = CtInfo(ctInfo);
        event.outcome = std::uint8_t(verdict);
        event.setNote({note.constData(), std::size_t(note.size())});
        for (const bool hasBytes : {true, false}) {
            EventRecord read = emptyEvent(EventKind::Packet);
            read.timeNs = event.timeNs;
            read.hwProtocol = event.hwProtocol;
            if (hasBytes) { // which say these
                read.setTuple(event.tuple());
                read.payloadLength = event.payloadLength;
            }
            QVERIFY(readPacketComment(packetComment(event, hasBytes), read));
            QCOMPARE(eventJson(read), eventJson(event));
        }
    }

    void whatIsNotOursIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("comment");
        for (const char *comment : {"", "helper", "retransmission seen by me", "note=mine", "helper=ftp", "hook=4",
                 "the helper=ftp queue=0 id=4 hook=4"}) {
            QTest::newRow(comment) << QByteArray(comment);
        }
    }

    void whatIsNotOursIsLeftAlone()
    {
        QFETCH(QByteArray, comment);
        EventRecord event = emptyEvent(EventKind::Packet);
        event.ctInfo = CtInfo::Absent;
        QVERIFY(!readPacketComment(comment.toStdString(), event));
        QCOMPARE(event.ctInfo, CtInfo::Absent);
        QVERIFY(event.helperName().empty() && event.noteText().empty());
    }

    void nonsenseInAWordReadsAsNothing()
    {
        EventRecord event = emptyEvent(EventKind::Packet);
        QVERIFY(readPacketComment("helper=averyveryverylongnameofahelper queue=70000 id=-1 hook=4 verdict=maybe "
                                  "latency_us=nan ctinfo=odd src=1.2.3 dst=10.0.0.1 l4=tcp note="
                + std::string(500, 'n'),
            event));
        QCOMPARE(event.queue, 0);
        QCOMPARE(event.packetId, 0U);
        QCOMPARE(event.latencyNs, 0U);
        QCOMPARE(event.ctInfo, CtInfo::Absent);
        QVERIFY(event.l3 == L3Protocol::Unspecified);
        QVERIFY(event.noteText().size() <= sizeof event.note);
    }

    void eachPacketHasItsOwnComment()
    {
        write();
        PcapngComments comments(name());
        QCOMPARE(comments.next(), QByteArray::fromStdString(packetComment(numbered(1), true)));
        QCOMPARE(comments.next(), QByteArray::fromStdString(packetComment(numbered(2), false)));
        QCOMPARE(comments.next(), QByteArray());
    }

    void anotherByteOrderIsUnderstood()
    {
        QByteArray file;
        const auto block = [&file](quint32 type, QByteArray body) {
            const quint32 length = quint32(body.size()) + 12;
            file += word(type) + word(length) + body + word(length);
        };
        block(0x0a0d0d0a, word(0x1a2b3c4d) + word(0x00010000) + word(0xffffffff) + word(0xffffffff));
        block(1, word(101U << 16) + word(0));
        block(3, word(4) + "abcd"); // a simple packet has no comment
        block(6,
            word(0) + word(0) + word(0) + word(2) + word(2) + QByteArray("ab\0\0", 4) + QByteArray("\0\1\0\3", 4)
                + QByteArray("hey\0", 4) + word(0));
        save(file);
        PcapngComments comments(name());
        QCOMPARE(comments.next(), QByteArray());
        QCOMPARE(comments.next(), QByteArray("hey"));
    }

    void noFileIsTooDamaged()
    {
        write();
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            save(whole.left(length));
            PcapngComments comments(name());
            comments.next();
            comments.next();
            QCOMPARE(comments.next(), QByteArray());
        }
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray changed = whole;
            changed[at] = '\xff';
            save(changed);
            PcapngComments comments(name());
            for (int packet = 0; packet < 4; ++packet) {
                QVERIFY(comments.next().size() < whole.size());
            }
        }
        PcapngComments none(QStringLiteral("/nonexistent"));
        QCOMPARE(none.next(), QByteArray());
    }

private:
    static EventRecord numbered(std::uint32_t id)
    {
        EventRecord event = Samples::ftpPacket();
        event.packetId = id;
        return event;
    }

    static QByteArray word(quint32 number)
    {
        QByteArray bytes(4, '\0');
        qToBigEndian(number, bytes.data());
        return bytes;
    }

    void write() const
    {
        QFile file(name());
        QVERIFY(file.open(QIODevice::WriteOnly));
        PcapngWriter writer(&file);
        QVERIFY(writer.begin("test"));
        QVERIFY(writer.write(numbered(1), Samples::packetBytes(numbered(1), "PASV"), 60));
        QVERIFY(writer.write(numbered(2), {}, 60));
    }

    void save(const QByteArray &content) const
    {
        QFile file(name());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QString name() const { return m_folder.filePath(QStringLiteral("packets.pcapng")); }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestPcapngComments)
#include "tst_pcapngcomments.moc"
