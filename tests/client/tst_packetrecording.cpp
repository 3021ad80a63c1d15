// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/packetrecording.h"
#include "client/link/backendlink.h"
#include "helpers/replay/capturereader.h"
#include "tests/client/sampleevents.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Trackhand;

class TestPacketRecording : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_payloads.readCapture([](const EventRecord &packet) -> std::optional<PacketBytes> {
            if (packet.sequence == 2) {
                return std::nullopt;
            }
            const auto bytes = Samples::packetBytes(packet, "PORT 10,0,1,2,195,80");
            return PacketBytes {packet.sequence == 3 ? 1500U : quint32(bytes.size()),
                QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))};
        });
    }

    void thePacketsOfOneHelperBecomeACapture()
    {
        const PacketRecording recording(m_feed, m_payloads, QStringLiteral("ftp"));
        emit m_feed.arrived({{of("ftp", 1), of("sip", 4), of("ftp", 5)}, 0});
        QCOMPARE(recording.packets(), 2ULL);
        const auto frames = framesOf(recording);
        QCOMPARE(frames.size(), 2);
        const auto bytes = Samples::packetBytes(of("ftp", 1), "PORT 10,0,1,2,195,80");
        QCOMPARE(frames.at(0), QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())));
    }

    void whatIsMissingIsCounted()
    {
        const PacketRecording recording(m_feed, m_payloads, QStringLiteral("ftp"));
        emit m_feed.arrived({{of("ftp", 1), of("ftp", 2), of("ftp", 3)}, 7});
        QCOMPARE(recording.packets(), 3ULL);
        QCOMPARE(recording.withoutBytes(), 1ULL);
        QCOMPARE(recording.cutShort(), 1ULL);
        QCOMPARE(recording.lost(), 7ULL);
    }

    void whatCameBeforeIsNotInIt()
    {
        emit m_feed.arrived({{of("ftp", 1)}, 3});
        const PacketRecording recording(m_feed, m_payloads, QStringLiteral("ftp"));
        QCOMPARE(recording.packets(), 0ULL);
        QCOMPARE(recording.lost(), 0ULL);
        QVERIFY(framesOf(recording).isEmpty());
    }

    void itEndsWhenItIsFull()
    {
        const PacketRecording recording(m_feed, m_payloads, QStringLiteral("ftp"));
        QSignalSpy full(&recording, &PacketRecording::full);
        const std::vector<EventRecord> many(PacketRecording::MostPackets - 1, of("ftp", 2));
        emit m_feed.arrived({many, 0});
        QVERIFY(full.isEmpty() && !recording.isFull());
        emit m_feed.arrived({{of("ftp", 2), of("ftp", 2)}, 0});
        QCOMPARE(full.size(), 1);
        QCOMPARE(recording.packets(), PacketRecording::MostPackets);
        emit m_feed.arrived({{of("ftp", 1)}, 0});
        QCOMPARE(recording.packets(), PacketRecording::MostPackets);
        QCOMPARE(full.size(), 1);
    }

private:
    static EventRecord of(const char *helper, std::uint64_t sequence)
    {
        EventRecord packet = Samples::ftpPacket();
        packet.sequence = sequence;
        packet.setHelper(helper);
        return packet;
    }

    QList<QByteArray> framesOf(const PacketRecording &recording) const
    {
        QFile file(m_folder.filePath(QStringLiteral("recording.pcapng")));
        if (!file.open(QIODevice::WriteOnly) || file.write(recording.file()) != recording.file().size()) {
            qFatal("the recording cannot be written");
        }
        file.close();
        QList<QByteArray> frames;
        auto reader = CaptureReader::open(file.fileName().toStdString());
        CaptureReader::Frame frame;
        while (reader && reader->next(frame) == CaptureReader::Next::Frame) {
            frames.append(
                QByteArray(reinterpret_cast<const char *>(frame.packet.data()), qsizetype(frame.packet.size())));
        }
        return frames;
    }

    QTemporaryDir m_folder;
    BackendLink m_link {HostAddress()};
    PayloadFeed m_payloads {&m_link};
    EventFeed m_feed {EventFeed::Kind::Packets};
};

QTEST_GUILESS_MAIN(TestPacketRecording)
#include "tst_packetrecording.moc"
