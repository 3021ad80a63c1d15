// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "app/darkpalette.h"
#include "client/stores/historystore.h"
#include "tests/client/faketraffic.h"
#include "ui/charts/timechart.h"
#include "ui/helpers/helperspage.h"
#include "ui/overview/helpercard.h"
#include "ui/overview/historypanel.h"
#include "ui/overview/incidentlist.h"
#include "ui/overview/overviewpage.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/messagebar.h"
#include "ui/workbench/runpane.h"
#include "ui/workbench/workbenchpage.h"
#include "wire/capture/pcapng.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Trackhand;

class TestOverviewPage : public PlayedWindow {
    Q_OBJECT
private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void cardsSayWhatAHelperDoes()
    {
        HelperInfo ftp = helper("ftp", "running");
        ftp.counters = {{"packets", 100}, {"expectations_waiting", 12}, {"kernel_dropped", 2}, {"socket_dropped", 1},
            {"queue_depth", 7}, {"restarts", 4}};
        m_backend->addHelper(ftp);
        openWindow();
        QTRY_COMPARE(page()->cards().size(), 1);
        const HelperCard *card = page()->cards().first();
        QCOMPARE(card->accessibleName(), QString("ftp, running"));
        for (const char *part : {"12 expected", "queue 7", "drops 3", "restarts 4", "packets/s", "p50", "p99"}) {
            QVERIFY2(card->accessibleDescription().contains(part), qPrintable(card->accessibleDescription()));
        }
    }

    void latenciesOfTheLastSecondComeFromTheBackendsCounts()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        const CounterMap counters {{"packets", 50}};
        const LatencyMap latencies {{uint(Wire::latencyBucket(40'000)), 50}};
        QTRY_VERIFY(page()->cards().first()->accessibleDescription().contains("0 packets/s"));
        m_backend->changeHelper(
            "ftp", {{"Counters", QVariant::fromValue(counters)}, {"Latencies", QVariant::fromValue(latencies)}});
        QTRY_VERIFY(page()->cards().first()->accessibleDescription().contains("p50 41 µs"));
    }

    void cardsAreOfOneSizeWhateverTheyShow()
    {
        playTraffic();
        openWindow();
        QTRY_COMPARE(page()->cards().size(), 5);
        for (const HelperCard *card : page()->cards()) {
            QCOMPARE(card->size(), page()->cards().first()->size());
        }
    }

    void enterOnACardLeadsToItsHelper()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addHelper(helper("sip", "running"));
        openWindow();
        auto *helpers = static_cast<HelpersPage *>(host()->pages().at(int(PageKind::Helpers)));
        helpers->findChild<QLineEdit *>()->setText("ftp"); // hides the one that is wanted
        HelperCard *card = cardOf("sip");
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(host()->currentPage(), helpers);
        QCOMPARE(helpers->table()->currentIndex().siblingAtColumn(HelperModel::NameColumn).data().toString(),
            QString("sip"));
    }

    void spaceOnACardOpensItAndElsewherePauses()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(page()->pauseButton()->isChecked());
        cardOf("ftp")->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QCOMPARE(host()->currentPage(), host()->pages().at(int(PageKind::Helpers)));
        QVERIFY(page()->pauseButton()->isChecked());
    }

    void chartsFollowTheHelpersAndStandStillWhilePaused()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        TimeChart *chart = page()->history()->charts().first();
        QTRY_VERIFY(chart->accessibleDescription().startsWith("ftp: "));
        page()->togglePause();
        const int before = chart->drawCount();
        QSignalSpy sampled(host()->session()->history(), &HistoryStore::sampled);
        QVERIFY(sampled.wait());
        QTest::qWait(400); // longer than a chart waits to draw
        QCOMPARE(chart->drawCount(), before);
        page()->togglePause();
        QTRY_VERIFY(chart->drawCount() > before);
    }

