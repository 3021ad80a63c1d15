// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "app/darkpalette.h"
#include "ui/helpers/chainview.h"
#include "ui/helpers/diagnosisview.h"
#include "ui/helpers/helperdetails.h"
#include "ui/helpers/helperspage.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/stateindicator.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Trackhand;

namespace {

RuleArguments ftpRule(const QStringList &hooks)
{
    RuleArguments rule;
    rule.helper = QStringLiteral("ftp");
    rule.ports = {{21, 21}};
    rule.hooks = hooks;
    return rule;
}

} // namespace

class TestDiagnosis : public PlayedWindow {
    Q_OBJECT
private slots:
    void init() { start(); }

    void cleanup() { end(); }

    void theBrokenLinkIsChosenWithItsRemedy()
    {
        m_backend->addHelper(helper("ftp", "disabled"));
        openHelpers();
        page()->details()->whyButton()->click();
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Process: none"));
        QCOMPARE(view()->linkState()->state(), StateKind::Attention);
        QCOMPARE(view()->linkText()->text(), QStringLiteral("Seen: no process: the helper is disabled."));
        QCOMPARE(view()->remedy()->text(), QStringLiteral("What to do: trackhandctl helper enable ftp"));
        QCOMPARE(view()->cureButton()->text(), QStringLiteral("Enable ftp"));
        QCOMPARE(view()->chain()->model()->rowCount(), 12);
    }

    void enablingAndAddingARuleLeadFromLinkToLink()
    {
        m_backend->addHelper(helper("ftp", "disabled"));
        diagnose();
        QTRY_COMPARE(view()->cureButton()->text(), QStringLiteral("Enable ftp"));
        view()->cureButton()->click();
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Rule: none"));
        QTRY_VERIFY(view()->cureButton()->isEnabled());
        view()->cureButton()->click();
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Counter: none yet"));
        QCOMPARE(m_backend->rules().size(), 1);
        QCOMPARE(m_backend->rules().first().helper, QStringLiteral("ftp"));
    }

    void anAddedRuleCanBeUndone()
    {
        m_backend->addHelper(helper("ftp", "running"));
        diagnose();
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Rule: none"));
        view()->cureButton()->click();
        QTRY_COMPARE(m_backend->rules().size(), 1);
        QTRY_VERIFY(host()->messages()->button()->isVisible());
        QTRY_COMPARE(host()->session()->rules()->size(), 1);
        host()->messages()->button()->click();
        QTRY_COMPARE(m_backend->rules().size(), 0);
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Rule: none"));
    }

