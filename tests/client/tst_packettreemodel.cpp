// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/expectationmodel.h"
#include "client/models/packettreemodel.h"
#include "tests/client/sampleevents.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Trackhand;

namespace {

PacketBytes bytesOf(const EventRecord &event, std::string_view data)
{
    const auto bytes = Samples::packetBytes(event, data);
    return {quint32(bytes.size()), QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))};
}

QStringList lines(const PacketTreeModel &model, const QModelIndex &parent = {}, const QString &indent = {})
{
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex field = model.index(row, 0, parent);
        all.append(indent + field.data().toString() + ": " + field.siblingAtColumn(1).data().toString());
        all.append(lines(model, field, indent + "  "));
    }
    return all;
}

QString nameAt(const PacketTreeModel &model, int byte)
{
    return model.innermostAt(byte).data().toString();
}

} // namespace

class TestPacketTreeModel : public QObject {
    Q_OBJECT
private slots:
    void behavesLikeAModel()
    {
        PacketTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFields(decodePacket(m_event, m_bytes, {}));
        model.setFields({});
        QCOMPARE(model.rowCount(), 0);
    }

    void takesHeadersDataConnectionAndHelperApart()
    {
        PacketTreeModel model;
        model.setFields(decodePacket(m_event, m_bytes, {}));
        const QStringList text = lines(model);
        for (const char *line :
            {"IPv4: 10.0.1.2 → 10.0.2.2", "  Length: 62 bytes", "  Time to live: 63", "TCP: 40000 → 21",
                "  Sequence: 4097", "  Flags: ACK, PSH", "Data: 22 bytes", "Conntrack: established, original direction",
                "  Hook: postrouting", "Helper ftp: accept", "  Took: 11.2 µs", "  Saw: PORT 10,0,1,2,195,80"}) {
            QVERIFY2(text.contains(QString::fromUtf8(line)), line);
        }
    }

    void aReplayedPacketHasNoHookThatAnybodyKnows()
    {
        EventRecord event = m_event;
        event.flags |= EventFlag::Replayed;
        PacketTreeModel model;
        model.setFields(decodePacket(event, m_bytes, {}));
        const QStringList text = lines(model);
        QVERIFY(text.contains(QStringLiteral("  Hook: not known: replayed from a capture")));
        QVERIFY(text.filter(QStringLiteral("postrouting")).isEmpty());
    }

    void readsIpv6()
    {
        const EventRecord event = Samples::packet("ftp", "fd00:1::2", 40000, "fd00:2::2", 21);
        PacketTreeModel model;
        model.setFields(decodePacket(event, bytesOf(event, "PASV\r\n"), {}));
        QCOMPARE(lines(model).first(), QStringLiteral("IPv6: fd00:1::2 → fd00:2::2"));
        QCOMPARE(nameAt(model, 8), QStringLiteral("Source"));
        QCOMPARE(nameAt(model, 60), QStringLiteral("Data"));
    }

    void findsTheInnermostFieldOfAByte()
    {
        PacketTreeModel model;
        model.setFields(decodePacket(m_event, m_bytes, {}));
        QCOMPARE(nameAt(model, 0), QStringLiteral("IPv4"));
        QCOMPARE(nameAt(model, 12), QStringLiteral("Source"));
        QCOMPARE(nameAt(model, 22), QStringLiteral("Destination port"));
        QCOMPARE(nameAt(model, 40), QStringLiteral("Saw"));
        QCOMPARE(nameAt(model, 60), QStringLiteral("Data"));
        QVERIFY(!model.innermostAt(62).isValid());
    }

    void knowsTheBytesOfAField()
    {
        PacketTreeModel model;
        model.setFields(decodePacket(m_event, m_bytes, {}));
        QCOMPARE(model.rangeOf(model.index(0, 0)), (ByteRange {0, 20}));
        QCOMPARE(model.rangeOf(model.index(1, 0)), (ByteRange {20, 20}));
        QCOMPARE(model.rangeOf(model.index(2, 0)), (ByteRange {40, 22}));
        QVERIFY(model.rangeOf(model.index(3, 0)).isEmpty());
    }

    void saysHowMuchOfALongPacketIsThere()
    {
        PacketBytes cut = m_bytes;
        cut.packetLength = 1500;
        PacketTreeModel model;
        model.setFields(decodePacket(m_event, cut, {}));
        QVERIFY(lines(model).contains(QStringLiteral("Data: the first 22 of 1460 bytes")));
    }

    void withoutBytesSaysWhatTheEventKnows()
    {
        PacketTreeModel model;
        model.setFields(decodePacket(m_event, std::nullopt, {}));
        const QStringList text = lines(model);
        QCOMPARE(text.first(), QStringLiteral("IPv4: 10.0.1.2 → 10.0.2.2"));
        QVERIFY(text.contains(QStringLiteral("Length: 60 bytes")));
        QVERIFY(!model.innermostAt(0).isValid());
    }

    void bytesThatAreNoPacketAreNotTakenApart()
    {
        PacketTreeModel model;
        model.setFields(decodePacket(m_event, PacketBytes {3, QByteArray("\x45\x00\x01", 3)}, {}));
        QCOMPARE(lines(model).first(), QStringLiteral("Headers: shorter than they claim to be"));
        QCOMPARE(nameAt(model, 2), QStringLiteral("Headers"));
    }

    void showsWhatIsExpectedOnTheConnectionAndItsFate()
    {
        ExpectationModel expectations;
        expectations.append({{Samples::ftpExpectation(EventAction::New)}, 0});
        QCOMPARE(expectations.ofConnection(m_event).size(), 1);
        expectations.append({{Samples::ftpExpectation(EventAction::Matched)}, 0});
        PacketTreeModel model;
        model.setFields(decodePacket(m_event, m_bytes, expectations.ofConnection(m_event)));
        QVERIFY(lines(model).contains(QStringLiteral("  ftp: 10.0.2.2 → 10.0.1.2:50000, matched")));
        const EventRecord other = Samples::packet("ftp", "10.0.1.2", 40001, "10.0.2.2", 21);
        QVERIFY(expectations.ofConnection(other).isEmpty());
        const EventRecord reply = Samples::packet("ftp", "10.0.2.2", 21, "10.0.1.2", 40000);
        QCOMPARE(expectations.ofConnection(reply).size(), 1);
    }

private:
    const EventRecord m_event = Samples::ftpPacket();
    const PacketBytes m_bytes = bytesOf(m_event, "PORT 10,0,1,2,195,80\r\n");
};

QTEST_GUILESS_MAIN(TestPacketTreeModel)
#include "tst_packettreemodel.moc"
