// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/modelroles.h"
#include "client/models/packetmodel.h"
#include "tests/client/modeltext.h"
#include "tests/client/sampleevents.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Trackhand;

class TestPacketModel : public QObject {
    Q_OBJECT
private slots:
    void rowsReadLikeTheTableOnScreen()
    {
        qputenv("LC_ALL", "C");
        PacketModel model;
        EventRecord event = Samples::ftpPacket();
        event.sequence = 1203;
        model.append({{event}, 0});
        const QStringList lines = modelText(model,
            {PacketModel::HelperColumn, PacketModel::DirectionColumn, PacketModel::SourceColumn,
                PacketModel::DestinationColumn, PacketModel::LengthColumn, PacketModel::ConnectionColumn,
                PacketModel::VerdictColumn, PacketModel::LatencyColumn, PacketModel::NoteColumn});
        QCOMPARE(lines,
            QStringList {QStringLiteral("ftp | → | 10.0.1.2:40000 | 10.0.2.2:21 | 60 | established | accept | 11.2 | "
                                        "PORT 10,0,1,2,195,80")});
    }

    void oneBatchIsOneInsertion()
    {
        PacketModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.append(batch(1, 1000));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 0);
        QCOMPARE(inserted.first().at(2).toInt(), 999);
    }

    void rowCountStaysOnceFullAndTheNewestStay()
    {
        PacketModel model(100);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(batch(1, 90));
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(&model, &PacketModel::movedUp);
        model.append(batch(91, 60));
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(removed.count(), 0);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(0).toInt(), 50);
        QCOMPARE(model.eventAt(0).sequence, 51ULL);
        QCOMPARE(model.eventAt(99).sequence, 150ULL);
        model.append(batch(151, 1000));
        QCOMPARE(model.eventAt(0).sequence, 1051ULL);
        QCOMPARE(model.eventAt(99).sequence, 1150ULL);
    }

    void filterShowsMatchesOfWhatIsStoredAndOfWhatComes()
    {
        PacketModel model(100);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(batch(1, 50));
        model.setFilter(EventFilter::compile(QStringLiteral("dport == 0 or dport == 7")).filter); // 2 of 10
        QCOMPARE(model.rowCount(), 10);
        model.append(batch(51, 50));
        QCOMPARE(model.rowCount(), 20);
        model.append(batch(101, 70));
        QCOMPARE(model.rowCount(), 20);
        QCOMPARE(model.eventAt(0).sequence, 77ULL);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.eventAt(0).sequence, 71ULL);
    }

    void pausedHoldsBackAndShowsAllWhenItGoesOn()
    {
        PacketModel model(100);
        model.append(batch(1, 10));
        model.setPaused(true);
        model.append(batch(11, 20));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.heldBack(), std::size_t(20));
        model.append(batch(31, 500));
        QCOMPARE(model.heldBack(), std::size_t(100));
        model.setPaused(false);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.eventAt(99).sequence, 530ULL);
        QCOMPARE(model.lost(), 420ULL); // nobody could see them
    }

    void whatOvertakesItselfInOneBatchIsCountedAsLost()
    {
        PacketModel model(100);
        model.append(batch(1, 90));
        model.append(batch(91, 1000));
        QCOMPARE(model.lost(), 900ULL);
    }

    void pausedTheRowsStayAlthoughThePacketsAreOvertaken()
    {
        PacketModel model(100);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(batch(1, 100));
        model.setPaused(true);
        model.append(batch(101, 50'000));
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.eventAt(0).sequence, 1ULL);
        model.setFilter(EventFilter::compile("dport == 7").filter);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.eventAt(9).sequence, 97ULL);
        model.setPaused(false);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.eventAt(9).sequence, 50'097ULL);
    }

    void marksStayWithTheirPackets()
    {
        PacketModel model(100);
        model.append(batch(1, 100));
        model.setMarked({10, 20, 99}, true);
        QVERIFY(model.isMarked(20));
        QVERIFY(model.index(20, PacketModel::NumberColumn).data().toString().startsWith("◆"));
        model.append(batch(101, 15)); // the first marked one has left
        QVERIFY(model.isMarked(5));
        QVERIFY(!model.isMarked(20));
        QCOMPARE(model.nextMarked(-1, true), 5);
        QCOMPARE(model.nextMarked(5, true), 84);
        QCOMPARE(model.nextMarked(84, true), 5);
        QCOMPARE(model.nextMarked(5, false), 84);
        QCOMPARE(model.nextMarked(84, false), 5);
        model.setMarked({5, 84}, false);
        QCOMPARE(model.nextMarked(0, true), -1);
    }

    void onlyShownPacketsAreFoundByTheirMark()
    {
        PacketModel model(100);
        model.append(batch(1, 100));
        model.setMarked({6, 7}, true); // to ports 7 and 8
        model.setFilter(EventFilter::compile("dport == 8").filter);
        QCOMPARE(model.nextMarked(-1, true), 0);
        QCOMPARE(model.nextMarked(0, true), 0);
        QCOMPARE(model.eventAt(0).sequence, 8ULL);
    }

    void aPacketKeepsItsNumberUnderAnyFilter()
    {
        PacketModel model(100);
        model.append(batch(1, 150));
        const auto number = model.numberOfRow(77);
        model.setFilter(EventFilter::compile("dport == 8").filter);
        QCOMPARE(model.eventAt(model.rowOfNumber(number)).sequence, 128ULL);
        QCOMPARE(model.rowOfNumber(number + 1), -1);
        QCOMPARE(model.rowOfNumber(0), -1);
        QCOMPARE(model.rowOfNumber(150), -1);
    }

    void aColourRuleIsAlsoSaidInWords()
    {
        PacketModel model(100);
        model.append(batch(1, 10));
        QVERIFY(!model.index(6, 0).data(RuleHueRole).isValid());
        model.setColorRules({{"seven", "dport == 7", RuleHue::Green, true}});
        QCOMPARE(model.index(6, 0).data(RuleHueRole).toInt(), int(RuleHue::Green));
        QCOMPARE(model.index(6, PacketModel::RuleColumn).data().toString(), "seven");
        QCOMPARE(model.index(5, PacketModel::RuleColumn).data().toString(), "");
        model.append(batch(11, 94)); // the rows move, the colour goes with the packet
        QCOMPARE(model.index(2, PacketModel::RuleColumn).data().toString(), "seven");
        QCOMPARE(model.index(6, PacketModel::RuleColumn).data().toString(), "");
    }

    void numbersThatBeginAnewAreOfAnotherRing()
    {
        PacketModel model(100);
        model.append(batch(1, 10));
        QVERIFY(model.isOfThisRing(0));
        model.append(batch(1, 5)); // the backend was started anew
        QVERIFY(!model.isOfThisRing(9));
        QVERIFY(model.isOfThisRing(10));
        QVERIFY(model.isOfThisRing(14));
    }

    void lossesAddUpAndExpectationsAreLeftOut()
    {
        PacketModel model;
        model.append({{Samples::ftpPacket(), Samples::ftpExpectation(EventAction::New)}, 3});
        model.append({{}, 4});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.lost(), 7ULL);
    }

    void ofManyEventsThoseOfTheNewestThatPassTheFilterAreThere()
    {
        PacketModel model(50'000);
        model.setFilter(EventFilter::compile(QStringLiteral("helper == ftp and dport != 3")).filter);
        for (quint64 i = 0; i < 100; ++i) {
            model.append(batch(i * 1000 + 1, 1000));
        }
        QCOMPARE(model.rowCount(), 45'000); // a tenth of them goes to port 3
        QCOMPARE(model.eventAt(0).sequence, 50'001ULL);
    }

    void manyPacketsAreFilteredWithoutWaitingAndTheNewestComeFirst()
    {
        PacketModel model(Many);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(batch(1, Many));
        const QSignalSpy replaced(&model, &PacketModel::rowsReplaced);
        model.setFilter(EventFilter::compile("dport == 7").filter);
        QVERIFY(model.isSearching());
        QCOMPARE(model.rowCount(), Many); // as before
        QTRY_VERIFY_WITH_TIMEOUT(replaced.count() != 0, PatienceMs);
        QCOMPARE(model.eventAt(model.rowCount() - 1).sequence, quint64(Many - 3));
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSearching(), PatienceMs);
        QCOMPARE(model.rowCount(), Many / 10);
        QCOMPARE(model.eventAt(0).sequence, 7ULL);
    }

    void whatArrivesDuringASearchIsFilteredToo()
    {
        PacketModel model(Many);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(batch(1, Many));
        model.setFilter(EventFilter::compile("dport == 7").filter);
        model.append(batch(Many + 1, 1000));
        QVERIFY(model.isSearching());
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSearching(), PatienceMs);
        QCOMPARE(model.rowCount(), Many / 10);
        QCOMPARE(model.eventAt(0).sequence, 1007ULL);
        QCOMPARE(model.eventAt(Many / 10 - 1).sequence, quint64(Many + 997));
        for (int row = 1; row < model.rowCount(); ++row) {
            QCOMPARE(model.eventAt(row).sequence, model.eventAt(row - 1).sequence + 10);
        }
    }

    void aNewFilterAbandonsTheOneBefore()
    {
        PacketModel model(Many);
        model.append(batch(1, Many));
        model.setFilter(EventFilter::compile("dport == 7").filter);
        model.setFilter(EventFilter::compile("dport == 7 or dport == 8").filter);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSearching(), PatienceMs);
        QCOMPARE(model.rowCount(), Many / 5);
        model.setFilter(EventFilter::compile("dport == 7").filter);
        model.setFilter({});
        QVERIFY(!model.isSearching());
        QCOMPARE(model.rowCount(), Many);
        QTest::qWait(0);
        QCOMPARE(model.rowCount(), Many);
    }

    void aCancelledSearchLeavesWhatWasShown()
    {
        PacketModel model(Many);
        model.append(batch(1, Many));
        const QSignalSpy cancelled(&model, &PacketModel::searchCancelled);
        model.sort(PacketModel::NumberColumn, Qt::DescendingOrder);
        QVERIFY(model.isSearching());
        model.cancelSearch();
        QVERIFY(!model.isSearching());
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(model.shownOrder().isArrival());
        model.append(batch(Many + 1, 1));
        QCOMPARE(model.eventAt(Many - 1).sequence, quint64(Many + 1));
    }

    void sortsByEveryColumn_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("ascending");
        const auto row = [](const char *name, PacketModel::Column column, const char *ascending) {
            QTest::newRow(name) << int(column) << QString(ascending);
        };
        // The packets are a to e in the order of their arrival; what is alike stays in it.
        row("number", PacketModel::NumberColumn, "abcde");
        row("time", PacketModel::TimeColumn, "bacde");
        row("helper", PacketModel::HelperColumn, "dcabe");
        row("direction", PacketModel::DirectionColumn, "eabdc");
        row("source", PacketModel::SourceColumn, "ebacd");
        row("destination", PacketModel::DestinationColumn, "eacbd");
        row("length", PacketModel::LengthColumn, "dabce");
        row("conntrack", PacketModel::ConnectionColumn, "eacbd");
        row("verdict", PacketModel::VerdictColumn, "acdbe");
        row("latency", PacketModel::LatencyColumn, "edcba");
        row("rule", PacketModel::RuleColumn, "bacde");
        row("note", PacketModel::NoteColumn, "dceab");
    }

    void sortsByEveryColumn()
    {
        QFETCH(int, column);
        QFETCH(QString, ascending);
        PacketModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColorRules({{"dropped", "verdict == drop and helper == ftp", RuleHue::Red, true}});
        model.append({variousPackets(), 0});
        model.sort(column, Qt::AscendingOrder);
        QCOMPARE(letters(model), ascending);
        model.sort(column, Qt::DescendingOrder);
        QString back = letters(model);
        QVERIFY(back != ascending);
        model.sort(PacketOrder::Arrival);
        QCOMPARE(letters(model), QStringLiteral("abcde"));
    }

    void whatIsAlikeStaysInOrderOfArrival()
    {
        PacketModel model;
        model.append({variousPackets(), 0});
        model.sort(PacketModel::VerdictColumn, Qt::DescendingOrder);
        QCOMPARE(letters(model), QStringLiteral("beacd"));
    }

    void sortedRowsStandStillAndTakeInWhatHasArrivedAfterAWhile()
    {
        PacketModel model(100);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(batch(1, 100));
        model.sort(PacketModel::NumberColumn, Qt::DescendingOrder);
        QCOMPARE(model.eventAt(0).sequence, 100ULL);
        model.append(batch(101, 30));
        QCOMPARE(model.waiting(), std::size_t(30));
        QCOMPARE(model.eventAt(0).sequence, 100ULL);
        QCOMPARE(model.eventAt(99).sequence, 1ULL);
        QTRY_COMPARE(model.eventAt(0).sequence, 130ULL);
        QCOMPARE(model.waiting(), std::size_t(0));
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.eventAt(99).sequence, 31ULL);
    }

    void aFilterAppliesToSortedRowsAndStaysWhenTheyAreNoLongerSorted()
    {
        PacketModel model(Many);
        model.append(batch(1, Many));
        model.sort(PacketModel::NumberColumn, Qt::DescendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSearching(), PatienceMs);
        QCOMPARE(model.rowCount(), Many);
        model.setFilter(EventFilter::compile("dport == 7").filter);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSearching(), PatienceMs);
        QCOMPARE(model.rowCount(), Many / 10);
        QCOMPARE(model.eventAt(0).sequence, quint64(Many - 3));
        model.sort(PacketOrder::Arrival);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSearching(), PatienceMs);
        QCOMPARE(model.rowCount(), Many / 10);
        QCOMPARE(model.eventAt(0).sequence, 7ULL);
        model.append(batch(Many + 1, 10));
        QCOMPARE(model.eventAt(model.rowCount() - 1).sequence, quint64(Many + 7));
    }

    void marksAreVisitedInTheOrderOfTheRows()
    {
        PacketModel model(100);
        model.append(batch(1, 100));
        model.setMarked({10, 20}, true);
        model.sort(PacketModel::NumberColumn, Qt::DescendingOrder);
        QCOMPARE(model.nextMarked(-1, true), 79);
        QCOMPARE(model.nextMarked(79, true), 89);
        QVERIFY(model.isMarked(89));
    }

    void pausedSortedRowsStayUntilItGoesOn()
    {
        PacketModel model(100);
        model.append(batch(1, 50));
        model.sort(PacketModel::NumberColumn, Qt::DescendingOrder);
        model.setPaused(true);
        model.append(batch(51, 10));
        QCOMPARE(model.heldBack(), std::size_t(10));
        QCOMPARE(model.waiting(), std::size_t(0));
        model.sort(PacketModel::NumberColumn, Qt::AscendingOrder);
        QCOMPARE(model.rowCount(), 50);
        model.setPaused(false);
        QCOMPARE(model.rowCount(), 60);
    }

    void aSmallerCapacityGivesUpTheOldest()
    {
        PacketModel model(50'000);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(batch(1, 50'000));
        model.setCapacity(10'000);
        QCOMPARE(model.rowCount(), 10'000);
        QCOMPARE(model.eventAt(0).sequence, 40'001ULL);
        model.append(batch(50'001, 5));
        QCOMPARE(model.rowCount(), 10'000);
        QCOMPARE(model.eventAt(0).sequence, 40'006ULL);
    }

    void afterClearingNothingOfItIsLeft()
    {
        PacketModel model(100);
        model.sort(PacketModel::NumberColumn, Qt::DescendingOrder);
        model.append(batch(1, 100));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.stored(), std::size_t(0));
        model.append(batch(1, 5));
        QTRY_COMPARE(model.rowCount(), 5);
        QCOMPARE(model.eventAt(0).sequence, 5ULL);
    }

private:
    static constexpr int Many = 40'000; // more than are filtered at once
    static constexpr int PatienceMs = 60'000; // a sanitizer on a crowded machine takes its time

    /// a to e: their numbers are 1 to 5.
    static std::vector<EventRecord> variousPackets()
    {
        EventRecord a = Samples::packet("ftp", "10.0.1.2", 40000, "10.0.2.2", 21, "PORT 10,0,1,2");
        EventRecord b = Samples::packet("ftp", "10.0.1.2", 4000, "10.0.2.3", 21, "PORT 10,0,1,3");
        EventRecord c = Samples::packet("dns", "10.0.1.10", 4000, "10.0.2.2", 53, "PORT");
        EventRecord d = Samples::packet("amanda", "fd00:1::2", 1, "fd00:1::3", 2);
        EventRecord e = Samples::packet("sip", "9.255.255.255", 65535, "1.1.1.1", 65535, "PORT 1");
        b.timeNs = a.timeNs - 1;
        c.timeNs = a.timeNs + 1;
        d.timeNs = a.timeNs + 2;
        e.timeNs = a.timeNs + 3;
        a.ctInfo = c.ctInfo = CtInfo::Established;
        c.ctInfo = CtInfo::EstablishedReply;
        b.ctInfo = CtInfo::New;
        d.ctInfo = CtInfo::Related;
        e.ctInfo = CtInfo::Absent;
        b.outcome = e.outcome = std::uint8_t(Verdict::Drop);
        a.payloadLength = b.payloadLength = c.payloadLength = 60;
        d.payloadLength = 9;
        e.payloadLength = 1500;
        std::vector<EventRecord> all {a, b, c, d, e};
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].sequence = i + 1;
            all[i].latencyNs = std::uint32_t(1000 - i);
        }
        return all;
    }

    static QString letters(const PacketModel &model)
    {
        QString text;
        for (int row = 0; row < model.rowCount(); ++row) {
            text += QChar(char16_t('a' + model.eventAt(row).sequence - 1));
        }
        return text;
    }

    static EventBatch batch(quint64 first, int count)
    {
        EventBatch made;
        for (int i = 0; i < count; ++i) {
            EventRecord event = Samples::ftpPacket();
            event.sequence = first + quint64(i);
            event.destinationPort = quint16(event.sequence % 10);
            made.events.push_back(event);
        }
        return made;
    }
};

QTEST_GUILESS_MAIN(TestPacketModel)
#include "tst_packetmodel.moc"
