// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/expectationmodel.h"
#include "tests/client/modeltext.h"
#include "tests/client/sampleevents.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Trackhand;

class TestExpectationModel : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_model = std::make_unique<ExpectationModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void showsWhatIsExpectedFromWhomAndWhy()
    {
        m_model->append({{Samples::ftpExpectation(EventAction::New)}, 0});
        QCOMPARE(lines({ExpectationModel::HelperColumn, ExpectationModel::ClassColumn, ExpectationModel::ProtocolColumn,
                     ExpectationModel::SourceColumn, ExpectationModel::DestinationColumn, ExpectationModel::FateColumn,
                     ExpectationModel::MasterColumn}),
            QStringList {QStringLiteral(
                "ftp | ftp | tcp | 10.0.2.2 | 10.0.1.2:50000 | waiting | 10.0.1.2:40000 → 10.0.2.2:21")});
    }

    void countsDown()
    {
        const EventRecord made = Samples::ftpExpectation(EventAction::New);
        m_model->append({{made}, 0});
        m_model->tick(made.timeNs);
        QCOMPARE(lines({ExpectationModel::TimeLeftColumn}), QStringList {QStringLiteral("5 min 0 s")});
        m_model->tick(made.timeNs + 258'000'000'000ULL);
        QCOMPARE(lines({ExpectationModel::TimeLeftColumn}), QStringList {QStringLiteral("42 s")});
        m_model->tick(made.timeNs + 400'000'000'000ULL);
        QCOMPARE(lines({ExpectationModel::TimeLeftColumn}), QStringList {QStringLiteral("0 s")});
    }

    void keepsItsRowAndShowsItsFate_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("fate");
        QTest::addRow("matched") << int(EventAction::Matched) << "matched";
        QTest::addRow("expired") << int(EventAction::Expired) << "expired";
        QTest::addRow("evicted") << int(EventAction::Evicted) << "evicted";
        QTest::addRow("removed") << int(EventAction::Removed) << "removed";
    }

    void keepsItsRowAndShowsItsFate()
    {
        QFETCH(int, action);
        QFETCH(QString, fate);
        m_model->append({{Samples::ftpExpectation(EventAction::New)}, 0});
        QCOMPARE(m_model->waiting(), 1);
        m_model->append({{Samples::ftpExpectation(EventAction(action))}, 0});
        QCOMPARE(lines({ExpectationModel::TimeLeftColumn, ExpectationModel::FateColumn}), QStringList {" | " + fate});
        QCOMPARE(m_model->waiting(), 0);
    }

    void newestIsFirstAndTheSameTupleMayComeAgain()
    {
        m_model->append({{Samples::ftpExpectation(EventAction::New), Samples::ftpExpectation(EventAction::Matched),
                             Samples::ftpExpectation(EventAction::New)},
            0});
        QCOMPARE(lines({ExpectationModel::FateColumn}), QStringList({"waiting", "matched"}));
    }

    void fateOfAnUnknownOneIsStillShown()
    {
        m_model->append({{Samples::ftpExpectation(EventAction::Expired)}, 0});
        QCOMPARE(lines({ExpectationModel::FateColumn}), QStringList {"expired"});
        QCOMPARE(m_model->waiting(), 0);
    }

    void permanentOneGoesOnWaitingAfterItsMatch()
    {
        EventRecord matched = Samples::ftpExpectation(EventAction::Matched);
        matched.flags |= EventFlag::Permanent;
        m_model->append({{Samples::ftpExpectation(EventAction::New), matched}, 0});
        QCOMPARE(m_model->waiting(), 1);
    }

    void theBackendsListAddsTheMissingAndRemovesTheGone()
    {
        EventRecord other = Samples::ftpExpectation(EventAction::New);
        other.destinationPort = 50001;
        m_model->append({{Samples::ftpExpectation(EventAction::New)}, 0});
        m_model->setCurrent({other}, m_model->reports());
        QCOMPARE(lines({ExpectationModel::DestinationColumn, ExpectationModel::FateColumn}),
            QStringList({"10.0.1.2:50001 | waiting", "10.0.1.2:50000 | removed"}));
    }

    void aListThatIsOlderThanAnEventDoesNotContradictIt()
    {
        m_model->append({{Samples::ftpExpectation(EventAction::New)}, 0});
        const quint64 asked = m_model->reports();
        EventRecord younger = Samples::ftpExpectation(EventAction::New);
        younger.destinationPort = 50001;
        m_model->append({{Samples::ftpExpectation(EventAction::Matched), younger}, 0});
        m_model->setCurrent({Samples::ftpExpectation(EventAction::New)}, asked);
        QCOMPARE(lines({ExpectationModel::DestinationColumn, ExpectationModel::FateColumn}),
            QStringList({"10.0.1.2:50001 | waiting", "10.0.1.2:50000 | matched"}));
        QCOMPARE(m_model->waiting(), 1);
    }

    void aBatchIsOneInsertion()
    {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        EventBatch batch;
        for (int i = 0; i < 20; ++i) {
            EventRecord event = Samples::ftpExpectation(EventAction::New);
            event.expectation.id = quint64(i);
            batch.events.push_back(event);
            event.outcome = quint8(i % 2 == 0 ? EventAction::Matched : EventAction::Expired);
            batch.events.push_back(event);
        }
        m_model->append(batch);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(m_model->rowCount(), 20);
        QCOMPARE(m_model->countOf(EventAction::Matched), 10);
        QCOMPARE(m_model->countOf(EventAction::Expired), 10);
        QCOMPARE(m_model->countOf(EventAction::New), 0);
    }

    void aFateSaysWhenItCame()
    {
        EventRecord matched = Samples::ftpExpectation(EventAction::Matched);
        matched.timeNs += 42'000'000;
        m_model->append({{Samples::ftpExpectation(EventAction::New)}, 0});
        m_model->append({{matched}, 0});
        const QString toolTip = m_model->index(0, ExpectationModel::FateColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(toolTip.contains(", 42 ms after it was made"), qPrintable(toolTip));
    }

    void staysBounded()
    {
        EventBatch batch;
        for (int i = 0; i < ExpectationModel::Capacity + 10; ++i) {
            EventRecord event = Samples::ftpExpectation(EventAction::New);
            event.expectation.id = quint64(i);
            batch.events.push_back(event);
        }
        m_tester.reset(); // asks every row at each insertion
        m_model->append(batch);
        QVERIFY(m_model->rowCount() <= ExpectationModel::Capacity);
        QCOMPARE(m_model->waiting(), m_model->rowCount());
        EventRecord last = batch.events.back();
        last.outcome = quint8(EventAction::Matched);
        m_model->append({{last}, 0});
        QCOMPARE(m_model->index(0, ExpectationModel::FateColumn).data().toString(), QStringLiteral("matched"));
    }

private:
    QStringList lines(const QList<int> &columns) const { return modelText(*m_model, columns); }

    std::unique_ptr<ExpectationModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestExpectationModel)
#include "tst_expectationmodel.moc"
