// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "tests/client/sampleevents.h"
#include "ui/packets/packetexporter.h"
#include "ui/packets/packetpane.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/messagebar.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Trackhand;

using Scope = PacketExporter::Scope;

class TestPacketsPage : public PlayedWindow {
    Q_OBJECT
private slots:
    void init() { start(); }

    void cleanup() { end(); }

    void exportsWhatTheFilterShows()
    {
        openPackets();
        filter(QStringLiteral("helper == sip"));
        page()->exporter()->exportTo(file("shown.jsonl"), Scope::Shown, ExportFormat::JsonLines);
        QTRY_VERIFY(host()->messages()->text().startsWith("1 packet(s) written to "));
        QCOMPARE(read("shown.jsonl").count('\n'), 1);
        QVERIFY(read("shown.jsonl").contains("INVITE"));
    }

    void exportsTheSelectedPackets()
    {
        openPackets();
        page()->table()->selectAll();
        page()->exporter()->exportTo(file("selected.csv"), Scope::Selected, ExportFormat::Csv);
        QTRY_VERIFY(host()->messages()->text().startsWith("3 packet(s) written to "));
        QCOMPARE(read("selected.csv").count('\n'), 4);
        page()->table()->selectRow(1);
        page()->exporter()->exportTo(file("one.csv"), Scope::Selected, ExportFormat::Csv);
        QTRY_VERIFY(host()->messages()->text().startsWith("1 packet(s) written to "));
        QVERIFY(read("one.csv").contains("INVITE"));
    }

    void saysWhyBytesAreMissing()
    {
        openPackets();
        page()->exporter()->exportTo(file("bare.pcapng"), Scope::Shown, ExportFormat::Pcapng);
        QTRY_VERIFY(
            host()->messages()->text().contains("3 packet(s) went without bytes: the right to read them was not"));
        m_backend->allowPayloads();
        host()->session()->payloads()->ask();
        QTRY_VERIFY(host()->session()->payloads()->state() == PayloadFeed::State::Open);
        page()->exporter()->exportTo(file("full.pcapng"), Scope::Shown, ExportFormat::Pcapng);
        QTRY_VERIFY(host()->messages()->text().contains("2 packet(s) went without bytes: newer packets took their"));
        QVERIFY(read("full.pcapng").contains("PORT 10,0,1,2,195,80\r\n"));
    }

    void aFailedExportIsSaidInTheMessageBar()
    {
        openPackets();
        page()->exporter()->exportTo("/nonexistent/x.csv", Scope::Shown, ExportFormat::Csv);
        QTRY_VERIFY(host()->messages()->text().startsWith("cannot write /nonexistent/x.csv: "));
    }

    void theExportMenuOffersOnlyWhatThereIs()
    {
        openPackets();
        QMenu *menu = page()->exporter()->menu();
        emit menu->aboutToShow();
        QVERIFY(menu->actions().first()->isEnabled());
        QVERIFY(!menu->actions().last()->isEnabled());
        page()->table()->selectRow(0);
        emit menu->aboutToShow();
        QVERIFY(menu->actions().last()->isEnabled());
    }

    void asksForAFileOfTheFormat()
    {
        openPackets();
        page()->exporter()->ask(Scope::Shown, ExportFormat::Csv);
        auto *dialog = page()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->defaultSuffix(), QStringLiteral("csv"));
        dialog->setDirectory(m_folder.path());
        dialog->selectFile(file("asked.csv"));
        static_cast<QDialog *>(dialog)->accept();
        QTRY_VERIFY(QFile::exists(file("asked.csv")));
    }

    void theSelectionGoesWithThePackets()
    {
        openPackets();
        auto *model = host()->session()->packetModel();
        EventBatch many;
        many.events.assign(model->capacity() - 3, Samples::ftpPacket());
        model->append(many);
        page()->table()->selectRow(1);
        page()->table()->selectionModel()->select(
            model->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        model->append({{Samples::ftpPacket()}, 0});
        QCOMPARE(page()->table()->currentIndex().row(), 0);
        QCOMPARE(page()->table()->selectionModel()->selectedRows().size(), 2);
        model->append({{Samples::ftpPacket()}, 0});
        QVERIFY(!page()->table()->currentIndex().isValid());
        QCOMPARE(page()->table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(page()->table()->selectionModel()->selectedRows().first().row(), 0);
    }

private:
    void openPackets()
    {
        openWindow();
        m_window->showPage(int(PageKind::Packets));
        const EventRecord event = Samples::ftpPacket();
        m_backend->write(event, Samples::packetBytes(event, "PORT 10,0,1,2,195,80\r\n"));
        m_backend->write(Samples::packet("sip", "10.0.1.2", 5060, "10.0.2.2", 5060, "INVITE"));
        m_backend->write(Samples::packet("ftp", "10.0.2.2", 21, "10.0.1.2", 40000, "200"));
        QTRY_COMPARE(page()->table()->model()->rowCount(), 3);
    }

    void filter(const QString &text)
    {
        page()->filterField()->setText(text);
        QTest::keyClick(page()->filterField(), Qt::Key_Return);
    }

    QString file(const char *name) const { return m_folder.filePath(name); }

    QByteArray read(const char *name) const
    {
        QFile written(file(name));
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    }

    PacketsPage *page() const { return static_cast<PacketsPage *>(host()->pages().at(int(PageKind::Packets))); }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestPacketsPage)
#include "tst_packetspage.moc"
