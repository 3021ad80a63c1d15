// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "tests/client/sampleevents.h"
#include "ui/packets/packetspage.h"
#include "ui/packets/profilemenu.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/messagebar.h"

#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Trackhand;

class TestPacketProfiles : public PlayedWindow {
    Q_OBJECT
private slots:
    void init() { start(); }

    void cleanup() { end(); }

    void columnsAreChosenInTheMenu()
    {
        openPackets();
        QAction *latency = column("µs");
        QVERIFY(latency->isChecked());
        latency->trigger();
        QVERIFY(header()->isSectionHidden(PacketModel::LatencyColumn));
        column("µs")->trigger();
        QVERIFY(!header()->isSectionHidden(PacketModel::LatencyColumn));
    }

    void theLastColumnCannotBeHidden()
    {
        openPackets();
        for (int hidden = 0; hidden < PacketModel::ColumnCount - 1; ++hidden) {
            header()->setSectionHidden(hidden, true);
        }
        QVERIFY(!column("What the helper saw")->isEnabled());
        QVERIFY(column("Time")->isEnabled());
    }

    void columnsAreAsTheyWereAfterARestart()
    {
        openPackets();
        column("Helper")->trigger();
        header()->resizeSection(PacketModel::SourceColumn, 123);
        header()->moveSection(header()->visualIndex(PacketModel::VerdictColumn), 0);
        restartWindow();
        QVERIFY(header()->isSectionHidden(PacketModel::HelperColumn));
        QCOMPARE(header()->sectionSize(PacketModel::SourceColumn), 123);
        QCOMPARE(header()->visualIndex(PacketModel::VerdictColumn), 0);
        menu()->columnsMenu()->actions().last()->trigger(); // as they were at first
        QVERIFY(!header()->isSectionHidden(PacketModel::HelperColumn));
        QCOMPARE(header()->visualIndex(PacketModel::VerdictColumn), int(PacketModel::VerdictColumn));
        QVERIFY(header()->sectionSize(PacketModel::SourceColumn) != 123);
    }

    void aProfileHasItsOwnColumnsColoursAndFilter()
    {
        openPackets();
        filter("helper == sip");
        menu()->saveAs("Telephony / näher");
        column("Len")->trigger();
        menu()->setRules({{"calls", "note contains INVITE", RuleHue::Violet, true}});
        menu()->choose("");
        QVERIFY(!header()->isSectionHidden(PacketModel::LengthColumn));
        QCOMPARE(menu()->rules(), defaultColorRules());
        QCOMPARE(page()->filterField()->text(), QString());
        restartWindow();
        menu()->choose("Telephony / näher");
        QVERIFY(header()->isSectionHidden(PacketModel::LengthColumn));
        QCOMPARE(menu()->rules().value(0).name, QStringLiteral("calls"));
        QCOMPARE(page()->filterField()->text(), QStringLiteral("helper == sip"));
        restartWindow();
        QCOMPARE(menu()->name(), QStringLiteral("Telephony / näher")); // the one in use last
        QCOMPARE(page()->filterField()->text(), QStringLiteral("helper == sip"));
    }

    void aTypedFilterStaysOutOfTheProfileUntilItIsKept()
    {
        openPackets();
        filter("helper == sip");
        restartWindow();
        QCOMPARE(page()->filterField()->text(), QString());
        filter("helper == sip");
        menu()->keepFilter();
        restartWindow();
        QCOMPARE(page()->filterField()->text(), QStringLiteral("helper == sip"));
    }

    void theMenuNamesTheProfiles()
    {
        openPackets();
        menu()->saveAs("Tom & Jerry");
        emit menu()->profilesMenu()->aboutToShow();
        const QList<QAction *> entries = menu()->profilesMenu()->actions();
        QCOMPARE(entries.at(0)->text(), QStringLiteral("Default"));
        QVERIFY(!entries.at(0)->isChecked());
        QCOMPARE(entries.at(1)->text(), QStringLiteral("Tom && Jerry"));
        QVERIFY(entries.at(1)->isChecked());
        entries.at(0)->trigger();
        QCOMPARE(menu()->name(), QString());
    }

