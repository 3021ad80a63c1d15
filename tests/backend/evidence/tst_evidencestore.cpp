// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/evidence/evidencefile.h"
#include "backend/evidence/evidenceid.h"
#include "backend/evidence/evidencestore.h"
#include "helpers/replay/capturereader.h"
#include "queuebytes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Trackhand;

namespace {

LastMoments::Packet packet(std::uint32_t id, const char *text)
{
    LastMoments::Packet packet {emptyEvent(EventKind::Packet), {}};
    packet.bytes = QueueBytes::tcp4(QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21), text);
    packet.event.packetId = id;
    packet.event.timeNs = 1'700'000'000'000'000'000 + id;
    packet.event.payloadLength = static_cast<std::uint32_t>(packet.bytes.size());
    packet.event.outcome = static_cast<std::uint8_t>(Verdict::Accept);
    packet.event.setHelper("ftp");
    return packet;
}

LastMoments twoPackets()
{
    LastMoments moments {{packet(1, "USER a\r\n"), packet(2, "PORT 1\r\n")}, true};
    moments.packets[1].event.setNote("the helper process died with this packet in hand");
    return moments;
}

} // namespace

/// What a helper process had before it, as files.
class TestEvidenceStore : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EvidenceStore> m_store;

    QString directory() const { return m_folder->filePath(QStringLiteral("evidence")); }
    QString fileOf(const std::string &id) const
    {
        return directory() + QLatin1Char('/') + QString::fromStdString(id) + QStringLiteral(".pcapng");
    }
    std::string kept(const std::string &helper = "ftp", const LastMoments &moments = twoPackets())
    {
        const auto id = m_store->keep(helper, "ended by SEGV", moments);
        return id ? *id : "cannot keep: " + id.error().text;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<EvidenceStore>(directory().toStdString());
    }

    void theFileIsACaptureOfThePackets()
    {
        const std::string id = kept();
        auto reader = CaptureReader::open(fileOf(id).toStdString());
        QVERIFY2(reader.ok(), reader ? "" : reader.error().text.c_str());
        for (const LastMoments::Packet &expected : twoPackets().packets) {
            CaptureReader::Frame frame;
            QVERIFY(reader->next(frame) == CaptureReader::Next::Frame);
            QVERIFY(std::ranges::equal(frame.packet, expected.bytes));
            QCOMPARE(frame.timeNs, expected.event.timeNs);
            QCOMPARE(frame.originalLength, expected.event.payloadLength);
        }
        CaptureReader::Frame none;
        QVERIFY(reader->next(none) == CaptureReader::Next::End);
    }

    void packetsThatTheQueueCutSaySo()
    {
        LastMoments moments = twoPackets();
        moments.packets[0].event.payloadLength = 70000;
        auto reader = CaptureReader::open(fileOf(kept("ftp", moments)).toStdString());
        CaptureReader::Frame frame;
        QVERIFY(reader->next(frame) == CaptureReader::Next::Frame);
        QCOMPARE(frame.originalLength, 70000U);
    }

    void theListSaysWhoAndWhy()
    {
        const std::string id = kept();
        const auto list = m_store->list();
        QCOMPARE(list.size(), std::size_t {1});
        QCOMPARE(list[0].id, id);
        QCOMPARE(list[0].helper, std::string("ftp"));
        QCOMPARE(list[0].reason, std::string("ended by SEGV"));
        QCOMPARE(list[0].packets, 2U);
        QVERIFY(list[0].inHand);
        QCOMPARE(list[0].size, std::uint64_t(QFile(fileOf(id)).size()));
        QVERIFY(list[0].timeNs > 1'700'000'000'000'000'000);
    }

    void aReasonMayHoldAnything()
    {
        for (const std::string &reason :
            {std::string(" in_hand  packets=9 reason=x"), std::string(10000, 'x'), std::string("\xff")}) {
            QVERIFY(m_store->keep("ftp", reason, LastMoments {{packet(1, "x")}, false}).ok());
            const auto entry = m_store->list().front();
            QCOMPARE(entry.packets, 1U);
            QVERIFY(!entry.inHand);
            QVERIFY(entry.reason.size() <= 1500);
        }
    }

    void nothingSeenIsNothingKept()
    {
        QCOMPARE(kept("ftp", {}), std::string());
        QVERIFY(!QFile::exists(directory()));
        QVERIFY(m_store->list().empty());
    }

    void onlyItsOwnerMayReadIt()
    {
        const std::string id = kept();
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(directory()) & others));
        QVERIFY(!(QFile::permissions(fileOf(id)) & others));
    }

    void theNewestOfEachHelperStay()
    {
        const std::string other = kept("sip");
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < EvidenceStore::MaxPerHelper + 3; ++i) {
            ids.insert(ids.begin(), kept());
        }
        ids.resize(EvidenceStore::MaxPerHelper);
        std::vector<std::string> listed;
        for (const auto &entry : m_store->list()) {
            listed.push_back(entry.id);
        }
        ids.push_back(other);
        QCOMPARE(listed, ids);
    }

    void allTogetherStayWithinABound()
    {
        LastMoments large;
        for (std::uint32_t id = 0; id < 3; ++id) {
            large.packets.push_back(packet(id, std::string(60000, 'x').c_str()));
        }
        for (int i = 0; i < 60; ++i) {
            QVERIFY(m_store->keep("helper" + std::to_string(i), "ended by SEGV", large).ok());
        }
        std::uint64_t size = 0;
        bool hasNewest = false;
        for (const auto &entry : m_store->list()) {
            size += entry.size;
            hasNewest = hasNewest || entry.helper == "helper59";
        }
        QVERIFY(size <= EvidenceStore::MaxTotalSize);
        QVERIFY(size > EvidenceStore::MaxTotalSize - EvidenceStore::MaxFileSize);
        QVERIFY(hasNewest);
    }

    void theMostThatCanBeRememberedFitsIntoAFile()
    {
        LastMoments most;
        most.inHand = true;
        for (std::uint32_t id = 0; id < LastMoments::MaxPackets; ++id) {
            most.packets.push_back(packet(id, "x"));
            most.packets.back().bytes.resize(LastMoments::MaxBytes / LastMoments::MaxPackets);
            most.packets.back().event.setNote(std::string(200, 'n'));
            most.packets.back().event.flags = 0xff;
        }
        QVERIFY(evidenceFile("fifteen-letters", std::string(10000, 'x'), most).size() <= EvidenceStore::MaxFileSize);
    }

    void whatIsReadIsTheFile()
    {
        const std::string id = kept();
        QFile file(fileOf(id));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(*m_store->read(id), file.readAll().toStdString());
        QVERIFY(m_store->remove(id).ok());
        QCOMPARE(m_store->read(id).error().code, ErrorCode::Failed);
        QVERIFY(!m_store->remove(id).ok());
        QVERIFY(m_store->list().empty());
    }

    void aPathIsNoId_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"", "ftp", "-20260102T030405.006Z", "../ftp-20260102T030405.006Z",
                 "a/b-20260102T030405.006Z", "ftp-20260102T030405.006Z.pcapng", "ftp-20261302T030405.006Z",
                 "ftp-20260102T030405.006z", "ftp20260102T030405.006Z", "ftp-20260102T030405.006Z/../x",
                 ".-20260102T030405.006Z", "sixteen-letters--20260102T030405.006Z"}) {
            QTest::newRow(id) << QString::fromLatin1(id);
        }
        QTest::newRow("huge") << QString(100000, QLatin1Char('x'));
    }
    void aPathIsNoId()
    {
        QFETCH(QString, id);
        QVERIFY(!EvidenceId::parse(id.toStdString()));
        QCOMPARE(m_store->read(id.toStdString()).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m_store->remove(id.toStdString()).error().code, ErrorCode::InvalidArgument);
    }

    void anIdIsReadAsItWasWritten()
    {
        const EvidenceId id {"netbios-ns", 1'767'323'045'006};
        QCOMPARE(id.toString(), std::string("netbios-ns-20260102T030405.006Z"));
        const auto parsed = EvidenceId::parse(id.toString());
        QVERIFY(parsed && parsed->helper == id.helper && parsed->timeMs == id.timeMs);
    }

    void whatIsNotOursIsLeftAlone()
    {
        kept();
        QDir folder(directory());
        QVERIFY(QFile(folder.filePath(QStringLiteral("notes.pcapng"))).open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(
            QStringLiteral("/etc/passwd"), folder.filePath(QStringLiteral("ftp-20260102T030405.006Z.pcapng"))));
        QCOMPARE(m_store->list().size(), std::size_t {1});
        QVERIFY(!m_store->read("ftp-20260102T030405.006Z").ok());
    }

    void aDamagedFileIsListedWithoutWords()
    {
        const std::string id = kept();
        QVERIFY(QFile::resize(fileOf(id), 30));
        const auto list = m_store->list();
        QCOMPARE(list.size(), std::size_t {1});
        QCOMPARE(list[0].packets, 0U);
        QVERIFY(list[0].reason.empty());
    }

    void whereNothingCanBeWrittenTheReasonIsGiven()
    {
        QVERIFY(QFile(directory()).open(QIODevice::WriteOnly)); // a file where the folder should be
        const auto kept = m_store->keep("ftp", "ended by SEGV", twoPackets());
        QVERIFY(!kept.ok());
        QVERIFY2(kept.error().text.find(directory().toStdString()) != std::string::npos, kept.error().text.c_str());
    }
};

QTEST_GUILESS_MAIN(TestEvidenceStore)
#include "tst_evidencestore.moc"
