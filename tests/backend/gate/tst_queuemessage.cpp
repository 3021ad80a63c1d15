// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/queuemessage.h"
#include "queuebytes.h"

#include <QTest>

#include <cerrno>

using namespace Trackhand;

class TestQueueMessage : public QObject {
    Q_OBJECT

    QueueBytes::Packet m_packet;

private slots:
    void init()
    {
        m_packet.id = 7;
        m_packet.ctInfo = 3;
        m_packet.original = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);
        m_packet.reply = QueueBytes::tuple4("10.0.2.2", 21, "10.0.2.1", 40000);
        m_packet.payload = QueueBytes::tcp4(m_packet.reply, "220 hello\r\n");
    }

    void readsEveryFieldThatTheGateUses()
    {
        const auto bytes = QueueBytes::packetMessage(m_packet);
        const QueueMessage message = decodeQueueMessage(bytes, 123);
        QCOMPARE(message.kind, QueueMessage::Kind::Packet);
        QCOMPARE(message.packet.packetId, 7U);
        QCOMPARE(message.packet.receivedNs, std::uint64_t {123});
        QCOMPARE(message.packet.hwProtocol, std::uint16_t {0x0800});
        QCOMPARE(message.packet.hook, std::uint8_t {4});
        QCOMPARE(message.packet.outDevice, 3U);
        QCOMPARE(message.packet.ctStatus, 0x0eU);
        QVERIFY(message.packet.ctInfo == CtInfo::EstablishedReply);
        QVERIFY(message.packet.original == m_packet.original);
        QVERIFY(message.packet.reply == m_packet.reply);
        QVERIFY(message.packet.hasNat());
        QCOMPARE(message.payload.size(), m_packet.payload.size());
    }

    void tellsWhichPacketTheKernelNoLongerHas()
    {
        const auto bytes = QueueBytes::errorMessage(9, ENOENT);
        const QueueMessage message = decodeQueueMessage(bytes, 0);
        QCOMPARE(message.kind, QueueMessage::Kind::VerdictRefused);
        QCOMPARE(message.packetId, 9U);
        QCOMPARE(message.error, ENOENT);
    }

    void aBatchThatFoundNothingIsNoPacketLost()
    {
        const auto bytes = QueueBytes::errorMessage(9, ENOENT, NFQNL_MSG_VERDICT_BATCH);
        QCOMPARE(decodeQueueMessage(bytes, 0).kind, QueueMessage::Kind::Other);
    }

    void survivesAMessageCutAnywhere()
    {
        const auto bytes = QueueBytes::packetMessage(m_packet);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const std::vector<std::uint8_t> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
            QCOMPARE(decodeQueueMessage(cut, 0).kind, QueueMessage::Kind::Other);
        }
    }

    void survivesALengthThatIsNegativeToLibmnl()
    {
        auto bytes = QueueBytes::errorMessage(9, ENOENT);
        bytes.resize(31);
        bytes[3] = 0x80;
        QCOMPARE(decodeQueueMessage(bytes, 0).kind, QueueMessage::Kind::Other);
    }
};

QTEST_GUILESS_MAIN(TestQueueMessage)
#include "tst_queuemessage.moc"
