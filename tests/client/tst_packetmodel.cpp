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
    }

    void findsTheRowOfAnEvent()
    {
        PacketModel model(100);
        model.append(batch(1, 150));
        QCOMPARE(model.rowOfSequence(51), 0);
        QCOMPARE(model.rowOfSequence(150), 99);
        QCOMPARE(model.rowOfSequence(50), -1);
        QCOMPARE(model.rowOfSequence(151), -1);
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
        const auto number = model.numberOfRow(model.rowOfSequence(128));
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
        QCOMPARE(model.rowOfSequence(50'000), -1);
    }

private:
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
