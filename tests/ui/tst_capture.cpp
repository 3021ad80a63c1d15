// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "tests/client/modeltext.h"
#include "tests/client/sampleevents.h"
#include "tests/helpers/capturefile.h"
#include "ui/packets/hexview.h"
#include "ui/packets/packetexporter.h"
#include "ui/packets/packetpane.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/messagebar.h"

#include <QFile>
#include <QListWidget>
#include <QTableView>
#include <QTest>

using namespace Trackhand;

namespace {

constexpr int DltEthernet = 1;

} // namespace

class TestCapture : public PlayedWindow {
    Q_OBJECT
private slots:
    void init() { start(); }

    void cleanup() { end(); }

    void whatWasExportedReadsLikeTheTableItCameFrom()
    {
        const QStringList live = exportPackets();
        m_window->openCapture(file("live.pcapng"));
        QVERIFY(host()->isCapture());
        QVERIFY(page()->isVisible());
        QTRY_COMPARE(rows(), live);
        QVERIFY(host()->session()->link()->state() == BackendLink::State::Closed); // nobody was asked
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            page()->table()->selectRow(0);
            QTest::qWait(100);
            m_window->grab().save(folder + "/capture.png");
        }
    }

    void itsBytesAreShownWithoutAsking()
    {
        exportPackets();
        m_window->openCapture(file("live.pcapng"));
        QTRY_COMPARE(page()->table()->model()->rowCount(), 3);
        page()->table()->selectRow(0);
        QVERIFY(page()->pane()->hex()->isVisible());
        page()->table()->selectRow(1);
        QCOMPARE(page()->pane()->noBytes()->title(), QStringLiteral("No bytes of this packet"));
        QVERIFY(page()->pane()->noBytes()->reason().contains("capture"));
    }

    void aCaptureOfOthersIsShownToo()
    {
        {
            Test::CaptureFile capture(file("other.pcap").toStdString(), DltEthernet);
            Test::Bytes ethernet(12, 2);
            ethernet.insert(ethernet.end(), {0x08, 0x00});
            capture.frame(1, Test::joined(ethernet, Samples::packetBytes(Samples::ftpPacket(), "PASV\r\n")));
            capture.frame(2, Test::joined(Test::Bytes(12, 2), {0x08, 0x06, 0, 1, 2, 3})); // ARP
        }
        m_window->openCapture(file("other.pcap"));
        QTRY_COMPARE(host()->messages()->text(), QStringLiteral("1 frame(s) carry no IP and are not shown."));
        QCOMPARE(modelText(*page()->table()->model(),
                     {PacketModel::NumberColumn, PacketModel::HelperColumn, PacketModel::SourceColumn,
                         PacketModel::DestinationColumn, PacketModel::VerdictColumn}),
            QStringList("1 |  | 10.0.1.2:40000 | 10.0.2.2:21 | "));
    }

    void whatCannotBeReadIsSaid()
    {
        m_window->openCapture(file("missing.pcapng"));
        QTRY_VERIFY(host()->messages()->text().contains("missing.pcapng"));
        QVERIFY(page()->isEmpty());
        QCOMPARE(page()->emptyState()->title(), QStringLiteral("No packets in this capture"));
        QCOMPARE(host()->stateKind(), StateKind::Attention);
    }

    void ofADamagedCaptureTheFirstPacketsAreShown()
    {
        exportPackets();
        QVERIFY(QFile::resize(file("live.pcapng"), QFile(file("live.pcapng")).size() - 6));
        m_window->openCapture(file("live.pcapng"));
        QTRY_VERIFY(host()->messages()->text().contains("damaged after frame 2"));
        QCOMPARE(page()->table()->model()->rowCount(), 2);
    }

    void onlyThePacketsPageIsForCaptures()
    {
        exportPackets();
        m_window->openCapture(file("live.pcapng"));
        m_window->showPage(int(PageKind::Rules));
        QVERIFY(page()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(page()->isVisible());
        m_window->openHost(HostAddress());
        QVERIFY(!host()->isCapture());
        m_window->showPage(int(PageKind::Rules));
        QCOMPARE(host()->currentPage(), host()->pages().at(int(PageKind::Rules)));
    }

    void aCaptureIsOpenedOnceAndClosed()
    {
        exportPackets();
        m_window->openCapture(file("live.pcapng"));
        m_window->openCapture(file("live.pcapng"));
        QCOMPARE(m_window->hosts().size(), 2);
        QVERIFY(m_window->closeCaptureAction()->isEnabled());
        m_window->closeCaptureAction()->trigger();
        QCOMPARE(m_window->hosts().size(), 1);
        QVERIFY(!host()->isCapture());
        QVERIFY(!m_window->closeCaptureAction()->isEnabled());
    }

    void nothingIsReadAfterTheWindowIsGone()
    {
        {
            Test::CaptureFile capture(file("large.pcap").toStdString(), DltEthernet);
            Test::Bytes ethernet(12, 2);
            ethernet.insert(ethernet.end(), {0x08, 0x00});
            const Test::Bytes frame = Test::joined(ethernet, Samples::packetBytes(Samples::ftpPacket(), "PASV\r\n"));
            for (int i = 0; i < 100'000; ++i) { // more than waits in a queue
                capture.frame(i, frame);
            }
        }
        m_window->openCapture(file("large.pcap"));
        m_window.reset(); // ends, though nobody took the events
    }

private:
    /// Three packets of a live host, the first with its bytes, exported; the table's rows.
    QStringList exportPackets()
    {
        QFile::remove(file("live.pcapng"));
        m_backend->allowPayloads();
        openWindow();
        m_window->showPage(int(PageKind::Packets));
        host()->session()->payloads()->ask();
        EventRecord first = Samples::ftpPacket();
        first.payloadLength = quint32(Samples::packetBytes(first, "PORT 10,0,1,2,195,80\r\n").size());
        m_backend->write(first, Samples::packetBytes(first, "PORT 10,0,1,2,195,80\r\n"));
        EventRecord second = Samples::packet("sip", "10.0.1.2", 5060, "10.0.2.2", 5060, "INVITE a b=c");
        second.payloadLength = 700;
        second.outcome = std::uint8_t(Verdict::Drop);
        m_backend->write(second);
        EventRecord third = Samples::packet("ftp", "10.0.2.2", 21, "10.0.1.2", 40000, "");
        third.flags = EventFlag::Mangled;
        third.ctInfo = CtInfo::EstablishedReply;
        m_backend->write(third);
        [this] {
            QTRY_COMPARE(page()->table()->model()->rowCount(), 3);
        }();
        [this] {
            QTRY_VERIFY(host()->session()->payloads()->state() == PayloadFeed::State::Open);
        }();
        page()->exporter()->exportTo(file("live.pcapng"), PacketExporter::Scope::Shown, ExportFormat::Pcapng);
        [this] {
            QTRY_VERIFY(QFile::exists(file("live.pcapng")));
        }();
        return rows();
    }

    QStringList rows() const { return modelText(*page()->table()->model()); }
    QString file(const char *name) const { return m_folder.filePath(name); }
    PacketsPage *page() const { return static_cast<PacketsPage *>(host()->pages().at(int(PageKind::Packets))); }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestCapture)
#include "tst_capture.moc"
