// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "tests/client/sampleevents.h"
#include "ui/packets/gotobar.h"
#include "ui/packets/packetactions.h"
#include "ui/packets/packetexporter.h"
#include "ui/packets/packetpane.h"
#include "ui/packets/packetspage.h"
#include "ui/packets/searchbar.h"
#include "ui/packets/selectedrows.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/messagebar.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

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
        model->setCapacity(10'000);
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

    void goesToANumberOrSaysWhatIsWrong()
    {
        openPackets();
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
        GoToBar *bar = page()->goToBar();
        QVERIFY(bar->isVisible());
        QTRY_VERIFY(bar->field()->hasFocus());
        QTest::keyClicks(bar->field(), "nonsense");
        QTest::keyClick(bar->field(), Qt::Key_Return);
        QVERIFY(bar->answer()->text().contains("neither a packet's number nor a time"));
        bar->field()->setText("99");
        QTest::keyClick(bar->field(), Qt::Key_Return);
        QVERIFY(bar->answer()->text().contains("this is the nearest"));
        QCOMPARE(page()->table()->currentIndex().row(), 2);
        bar->field()->setText("2");
        QTest::keyClick(bar->field(), Qt::Key_Return);
        QVERIFY(!bar->isVisible());
        QCOMPARE(page()->table()->currentIndex().row(), 1);
        QVERIFY(page()->table()->hasFocus());
    }

    void escapeClosesTheGoToLine()
    {
        openPackets();
        page()->actions()->goTo()->trigger();
        QVERIFY(page()->goToBar()->isVisible());
        QTest::keyClick(page()->goToBar()->field(), Qt::Key_Escape);
        QVERIFY(!page()->goToBar()->isVisible());
    }

    void marksAreSetAndVisitedByKey()
    {
        openPackets();
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(host()->messages()->text().contains("No packet that is shown is marked"));
        for (const int row : {0, 2}) {
            selectOnly(*page()->table(), row); // a view's own selectRow() heeds the keys held last
            QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
        }
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page()->table()->currentIndex().row(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page()->table()->currentIndex().row(), 2);
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
        QVERIFY(!host()->session()->packetModel()->isMarked(2));
        QVERIFY(host()->session()->packetModel()->isMarked(0));
    }

    void oneKeyFollowsAConnectionAndComesBack()
    {
        openPackets();
        filter("not helper == rpc");
        page()->table()->selectRow(2);
        page()->table()->setFocus();
        QTest::keyClick(page()->table(), Qt::Key_C);
        QCOMPARE(page()->table()->model()->rowCount(), 2); // both directions
        QCOMPARE(page()->table()->currentIndex().row(), 1); // the same packet
        QTest::keyClick(page()->table(), Qt::Key_C);
        QCOMPARE(page()->filterField()->text(), QStringLiteral("not helper == rpc"));
        QCOMPARE(page()->table()->model()->rowCount(), 3);
        QCOMPARE(page()->table()->currentIndex().row(), 2);
    }

    void theKeyOfALetterIsTypedInTheFilter()
    {
        openPackets();
        page()->table()->selectRow(0);
        page()->filterField()->setFocus();
        QTest::keyClick(page()->filterField(), Qt::Key_C);
        QCOMPARE(page()->filterField()->text(), QStringLiteral("c"));
    }

    void aValueBecomesTheFilter()
    {
        openPackets();
        page()->table()->setCurrentIndex(page()->table()->model()->index(1, PacketModel::HelperColumn));
        page()->actions()->onlyThis()->trigger();
        QCOMPARE(page()->filterField()->text(), QStringLiteral("helper == \"sip\""));
        QCOMPARE(page()->table()->model()->rowCount(), 1);
        QCOMPARE(page()->table()->currentIndex().row(), 0);
        filter("");
        page()->actions()->notThis()->trigger();
        QCOMPARE(page()->filterField()->text(), QStringLiteral("not helper == \"sip\""));
        QCOMPARE(page()->table()->model()->rowCount(), 2);
        page()->table()->setCurrentIndex(page()->table()->model()->index(0, PacketModel::DestinationColumn));
        page()->actions()->alsoThis()->trigger();
        QCOMPARE(
            page()->filterField()->text(), QStringLiteral("not helper == \"sip\" and dst == 10.0.2.2 and dport == 21"));
        page()->table()->setCurrentIndex(page()->table()->model()->index(0, PacketModel::TimeColumn));
        QVERIFY(!page()->actions()->onlyThis()->isEnabled()); // no field of a filter has it
    }

    void copiesWhatTheTableShows()
    {
        openPackets();
        page()->table()->selectRow(1);
        page()->table()->setFocus();
        QTest::keyClick(page()->table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList cells = QGuiApplication::clipboard()->text().split('\t');
        QCOMPARE(cells.size(), PacketModel::ColumnCount - 1); // the rule is not shown
        QCOMPARE(cells.at(PacketModel::HelperColumn), QStringLiteral("sip"));
        QCOMPARE(cells.last(), QStringLiteral("INVITE\n"));
        page()->table()->setCurrentIndex(page()->table()->model()->index(1, PacketModel::NoteColumn));
        page()->actions()->copyFilter()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("note == \"INVITE\""));
    }

    void aPacketThatIsFilteredOutIsNoLongerShownBelow()
    {
        openPackets();
        page()->table()->selectRow(1);
        QVERIFY(page()->pane()->tree()->isVisible());
        filter("helper == ftp");
        QVERIFY(!page()->pane()->tree()->isVisible());
    }

    void theFilterOffersWhatMayStandHere()
    {
        m_backend->addHelper(helper("netbios-ns", "running"));
        openPackets();
        FilterField *field = page()->filterField();
        QAbstractItemView *popup = field->offers()->popup();
        field->setFocus();
        QTest::keyClicks(field, "hel");
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(field->text(), QStringLiteral("helper "));
        QTest::keyClicks(field, "== net");
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Tab);
        QCOMPARE(field->text(), QStringLiteral("helper == netbios-ns "));
        QVERIFY(!popup->isVisible()); // it is a filter as it stands
        QTest::keyClick(field, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QCOMPARE(field->text(), QStringLiteral("helper == netbios-ns "));
    }

    void enterSelectsTheWordThatIsWrong()
    {
        openPackets();
        filter("verdict == acept and mangled");
        QVERIFY(page()->filterError()->isVisible());
        QCOMPARE(page()->filterField()->selectedText(), QStringLiteral("acept"));
        QVERIFY(page()->filterError()->text().startsWith("At character 12: "));
        QCOMPARE(page()->table()->model()->rowCount(), 3); // as with the last good filter
    }

    void theHeaderSortsAndTheThirdClickGoesBack()
    {
        openPackets();
        page()->table()->selectRow(1);
        QVERIFY(page()->followButton()->isEnabled());
        clickHeader(PacketModel::HelperColumn);
        QCOMPARE(helpers(), QStringList({"ftp", "ftp", "sip"}));
        QCOMPARE(page()->table()->currentIndex().row(), 2); // the same packet
        QVERIFY(page()->table()->selectionModel()->isRowSelected(2));
        QVERIFY(!page()->followButton()->isEnabled());
        clickHeader(PacketModel::HelperColumn);
        QCOMPARE(helpers(), QStringList({"sip", "ftp", "ftp"}));
        if (const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES"); !folder.isEmpty()) {
            m_window->grab().save(folder + "/packets-sorted.png");
        }
        clickHeader(PacketModel::HelperColumn);
        QCOMPARE(helpers(), QStringList({"ftp", "sip", "ftp"}));
        QCOMPARE(page()->table()->currentIndex().row(), 1);
        QVERIFY(page()->followButton()->isEnabled());
    }

    void keysSortToo()
    {
        openPackets();
        page()->table()->setFocus();
        page()->table()->setCurrentIndex(page()->table()->model()->index(2, PacketModel::HelperColumn));
        QVERIFY(!page()->actions()->arrivalOrder()->isEnabled());
        QTest::keyClick(page()->table(), Qt::Key_S);
        QCOMPARE(helpers(), QStringList({"ftp", "ftp", "sip"}));
        QCOMPARE(page()->table()->currentIndex().row(), 1);
        QTest::keyClick(page()->table(), Qt::Key_S);
        QCOMPARE(helpers(), QStringList({"sip", "ftp", "ftp"}));
        QTest::keyClick(page()->table(), Qt::Key_S);
        QCOMPARE(helpers(), QStringList({"ftp", "sip", "ftp"}));
        QTest::keyClick(page()->table(), Qt::Key_S);
        QTest::keyClick(page()->table(), Qt::Key_S, Qt::ShiftModifier);
        QCOMPARE(helpers(), QStringList({"ftp", "sip", "ftp"}));
        QVERIFY(!page()->actions()->arrivalOrder()->isEnabled());
    }

    void whatIsWrittenIsInOrderOfArrivalHoweverItIsSorted()
    {
        openPackets();
        clickHeader(PacketModel::HelperColumn);
        page()->exporter()->exportTo(file("sorted.csv"), Scope::Shown, ExportFormat::Csv);
        QTRY_VERIFY(host()->messages()->text().startsWith("3 packet(s) written to "));
        const QList<QByteArray> lines = read("sorted.csv").split('\n');
        QVERIFY(lines.at(2).contains("INVITE"));
    }

    void packetsThatArriveAreSortedInAndThePlaceIsKept()
    {
        openPackets();
        auto *model = host()->session()->packetModel();
        model->append({std::vector<EventRecord>(500, Samples::ftpPacket()), 0});
        clickHeader(PacketModel::HelperColumn);
        selectOnly(*page()->table(), 300);
        page()->table()->scrollTo(page()->table()->currentIndex(), QAbstractItemView::PositionAtTop);
        const int top = page()->table()->rowViewportPosition(300);
        model->append({std::vector<EventRecord>(50, Samples::packet("amanda", "10.0.1.2", 1, "10.0.2.2", 2)), 0});
        QVERIFY(page()->counts()->text().startsWith("50 to be sorted in · "));
        QTRY_COMPARE(model->waiting(), std::size_t(0));
        QCOMPARE(page()->table()->currentIndex().row(), 350);
        QCOMPARE(page()->table()->rowViewportPosition(350), top);
        QCOMPARE(page()->counts()->text(), QStringLiteral("553 of 553 shown, 0 lost"));
    }

    void cancelledTheFieldAndTheHeaderSayWhatIsShown()
    {
        openPackets();
        auto *model = host()->session()->packetModel();
        model->append({std::vector<EventRecord>(40'000, Samples::ftpPacket()), 0});
        filter("helper == sip");
        QTRY_VERIFY(!model->isSearching());
        QCOMPARE(model->rowCount(), 1);
        clickHeader(PacketModel::HelperColumn);
        QVERIFY(model->isSearching());
        filter("helper == ftp");
        page()->searchBar()->cancelButton()->click();
        QVERIFY(!model->isSearching());
        QCOMPARE(page()->filterField()->text(), QStringLiteral("helper == sip"));
        QCOMPARE(page()->table()->horizontalHeader()->sortIndicatorSection(), PacketOrder::Arrival);
        QCOMPARE(model->rowCount(), 1);
    }

private:
    void clickHeader(int column)
    {
        QHeaderView *header = page()->table()->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(column) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    }

    QStringList helpers() const
    {
        QStringList names;
        for (int row = 0; row < page()->table()->model()->rowCount(); ++row) {
            names.append(page()->table()->model()->index(row, PacketModel::HelperColumn).data().toString());
        }
        return names;
    }

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
