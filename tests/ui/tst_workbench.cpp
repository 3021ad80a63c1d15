// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks.h"
#include "playedwindow.h"
#include "repeatedcapture.h"

#include "client/session/hostsession.h"
#include "tests/client/modeltext.h"
#include "tests/client/sampleevents.h"
#include "ui/flows/flowtree.h"
#include "ui/packets/hexview.h"
#include "ui/packets/packetpane.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/page.h"
#include "ui/parts/stateindicator.h"
#include "ui/workbench/editorcolors.h"
#include "ui/workbench/examples.h"
#include "ui/workbench/findbar.h"
#include "ui/workbench/installbar.h"
#include "ui/workbench/recordbutton.h"
#include "ui/workbench/runpane.h"
#include "ui/workbench/scripteditor.h"
#include "ui/workbench/scriptpane.h"
#include "ui/workbench/workbenchpage.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QUrl>

using namespace Trackhand;

namespace {

const QString Folder = QStringLiteral(TRACKHAND_SOURCE "/examples/scripts/");

/// What a helper does that drops all it sees.
const QString DropsAll = QStringLiteral("return {\n    name = \"ftp\", transports = { \"tcp\" }, ports = { 21 },\n"
                                        "    on_packet = function(packet)\n        packet:drop()\n    end,\n}\n");
const QString FailsAlways =
    QStringLiteral("return {\n    name = \"ftp\", transports = { \"tcp\" }, ports = { 21 },\n"
                   "    on_packet = function(packet)\n        local x = nil + 1\n    end,\n}\n");

} // namespace

/// Writing a helper in the window.
class TestWorkbench : public PlayedWindow {
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        start();
        m_window->openHost(HostAddress());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { end(); }

    void itIsThereWithoutABackend()
    {
        open();
        QVERIFY(page()->isVisible());
        QVERIFY(!page()->isEmpty());
        QTRY_COMPARE(page()->script()->status()->text(), QString("helper new-helper for tcp 7000"));
        QVERIFY(!page()->installBar()->installButton()->isEnabled());
        QCOMPARE(page()->installBar()->state()->word(), QString("no backend"));
        m_window->showPage(int(PageKind::Packets));
        QVERIFY(host()->absence()->isVisible());
    }

    void nothingIsMadeBeforeSomebodyLooks()
    {
        QVERIFY(!page()->script());
        open();
        QVERIFY(page()->script());
    }

    void aRunShowsWhatTheScriptDid()
    {
        openExample("ftp");
        run();
        const ScriptRun *run = results()->run();
        QVERIFY(run && !run->packets.empty());
        QCOMPARE(results()->tables()->packetModel()->rowCount(), int(run->packets.size()));
        QCOMPARE(results()->tables()->expectations()->model()->rowCount(), int(run->made.size()));
        QVERIFY(results()->tables()->tabText(0).contains(QString::number(run->packets.size())));
        QVERIFY(modelText(*results()->tables()->expectations()->model()).join(' ').contains("matched"));
        QVERIFY(results()->packet()->hex()->isVisible()); // the first packet's bytes
        QVERIFY(results()->summary()->text().contains("expected"));
        QVERIFY(modelText(*results()->tables()->connections()->model()).join(' ').contains("21"));
    }

