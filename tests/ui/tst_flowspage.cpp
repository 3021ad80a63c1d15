// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "client/models/flowfilter.h"
#include "tests/client/faketraffic.h"
#include "tests/client/modeltext.h"
#include "tests/client/sampleevents.h"
#include "ui/expectations/expectationspage.h"
#include "ui/flows/flowspage.h"
#include "ui/flows/flowtree.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace Trackhand;

class TestFlowsPage : public PlayedWindow {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void init()
    {
        m_controls.clear();
        start();
    }

    void cleanup() { end(); }

    void anEmptyPageSaysWhatWouldBeThere()
    {
        openWindow();
        show(PageKind::Flows);
        QVERIFY(flows()->isEmpty());
        QCOMPARE(flows()->emptyState()->title(), "No flow yet");
        QVERIFY(flows()->emptyState()->button()->isVisible());
    }

    void showsAConnectionAndWhatCameOfIt()
    {
        openFlows();
        playTransfer();
        QTRY_COMPARE(treeText(*flows()->tree()->model(), {FlowModel::ConnectionColumn, FlowModel::StateColumn}),
            QStringList(
                {"tcp 10.0.1.2:40000 → 10.0.2.2:21 | established", "  expects tcp 10.0.2.2 → 10.0.1.2:50000 | matched",
                    "    tcp 10.0.2.2:20 → 10.0.1.2:50000 | established"}));
        QCOMPARE(flows()->counts()->text(), "2 live, 0 expected, 0 events lost");
        QVERIFY(!flows()->isEmpty());
        QVERIFY(flows()->tree()->isExpanded(row({0})));
        QVERIFY(flows()->tree()->isExpanded(row({0, 0})));
    }

