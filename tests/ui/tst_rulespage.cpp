// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks.h"
#include "playedwindow.h"

#include "tests/client/faketraffic.h"
#include "tests/client/modeltext.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/page.h"
#include "ui/parts/stateindicator.h"
#include "ui/rules/codepane.h"
#include "ui/rules/hittestpane.h"
#include "ui/rules/ruleeditor.h"
#include "ui/rules/rulehistory.h"
#include "ui/rules/rulespage.h"
#include "ui/rules/rulespanes.h"
#include "ui/wizard/notice.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Trackhand;

namespace {

enum Pane { ThisRule, WholeTable, Commands, WhichRule };

RuleArguments ftpRule(quint16 port = 21)
{
    RuleArguments rule;
    rule.helper = "ftp";
    rule.l4 = "tcp";
    rule.ports = {{port, port}};
    rule.hooks = QStringList {"prerouting"};
    rule.source = "10.0.1.0/24";
    return rule;
}

} // namespace

/// Undo, the whole table, and which rule a packet would meet.
class TestRulesPage : public PlayedWindow {
    Q_OBJECT
private slots:
    void init()
    {
        start();
        m_backend->setProtocols(sampleProtocols());
        m_backend->addHelper(helper("ftp", "running"));
    }

    void cleanup() { end(); }

    void everyDeedGoesBackAndForthByKeyboard()
    {
        openPage();
        m_done = 0;
        history()->add(ftpRule(), this, [this](const Status &status) { m_done += status.ok(); });
        QTRY_COMPARE(m_done, 1);
        history()->change(1, ftpRule(2121), this, [this](const Status &status) { m_done += status.ok(); });
        QTRY_COMPARE(m_done, 2);
        history()->remove(1, this, [this](const Status &status) { m_done += status.ok(); });
        QTRY_COMPARE(m_done, 3);
        QCOMPARE(history()->undoText(), QString("delete rule 1 of ftp"));

        undoKey(); // the played backend gives no number twice
        QTRY_COMPARE(portOfRule(2), 2121);
        QTRY_COMPARE(history()->undoText(), QString("change rule 2 of ftp"));
        undoKey();
        QTRY_COMPARE(portOfRule(2), 21);
        QTRY_COMPARE(history()->undoText(), QString("add rule 2 of ftp"));
        undoKey();
        QTRY_COMPARE(m_backend->rules().size(), 0);
        QTRY_COMPARE(history()->position(), 0);
        QVERIFY(!page()->undoAction()->isEnabled());

        redoKey();
        QTRY_COMPARE(m_backend->rules().size(), 1);
        QTRY_VERIFY(history()->canRedo());
        redoKey();
        QTRY_COMPARE(m_backend->rules().first().ports.first().first, 2121);
        QTRY_VERIFY(history()->canRedo());
        redoKey();
        QTRY_COMPARE(m_backend->rules().size(), 0);
        QTRY_COMPARE(history()->position(), 3);
        QVERIFY(!page()->redoAction()->isEnabled());
    }

    void theMessageNamesTheRuleAndItsButtonTakesItBack()
    {
        m_backend->addRule(ftpRule());
        openPage();
        page()->deleteAction()->trigger();
        QTRY_COMPARE(host()->messages()->text(), QString("Rule 1 of ftp was deleted."));
        QVERIFY(page()->undoAction()->toolTip().contains("delete rule 1 of ftp"));
        host()->messages()->button()->click();
        QTRY_COMPARE(m_backend->rules().size(), 1);
        QTRY_COMPARE(host()->messages()->text(), QString("Undone: delete rule 2 of ftp."));
    }

    void aRefusedDeedIsNotInTheStack()
    {
        m_backend->addRule(ftpRule());
        openPage();
        m_backend->failNext("Delete", ErrorCode::NotAuthorized, "you may not manage rules");
        page()->deleteAction()->trigger();
        QTRY_COMPARE(host()->messages()->text(), QString("you may not manage rules"));
        QCOMPARE(history()->size(), 0);
        QVERIFY(!page()->undoAction()->isEnabled());
        QCOMPARE(m_backend->rules().size(), 1);
    }