    void theCrossHairIsTheSameInAllCharts()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        QTest::keyClick(page()->history()->charts().at(2), Qt::Key_Left);
        QTest::keyClick(page()->history()->charts().at(2), Qt::Key_Left);
        for (const TimeChart *chart : page()->history()->charts()) {
            QCOMPARE(chart->pointed(), 1);
        }
    }

    void everyFigureIsAlsoInATable()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
        QTableView *table = page()->history()->table();
        QTRY_VERIFY(table->isVisible());
        QTRY_VERIFY(table->model()->rowCount() >= 2);
        const int rows = table->model()->rowCount();
        page()->togglePause();
        QSignalSpy sampled(host()->session()->history(), &HistoryStore::sampled);
        QVERIFY(sampled.wait());
        QCOMPARE(table->model()->rowCount(), rows);
        page()->togglePause();
        QTRY_VERIFY(table->model()->rowCount() > rows);
    }

    void aHelperAndATimeCanBeChosen()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addHelper(helper("sip", "running"));
        openWindow();
        TimeChart *packets = page()->history()->charts().first();
        QTRY_COMPARE(packets->legendTexts().size(), 2);
        page()->subjectBox()->setCurrentText("sip");
        QTRY_COMPARE(packets->legendTexts().size(), 1);
        QVERIFY(packets->legendTexts().first().startsWith("sip"));
        page()->spanBox()->setCurrentText("24 h");
        QTRY_VERIFY(packets->accessibleDescription().contains("in the last 24 h"));
        m_backend->removeHelper("sip");
        QTRY_COMPARE(page()->subjectBox()->currentText(), QString("All helpers"));
    }

    void figuresAreExportedAsCsv()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        QTRY_VERIFY(page()->history()->csv().contains(",ftp,"));
        const QTemporaryDir folder;
        QSignalSpy exported(page(), &OverviewPage::exported);
        page()->exportTo(folder.filePath("figures.csv"));
        QVERIFY(exported.wait());
        QFile file(folder.filePath("figures.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("time,helper,"));
        QVERIFY(text.contains(",ftp,"));
        QVERIFY(host()->messages()->text().isEmpty());
    }

    void anExportThatFailsIsSaidInTheMessageBar()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        page()->exportTo("/nowhere/figures.csv");
        QTRY_VERIFY(host()->messages()->text().startsWith("/nowhere/figures.csv could not be written: "));
    }

    void theExportAsksWhere()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        page()->exportButton()->click();
        auto *dialog = page()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        dialog->reject();
    }

    void withoutIncidentsItSaysSo()
    {
        m_backend->addHelper(helper("ftp", "running"));
        openWindow();
        QVERIFY(incidents()->empty()->isVisible());
        QVERIFY(incidents()->empty()->text().startsWith("Nothing out of the ordinary."));
        QVERIFY(!incidents()->table()->isVisible());
        m_backend->addIncident({"attention", "ftp", "restarted after SIGSEGV", 1});
        QTRY_VERIFY(incidents()->table()->isVisible());
        QVERIFY(!incidents()->empty()->isVisible());
    }

    void anIncidentLeadsToItsHelperOrItsPackets()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addIncident({"attention", "ftp", "restarted after SIGSEGV", 1});
        openWindow();
        QTRY_COMPARE(incidents()->table()->model()->rowCount(), 1);
        QVERIFY(!incidents()->showButton()->isEnabled()); // none is chosen
        incidents()->table()->selectRow(0);
        incidents()->packetsButton()->click();
        auto *packets = static_cast<PacketsPage *>(host()->currentPage());
        QCOMPARE(packets, host()->pages().at(int(PageKind::Packets)));
        QCOMPARE(packets->filterField()->text(), QString("helper == \"ftp\""));
        m_window->showPage(int(PageKind::Overview));
        incidents()->table()->setFocus();
        QTest::keyClick(incidents()->table(), Qt::Key_Return);
        QCOMPARE(host()->currentPage(), host()->pages().at(int(PageKind::Helpers)));
    }

    void anIncidentOfTheRulesLeadsThere()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addIncident({"attention", "", "1 rule(s) had been removed", 2, true});
        openWindow();
        QTRY_COMPARE(incidents()->table()->model()->rowCount(), 1);
        incidents()->table()->selectRow(0);
        QVERIFY(!incidents()->packetsButton()->isEnabled());
        incidents()->showButton()->click();
        QCOMPARE(host()->currentPage(), host()->pages().at(int(PageKind::Rules)));
    }

    void anIncidentOfAHelperThatIsGoneSaysSo()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addIncident({"failed", "irc", "keeps dying", 3});
        openWindow();
        QTRY_COMPARE(incidents()->table()->model()->rowCount(), 1);
        incidents()->table()->selectRow(0);
        incidents()->showButton()->click();
        QCOMPARE(host()->messages()->text(), QString("irc is not there any more."));
        QCOMPARE(host()->currentPage(), page());
    }

    void theEvidenceOfAnIncidentOpensInTheWorkbench()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addIncident({"attention", "ftp", "restarted", 1});
        m_backend->addIncident({"attention", "ftp", "ended by SEGV, restarted", 2, false, "ftp-1"});
        m_backend->addEvidence({"ftp-1", "ftp", 2, "ended by SEGV", 1, 0, true}, capture());
        openWindow();
        QTRY_COMPARE(incidents()->table()->model()->rowCount(), 2);
        incidents()->table()->selectRow(1); // nothing was kept of the first one
        QVERIFY(!incidents()->evidenceButton()->isEnabled());
        incidents()->table()->selectRow(0);
        QVERIFY(incidents()->evidenceButton()->isEnabled());
        const OverviewPage *overview = page();
        QSignalSpy requested(overview, &Page::workbenchRequested);
        incidents()->evidenceButton()->click();
        QTRY_COMPARE(requested.size(), 1);
        QVERIFY(m_backend->lastCall("Read")->mayPrompt); // the bytes may take a password
        const QString file = requested.first().first().toString();
        QCOMPARE(workbenchCapture(), file);
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), capture());
        const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(QFileInfo(file).path()) & others));
    }

    void theEvidenceHasAKey()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addIncident({"attention", "ftp", "ended by SEGV, restarted", 2, false, "ftp-1"});
        m_backend->addEvidence({"ftp-1", "ftp", 2, "ended by SEGV", 1, 0, true}, capture());
        openWindow();
        QTRY_COMPARE(incidents()->table()->model()->rowCount(), 1);
        incidents()->table()->selectRow(0);
        incidents()->table()->setFocus();
        QTest::keyClick(incidents()->table(), Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(workbenchCapture().endsWith("ftp-1.pcapng"));
    }

    void evidenceThatCannotBeHadSaysWhy()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addIncident({"attention", "ftp", "ended by SEGV, restarted", 2, false, "ftp-1"});
        openWindow();
        QTRY_COMPARE(incidents()->table()->model()->rowCount(), 1);
        incidents()->table()->selectRow(0);
        m_backend->hold("Read"); // somebody types a password
        incidents()->evidenceButton()->click();
        QTRY_VERIFY(m_backend->lastCall("Read"));
        QVERIFY(host()->messages()->text().isEmpty());
        m_backend->release(); // it was removed meanwhile
        QTRY_COMPARE(host()->messages()->text(), QString("The evidence cannot be shown: there is no such evidence"));
        QCOMPARE(host()->currentPage(), page());
    }

    void aNameThatLeadsElsewhereStaysInTheFolder()
    {
        m_backend->addHelper(helper("ftp", "running"));
        m_backend->addIncident({"attention", "ftp", "ended by SEGV, restarted", 2, false, "../../ftp"});
        m_backend->addEvidence({"../../ftp", "ftp", 2, "ended by SEGV", 1, 0, true}, capture());
        openWindow();
        QTRY_COMPARE(incidents()->table()->model()->rowCount(), 1);
        incidents()->table()->selectRow(0);
        incidents()->evidenceButton()->click();
        QTRY_COMPARE(QFileInfo(workbenchCapture()).fileName(), QString(".._.._ftp.pcapng"));
    }

    void aWindowThatIsSmallScrollsAndCutsNothing()
    {
        playTraffic();
        openWindow();
        m_window->resize(1024, 700);
        QTRY_COMPARE(page()->cards().size(), 5);
        for (const TimeChart *chart : page()->history()->charts()) {
            QTRY_VERIFY(chart->height() >= chart->minimumSizeHint().height());
            QVERIFY(chart->mapTo(page(), QPoint(chart->width(), 0)).x() <= page()->width());
        }
        for (const HelperCard *card : page()->cards()) {
            QVERIFY(card->width() >= HelperCard::LeastWidth);
            QVERIFY(card->mapTo(page(), QPoint(card->width(), 0)).x() <= page()->width());
        }
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addRow("light-1280") << false << QSize(1280, 800);
        QTest::addRow("dark-1280") << true << QSize(1280, 800);
        QTest::addRow("light-1024") << false << QSize(1024, 700);
    }

    void pictures()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const QPalette before = QApplication::palette();
        if (dark) {
            useDarkPalette(); // the window is there already, as when somebody changes the theme
        }
        FakeTraffic traffic(m_backend.get());
        traffic.setUp();
        openWindow();
        m_window->resize(size);
        traffic.start();
        QTRY_VERIFY(page()->history()->charts().first()->accessibleDescription().contains("ftp: 1,"));
        picture(m_window.get(), "overview");
        auto *scroll = page()->findChild<QScrollArea *>();
        scroll->ensureWidgetVisible(incidents());
        picture(m_window.get(), "overview-incidents");
        page()->tableButton()->click();
        QVERIFY(page()->history()->table()->isVisible());
        picture(m_window.get(), "overview-table");
        QApplication::setPalette(before);
    }

    void picturesOfTenMinutes()
    {
        HelperStore helpers;
        qint64 now = 0;
        HistoryStore history(&helpers, [&now] { return now; });
        fillTenMinutes(helpers, history, now);
        HistoryPanel panel(&history);
        panel.setSubject({}, HistorySpan::TenMinutes);
        panel.resize(1060, 440);
        panel.show();
        QTRY_COMPARE(panel.charts().first()->legendTexts().size(), 2);
        QVERIFY(panel.charts().at(1)->legendTexts().last().startsWith("p99"));
        picture(&panel, "overview-charts");
    }