    void forwardedTrafficGetsTheSameRules()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addRule(ftpRule({"output"}));
        diagnose();
        QTRY_COMPARE(view()->cureButton()->text(), QStringLiteral("Add the same for forwarded traffic"));
        view()->cureButton()->click();
        QTRY_COMPARE(m_backend->rules().size(), 2);
        QCOMPARE(m_backend->rules().last().hooks, QStringList {"prerouting"});
        QCOMPARE(m_backend->rules().last().ports, PortRangeList({{21, 21}}));
        QTRY_COMPARE(view()->cureButton()->text(), QStringLiteral("Show its rules"));
    }

    void leadsToThePacketsOfTheHelper()
    {
        HelperInfo ftp = helper("ftp", "running");
        ftp.counters = {{QStringLiteral("packets"), 5}};
        m_backend->addHelper(ftp);
        m_backend->changeRule(m_backend->addRule(ftpRule({"prerouting"})), {{QStringLiteral("Packets"), 5ULL}});
        diagnose();
        QTRY_COMPARE(view()->cureButton()->text(), QStringLiteral("Show its packets"));
        view()->cureButton()->click();
        const auto *packets = qobject_cast<PacketsPage *>(host()->currentPage());
        QVERIFY(packets);
        QCOMPARE(packets->filterField()->text(), QStringLiteral("helper == \"ftp\""));
    }

    void worksFromTheKeyboardAlone()
    {
        m_backend->addHelper(helper("ftp", "disabled"));
        openHelpers();
        page()->table()->setFocus();
        QTest::keyClick(page()->table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Process: none"));
        QVERIFY(view()->chain()->hasFocus());
        QTest::keyClick(view()->chain(), Qt::Key_Left);
        QCOMPARE(view()->linkState()->word(), QStringLiteral("Registered: fine"));
        QVERIFY(!view()->cureButton()->isVisible());
        QTest::keyClick(view()->chain(), Qt::Key_Right);
        QTest::keyClick(view()->chain(), Qt::Key_Return);
        QTRY_COMPARE(m_backend->helpers().value("ftp").state, QStringLiteral("running"));
        QTest::keyClick(view()->chain(), Qt::Key_Escape);
        QVERIFY(!view()->isVisible());
        QVERIFY(page()->details()->whyButton()->isVisible());
    }

    void progressShowsOnlyWhenTheAnswerTakesItsTime()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openHelpers();
        m_backend->hold(QStringLiteral("Diagnose"));
        page()->diagnoseAction()->trigger();
        QVERIFY(!view()->progress()->isVisible());
        QTRY_VERIFY(view()->progress()->isVisible());
        QCOMPARE(view()->summary()->text(), QStringLiteral("Looking…"));
        m_backend->release();
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Rule: none"));
        QVERIFY(!view()->progress()->isVisible());
    }

    void canBeLeftBeforeTheAnswerComes()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openHelpers();
        m_backend->hold(QStringLiteral("Diagnose"));
        page()->diagnoseAction()->trigger();
        QTRY_VERIFY(m_backend->lastCall("Diagnose"));
        page()->details()->leaveButton()->click();
        m_backend->release();
        diagnose();
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Rule: none"));
    }

    void anErrorIsSaidInTheMessageBarAndTheDetailsComeBack()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->failNext("Diagnose", ErrorCode::NotAuthorized, "this needs org.trackhand.status.read");
        diagnose();
        QTRY_COMPARE(host()->messages()->text(), QStringLiteral("this needs org.trackhand.status.read"));
        QVERIFY(!view()->isVisible());
    }

    void aCureThatFailsSaysSoAndTheChainStays()
    {
        m_backend->addHelper(helper("ftp", "disabled"));
        diagnose();
        QTRY_VERIFY(view()->cureButton()->isVisible());
        m_backend->failNext("Enable", ErrorCode::NotAuthorized, "this needs org.trackhand.helpers.manage");
        view()->cureButton()->click();
        QTRY_COMPARE(host()->messages()->text(), QStringLiteral("this needs org.trackhand.helpers.manage"));
        QCOMPARE(view()->linkState()->word(), QStringLiteral("Process: none"));
        QTRY_VERIFY(view()->cureButton()->isEnabled());
    }

    void aForeignHelperIsExplainedAndNotTouched()
    {
        HelperInfo foreign = helper("rpc", "running");
        foreign.owner = QStringLiteral("foreign");
        m_backend->addHelper(foreign);
        diagnose();
        QTRY_VERIFY(view()->summary()->text().startsWith(QStringLiteral("Another program registered rpc.")));
        QCOMPARE(view()->linkState()->word(), QStringLiteral("Rule: not known"));
        QVERIFY(!view()->cureButton()->isVisible());
    }

    void fitsInEveryLook_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("width");
        QTest::newRow("light") << false << Qt::LeftToRight << 1280;
        QTest::newRow("dark") << true << Qt::LeftToRight << 1280;
        QTest::newRow("right to left") << false << Qt::RightToLeft << 1280;
        QTest::newRow("narrow") << false << Qt::LeftToRight << 900;
    }

    void fitsInEveryLook()
    {
        QFETCH(bool, dark);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(int, width);
        const QPalette before = QApplication::palette();
        if (dark) {
            useDarkPalette();
        }
        QApplication::setLayoutDirection(direction);
        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        m_backend->addHelper(helper("ftp", "running"));
        m_window->resize(width, 800);
        diagnose();
        QTRY_COMPARE(view()->linkState()->word(), QStringLiteral("Rule: none"));
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            m_window->grab().save(folder + "/diagnosis-" + QString(QTest::currentDataTag()).replace(' ', '-') + ".png");
        }
        const ChainView *chain = view()->chain();
        for (int row = 0; row < chain->model()->rowCount(); ++row) {
            QTRY_VERIFY(chain->viewport()->rect().contains(chain->visualRect(chain->model()->index(row, 0))));
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setPalette(before);
    }

    void anotherHelperEndsIt()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addHelper(helper("sip", "running"));
        diagnose();
        QTRY_VERIFY(view()->isVisible());
        page()->table()->selectRow(1);
        QVERIFY(!view()->isVisible());
    }

private:
    void openHelpers()
    {
        openWindow();
        m_window->showPage(int(PageKind::Helpers));
    }

    void diagnose()
    {
        if (!host() || !host()->session()->isReady()) {
            openHelpers();
        }
        page()->diagnoseAction()->trigger();
    }

    HelpersPage *page() const { return static_cast<HelpersPage *>(host()->pages().at(int(PageKind::Helpers))); }
    DiagnosisView *view() const { return page()->details()->diagnosisView(); }
};

QTEST_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