    void countsAreAskedForWithoutAPasswordPrompt()
    {
        m_backend->setFlows({Samples::ftpFlow(EventAction::New)});
        openFlows();
        QTRY_COMPARE(bytes(), "–");
        QVERIFY(!m_backend->lastCall("ListFlows")->mayPrompt);
        m_backend->setFlows({Samples::counted(Samples::ftpFlow(EventAction::New), 4'200, 0, 3, 0)});
        QTRY_COMPARE(bytes(), "4,200");
        QVERIFY(!m_backend->lastCall("ListFlows")->mayPrompt);
    }

    void aRefusalIsSaidAndEndsTheAskingUntilSomebodyWantsIt()
    {
        m_backend->setFlows({Samples::ftpFlow(EventAction::New)});
        m_backend->failNext("ListFlows", ErrorCode::NotAuthorized, "this needs a password");
        openFlows();
        m_backend->write(Samples::ftpFlow(EventAction::New)); // events still come
        QTRY_VERIFY(flows()->askButton()->isVisible());
        flows()->goingOn();
        QCOMPARE(host()->session()->flowList()->isRefused(), true);
        flows()->askButton()->click();
        QTRY_VERIFY(!flows()->askButton()->isVisible());
        QVERIFY(m_backend->lastCall("ListFlows")->mayPrompt);
        QCOMPARE(host()->session()->flowList()->isRefused(), false);
    }

    void whatWasLostIsReadAgainWithoutAPasswordPrompt()
    {
        openFlows();
        m_backend->write(Samples::ftpFlow(EventAction::New));
        m_backend->setFlows({Samples::ftpFlow(EventAction::New)});
        m_backend->write(Samples::ftpExpectation(EventAction::New));
        QTRY_COMPARE(host()->session()->flowModel()->waiting(), 1);
        QVERIFY(m_backend->lastCall("ListExpectations")->mayPrompt);
        m_window->hide(); // nobody reads; its end is overwritten
        m_backend->write(Samples::ftpExpectation(EventAction::Expired));
        for (int i = 0; i < 70'000; ++i) { // more than the ring holds
            m_backend->write(Samples::ftpFlow(EventAction::Updated));
        }
        m_window->show();
        QTRY_COMPARE(host()->session()->expectationModel()->waiting(), 0);
        QVERIFY(host()->session()->expectationModel()->lost() > 0);
        QTRY_COMPARE(host()->session()->flowModel()->waiting(), 0);
        QVERIFY(!m_backend->lastCall("ListExpectations")->mayPrompt);
    }

    void whatIsFoldedStaysFoldedWhenMoreComes()
    {
        openFlows();
        playTransfer();
        QTRY_VERIFY(flows()->tree()->isExpanded(row({0})));
        flows()->tree()->collapse(row({0}));
        EventRecord another = Samples::ftpExpectation(EventAction::New);
        another.expectation.id = 8;
        m_backend->write(another);
        EventRecord next = Samples::ftpFlow(EventAction::New);
        next.sourcePort = 40'001;
        next.expectation.id = 1005;
        m_backend->write(next);
        QTRY_COMPARE(flows()->tree()->model()->rowCount(), 2);
        QVERIFY(!flows()->tree()->isExpanded(row({1})));
    }

    void whoReadsFurtherDownIsNotMovedByWhatComes()
    {
        openFlows();
        for (int number = 0; number < 100; ++number) {
            writeControl(number);
        }
        FlowTree *tree = flows()->tree();
        QTRY_COMPARE(tree->model()->rowCount(), 100);
        tree->scrollTo(row({50}), QAbstractItemView::PositionAtTop);
        const QString atTop = tree->indexAt(QPoint(0, 0)).data().toString();
        for (int number = 100; number < 120; ++number) {
            writeControl(number);
        }
        QTRY_COMPARE(tree->model()->rowCount(), 120);
        QTRY_COMPARE(tree->indexAt(QPoint(0, 0)).data().toString(), atTop);
        tree->verticalScrollBar()->setValue(0);
        writeControl(120);
        QTRY_VERIFY(tree->indexAt(QPoint(0, 0)).data().toString().contains(":10120 "));
    }

    void aWrongFilterIsSaidInPlaceAndTheLastGoodOneStays()
    {
        openFlows();
        playTransfer();
        QTRY_COMPARE(flows()->tree()->model()->rowCount(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(flows()->filterField()->hasFocus());
        flows()->filterField()->setText("helper == sip");
        QTRY_COMPARE(flows()->tree()->model()->rowCount(), 0);
        QVERIFY(flows()->counts()->text().startsWith("The filter lets nothing through"));
        flows()->filterField()->setText("helper == sip &&");
        QTRY_VERIFY(flows()->filterField()->problem()->isVisible());
        QVERIFY(flows()->filterField()->problem()->text().startsWith("At character 17:"));
        QCOMPARE(flows()->tree()->model()->rowCount(), 0);
        flows()->filterField()->clear();
        QTRY_COMPARE(flows()->tree()->model()->rowCount(), 1);
        QVERIFY(!flows()->filterField()->problem()->isVisible());
    }

    void enterShowsThePacketsOfAConnectionAndCtrlLLeadsBack()
    {
        openFlows();
        playTransfer();
        m_backend->write(Samples::packet("sip", "10.0.1.2", 5060, "10.0.2.2", 5060));
        m_backend->write(Samples::ftpPacket());
        QTRY_COMPARE(packets()->table()->model()->rowCount(), 2);
        QTRY_VERIFY(row({0}).isValid());
        choose(row({0}));
        QTest::keyClick(flows()->tree(), Qt::Key_Return);
        QCOMPARE(host()->currentPage(), packets());
        QCOMPARE(packets()->table()->model()->rowCount(), 1);
        QVERIFY(!packets()->filterError()->isVisible());
        packets()->table()->selectRow(0);
        packets()->table()->setFocus();
        flows()->tree()->setCurrentIndex({});
        QTest::keyClick(packets()->table(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(host()->currentPage(), flows());
        QCOMPARE(flows()->tree()->currentIndex(), row({0}));
        QTRY_VERIFY(flows()->tree()->hasFocus());
    }

    void thePacketsOfAConnectionThatWasLetInIncludeThoseThatAnnouncedIt()
    {
        openFlows();
        playTransfer();
        m_backend->write(Samples::ftpPacket());
        m_backend->write(Samples::packet("ftp", "10.0.2.2", 20, "10.0.1.2", 50000));
        m_backend->write(Samples::packet("ftp", "10.0.1.2", 40001, "10.0.2.2", 21));
        QTRY_COMPARE(packets()->table()->model()->rowCount(), 3);
        QTRY_VERIFY(row({0, 0, 0}).isValid());
        choose(row({0, 0, 0}));
        flows()->packetsAction()->trigger();
        QCOMPARE(packets()->table()->model()->rowCount(), 2);
    }

    void fromAnExpectationToItsPacketsItsFlowAndItsMaster()
    {
        openFlows();
        EventRecord early = Samples::ftpPacket();
        early.timeNs -= 60'000'000'000;
        m_backend->write(early);
        m_backend->write(Samples::ftpPacket());
        playTransfer();
        QTRY_VERIFY(row({0, 0, 0}).isValid());
        QTRY_COMPARE(packets()->table()->model()->rowCount(), 2);
        chooseExpectation();
        QTest::keyClick(expectations()->table(), Qt::Key_Return);
        QCOMPARE(host()->currentPage(), packets());
        QCOMPARE(packets()->table()->currentIndex().row(), 1); // the one that announced it
        chooseExpectation();
        QTest::keyClick(expectations()->table(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(host()->currentPage(), flows());
        QCOMPARE(flows()->tree()->currentIndex(), row({0, 0, 0}));
        chooseExpectation();
        QTest::keyClick(expectations()->table(), Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(host()->currentPage(), flows());
        QCOMPARE(flows()->tree()->currentIndex(), row({0}));
    }

    void fromAConnectionToItsExpectationAndItsMaster()
    {
        openFlows();
        playTransfer();
        QTRY_VERIFY(row({0, 0, 0}).isValid());
        choose(row({0}));
        QVERIFY(!flows()->masterAction()->isEnabled());
        QVERIFY(!flows()->expectationAction()->isEnabled());
        choose(row({0, 0, 0}));
        QTest::keyClick(flows()->tree(), Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(flows()->tree()->currentIndex(), row({0}));
        choose(row({0, 0, 0}));
        QTest::keyClick(flows()->tree(), Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(host()->currentPage(), expectations());
        QCOMPARE(expectations()->table()->currentIndex().row(), 0);
    }

    void waysThatLeadNowhereSaySo()
    {
        openFlows();
        m_backend->write(Samples::ftpPacket());
        m_backend->write(Samples::ftpExpectation(EventAction::New));
        QTRY_COMPARE(packets()->table()->model()->rowCount(), 1);
        QTRY_COMPARE(expectations()->table()->model()->rowCount(), 1);
        chooseExpectation();
        expectations()->flowAction()->trigger();
        QTRY_VERIFY(host()->messages()->text().contains("No connection is known that came of this expectation"));
        QCOMPARE(host()->currentPage(), expectations());
        EventRecord stranger = Samples::packet("ftp", "10.0.9.9", 1, "10.0.2.2", 21);
        m_backend->write(stranger);
        QTRY_COMPARE(packets()->table()->model()->rowCount(), 2);
        show(PageKind::Packets);
        packets()->table()->selectRow(1);
        packets()->flowAction()->trigger();
        QTRY_VERIFY(host()->messages()->text().contains("not among the flows"));
        QCOMPARE(host()->currentPage(), packets());
    }

    void aWayLeadsPastAFilterThatHidesItsEnd()
    {
        openFlows();
        playTransfer();
        m_backend->write(Samples::ftpPacket());
        QTRY_COMPARE(packets()->table()->model()->rowCount(), 1);
        QTRY_VERIFY(row({0}).isValid());
        flows()->filterField()->setText("helper == sip");
        QTRY_COMPARE(flows()->tree()->model()->rowCount(), 0);
        show(PageKind::Packets);
        packets()->table()->selectRow(0);
        packets()->flowAction()->trigger();
        QCOMPARE(flows()->tree()->currentIndex(), row({0}));
        QVERIFY(flows()->filterField()->text().isEmpty());
    }

    void expectationsCanBeFilteredByTheirFate()
    {
        openFlows();
        show(PageKind::Expectations);
        EventRecord expired = Samples::ftpExpectation(EventAction::Expired);
        expired.expectation.id = 9;
        m_backend->write(Samples::ftpExpectation(EventAction::New));
        m_backend->write(expired);
        QTRY_COMPARE(
            expectations()->counts()->text(), "1 waiting, 0 matched, 1 expired, 0 evicted, 0 removed, 0 events lost");
        expectations()->filterField()->setText("action in {expired, evicted}");
        QTRY_COMPARE(
            modelText(*expectations()->table()->model(), {ExpectationModel::FateColumn}), QStringList {"expired"});
        QVERIFY(expectations()->counts()->text().startsWith("1 of 2 shown"));
    }

    // For people: TRACKHAND_PICTURES=folder writes what the pages look like.
    void looksAlive()
    {
        FakeTraffic traffic(m_backend.get());
        traffic.setUp();
        openFlows();
        traffic.start();
        QTRY_VERIFY(host()->session()->flowModel()->live() > 6);
        QTRY_VERIFY(!treeText(*flows()->tree()->model(), {FlowModel::StateColumn}).filter("matched").isEmpty());
        const QStringList lines = treeText(*flows()->tree()->model(), {FlowModel::ConnectionColumn});
        QVERIFY2(lines.contains("  udp [fd00:2::2]:40000 → [fd00:1::2]:40000"), qPrintable(lines.join('\n')));
        const QString pictures = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!pictures.isEmpty()) {
            QVERIFY(m_window->grab().save(pictures + "/flows.png"));
        }
    }

private:
    void show(PageKind page) { m_window->showPage(int(page)); }
    FlowsPage *flows() const { return static_cast<FlowsPage *>(host()->pages().at(int(PageKind::Flows))); }
    PacketsPage *packets() const { return static_cast<PacketsPage *>(host()->pages().at(int(PageKind::Packets))); }
    ExpectationsPage *expectations() const
    {
        return static_cast<ExpectationsPage *>(host()->pages().at(int(PageKind::Expectations)));
    }
    QString bytes() const { return row({0}).siblingAtColumn(FlowModel::BytesOriginalColumn).data().toString(); }

    void openFlows()
    {
        openWindow();
        // What there is already is asked for when the events begin; an answer that comes late would know nothing of the
        // test's.
        QTRY_VERIFY(m_backend->lastCall("ListExpectations") && m_backend->lastCall("ListFlows"));
        QTest::qWait(100);
        show(PageKind::Flows);
    }

    void playTransfer()
    {
        m_backend->setFlows({Samples::ftpFlow(EventAction::New), Samples::ftpDataFlow(EventAction::New)});
        m_backend->write(Samples::ftpFlow(EventAction::New));
        m_backend->write(Samples::ftpExpectation(EventAction::New));
        m_backend->write(Samples::ftpExpectation(EventAction::Matched));
        m_backend->write(Samples::ftpDataFlow(EventAction::New));
    }

    void writeControl(int number)
    {
        EventRecord flow = Samples::ftpFlow(EventAction::New);
        flow.sourcePort = quint16(10'000 + number);
        flow.expectation.id = quint64(10'000 + number);
        m_controls.append(flow);
        m_backend->write(flow);
        m_backend->setFlows(m_controls);
    }

    /// The row that this path of rows leads to.
    QModelIndex row(const QList<int> &path) const
    {
        QModelIndex index;
        for (int each : path) {
            index = flows()->tree()->model()->index(each, 0, index);
        }
        return index;
    }

    void choose(const QModelIndex &index)
    {
        show(PageKind::Flows);
        flows()->tree()->setFocus();
        flows()->tree()->setCurrentIndex(index);
    }

    void chooseExpectation()
    {
        show(PageKind::Expectations);
        expectations()->table()->setFocus();
        expectations()->table()->selectRow(0);
    }

    QList<EventRecord> m_controls;
};

QTEST_MAIN(TestFlowsPage)
#include "tst_flowspage.moc"