    void aRefusedUndoStaysAndCanBeTriedAgain()
    {
        m_backend->addRule(ftpRule());
        openPage();
        page()->deleteAction()->trigger();
        QTRY_VERIFY(history()->canUndo());
        m_backend->failNext("Add", ErrorCode::NotAuthorized, "the password was wrong");
        undoKey();
        QTRY_VERIFY(host()->messages()->text().contains("the password was wrong"));
        QVERIFY(host()->messages()->text().contains("delete rule 1 of ftp"));
        QVERIFY(history()->canUndo());
        QVERIFY(!history()->canRedo());
        QCOMPARE(m_backend->rules().size(), 0);
        undoKey();
        QTRY_COMPARE(m_backend->rules().size(), 1);
        QTRY_VERIFY(history()->canRedo());
    }

    void aRefusedRedoStaysToo()
    {
        m_backend->addRule(ftpRule());
        openPage();
        change(1, 2121);
        undoKey();
        QTRY_VERIFY(history()->canRedo());
        m_backend->failNext("Change", ErrorCode::Failed, "the disk is full");
        redoKey();
        QTRY_VERIFY(host()->messages()->text().contains("the disk is full"));
        QVERIFY(history()->canRedo());
        QCOMPARE(portOfRule(1), 21);
        redoKey();
        QTRY_COMPARE(portOfRule(1), 2121);
    }

    void whatSomebodyElseHasDeletedLeavesTheStack()
    {
        m_backend->addRule(ftpRule());
        openPage();
        change(1, 2121);
        m_backend->removeRule(1);
        QTRY_COMPARE(page()->table()->model()->rowCount(), 0);
        undoKey();
        QTRY_VERIFY(host()->messages()->text().contains("has been deleted meanwhile"));
        QCOMPARE(history()->size(), 0);
        QVERIFY(!m_backend->lastCall("Add"));
    }

    void whatSomebodyElseHasChangedIsLeftAlone()
    {
        m_backend->addRule(ftpRule());
        openPage();
        change(1, 2121);
        m_backend->changeRule(1, {{"Source", "10.0.9.0/24"}});
        QTRY_COMPARE(page()->table()->model()->index(0, RuleModel::SourceColumn).data().toString(), "10.0.9.0/24");
        undoKey();
        QTRY_VERIFY(host()->messages()->text().contains("has been changed meanwhile"));
        QCOMPARE(m_backend->rules().value(1).source, QString("10.0.9.0/24"));
        QCOMPARE(portOfRule(1), 2121);
        QCOMPARE(history()->size(), 0);
    }

    void anAbsentBackendCostsNothing()
    {
        m_backend->addRule(ftpRule());
        openPage();
        change(1, 2121);
        m_backend->vanish();
        QTRY_VERIFY(!host()->session()->isReady());
        undoKey();
        QTRY_VERIFY(host()->messages()->text().contains("Could not undo \"change rule 1 of ftp\""));
        QCOMPARE(history()->size(), 1);
        QVERIFY(m_backend->appear());
        QTRY_VERIFY(host()->session()->isReady());
        undoKey();
        QTRY_COMPARE(portOfRule(1), 21);
    }

    void aRuleThatTheBackendNoLongerKnowsLeavesTheStack()
    {
        m_backend->addRule(ftpRule());
        openPage();
        change(1, 2121);
        m_backend->failNext("Change", ErrorCode::NoSuchRule, "there is no rule 1");
        undoKey();
        QTRY_VERIFY(host()->messages()->text().contains("there is no rule 1"));
        QVERIFY(!history()->canUndo());
        QCOMPARE(history()->size(), 0);
    }

    void aRuleThatComesBackUnderAnotherNumberIsStillTheSame()
    {
        m_backend->addRule(ftpRule());
        openPage();
        change(1, 2121);
        page()->deleteAction()->trigger();
        QTRY_COMPARE(history()->undoText(), QString("delete rule 1 of ftp"));
        undoKey();
        QTRY_COMPARE(portOfRule(2), 2121);
        QTRY_COMPARE(history()->undoText(), QString("change rule 2 of ftp"));
        undoKey();
        QTRY_COMPARE(portOfRule(2), 21);
    }

