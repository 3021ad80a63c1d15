// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventcsv.h"
#include "client/export/eventjson.h"
#include "client/export/packetexport.h"
#include "helpers/replay/capturereader.h"
#include "tests/client/sampleevents.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Trackhand;

class TestPacketExport : public QObject {
    Q_OBJECT
private slots:
    void aCaptureFileCanBeReadBack()
    {
        const EventRecord event = numbered(1);
        const ExportOutcome outcome = exported(request("packets.pcapng", ExportFormat::Pcapng, {event, numbered(2)},
            [](const EventRecord &packet) { return packet.sequence == 1 ? wholePacket(packet) : std::nullopt; }));
        QVERIFY2(outcome.status, qPrintable(problemOf(outcome)));
        QCOMPARE(outcome.packets, 2ULL);
        QCOMPARE(outcome.withoutBytes, 1ULL);
        auto reader = CaptureReader::open(file("packets.pcapng").toStdString());
        QVERIFY(reader);
        CaptureReader::Frame frame;
        QCOMPARE(reader->next(frame), CaptureReader::Next::Frame);
        QCOMPARE(frame.timeNs, event.timeNs);
        const auto bytes = Samples::packetBytes(event, "PORT 10,0,1,2,195,80");
        QVERIFY(std::equal(frame.packet.begin(), frame.packet.end(), bytes.begin(), bytes.end()));
        QCOMPARE(frame.originalLength, event.payloadLength);
        QCOMPARE(reader->next(frame), CaptureReader::Next::Frame); // nothing of it was kept
        QVERIFY(frame.packet.empty());
        QCOMPARE(reader->next(frame), CaptureReader::Next::End);
    }

    void whatWasCutIsCounted()
    {
        const ExportOutcome outcome =
            exported(request("cut.pcapng", ExportFormat::Pcapng, {numbered(1)}, [](const EventRecord &) {
                return PacketBytes {1500, QByteArray(20, 'E')};
            }));
        QCOMPARE(outcome.cutShort, 1ULL);
        QCOMPARE(outcome.withoutBytes, 0ULL);
    }

    void packetsOfARingThatIsGoneGetNobodyElsesBytes()
    {
        ExportRequest wanted = request("old.pcapng", ExportFormat::Pcapng, {numbered(1), numbered(1)}, wholePacket);
        wanted.bytesFrom = 1;
        const ExportOutcome outcome = exported(wanted);
        QCOMPARE(outcome.withoutBytes, 1ULL);
        auto reader = CaptureReader::open(file("old.pcapng").toStdString());
        QVERIFY(reader);
        CaptureReader::Frame frame;
        QCOMPARE(reader->next(frame), CaptureReader::Next::Frame);
        QVERIFY(frame.packet.empty());
        QCOMPARE(reader->next(frame), CaptureReader::Next::Frame);
        QVERIFY(!frame.packet.empty());
    }

    void jsonLinesAreTheEventsOfTheCommandLine()
    {
        QVERIFY(exported(request("packets.jsonl", ExportFormat::JsonLines, {numbered(1), numbered(2)})).status);
        const std::string wanted = eventJson(numbered(1)) + '\n' + eventJson(numbered(2)) + '\n';
        QCOMPARE(read("packets.jsonl").toStdString(), wanted);
    }

    void csvHasAColumnForEachValue()
    {
        EventRecord event = numbered(7);
        event.setNote("a \"quoted\", note");
        QVERIFY(exported(request("packets.csv", ExportFormat::Csv, {event})).status);
        const QList<QByteArray> lines = read("packets.csv").split('\n');
        QCOMPARE(lines.size(), 3); // the last is empty
        QVERIFY(lines.at(0).startsWith("number,time,helper,queue,id,"));
        QCOMPARE(lines.at(1),
            QByteArray("7,2026-01-02T03:04:05.000000006Z,ftp,0,4,0x0800,4,2,3,60,ipv4,tcp,10.0.1.2,40000,10.0.2.2,21,"
                       "established,original,accept,false,false,false,11.2,\"a \"\"quoted\"\", note\"\r"));
    }

    void noNoteBecomesAFormula()
    {
        EventRecord event = numbered(1);
        event.setNote("=HYPERLINK(1)");
        QVERIFY(eventCsv(event).ends_with(",'=HYPERLINK(1)"));
        event.setNote("PORT=1");
        QVERIFY(eventCsv(event).ends_with(",PORT=1"));
    }

    void aFileThatCannotBeWrittenIsNamed()
    {
        const ExportOutcome outcome =
            exported({QStringLiteral("/nonexistent/x.csv"), ExportFormat::Csv, {}, {}, {}, 0});
        QVERIFY(!outcome.status);
        QVERIFY(problemOf(outcome).contains(QStringLiteral("/nonexistent/x.csv")));
    }

    void cancellingLeavesTheOldFileAsItWas()
    {
        QFile old(file("old.pcapng"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("precious");
        old.close();
        QSemaphore asked;
        QSemaphore answer;
        PacketExport job;
        const QSignalSpy cancelled(&job, &PacketExport::cancelled);
        const QSignalSpy finished(&job, &PacketExport::finished);
        job.start(request("old.pcapng", ExportFormat::Pcapng, {numbered(1), numbered(2)}, [&](const EventRecord &) {
            asked.release();
            answer.acquire();
            return std::optional<PacketBytes>();
        }));
        asked.acquire();
        QVERIFY(job.isRunning());
        job.cancel();
        answer.release(2);
        QTRY_COMPARE(cancelled.count(), 1);
        QCOMPARE(finished.count(), 0);
        QCOMPARE(read("old.pcapng"), QByteArray("precious"));
    }

    void saysHowFarItIs()
    {
        PacketExport job;
        const QSignalSpy progressed(&job, &PacketExport::progressed);
        const QSignalSpy finished(&job, &PacketExport::finished);
        job.start(request("many.jsonl", ExportFormat::JsonLines, std::vector<EventRecord>(5000, numbered(1))));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!progressed.isEmpty());
        QCOMPARE(progressed.last(), (QVariantList {5000, 5000}));
    }

private:
    static EventRecord numbered(quint64 number)
    {
        EventRecord event = Samples::ftpPacket();
        event.sequence = number;
        return event;
    }

    ExportRequest request(const char *name, ExportFormat format, const std::vector<EventRecord> &packets,
        const PacketBytesReader &bytes = {}) const
    {
        PacketStore store(std::max<std::size_t>(packets.size(), 1));
        ExportRequest request {file(name), format, {}, {}, bytes, 0};
        for (const EventRecord &packet : packets) {
            request.numbers.push_back(store.end());
            store.append(packet);
        }
        request.packets = store.snapshot();
        return request;
    }

    static std::optional<PacketBytes> wholePacket(const EventRecord &packet)
    {
        const auto bytes = Samples::packetBytes(packet, "PORT 10,0,1,2,195,80");
        return PacketBytes {
            quint32(bytes.size()), QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))};
    }

    static ExportOutcome exported(const ExportRequest &request)
    {
        PacketExport job;
        ExportOutcome result {Error {ErrorCode::Failed, "the export did not end"}};
        connect(&job, &PacketExport::finished, &job, [&result](const ExportOutcome &outcome) { result = outcome; });
        QSignalSpy finished(&job, &PacketExport::finished);
        job.start(request);
        finished.wait();
        return result;
    }

    static QString problemOf(const ExportOutcome &outcome)
    {
        return outcome.status ? QString() : QString::fromStdString(outcome.status.error().text);
    }

    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QByteArray read(const char *name) const
    {
        QFile written(file(name));
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPacketExport)
#include "tst_packetexport.moc"
