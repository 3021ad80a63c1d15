// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"
#include "tests/client/sampleevents.h"

#include <QJsonDocument>
#include <QTest>

using namespace Trackhand;

class TestEventJson : public QObject {
    Q_OBJECT
private slots:
    void packetIsTheLineOfTheContract()
    {
        QCOMPARE(line(Samples::ftpPacket()),
            QByteArray(
                "{\"event\":\"packet\",\"time\":\"2026-01-02T03:04:05.000000006Z\",\"helper\":\"ftp\",\"queue\":0,"
                "\"id\":4,\"hw_protocol\":\"0x0800\",\"hook\":4,\"indev\":2,\"outdev\":3,\"payload_len\":60,"
                "\"l3\":\"ipv4\",\"l4\":\"tcp\",\"src\":\"10.0.1.2\",\"sport\":40000,\"dst\":\"10.0.2.2\","
                "\"dport\":21,\"ctinfo\":\"established\",\"direction\":\"original\",\"verdict\":\"accept\","
                "\"mangled\":false,\"latency_us\":11.2,\"note\":\"PORT 10,0,1,2,195,80\"}"));
    }

    void unknownValuesAreAbsentNotNull()
    {
        EventRecord event = emptyEvent(EventKind::Packet);
        event.ctInfo = CtInfo::Absent;
        event.outcome = static_cast<std::uint8_t>(Verdict::Drop);
        QCOMPARE(line(event),
            QByteArray(
                "{\"event\":\"packet\",\"time\":\"1970-01-01T00:00:00.000000000Z\",\"queue\":0,\"id\":0,\"hook\":0,"
                "\"payload_len\":0,\"verdict\":\"drop\",\"mangled\":false}"));
    }

    void replayAddsTheFrameAfterTheTime()
    {
        const QByteArray text = line(Samples::ftpPacket(), 12);
        QVERIFY2(text.contains("006Z\",\"frame\":12,\"helper\""), text.constData());
    }

    void replyDirectionAndFlagsAreSaid()
    {
        EventRecord event = Samples::ftpPacket();
        event.ctInfo = CtInfo::RelatedReply;
        event.flags = EventFlag::Mangled | EventFlag::FailOpen;
        const QByteArray text = line(event);
        QVERIFY(text.contains("\"ctinfo\":\"related\",\"direction\":\"reply\""));
        QVERIFY(text.contains("\"mangled\":true"));
        QVERIFY(text.endsWith("\"fail_open\":true}"));
    }

    void noteOfHostileBytesIsStillValidJson()
    {
        EventRecord event = Samples::ftpPacket();
        event.setNote(std::string_view("a\"\\\n\0\xff\x1b[31m", 11));
        QJsonParseError error {};
        QJsonDocument::fromJson(line(event), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
    }

    void expectationIsTheLineOfTheContract()
    {
        QCOMPARE(line(Samples::ftpExpectation(EventAction::New)),
            QByteArray("{\"event\":\"expectation\",\"action\":\"new\",\"time\":\"2026-01-02T03:04:05.000000006Z\","
                       "\"helper\":\"ftp\",\"class\":\"ftp\",\"l4\":\"tcp\",\"src\":\"10.0.2.2\",\"sport\":0,"
                       "\"dst\":\"10.0.1.2\",\"dport\":50000,\"timeout_s\":300,\"nat\":false,\"master\":{"
                       "\"src\":\"10.0.1.2\",\"sport\":40000,\"dst\":\"10.0.2.2\",\"dport\":21,\"l4\":\"tcp\"}}"));
    }

    void anySourceOfAnExpectationIsAbsent()
    {
        EventRecord event = Samples::ftpExpectation(EventAction::Matched);
        event.flags |= EventFlag::AnySource;
        QVERIFY(line(event).contains("\"l4\":\"tcp\",\"sport\":0,\"dst\":\"10.0.1.2\""));
    }

    void countsOfAFlowAreAbsentUnlessItIsCounted()
    {
        const EventRecord flow = Samples::ftpDataFlow(EventAction::Removed);
        QVERIFY(!line(flow).contains("bytes_") && !line(flow).contains("packets_"));
        QVERIFY(line(Samples::counted(flow, 60, 0, 1, 0))
                    .contains("\"bytes_original\":60,\"bytes_reply\":0,\"packets_original\":1,\"packets_reply\":0,"));
    }

    void healthIsTheLineOfTheContract()
    {
        HelperInfo helper;
        helper.name = QStringLiteral("ftp");
        helper.state = QStringLiteral("running");
        helper.processId = 4711;
        helper.counters = {{QStringLiteral("packets"), 12}, {QStringLiteral("accepted"), 11},
            {QStringLiteral("dropped"), 1}, {QStringLiteral("restarts"), 2},
            {QStringLiteral("expectations_waiting"), 3}, {QStringLiteral("events_lost"), 5}};
        QCOMPARE(QByteArray::fromStdString(healthJson(helper)),
            QByteArray("{\"event\":\"health\",\"helper\":\"ftp\",\"state\":\"running\",\"pid\":4711,\"restarts\":2,"
                       "\"queue_depth\":0,\"kernel_dropped\":0,\"socket_dropped\":0,\"fail_open\":0,\"packets\":12,"
                       "\"accepted\":11,\"dropped\":1,\"mangled\":0,\"refused\":0,\"expectations\":0,"
                       "\"expectations_waiting\":3,\"events_lost\":5,\"verdicts_lost\":0}"));
    }

private:
    static QByteArray line(const EventRecord &event, std::optional<std::uint64_t> frame = {})
    {
        return QByteArray::fromStdString(eventJson(event, frame));
    }
};

QTEST_GUILESS_MAIN(TestEventJson)
#include "tst_eventjson.moc"