private:
    OverviewPage *page() const { return static_cast<OverviewPage *>(host()->pages().at(int(PageKind::Overview))); }
    IncidentList *incidents() const { return page()->incidents(); }

    /// What the workbench has beside its script; "" on any other page.
    QString workbenchCapture() const
    {
        const auto *workbench = qobject_cast<const WorkbenchPage *>(host()->currentPage());
        return workbench ? workbench->results()->capture() : QString();
    }

    HelperCard *cardOf(const char *name) const
    {
        for (HelperCard *card : page()->cards()) {
            if (card->helper() == QLatin1String(name)) {
                return card;
            }
        }
        return nullptr;
    }

    /// One packet, as evidence has it.
    static QByteArray capture()
    {
        EventRecord event = emptyEvent(EventKind::Packet);
        event.timeNs = 1'767'323'045'006'000'000;
        event.payloadLength = 20;
        event.setHelper("ftp");
        event.setNote("in hand when the helper process ended");
        std::vector<std::uint8_t> bytes(20);
        bytes[0] = 0x45;
        bytes[3] = 20;
        std::string file;
        Wire::Pcapng::appendHead(file, "test");
        Wire::Pcapng::appendPacket(file, event, bytes, 20);
        return QByteArray::fromStdString(file);
    }

    /// Helpers of every kind and state.
    void playTraffic()
    {
        FakeTraffic traffic(m_backend.get());
        traffic.setUp();
    }

    /// Two helpers; nobody counted for a minute in the middle.
    static void fillTenMinutes(HelperStore &helpers, HistoryStore &history, qint64 &now)
    {
        HelperInfo ftp = helper("ftp", "running");
        ftp.path = "/ftp";
        HelperInfo sip = helper("sip", "running");
        sip.path = "/sip";
        for (int second = 0; second < 600; ++second) {
            now = second * 1000;
            const auto more = qulonglong(900 + 300 * std::sin(second / 40.0));
            ftp.counters["packets"] += more;
            ftp.counters["expectations"] += 10 + second % 5;
            ftp.counters["queue_depth"] = 2 + second % 7;
            ftp.counters["kernel_dropped"] += second % 100 == 50 ? 12 : 0;
            ftp.latencies[Wire::latencyBucket(41'000)] += more;
            ftp.latencies[Wire::latencyBucket(90'000)] += more / 5;
            ftp.latencies[Wire::latencyBucket(second % 200 < 20 ? 4'000'000 : 180'000)] += more / 40;
            sip.counters["packets"] += 88;
            sip.latencies[Wire::latencyBucket(38'000)] += 88;
            helpers.put(ftp);
            helpers.put(sip);
            if (second < 270 || second > 330) {
                history.sample();
            }
        }
    }

    static void picture(QWidget *widget, const char *what)
    {
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(5000); // a line worth looking at
            const char *tag = QTest::currentDataTag();
            widget->grab().save(folder + '/' + what + '-' + (tag ? tag : "light") + ".png");
        }
    }
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