    void theTableKeepsAsManyPacketsAsItIsTold()
    {
        openPackets();
        QCOMPARE(host()->session()->packetModel()->capacity(), PacketModel::DefaultCapacity);
        menu()->limitAction()->trigger();
        auto *dialog = page()->findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setIntValue(1); // as few as it can be
        dialog->accept();
        QCOMPARE(host()->session()->packetModel()->capacity(), std::size_t(10'000));
        restartWindow();
        QCOMPARE(host()->session()->packetModel()->capacity(), std::size_t(10'000));
        QSettings(settingsFile(), QSettings::IniFormat).setValue("packets/limit", "a lot");
        restartWindow();
        QCOMPARE(host()->session()->packetModel()->capacity(), PacketModel::DefaultCapacity);
    }

    void aNewProfileIsAskedForItsName()
    {
        openPackets();
        emit menu()->profilesMenu()->aboutToShow();
        const QList<QAction *> entries = menu()->profilesMenu()->actions();
        entries.at(entries.size() - 3)->trigger();
        auto *dialog = page()->findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue("  ");
        dialog->accept();
        QCOMPARE(host()->messages()->text(), QStringLiteral("A profile needs a name."));
        QCOMPARE(menu()->name(), QString());
    }

    void aDeletedProfileComesBackWithUndo()
    {
        openPackets();
        filter("helper == sip");
        menu()->saveAs("Telephony");
        menu()->deleteCurrent();
        QCOMPARE(menu()->name(), QString());
        QCOMPARE(page()->filterField()->text(), QString());
        QCOMPARE(host()->messages()->text(), QStringLiteral("The profile Telephony was deleted."));
        host()->messages()->button()->click();
        QCOMPARE(menu()->name(), QStringLiteral("Telephony"));
        QCOMPARE(page()->filterField()->text(), QStringLiteral("helper == sip"));
    }

    void aReplacedProfileComesBackWithUndo()
    {
        openPackets();
        filter("helper == sip");
        menu()->saveAs("Mine");
        filter("helper == ftp");
        menu()->saveAs("Mine");
        QCOMPARE(host()->messages()->text(), QStringLiteral("The profile Mine was replaced."));
        host()->messages()->button()->click();
        QCOMPARE(page()->filterField()->text(), QStringLiteral("helper == sip"));
    }

    void brokenSettingsAreNoCrash_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("bytes") << QByteArray(4096, '\xfe');
        QTest::newRow("unfinished") << QByteArray("[packets]\nprofile=\"");
        QTest::newRow("other types") << QByteArray(
            "[packets]\nprofile=@Rect(1 2 3 4)\nprofiles\\_\\columns=@Size(1 2)\n"
            "profiles\\_\\rules\\size=999999999\n");
        QTest::newRow("nonsense columns")
            << QByteArray("[packets]\nprofiles\\_\\columns=time -5 shown, time x shown, bogus 9 shown, helper 99999999 "
                          "hidden, source\n");
        QTest::newRow("nothing shown") << QByteArray("[packets]\nprofiles\\_\\columns=" + hiddenColumns() + "\n");
        QTest::newRow("nonsense rules") << QByteArray("[packets]\nprofiles\\_\\rules\\size=2\n"
                                                      "profiles\\_\\rules\\1\\colour=beige\n"
                                                      "profiles\\_\\rules\\2\\filter=)))\n"
                                                      "profiles\\_\\rules\\2\\colour=red\n");
        QTest::newRow("a filter that is none") << QByteArray("[packets]\nprofiles\\_\\filter=helper = = 5\n");
    }

    void brokenSettingsAreNoCrash()
    {
        QFETCH(QByteArray, content);
        m_window.reset();
        QVERIFY(QDir().mkpath(QFileInfo(settingsFile()).path()));
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        openPackets();
        QVERIFY(header()->hiddenSectionCount() < PacketModel::ColumnCount);
        for (int at = 0; at < header()->count(); ++at) {
            QVERIFY(header()->isSectionHidden(at) || header()->sectionSize(at) >= 20);
        }
        menu()->saveAs("new");
        menu()->choose("");
    }

private:
    void openPackets()
    {
        openWindow();
        m_window->showPage(int(PageKind::Packets));
        m_backend->write(Samples::ftpPacket());
        QTRY_VERIFY(!page()->isEmpty());
    }

    void filter(const QString &text)
    {
        page()->filterField()->setText(text);
        QTest::keyClick(page()->filterField(), Qt::Key_Return);
    }

    static QByteArray hiddenColumns()
    {
        QByteArray text;
        for (int column = 0; column < PacketModel::ColumnCount; ++column) {
            text += (column == 0 ? "" : ", ") + PacketModel::columnKey(column).toLatin1() + " 50 hidden";
        }
        return text;
    }

    QAction *column(const QString &title) const
    {
        emit menu()->aboutToShow();
        const QList<QAction *> actions = menu()->columnsMenu()->actions();
        const auto found = std::find_if(
            actions.begin(), actions.end(), [&title](const QAction *action) { return action->text() == title; });
        return *found;
    }

    PacketsPage *page() const { return static_cast<PacketsPage *>(host()->pages().at(int(PageKind::Packets))); }
    ProfileMenu *menu() const { return page()->profileMenu(); }
    QHeaderView *header() const { return page()->table()->horizontalHeader(); }
};

QTEST_MAIN(TestPacketProfiles)
#include "tst_packetprofiles.moc"