    void nothingIsBegunWhileTheBackendIsAsked()
    {
        m_backend->addRule(ftpRule());
        openPage();
        m_backend->hold("Delete");
        page()->deleteAction()->trigger();
        QTRY_VERIFY(m_backend->lastCall("Delete"));
        QString refusal;
        history()->add(ftpRule(2121), this,
            [&refusal](const Status &status) { refusal = QString::fromStdString(status.error().text); });
        QVERIFY(refusal.contains("under way"));
        undoKey();
        m_backend->release();
        QTRY_VERIFY(history()->canUndo());
        QCOMPARE(m_backend->rules().size(), 0);
        QVERIFY(!m_backend->lastCall("Add"));
    }

    void theStackIsBounded()
    {
        m_backend->addRule(ftpRule());
        openPage();
        for (int deed = 0; deed < RuleHistory::Limit + 5; ++deed) {
            change(1, quint16(1000 + deed));
        }
        QCOMPARE(history()->size(), RuleHistory::Limit);
    }

    void anotherPagesUndoIsStillItsOwn()
    {
        m_backend->addRule(ftpRule());
        openPage();
        page()->deleteAction()->trigger();
        QTRY_VERIFY(history()->canUndo());
        host()->messages()->dismiss();
        m_window->showPage(int(PageKind::Packets));
        undoKey();
        QTest::qWait(20);
        QVERIFY(!m_backend->lastCall("Add"));
    }

    void theWholeTableIsReadWhileLookedAtAndFollowsTheCounters()
    {
        m_backend->addRule(ftpRule());
        openPage();
        QVERIFY(!m_backend->lastCall("Show"));
        panes()->setCurrentIndex(WholeTable);
        QTRY_VERIFY(tableText().startsWith("table inet trackhand {"));
        QVERIFY(tableText().contains("counter packets 0"));
        m_backend->changeRule(1, {{"Packets", 12ULL}});
        QTRY_VERIFY(tableText().contains("counter packets 12"));
        panes()->copyButton()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), tableText());
        panes()->setCurrentIndex(ThisRule);
        const auto asked = shows();
        m_backend->changeRule(1, {{"Packets", 13ULL}});
        QTRY_COMPARE(page()->table()->model()->index(0, RuleModel::PacketsColumn).data().toString(), QString("13"));
        QTest::qWait(300); // longer than the listing waits
        QCOMPARE(shows(), asked);
        panes()->setCurrentIndex(WholeTable);
        QTRY_VERIFY(tableText().contains("counter packets 13"));
    }

    void whatIsMarkedInTheTableStaysMarked()
    {
        m_backend->addRule(ftpRule());
        openPage();
        panes()->setCurrentIndex(WholeTable);
        QTRY_VERIFY(!tableText().isEmpty());
        QTextCursor cursor = panes()->table()->view()->textCursor();
        cursor.setPosition(6);
        cursor.setPosition(20, QTextCursor::KeepAnchor);
        panes()->table()->view()->setTextCursor(cursor);
        m_backend->changeRule(1, {{"Packets", 12ULL}});
        QTRY_VERIFY(tableText().contains("counter packets 12"));
        QCOMPARE(panes()->table()->view()->textCursor().selectedText(), QString("inet trackhand"));
    }

    void aRefusedListingIsSaidInItsPlaceAndAskedForAgain()
    {
        m_backend->addRule(ftpRule());
        openPage();
        m_backend->failNext("Show", ErrorCode::NotAuthorized, "you may not look");
        panes()->setCurrentIndex(WholeTable);
        QTRY_VERIFY(panes()->table()->notice()->isVisible());
        QVERIFY(panes()->table()->notice()->text().contains("you may not look"));
        panes()->table()->notice()->findChild<QPushButton *>()->click();
        QTRY_VERIFY(tableText().startsWith("table inet trackhand {"));
        QVERIFY(!panes()->table()->notice()->isVisible());
    }

    void theCommandsDoTheSameByHand()
    {
        m_backend->addRule(ftpRule());
        m_backend->addRule(ftpRule(2121));
        openPage();
        panes()->setCurrentIndex(Commands);
        const auto text = [this] {
            return panes()->commands()->view()->toPlainText();
        };
        QTRY_VERIFY(text().contains("# rule 2"));
        QCOMPARE(text().count("nfct helper add ftp inet tcp"), 1);
        QVERIFY(text().contains("--dport 21 -j CT --helper ftp"));
        QVERIFY(text().contains("--dport 2121 -j CT --helper ftp"));
        m_backend->removeRule(2);
        QTRY_VERIFY(!text().contains("# rule 2"));
    }

    void aPacketsRuleIsNamedAndShown()
    {
        m_backend->addRule(ftpRule(2121));
        m_backend->addRule(ftpRule());
        openPage();
        panes()->setCurrentIndex(WhichRule);
        QVERIFY(hitTest()->reason()->text().contains("Write the two addresses"));
        describe("10.0.1.2", "10.0.2.2", 21);
        QTRY_COMPARE(hitTest()->answer()->text(), QString("Rule 2 gives this connection to ftp."));
        QCOMPARE(hitTest()->verdict()->word(), QString("rule 2"));
        hitTest()->showButton()->click();
        QCOMPARE(page()->table()->currentIndex().siblingAtColumn(RuleModel::IdColumn).data().toString(), QString("2"));
    }

    void aPacketThatNoRuleTakesIsToldTheNearest()
    {
        m_backend->addRule(ftpRule());
        openPage();
        panes()->setCurrentIndex(WhichRule);
        describe("10.0.1.2", "10.0.2.2", 22);
        QTRY_VERIFY(hitTest()->answer()->text().contains("nearest is rule 1 of ftp"));
        QCOMPARE(hitTest()->reason()->text(), QString("The packet goes to port 22; the rule is for 21."));
        change(1, 22); // the answer follows the rules
        QTRY_COMPARE(hitTest()->answer()->text(), QString("Rule 1 gives this connection to ftp."));
    }

    void wrongAddressesAreSaid()
    {
        openPage();
        m_backend->addRule(ftpRule());
        QTRY_COMPARE(page()->table()->model()->rowCount(), 1);
        panes()->setCurrentIndex(WhichRule);
        describe("10.0.1.2", "fileserver", 21);
        QVERIFY(hitTest()->reason()->text().contains("\"fileserver\" is no address"));
        describe("10.0.1.2", "fd00::1", 21);
        QVERIFY(hitTest()->reason()->text().contains("two families"));
        QVERIFY(hitTest()->showButton()->isHidden());
        const int width = m_window->minimumSizeHint().width();
        describe(QString(5000, 'x'), "fd00::1", 21);
        QCOMPARE(m_window->minimumSizeHint().width(), width);
    }

    void looksRight_data() { Look::rows(); }

    void looksRight()
    {
        QFETCH(int, look);
        const Look worn(look);
        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        m_backend->addRule(ftpRule());
        m_backend->addRule(ftpRule(2121));
        openPage();
        panes()->setCurrentIndex(WholeTable);
        QTRY_VERIFY(!tableText().isEmpty());
        picture("rules-table");
        panes()->setCurrentIndex(WhichRule);
        describe("10.0.1.2", "10.0.2.2", 22);
        QTRY_VERIFY(!hitTest()->answer()->text().isEmpty());
        picture("rules-which");
        QVERIFY(m_window->minimumSizeHint().height() <= 720);
    }

