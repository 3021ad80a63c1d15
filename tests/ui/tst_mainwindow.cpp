// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "tests/client/faketraffic.h"
#include "tests/client/modeltext.h"
#include "tests/client/sampleevents.h"
#include "ui/expectations/expectationspage.h"
#include "ui/helpers/helperspage.h"
#include "ui/overview/incidentlist.h"
#include "ui/overview/overviewpage.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/stateindicator.h"
#include "ui/rules/rulespage.h"
#include "ui/window/keysheet.h"
#include "ui/wizard/addhelperwizard.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTest>

using namespace Trackhand;

namespace {

enum PageNumber { Overview, Helpers, Rules, Packets, Expectations };

} // namespace

class TestMainWindow : public PlayedWindow {
    Q_OBJECT
private slots:
    void init()
    {
        start();
        if (m_backend) {
            m_backend->setProtocols(sampleProtocols());
        }
    }

    void cleanup() { end(); }

    void showsPagesByKeyboard()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        for (int page = m_window->pageCount() - 1; page >= 0; --page) {
            QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
            QCOMPARE(host()->currentPage(), host()->pages().at(page));
            QVERIFY(host()->currentPage()->isVisible());
        }
    }

    void saysWhyThereIsNoBackendAndConnectsWhenItComes()
    {
        m_window->openHost(HostAddress());
        m_window->show();
        QTRY_VERIFY(host()->absence()->isVisible());
        QTRY_COMPARE(host()->absence()->title(), QStringLiteral("No backend on this machine"));
        QVERIFY(host()->absence()->reason().contains(QStringLiteral("trackhandd")));
        QVERIFY(host()->absence()->reason().contains(QStringLiteral("./lab/up")));
        QVERIFY(m_backend->appear());
        QTRY_VERIFY(!host()->absence()->isVisible());
    }

    void saysThatTheKernelCannotAndOffersTheLab()
    {
        ManagerInfo manager;
        manager.kernelSupported = false;
        manager.problem = QStringLiteral("nfnetlink_cthelper is missing: install linux-image-amd64");
        m_backend->setManager(manager);
        openWindow();
        QTRY_VERIFY(host()->absence()->isVisible());
        QVERIFY(host()->absence()->reason().startsWith(manager.problem));
        QVERIFY(host()->absence()->reason().contains(QStringLiteral("./lab/up")));
    }

    void emptyPagesSayWhatWouldBeThereAndOpenTheWizard()
    {
        openWindow();
        m_window->showPage(Helpers);
        QVERIFY(host()->currentPage()->isEmpty());
        QCOMPARE(host()->currentPage()->emptyState()->title(), QStringLiteral("No helper yet"));
        host()->currentPage()->emptyState()->button()->click();
        QTRY_VERIFY(host()->findChild<AddHelperWizard *>());
    }

    void wizardAddsAHelperWithItsRuleAndEnablesIt()
    {
        openWindow();
        host()->addHelper();
        auto *wizard = host()->findChild<AddHelperWizard *>();
        for (int step = 0; step < 3; ++step) {
            QTRY_COMPARE(int(wizard->step()), step);
            QTRY_VERIFY(wizard->nextButton()->isEnabled());
            wizard->nextButton()->click();
        }
        QTRY_COMPARE(m_backend->helpers().size(), 1);
        const HelperInfo added = m_backend->helpers().first();
        QTRY_COMPARE(m_backend->rules().size(), 1);
        QCOMPARE(m_backend->rules().first().helper, added.name);
        QVERIFY(!m_backend->rules().first().ports.isEmpty());
        QTRY_COMPARE(m_backend->helpers().first().state, QStringLiteral("running"));
        QTRY_VERIFY(host()->messages()->text().contains(added.name));
        QTRY_VERIFY(!host()->pages().at(Helpers)->isEmpty());
    }

    void stateIsShownAsAWordAndChangesWithTheHelper()
    {
        m_backend->addHelper(helper("ftp", "disabled"));
        openWindow();
        m_window->showPage(Helpers);
        auto *page = static_cast<HelpersPage *>(host()->currentPage());
        auto *indicator = page->findChild<StateIndicator *>();
        QTRY_COMPARE(indicator->word(), QStringLiteral("disabled"));
        QCOMPARE(indicator->accessibleName(), QStringLiteral("disabled"));
        QVERIFY(page->enableAction()->isEnabled());
        page->enableAction()->trigger();
        QTRY_COMPARE(indicator->word(), QStringLiteral("running"));
        QCOMPARE(indicator->state(), StateKind::Running);
        QCOMPARE(m_backend->lastCall("Enable")->path, QStringLiteral("/org/trackhand/Trackhand1/helpers/ftp"));
        QCOMPARE(host()->stateWord(), QStringLiteral("running"));
    }

    void foreignHelpersCannotBeTouched()
    {
        HelperInfo foreign = helper("rpc", "running");
        foreign.owner = QStringLiteral("foreign");
        m_backend->addHelper(foreign);
        openWindow();
        auto *page = static_cast<HelpersPage *>(host()->pages().at(Helpers));
        QVERIFY(!page->enableAction()->isEnabled());
        QVERIFY(!page->disableAction()->isEnabled());
        QVERIFY(!page->deleteAction()->isEnabled());
    }

    void errorsAppearInTheMessageBar()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        m_backend->failNext("Disable", ErrorCode::NotAuthorized, "this needs org.trackhand.helpers.manage");
        static_cast<HelpersPage *>(host()->pages().at(Helpers))->disableAction()->trigger();
        QTRY_COMPARE(host()->messages()->text(), QStringLiteral("this needs org.trackhand.helpers.manage"));
    }

    void deletedHelperComesBackWithUndo()
    {
        m_backend->addHelper(helper("ftp", "running"));
        RuleArguments rule;
        rule.helper = QStringLiteral("ftp");
        rule.l4 = QStringLiteral("tcp");
        rule.ports = {{21, 21}};
        m_backend->addRule(rule);
        openWindow();
        static_cast<HelpersPage *>(host()->pages().at(Helpers))->deleteAction()->trigger();
        QTRY_COMPARE(m_backend->helpers().size(), 0);
        QTRY_VERIFY(host()->messages()->button()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_backend->rules().size(), 1);
        QCOMPARE(m_backend->rules().first().ports, rule.ports);
        QTRY_COMPARE(m_backend->helpers().value("ftp").state, QStringLiteral("running"));
        QCOMPARE(m_backend->helpers().value("ftp").queue, 3U);
    }

    void deletedRuleComesBackWithUndo()
    {
        RuleArguments rule;
        rule.helper = QStringLiteral("ftp");
        rule.ports = {{21, 21}};
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addRule(rule);
        openWindow();
        static_cast<RulesPage *>(host()->pages().at(Rules))->deleteAction()->trigger();
        QTRY_COMPARE(m_backend->rules().size(), 0);
        QTRY_VERIFY(host()->messages()->button()->isVisible());
        host()->messages()->button()->click();
        QTRY_COMPARE(m_backend->rules().size(), 1);
    }

    void packetsArriveInTheTableAndCanBeFiltered()
    {
        openWindow();
        m_window->showPage(Packets);
        auto *page = static_cast<PacketsPage *>(host()->currentPage());
        QVERIFY(page->isEmpty());
        m_backend->write(Samples::ftpPacket());
        m_backend->write(Samples::packet("sip", "10.0.1.2", 5060, "10.0.2.2", 5060, "INVITE"));
        QTRY_COMPARE(page->table()->model()->rowCount(), 2);
        QVERIFY(!page->isEmpty());
        QCOMPARE(modelText(*page->table()->model(), {PacketModel::HelperColumn, PacketModel::NoteColumn}),
            QStringList({"ftp | PORT 10,0,1,2,195,80", "sip | INVITE"}));
        page->filterField()->setText(QStringLiteral("helper == sip"));
        QTRY_COMPARE(page->table()->model()->rowCount(), 1);
        QVERIFY(page->counts()->text().startsWith(QStringLiteral("1 of 2 shown")));
        page->filterField()->setText(QStringLiteral("helper == "));
        QTRY_VERIFY(page->filterError()->isVisible());
        QCOMPARE(page->filterError()->text(), QStringLiteral("At character 11: a value is missing here."));
        QCOMPARE(page->table()->model()->rowCount(), 1);
    }

    void spaceHoldsPacketsBack()
    {
        openWindow();
        m_window->showPage(Packets);
        auto *page = static_cast<PacketsPage *>(host()->currentPage());
        m_backend->write(Samples::ftpPacket());
        QTRY_COMPARE(page->table()->model()->rowCount(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        m_backend->write(Samples::ftpPacket());
        QTRY_VERIFY(page->counts()->text().startsWith(QStringLiteral("1 kept back")));
        QCOMPARE(page->table()->model()->rowCount(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QTRY_COMPARE(page->table()->model()->rowCount(), 2);
    }

    void expectationsArriveAndShowTheirFate()
    {
        m_backend->addExpectation(Samples::ftpExpectation(EventAction::New));
        openWindow();
        m_window->showPage(Expectations);
        auto *page = static_cast<ExpectationsPage *>(host()->currentPage());
        const QList<int> columns {ExpectationModel::DestinationColumn, ExpectationModel::FateColumn};
        QTRY_COMPARE(modelText(*page->table()->model(), columns), QStringList {"10.0.1.2:50000 | waiting"});
        m_backend->write(Samples::ftpExpectation(EventAction::Matched));
        QTRY_COMPARE(modelText(*page->table()->model(), columns), QStringList {"10.0.1.2:50000 | matched"});
    }

    void refusedEventsAreSaidWithAButtonToAskAgain()
    {
        m_backend->failNext("OpenEvents", ErrorCode::NotAuthorized, "you may not observe traffic");
        openWindow();
        QTRY_VERIFY(host()->messages()->text().contains(QStringLiteral("you may not observe traffic")));
        m_backend->write(Samples::ftpPacket());
        host()->messages()->button()->click();
        QTRY_COMPARE(host()->session()->packetModel()->rowCount(), 1);
    }

    // As trackhandd refuses when nobody in the session can show a password prompt.
    void aMissingPolkitAgentIsExplainedWithWhatToDo()
    {
        const QString said =
            "not authorised for org.trackhand.helpers.manage: it needs an administrator's password, and "
            "your session has no polkit agent that could ask for it; start your desktop's, or run "
            "\"pkttyagent --process PID\" in a terminal, with the process id of this program, and try "
            "again";
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->failNext("Disable", ErrorCode::NotAuthorized, said);
        openWindow();
        m_window->resize(900, 600);
        m_window->showPage(Helpers);
        const auto *page = static_cast<HelpersPage *>(host()->currentPage());
        page->disableAction()->trigger();
        QTRY_VERIFY(host()->messages()->isVisible());
        QVERIFY2(host()->messages()->text().contains(said), qPrintable(host()->messages()->text()));
        for (const QLabel *label : host()->messages()->findChildren<QLabel *>()) { // all of it is to be seen
            QVERIFY(label->text().isEmpty() || label->heightForWidth(label->width()) <= label->height());
        }
        QVERIFY(m_backend->lastCall("Disable")->mayPrompt);
        QCOMPARE(m_backend->helpers().value("ftp").state, QString("running"));
    }

    void comesBackAsItWasClosed()
    {
        m_window->recall();
        openWindow();
        m_window->resize(1100, 720);
        m_window->showPage(Packets);
        const auto other = HostAddress::parse("ssh://admin@192.0.2.1");
        QVERIFY(other);
        m_window->openHost(*other);
        auto *splitter = host()->findChild<QSplitter *>("packets");
        splitter->setSizes({100, 500});
        const QList<int> sizes = splitter->sizes();
        QVERIFY(m_window->close());

        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        m_window->recall();
        m_window->show();
        QCOMPARE(m_window->size(), QSize(1100, 720));
        QCOMPARE(m_window->hosts().size(), 2);
        QCOMPARE(m_window->hosts().last()->session()->link()->state(), BackendLink::State::Closed); // not contacted
        m_window->openHost(HostAddress());
        QCOMPARE(host()->currentPage(), host()->pages().at(Packets));
        QTRY_COMPARE(host()->findChild<QSplitter *>("packets")->sizes(), sizes);
    }

    void aBrokenMemoryIsNone()
    {
        QDir().mkpath(QFileInfo(settingsFile()).path());
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[window]\ngeometry=nonsense\npage=-7\nhosts=ssh://-oProxyCommand=x, , ssh://a "
                   "b\n[splitters]\npackets=7\n");
        file.close();
        m_window->recall();
        openWindow();
        QCOMPARE(m_window->hosts().size(), 1);
        QCOMPARE(host()->currentPage(), host()->pages().at(Overview));
    }

    void theIncidentThatANotificationWasAboutIsSelected()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addIncident({"attention", "ftp", "ftp restarted after SIGSEGV", 7});
        m_backend->addIncident({"attention", "ftp", "ftp restarted again", 8});
        m_window->lookFor(Overview, "7");
        m_window->show();
        QVERIFY(m_backend->appear());
        const QTableView *table = qobject_cast<OverviewPage *>(host()->pages().at(Overview))->incidents()->table();
        QTRY_VERIFY(table->currentIndex().isValid());
        const QModelIndex text = table->currentIndex().siblingAtColumn(IncidentModel::TextColumn);
        QCOMPARE(text.data().toString(), "ftp restarted after SIGSEGV");
    }

    void theKeySheetNamesEveryPageOnceAndIsWhole()
    {
        openWindow();
        QTest::keyClick(m_window.get(), Qt::Key_Question);
        auto *sheet = m_window->findChild<KeySheet *>();
        QVERIFY(sheet);
        QTRY_VERIFY(sheet->isVisible());
        const QKeySequence lastPage = KeySheet::groups().first().keys.first().keys.last();
        QCOMPARE(lastPage, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + m_window->pageCount())));
        for (const QLabel *label : sheet->findChildren<QLabel *>()) {
            QVERIFY2(!label->text().isEmpty(), "a key without a name or a meaning");
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            sheet->grab().save(folder + "/keys.png");
        }
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<KeySheet *>());
    }

    void aPlaceAskedForBeforeTheBackendIsThereIsFoundWhenItComes()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addHelper(helper("sip", "running"));
        m_window->lookFor(Helpers, "sip");
        m_window->show();
        QTRY_VERIFY(host()->absence()->isVisible());
        QVERIFY(m_backend->appear());
        const auto *page = qobject_cast<HelpersPage *>(host()->pages().at(Helpers));
        QTRY_VERIFY(page->table()->currentIndex().isValid());
        QCOMPARE(page->table()->currentIndex().siblingAtColumn(HelperModel::NameColumn).data().toString(), "sip");
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