    void whatAPacketLedToIsMarkedInTheScript()
    {
        openExample("ftp");
        run();
        QTableView *table = results()->tables()->packets();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            results()->tables()->goToPacket(row);
            const quint64 frame = table->model()->index(row, 0).data(FrameRole).toULongLong();
            QCOMPARE(editor()->said(), results()->run()->linesOf(frame));
        }
        QVERIFY(!results()->run()->sayings.empty());
    }

    void keysStepFromPacketToPacket()
    {
        openExample("ftp");
        run();
        QTableView *table = results()->tables()->packets();
        results()->tables()->goToPacket(0);
        editor()->setFocus();
        QTest::keyClick(editor(), Qt::Key_F8);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(editor(), Qt::Key_F7);
        QTest::keyClick(editor(), Qt::Key_F7); // there is none before the first
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void fromARowToItsLine()
    {
        openExample("ftp");
        run();
        QTableView *table = results()->tables()->expectations();
        results()->tables()->setCurrentIndex(1);
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(editor()->currentLine(), results()->run()->made.front().line);
        QVERIFY(editor()->text(editor()->currentLine() - 1).contains("expect"));
        QVERIFY(editor()->hasFocus());
    }

    void anErrorStandsAtItsLine()
    {
        open();
        page()->openCapture(Folder + "ftp.pcap");
        QTRY_VERIFY(results()->run());
        editor()->replaceWith(FailsAlways);
        run();
        QTRY_COMPARE(editor()->problems().keys(), QList<int> {4});
        QTableView *table = results()->tables()->troubles();
        QVERIFY(table->model()->rowCount() > 0);
        QVERIFY(modelText(*table->model()).first().contains("| 4 | error |"));
    }

    void aScriptThatIsNoneSaysSoWhileOneTypes()
    {
        open();
        editor()->replaceWith("local x = 1\nlocal = 2\n");
        QTRY_COMPARE(editor()->problems().keys(), QList<int> {2});
        QVERIFY(page()->script()->status()->text().startsWith("line 2: "));
        editor()->replaceWith(DropsAll);
        QTRY_VERIFY(editor()->problems().isEmpty());
        QCOMPARE(page()->script()->status()->text(), QString("helper ftp for tcp 21"));
    }

    void changesOfASecondRunAreCounted()
    {
        openExample("ftp"); // runs it for the first time
        QCOMPARE(results()->tables()->sameAsBefore()->title(), QString("Nothing to compare with"));
        run();
        QCOMPARE(results()->tables()->sameAsBefore()->title(), QString("No change"));
        QCOMPARE(results()->tables()->tabText(4), QString("Changes"));
        editor()->replaceWith(DropsAll);
        QVERIFY(results()->summary()->text().contains("has changed since"));
        run();
        const int changes = results()->tables()->differences()->model()->rowCount();
        QVERIFY(changes > 0);
        QCOMPARE(results()->tables()->tabText(4), QString("Changes (%1)").arg(changes));
        results()->setCapture(Folder + "rsh.pcap"); // another capture is no change of the script
        run();
        QCOMPARE(results()->tables()->sameAsBefore()->title(), QString("Nothing to compare with"));
    }

    void aLongRunCanBeCancelled()
    {
        QVERIFY(Captured::repeat(Folder + "ftp.pcap", 60'000, file("large.pcap")));
        openExample("ftp");
        QTRY_VERIFY(page()->script()->facts().descriptor);
        page()->openCapture(file("large.pcap"));
        QTRY_VERIFY(results()->cancelButton()->isVisible());
        results()->cancelButton()->click();
        QTRY_VERIFY(!results()->cancelButton()->isVisible());
        QVERIFY(!page()->runner()->isRunning());
        QVERIFY(host()->messages()->text().contains("cancelled"));
        QVERIFY(!results()->run());
    }

    void aDroppedCaptureIsRun()
    {
        openExample("ftp");
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(Folder + "ftp.pcap")});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QCoreApplication::sendEvent(results(), &enter) && enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QCoreApplication::sendEvent(results(), &drop));
        QTRY_VERIFY(results()->run());
        QCOMPARE(results()->capture(), Folder + "ftp.pcap");
        delete data;
    }

    void anotherPageSendsACapture()
    {
        emit host()->pages().first()->workbenchRequested(Folder + "ftp.pcap");
        QVERIFY(page()->isVisible());
        QTRY_VERIFY(results()->run());
        QCOMPARE(results()->run()->capture, Folder + "ftp.pcap");
    }

    void whatIsWrongWithTheCaptureStandsThere()
    {
        openExample("ftp");
        page()->openCapture(file("missing.pcap"));
        QTRY_COMPARE(results()->emptyState()->title(), QString("The capture cannot be read"));
        QVERIFY(results()->emptyState()->reason().contains("missing.pcap"));
        page()->openCapture(Folder + "rsh.pcap");
        QTRY_COMPARE(results()->emptyState()->title(), QString("The script saw no packet"));
    }

    void aSavedScriptRunsAgainByItself()
    {
        write("a.lua", DropsAll);
        open();
        page()->script()->open(file("a.lua"));
        page()->openCapture(Folder + "ftp.pcap");
        QTRY_VERIFY(results()->run());
        editor()->replaceWith(FailsAlways);
        QVERIFY(page()->script()->isModified());
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(results()->run() && results()->run()->errors != 0);
        QCOMPARE(read("a.lua"), FailsAlways);
        QVERIFY(!page()->script()->isModified());
        results()->afterSaving()->setChecked(false);
        editor()->replaceWith(DropsAll);
        page()->save();
        QTRY_COMPARE(read("a.lua"), DropsAll);
        QTest::qWait(50);
        QVERIFY(results()->run()->errors != 0); // still that of before
    }

    void whatCannotBeWrittenIsSaid()
    {
        open();
        page()->script()->document()->save(file("no/such/folder/a.lua"), DropsAll);
        QTRY_VERIFY(host()->messages()->text().contains("no/such/folder/a.lua"));
        QVERIFY(page()->script()->isModified());
    }

    void whatIsNoScriptIsNotOpened()
    {
        open();
        const QString before = editor()->text();
        write("large.lua", QString(300 * 1024, 'x'));
        page()->script()->document()->startNew("x.lua");
        page()->script()->open(file("large.lua"));
        if (auto *question = page()->findChild<QMessageBox *>()) {
            question->button(QMessageBox::Discard)->click();
        }
        QTRY_VERIFY(host()->messages()->text().contains("256 KiB"));
        QCOMPARE(editor()->text(), before);
    }

    void anotherEditorsChangeIsFollowedOrToldOf()
    {
        write("a.lua", DropsAll);
        open();
        page()->script()->open(file("a.lua"));
        QTest::qWait(20);
        write("a.lua", FailsAlways);
        QTRY_COMPARE(editor()->text(), FailsAlways); // nothing here could be lost
        editor()->append("-- mine\n");
        QVERIFY(QFile::remove(file("a.lua"))); // as editors do that write a new file
        write("a.lua", DropsAll);
        QTRY_VERIFY(page()->script()->diskNotice()->isVisible());
        QVERIFY(editor()->text().endsWith("-- mine\n"));
        page()->script()->diskNotice()->findChild<QPushButton *>()->click();
        QCOMPARE(editor()->text(), DropsAll);
        QVERIFY(!page()->script()->isModified());
        QVERIFY(page()->undo()); // even that
        QVERIFY(editor()->text().endsWith("-- mine\n"));
    }

    void nothingThatWasWrittenIsLost()
    {
        write("a.lua", DropsAll);
        open();
        page()->script()->open(file("a.lua"));
        page()->openCapture(Folder + "ftp.pcap");
        editor()->append("-- not saved\n");
        m_window.reset();
        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        m_window->openHost(HostAddress());
        m_window->show();
        open();
        QCOMPARE(editor()->text(), DropsAll + "-- not saved\n");
        QVERIFY(page()->script()->isModified());
        QCOMPARE(page()->script()->document()->file(), file("a.lua"));
        QCOMPARE(results()->capture(), Folder + "ftp.pcap");
        QCOMPARE(read("a.lua"), DropsAll);
    }

    void whoOpensAnotherIsAskedAboutWhatIsNotSaved()
    {
        write("a.lua", DropsAll);
        open();
        page()->script()->open(file("a.lua"));
        editor()->append("-- not saved\n");
        page()->script()->startNew();
        auto *question = page()->findChild<QMessageBox *>();
        QVERIFY(question);
        question->button(QMessageBox::Cancel)->click();
        QVERIFY(editor()->text().endsWith("-- not saved\n"));
        QTRY_VERIFY(!page()->findChild<QMessageBox *>());
        page()->script()->startNew();
        page()->findChild<QMessageBox *>()->button(QMessageBox::Save)->click();
        QTRY_VERIFY(editor()->text().contains("new-helper"));
        QCOMPARE(read("a.lua"), DropsAll + "-- not saved\n");
    }

    void anExampleThatNobodyTouchedIsGivenUpWithoutAQuestion()
    {
        openExample("ftp");
        openExample("mgcp");
        QVERIFY(!page()->findChild<QMessageBox *>());
    }

    void wordsAreOfferedWhileOneTypes()
    {
        open();
        editor()->startWith("");
        editor()->setFocus();
        QTest::keyClicks(editor(), "connection:");
        QTRY_VERIFY(editor()->isOffering());
        QVERIFY(editor()->offers().contains("expect"));
        QVERIFY(!editor()->offers().contains("payload"));
        QTest::keyClicks(editor(), "exp");
        QCOMPARE(editor()->offers(), QStringList("expect"));
        QTest::keyClick(editor(), Qt::Key_Tab);
        QCOMPARE(editor()->text(), QString("connection:expect"));
    }

    void linesAreMovedInByThemselves()
    {
        open();
        editor()->startWith("");
        editor()->setFocus();
        QTest::keyClicks(editor(), "if x then");
        QTest::keyClick(editor(), Qt::Key_Return);
        QTest::keyClicks(editor(), "y = 2");
        QTest::keyClick(editor(), Qt::Key_Escape); // whatever is offered
        QTest::keyClick(editor(), Qt::Key_Return);
        QTest::keyClicks(editor(), "end");
        QCOMPARE(editor()->text(), QString("if x then\n    y = 2\nend"));
    }

    void lettersAreLettersInTheEditor()
    {
        open();
        editor()->startWith("");
        editor()->setFocus();
        QTest::keyClicks(editor(), "fcs? F");
        QCOMPARE(editor()->text(), QString("fcs? F"));
        QVERIFY(!QApplication::activePopupWidget() && m_window->isActiveWindow());
        QTest::keyClick(editor(), Qt::Key_D, Qt::ControlModifier); // no doubling of lines
        QCOMPARE(editor()->text(), QString("fcs? F"));
    }

    void textIsFound()
    {
        open();
        editor()->startWith("one\ntwo\none two\n");
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(page()->script()->findBar()->isVisible());
        QTest::keyClicks(page()->script()->findBar()->field(), "two");
        QCOMPARE(editor()->currentLine(), 2);
        QTest::keyClick(page()->script()->findBar()->field(), Qt::Key_Return);
        QCOMPARE(editor()->currentLine(), 3);
        QTest::keyClick(page()->script()->findBar()->field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(editor()->currentLine(), 2);
        QTest::keyClick(page()->script()->findBar()->field(), Qt::Key_Escape);
        QVERIFY(editor()->hasFocus());
    }

    void whatAHelperSeesIsRecordedAndRun()
    {
        openExample("ftp");
        openBackend();
        m_backend->addHelper(helper("ftp", "running"));
        HelperInfo foreign = helper("rpc", "running");
        foreign.owner = "foreign";
        m_backend->addHelper(foreign);
        m_backend->allowPayloads();
        RecordButton *button = results()->recordButton();
        QTRY_COMPARE(offeredBy(button), QStringList("ftp"));
        button->record("ftp", file("live.pcapng"));
        QTRY_VERIFY(button->isRecording());
        const EventRecord packet = Samples::ftpPacket();
        m_backend->write(packet, Samples::packetBytes(packet, "PORT 10,0,1,2,195,80\r\n"));
        QTRY_COMPARE(button->text(), QString("Stop (1)"));
        button->click();
        QTRY_COMPARE(results()->capture(), file("live.pcapng"));
        QCOMPARE(button->text(), QString("Record"));
        QTRY_COMPARE(results()->tables()->packets()->model()->rowCount(), 1);
        QCOMPARE(host()->messages()->text(), QString("1 packet(s) recorded."));
    }

    void aRecordingThatMayNotBeSaysWhy()
    {
        openExample("ftp");
        openBackend();
        m_backend->addHelper(helper("ftp", "running"));
        RecordButton *button = results()->recordButton();
        QTRY_COMPARE(offeredBy(button), QStringList("ftp"));
        button->record("ftp", file("live.pcapng"));
        QTRY_VERIFY(host()->messages()->text().startsWith("Nothing is recorded: "));
        QVERIFY(!button->isRecording());
        m_backend->allowPayloads();
        button->record("ftp", file("live.pcapng"));
        QTRY_VERIFY(button->isRecording());
        button->click(); // nothing came
        QTRY_VERIFY(host()->messages()->text().startsWith("ftp saw no packet"));
        QVERIFY(!QFile::exists(file("live.pcapng")));
    }

    void aScriptIsInstalledAndRolledBack()
    {
        openExample("ftp");
        openBackend();
        QTRY_VERIFY(page()->installBar()->installButton()->isEnabled());
        QCOMPARE(page()->installBar()->state()->word(), QString("not installed"));
        page()->installBar()->installButton()->click();
        QTRY_COMPARE(page()->installBar()->state()->word(), QString("installed"));
        QTRY_VERIFY(!page()->installBar()->installButton()->isEnabled()); // it is there already
        const QString first = editor()->text();
        QCOMPARE(m_backend->script("ftp.lua"), first);
        editor()->append("-- second\n");
        QTRY_COMPARE(page()->installBar()->state()->word(), QString("another version"));
        page()->installBar()->installButton()->click();
        QTRY_COMPARE(m_backend->script("ftp.lua"), first + "-- second\n");
        QTRY_COMPARE(page()->installBar()->state()->word(), QString("installed"));
        QTRY_VERIFY(page()->installBar()->rollBackButton()->toolTip().contains("line"));
        page()->installBar()->rollBackButton()->click();
        QTRY_COMPARE(m_backend->script("ftp.lua"), first);
        QTRY_COMPARE(page()->installBar()->state()->word(), QString("another version"));
        QVERIFY(editor()->text().endsWith("-- second\n"));
        QVERIFY(m_backend->lastCall("Install")->mayPrompt);
        QVERIFY(!m_backend->lastCall("List")->mayPrompt); // looking asks for no password
    }

    void aRefusalStandsAtItsLine()
    {
        openExample("ftp");
        openBackend();
        QTRY_VERIFY(page()->installBar()->installButton()->isEnabled());
        m_backend->failNext("Install", ErrorCode::InvalidArgument, "ftp.lua:3: not here");
        page()->installBar()->installButton()->click();
        QTRY_VERIFY(editor()->problems().contains(3));
        QCOMPARE(editor()->problems().value(3), QString("not here"));
        QCOMPARE(editor()->currentLine(), 3);
        QVERIFY(host()->messages()->text().contains("not here"));
    }

    void whatIsInstalledCanBeOpened()
    {
        m_backend->installScript("quux.lua", DropsAll);
        open();
        openBackend();
        QTRY_COMPARE(page()->installBar()->script()->all().size(), 1);
        triggerInMenu("quux.lua");
        QTRY_COMPARE(editor()->text(), DropsAll);
        QCOMPARE(page()->script()->document()->name(), QString("quux.lua"));
    }

    void everyControlHasAName()
    {
        openExample("ftp");
        run();
        for (const QWidget *widget : page()->findChildren<QWidget *>()) {
            const bool takesKeys = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(!takesKeys || isNamed || widget->inherits("QTabBar") || widget->inherits("QStackedWidget"),
                qPrintable(
                    QString("%1 in %2")
                        .arg(widget->metaObject()->className(), widget->parentWidget()->metaObject()->className())));
        }
    }

    void itLooksWell_data() { Look::rows(); }
    void itLooksWell()
    {
        QFETCH(int, look);
        end();
        const Look worn(look);
        start();
        m_window->openHost(HostAddress());
        m_window->show();
        m_window->resize(1280, 800);
        openExample("ftp");
        run();
        editor()->replaceWith(QString(editor()->text()).replace("packet:note(", "packet:note(\"ftp: \", "));
        QTRY_VERIFY(page()->script()->facts().descriptor);
        run();
        for (int row = 0; row < results()->tables()->packetModel()->rowCount() && editor()->said().empty(); ++row) {
            results()->tables()->goToPacket(row);
        }
        QVERIFY(!editor()->said().empty());
        QVERIFY(results()->packet()->hex()->isVisible());
        keepPicture(m_window.get(), "workbench");
        results()->tables()->setCurrentIndex(4);
        keepPicture(m_window.get(), "workbench-changes");
        editor()->replaceWith(FailsAlways);
        run();
        results()->tables()->setCurrentIndex(3);
        keepPicture(m_window.get(), "workbench-errors");
        QCOMPARE(editor()->paper().name(), editor()->palette().color(QPalette::Base).name());
    }

private:
    WorkbenchPage *page() const { return static_cast<WorkbenchPage *>(host()->pages().at(int(PageKind::Workbench))); }
    ScriptEditor *editor() const { return page()->script()->editor(); }
    RunPane *results() const { return page()->results(); }
    QString file(const QString &name) const { return m_settings->filePath(name); }

    void open() { m_window->showPage(int(PageKind::Workbench)); }

    void openBackend()
    {
        openWindow();
        open();
    }

    void write(const QString &name, const QString &text) const
    {
        QFile stream(file(name));
        QVERIFY(stream.open(QIODevice::WriteOnly));
        stream.write(text.toUtf8());
    }

    QString read(const QString &name) const
    {
        QFile stream(file(name));
        return stream.open(QIODevice::ReadOnly) ? QString::fromUtf8(stream.readAll()) : QString();
    }

    static QStringList offeredBy(RecordButton *button)
    {
        emit button->helperMenu()->aboutToShow();
        QStringList names;
        for (const QAction *action : button->helperMenu()->actions()) {
            names.append(action->text());
        }
        return names;
    }

    void triggerInMenu(const QString &text)
    {
        emit page()->openMenu()->aboutToShow();
        for (QAction *action : page()->openMenu()->actions()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(text + " is not in the menu"));
    }

    void openExample(const QString &name)
    {
        open();
        triggerInMenu(name);
        QCOMPARE(editor()->text(), Examples::scriptOf(name));
        QTRY_VERIFY(results()->run());
    }

    void run()
    {
        QSignalSpy ended(page()->runner(), &WorkbenchRun::ended);
        page()->runAction()->trigger();
        QTRY_COMPARE(ended.size(), 1);
    }
};

QTEST_MAIN(TestWorkbench)
#include "tst_workbench.moc"