private:
    void openPage()
    {
        openWindow();
        m_window->showPage(int(PageKind::Rules));
    }

    void change(uint id, quint16 port)
    {
        bool ended = false;
        history()->change(id, ftpRule(port), this, [&ended](const Status &) { ended = true; });
        QVERIFY(QTest::qWaitFor([&ended] { return ended; }));
        QCOMPARE(portOfRule(id), int(port));
    }

    void describe(const QString &source, const QString &destination, int port)
    {
        const auto fields = hitTest()->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->accessibleName() == "Source address") {
                field->setText(source);
            } else if (field->accessibleName() == "Destination address") {
                field->setText(destination);
            }
        }
        hitTest()->findChild<QSpinBox *>()->setValue(port);
    }

    void picture(const char *what) { keepPicture(m_window.get(), what); }

    int portOfRule(uint id) { return m_backend->rules().value(id).ports.value(0).first; }
    void undoKey() { QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier); }
    void redoKey() { QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    qsizetype shows() const
    {
        return std::ranges::count(m_backend->calls(), QString("Show"), &FakeBackend::Call::method);
    }
    QString tableText() { return panes()->table()->view()->toPlainText(); }
    RulesPage *page() { return static_cast<RulesPage *>(host()->pages().at(int(PageKind::Rules))); }
    RuleHistory *history() { return page()->history(); }
    RulesPanes *panes() { return page()->panes(); }
    HitTestPane *hitTest() { return panes()->hitTest(); }

    int m_done = 0;
};

QTEST_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
