// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetfilters.h"
#include "tests/client/sampleevents.h"

#include <QTest>

using namespace Trackhand;

class TestPacketFilters : public QObject {
    Q_OBJECT
private slots:
    void aCellIsAFilter_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("filter");
        QTest::newRow("number") << int(PacketModel::NumberColumn) << "";
        QTest::newRow("time") << int(PacketModel::TimeColumn) << "";
        QTest::newRow("helper") << int(PacketModel::HelperColumn) << "helper == \"ftp\"";
        QTest::newRow("direction") << int(PacketModel::DirectionColumn) << "direction == original";
        QTest::newRow("source") << int(PacketModel::SourceColumn) << "src == 10.0.1.2 and sport == 40000";
        QTest::newRow("destination") << int(PacketModel::DestinationColumn) << "dst == 10.0.2.2 and dport == 21";
        QTest::newRow("length") << int(PacketModel::LengthColumn) << "payload_len == 60";
        QTest::newRow("conntrack") << int(PacketModel::ConnectionColumn) << "ctinfo == established";
        QTest::newRow("verdict") << int(PacketModel::VerdictColumn) << "verdict == accept";
        QTest::newRow("latency") << int(PacketModel::LatencyColumn) << "latency_us == 11.2";
        QTest::newRow("note") << int(PacketModel::NoteColumn) << "note == \"PORT 10,0,1,2,195,80\"";
    }

    void aCellIsAFilter()
    {
        QFETCH(int, column);
        const EventRecord packet = Samples::ftpPacket();
        QTEST(filterOfCell(packet, column), "filter");
        QVERIFY(lets(filterOfCell(packet, column), packet));
    }

    void whatIsNotThereMakesNoFilter()
    {
        EventRecord packet = emptyEvent(EventKind::Packet);
        packet.ctInfo = CtInfo::Absent;
        for (const int column : {PacketModel::HelperColumn, PacketModel::DirectionColumn, PacketModel::SourceColumn,
                 PacketModel::ConnectionColumn, PacketModel::LatencyColumn, PacketModel::NoteColumn}) {
            QCOMPARE(filterOfCell(packet, column), QString());
        }
        QCOMPARE(filterOfConversation(packet), QString());
    }

    void aVerdictHasWhatElseHappened()
    {
        EventRecord packet = Samples::ftpPacket();
        packet.flags = EventFlag::Refused | EventFlag::Mangled;
        const QString filter = filterOfCell(packet, PacketModel::VerdictColumn);
        QCOMPARE(filter, "verdict == accept and refused and mangled");
        QVERIFY(lets(filter, packet));
        QVERIFY(!lets(filter, Samples::ftpPacket()));
    }

    void everyNoteIsFoundAgain_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("quotes") << QByteArray("say \"hello\" \\ and go");
        QTest::newRow("control characters") << QByteArray("USER a\r\nPASS b");
        QTest::newRow("no UTF-8") << QByteArray("name \xff\xfe");
        QTest::newRow("letters of others") << QByteArray("größe 漢字");
    }

    void everyNoteIsFoundAgain()
    {
        QFETCH(QByteArray, note);
        EventRecord packet = Samples::ftpPacket();
        packet.setNote({note.constData(), std::size_t(note.size())});
        const QString filter = filterOfCell(packet, PacketModel::NoteColumn);
        QVERIFY2(lets(filter, packet), qPrintable(filter));
        QVERIFY(!lets(filter, Samples::ftpPacket()));
    }

    void aConversationIsBothDirectionsAndNothingElse()
    {
        const EventRecord packet = Samples::ftpPacket();
        const QString filter = filterOfConversation(packet);
        QCOMPARE(filter, "l4 == tcp and addr == 10.0.1.2 and addr == 10.0.2.2 and port == 40000 and port == 21");
        QVERIFY(lets(filter, packet));
        EventRecord answer = packet;
        answer.setTuple(packet.tuple().inverted());
        QVERIFY(lets(filter, answer));
        QVERIFY(!lets(filter, Samples::packet("ftp", "10.0.1.2", 40001, "10.0.2.2", 21, "")));
        QVERIFY(!lets(filter, Samples::packet("ftp", "10.0.1.3", 40000, "10.0.2.2", 21, "")));
        for (const L4Protocol l4 :
            {L4Protocol::Udp, L4Protocol::Dccp, L4Protocol::Gre, L4Protocol::Sctp, L4Protocol::Unspecified}) {
            EventRecord other = packet;
            other.l4 = l4;
            QVERIFY2(lets(filterOfConversation(other), other), qPrintable(filterOfConversation(other)));
        }
    }

    void filtersAreJoinedAsMeant()
    {
        QCOMPARE(bothFilters("", "dport == 21"), "dport == 21");
        QCOMPARE(bothFilters("dport == 21", " "), "dport == 21");
        QCOMPARE(bothFilters("helper == ftp", "dport == 21"), "helper == ftp and dport == 21");
        QCOMPARE(bothFilters("helper == ftp or mangled", "dport == 21"), "(helper == ftp or mangled) and dport == 21");
        QCOMPARE(bothFilters("note == \"a or b\"", "mangled"), "note == \"a or b\" and mangled");
        QCOMPARE(oppositeFilter("dport == 21"), "not dport == 21");
        QCOMPARE(oppositeFilter("src == 10.0.1.2 and sport == 1"), "not (src == 10.0.1.2 and sport == 1)");
    }

private:
    static bool lets(const QString &filter, const EventRecord &packet)
    {
        const auto compiled = EventFilter::compile(filter);
        return compiled.ok() && compiled.filter.matches(packet);
    }
};

QTEST_GUILESS_MAIN(TestPacketFilters)
#include "tst_packetfilters.moc"
