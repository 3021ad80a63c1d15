// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/flowfilter.h"
#include "client/models/flowmodel.h"
#include "client/models/modelroles.h"
#include "tests/client/modeltext.h"
#include "tests/client/sampleevents.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Trackhand;

namespace {

constexpr std::uint64_t Second = 1'000'000'000;

EventRecord later(EventRecord event, std::uint64_t seconds)
{
    event.timeNs += seconds * Second;
    return event;
}

/// Another control connection of the same client.
EventRecord control(int number, EventAction action = EventAction::New)
{
    EventRecord event = Samples::ftpFlow(action);
    event.sourcePort = std::uint16_t(10'000 + number % 50'000);
    event.setReplyTuple(event.tuple().inverted());
    event.expectation.id = std::uint64_t(number) + 5'000;
    return event;
}

std::vector<EventRecord> controls(int count, EventAction action = EventAction::New)
{
    std::vector<EventRecord> all;
    for (int number = 0; number < count; ++number) {
        all.push_back(control(number, action));
    }
    return all;
}

} // namespace

class TestFlowModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void init()
    {
        m_model = std::make_unique<FlowModel>();
        m_filter = std::make_unique<FlowFilter>(m_model.get());
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        m_testers.push_back(std::make_unique<QAbstractItemModelTester>(m_model.get(), mode));
        m_testers.push_back(std::make_unique<QAbstractItemModelTester>(m_filter.get(), mode));
    }

    void cleanup()
    {
        m_testers.clear();
        m_filter.reset();
        m_model.reset();
    }

    void showsAConnectionItsExpectationAndWhatItLetIn()
    {
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New),
            Samples::ftpExpectation(EventAction::Matched), Samples::ftpDataFlow(EventAction::New)});
        QCOMPARE(tree({FlowModel::ConnectionColumn, FlowModel::StateColumn, FlowModel::HelperColumn}),
            QStringList({"tcp 10.0.1.2:40000 → 10.0.2.2:21 | established | ftp",
                "  expects tcp 10.0.2.2 → 10.0.1.2:50000 | matched | ftp",
                "    tcp 10.0.2.2:20 → 10.0.1.2:50000 | established | ftp"}));
        QCOMPARE(m_model->live(), 2);
        QCOMPARE(m_model->waiting(), 0);
    }

    void showsTheSameWhenTheEventsComeOneByOne()
    {
        for (const EventRecord &event : {Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New),
                 Samples::ftpExpectation(EventAction::Matched), Samples::ftpDataFlow(EventAction::New)}) {
            tell({event});
        }
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"established", "  matched", "    established"}));
    }

    void newestIsFirst()
    {
        tell({control(1), control(2)});
        tell({control(3)});
        QCOMPARE(tree({FlowModel::ConnectionColumn}),
            QStringList({"tcp 10.0.1.2:10003 → 10.0.2.2:21", "tcp 10.0.1.2:10002 → 10.0.2.2:21",
                "tcp 10.0.1.2:10001 → 10.0.2.2:21"}));
    }

    void aBatchIsOneInsertion()
    {
        m_testers.clear();
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        tell(controls(500));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(m_model->rowCount(), 500);
    }

    void withAPaceBatchesAreToldTogether()
    {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->setPace(60'000);
        tell({Samples::ftpFlow(EventAction::New)});
        tell({Samples::ftpExpectation(EventAction::New), control(1)});
        tell({control(1, EventAction::Removed)});
        QCOMPARE(m_model->rowCount(), 0);
        m_model->catchUp();
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"ended 0 s ago", "established", "  waiting, 5 min"}));
        QCOMPARE(inserted.count(), 1);
    }

    void aPaceDoesNotLetTheTreeGrowPastItsBounds()
    {
        m_testers.clear();
        m_model->setPace(60'000);
        tell(controls(int(FlowModel::Capacity) + 1));
        QVERIFY(m_model->rowCount() > 0);
        QVERIFY(m_model->rowCount() <= int(FlowModel::Capacity));
    }

    void anExpectationCountsDownAndMeetsItsFate_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("fate");
        QTest::addRow("expired") << int(EventAction::Expired) << "expired";
        QTest::addRow("evicted") << int(EventAction::Evicted) << "evicted";
        QTest::addRow("removed") << int(EventAction::Removed) << "removed";
    }

    void anExpectationCountsDownAndMeetsItsFate()
    {
        QFETCH(int, action);
        QFETCH(QString, fate);
        const QList<int> columns {FlowModel::StateColumn};
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New)});
        m_model->tick(Samples::ftpFlow(EventAction::New).timeNs + 258 * Second);
        QCOMPARE(tree(columns), QStringList({"established", "  waiting, 42 s"}));
        QCOMPARE(m_model->waiting(), 1);
        tell({Samples::ftpExpectation(EventAction(action))});
        QCOMPARE(tree(columns), QStringList({"established", "  " + fate}));
        QCOMPARE(m_model->waiting(), 0);
    }

    void aPermanentExpectationLetsManyIn()
    {
        EventRecord made = Samples::ftpExpectation(EventAction::New);
        made.flags |= EventFlag::Permanent;
        EventRecord matched = made;
        matched.outcome = std::uint8_t(EventAction::Matched);
        EventRecord second = Samples::ftpDataFlow(EventAction::New);
        second.sourcePort = 21'000;
        second.expectation.id = 1003;
        tell({made, matched, Samples::ftpDataFlow(EventAction::New), matched, second});
        QCOMPARE(tree({FlowModel::ConnectionColumn}).mid(1),
            QStringList({"  expects tcp 10.0.2.2 → 10.0.1.2:50000", "    tcp 10.0.2.2:21000 → 10.0.1.2:50000",
                "    tcp 10.0.2.2:20 → 10.0.1.2:50000"}));
        QCOMPARE(m_model->waiting(), 1);
    }

    void aSecondConnectionDoesNotShareAnExpectationThatHasItsOwn()
    {
        EventRecord other = Samples::ftpDataFlow(EventAction::New);
        other.sourcePort = 21'000;
        other.expectation.id = 1003;
        tell({Samples::ftpExpectation(EventAction::New), Samples::ftpExpectation(EventAction::Matched),
            Samples::ftpDataFlow(EventAction::New), other});
        QCOMPARE(tree({FlowModel::ConnectionColumn}).mid(1),
            QStringList({"  tcp 10.0.2.2:21000 → 10.0.1.2:50000", "  expects tcp 10.0.2.2 → 10.0.1.2:50000",
                "    tcp 10.0.2.2:20 → 10.0.1.2:50000"}));
    }

    void anUnknownMasterHasARowOfWhatIsKnown()
    {
        tell({Samples::ftpDataFlow(EventAction::New)});
        const QList<int> columns {
            FlowModel::ConnectionColumn, FlowModel::StateColumn, FlowModel::BytesReplyColumn, FlowModel::AgeColumn};
        m_model->tick(Samples::ftpFlow(EventAction::New).timeNs + Second);
        QCOMPARE(tree(columns),
            QStringList({"tcp 10.0.1.2:40000 → 10.0.2.2:21 | not seen | – | ",
                "  tcp 10.0.2.2:20 → 10.0.1.2:50000 | established | – | 1 s"}));
        QVERIFY(cell(0, FlowModel::BytesReplyColumn).data(DimRole).toBool());
        QVERIFY(cell(0, FlowModel::BytesReplyColumn).data(Qt::ToolTipRole).toString().contains("its addresses"));
        tell({Samples::ftpFlow(EventAction::New)});
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"established", "  established"}));
    }

    void aMasterThatTurnsOutToHaveOneMovesBelowIt()
    {
        EventRecord media = Samples::ftpDataFlow(EventAction::New);
        media.setMasterTuple(media.tuple());
        media.destinationPort = 6'000;
        media.expectation.id = 1004;
        tell({media});
        tell({control(1)});
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpDataFlow(EventAction::New)});
        QCOMPARE(tree({FlowModel::ConnectionColumn}),
            QStringList({"tcp 10.0.1.2:40000 → 10.0.2.2:21", "  tcp 10.0.2.2:20 → 10.0.1.2:50000",
                "    tcp 10.0.2.2:20 → 10.0.1.2:6000", "tcp 10.0.1.2:10001 → 10.0.2.2:21"}));
    }

    void twoThatClaimEachOtherAsMastersAreStillATree()
    {
        EventRecord one = control(1);
        EventRecord two = control(2);
        one.setMasterTuple(two.tuple());
        two.setMasterTuple(one.tuple());
        EventRecord itself = control(3);
        itself.setMasterTuple(itself.tuple());
        tell({one, two, itself});
        QCOMPARE(tree({FlowModel::ConnectionColumn}),
            QStringList({"tcp 10.0.1.2:10003 → 10.0.2.2:21", "tcp 10.0.1.2:10002 → 10.0.2.2:21",
                "  tcp 10.0.1.2:10001 → 10.0.2.2:21"}));
    }

    void whatEndedIsHistoryWithItsLastCounts()
    {
        tell({Samples::ftpFlow(EventAction::New)});
        QVERIFY(!cell(0, FlowModel::StateColumn).data(DimRole).toBool());
        tell({later(Samples::counted(Samples::ftpFlow(EventAction::Removed), 1'200, 0, 7, 0), 4)});
        m_model->tick(Samples::ftpFlow(EventAction::New).timeNs + 10 * Second);
        QCOMPARE(tree({FlowModel::StateColumn, FlowModel::BytesOriginalColumn, FlowModel::BytesReplyColumn,
                     FlowModel::PacketsOriginalColumn, FlowModel::AgeColumn}),
            QStringList {"ended 6 s ago | 1,200 | 0 | 7 | 4 s"});
        QVERIFY(cell(0, FlowModel::StateColumn).data(DimRole).toBool());
        QCOMPARE(m_model->live(), 0);
    }

    void anEndOfWhatNobodyKnewIsShown()
    {
        tell({Samples::ftpFlow(EventAction::Removed)});
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList {"ended 0 s ago"});
    }

    void whatIsNotCountedIsAbsentAndSaysWhy()
    {
        tell({Samples::ftpFlow(EventAction::New)});
        const QModelIndex bytes = cell(0, FlowModel::BytesOriginalColumn);
        QCOMPARE(bytes.data().toString(), QString("–"));
        QVERIFY(bytes.data(Qt::ToolTipRole).toString().startsWith("Not counted yet"));
        list({Samples::ftpFlow(EventAction::New)});
        QCOMPARE(bytes.data().toString(), QString("–"));
        QVERIFY(bytes.data(Qt::ToolTipRole).toString().contains("nf_conntrack_acct was off"));
        list({Samples::counted(Samples::ftpFlow(EventAction::New), 0, 0, 1, 0)});
        QCOMPARE(bytes.data().toString(), QString("0"));
        QVERIFY(bytes.data(Qt::ToolTipRole).toString().isEmpty());
    }

    void anEventWithoutCountsKeepsThoseOfTheList()
    {
        list({Samples::counted(Samples::ftpFlow(EventAction::New), 1'000, 2'000, 10, 20)});
        tell({Samples::ftpFlow(EventAction::Updated)});
        QCOMPARE(tree({FlowModel::BytesOriginalColumn, FlowModel::PacketsReplyColumn}), QStringList {"1,000 | 20"});
    }

    void theAgeOfWhatWasThereBeforeIsAtLeast()
    {
        const std::uint64_t now = Samples::ftpFlow(EventAction::New).timeNs;
        list({later(Samples::ftpFlow(EventAction::New), 5)});
        m_model->tick(now + 17 * Second);
        QCOMPARE(tree({FlowModel::AgeColumn}), QStringList {"> 12 s"});
        tell({Samples::ftpFlow(EventAction::New)}); // the ring had its beginning
        QCOMPARE(tree({FlowModel::AgeColumn}), QStringList {"17 s"});
        QCOMPARE(m_model->live(), 1);
    }

    void theListEndsWhatIsGone()
    {
        tell({control(1), control(2)});
        list({control(2)});
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"established", "ended 0 s ago"}));
        list({});
        QCOMPARE(m_model->live(), 0);
    }

    void aListThatIsOlderThanAnEventDoesNotContradictIt()
    {
        tell({control(1)});
        const quint64 asked = m_model->reports();
        tell({control(2), control(1, EventAction::Removed)});
        m_model->setCurrentFlows({control(1)}, asked);
        QCOMPARE(tree({FlowModel::ConnectionColumn, FlowModel::StateColumn}),
            QStringList({"tcp 10.0.1.2:10002 → 10.0.2.2:21 | established",
                "tcp 10.0.1.2:10001 → 10.0.2.2:21 | ended 0 s ago"}));
    }

    void theEndOfAnEarlierOneDoesNotEndWhatTheListHas()
    {
        list({later(control(1), 5)});
        tell({control(1, EventAction::Removed)});
        QCOMPARE(m_model->live(), 1);
    }

    void anIdThatComesAgainIsAnotherConnection()
    {
        tell({control(1), control(1, EventAction::Removed), later(control(1), 2)});
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"established", "ended 0 s ago"}));
        tell({later(control(1), 9)}); // the end in between was lost
        QCOMPARE(m_model->live(), 1);
        QCOMPARE(m_model->rowCount(), 3);
        tell({later(control(1, EventAction::Removed), 10)});
        QCOMPARE(m_model->live(), 0);
    }

    void whatIsExpectedAfterATupleCameAgainStandsBelowTheNewOne()
    {
        EventRecord again = later(Samples::ftpFlow(EventAction::New), 2);
        again.expectation.id = 2001;
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpFlow(EventAction::Removed), again,
            Samples::ftpExpectation(EventAction::New)});
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"established", "  waiting, 5 min", "ended 0 s ago"}));
    }

    void theListOfExpectationsAddsTheMissingAndRemovesTheGone()
    {
        EventRecord other = Samples::ftpExpectation(EventAction::New);
        other.destinationPort = 50'001;
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New)});
        m_model->setCurrentExpectations({other}, m_model->reports());
        QCOMPARE(tree({FlowModel::ConnectionColumn, FlowModel::StateColumn}).mid(1),
            QStringList({"  expects tcp 10.0.2.2 → 10.0.1.2:50001 | waiting, 5 min",
                "  expects tcp 10.0.2.2 → 10.0.1.2:50000 | removed"}));
    }

    void aListOfExpectationsThatIsOlderThanAnEventDoesNotContradictIt()
    {
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New)});
        const quint64 asked = m_model->reports();
        tell({Samples::ftpExpectation(EventAction::Matched)});
        m_model->setCurrentExpectations({Samples::ftpExpectation(EventAction::New)}, asked);
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"established", "  matched"}));
        QCOMPARE(m_model->waiting(), 0);
    }

    void historyGoesAfterAWhileButNotFromBelowWhatLasts()
    {
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New),
            Samples::ftpExpectation(EventAction::Matched), Samples::ftpDataFlow(EventAction::New), control(1),
            control(1, EventAction::Removed)});
        const std::uint64_t end = Samples::ftpFlow(EventAction::New).timeNs;
        m_model->tick(end + FlowModel::EndedSeconds * Second);
        QCOMPARE(m_model->rowCount(), 2);
        m_model->tick(end + (FlowModel::EndedSeconds + 1) * Second);
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"established", "  matched", "    established"}));
        tell({Samples::ftpDataFlow(EventAction::Removed)});
        m_model->tick(end + (FlowModel::EndedSeconds + 2) * Second);
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList {"established"});
    }

    void historyIsBounded()
    {
        m_testers.clear(); // ask every row at each insertion
        tell({Samples::ftpFlow(EventAction::New)});
        const int many = int(FlowModel::EndedCapacity) + 500;
        tell(controls(many));
        tell(controls(many, EventAction::Removed));
        QVERIFY(m_model->rowCount() <= int(FlowModel::EndedCapacity) + 1);
        QVERIFY(m_model->rowCount() >= int(FlowModel::EndedCapacity) / 2);
        QCOMPARE(m_model->live(), 1);
        QCOMPARE(cell(0, FlowModel::ConnectionColumn).data().toString(),
            QString("tcp 10.0.1.2:%1 → 10.0.2.2:21").arg(10'000 + many - 1)); // the youngest stay
    }

    void liveConnectionsAreBoundedAndThoseLeftOutAreCounted()
    {
        m_testers.clear();
        const int many = int(FlowModel::Capacity) + 10;
        tell(controls(many));
        QVERIFY(m_model->rowCount() <= int(FlowModel::Capacity));
        QCOMPARE(m_model->rowCount() + int(m_model->leftOut()), many);
        list(controls(many));
        QCOMPARE(m_model->rowCount(), int(FlowModel::Capacity));
        QCOMPARE(m_model->leftOut(), quint64(10));
        QCOMPARE(m_model->live(), int(FlowModel::Capacity));
    }

    void manyExpectationsOfOneConnectionAreBoundedToo()
    {
        m_testers.clear();
        std::vector<EventRecord> events {Samples::ftpFlow(EventAction::New)};
        for (int number = 0; number < int(FlowModel::Capacity) * 2; ++number) {
            EventRecord event = Samples::ftpExpectation(EventAction::New);
            event.expectation.id = std::uint64_t(number);
            events.push_back(event);
            event.outcome = std::uint8_t(EventAction::Expired);
            events.push_back(event);
        }
        tell(events);
        QCOMPARE(m_model->rowCount(), 1);
        QVERIFY(m_model->rowCount(m_model->index(0, 0)) <= int(FlowModel::EndedCapacity));
    }

    void clearingForgetsEverything()
    {
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New)});
        m_model->clear();
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->live() + m_model->waiting(), 0);
        tell({Samples::ftpExpectation(EventAction::Expired)});
        QCOMPARE(tree({FlowModel::StateColumn}), QStringList({"not seen", "  expired"}));
    }

    void findsAConnectionByEitherDirection()
    {
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New),
            Samples::ftpDataFlow(EventAction::New)});
        const Tuple tuple = Samples::ftpDataFlow(EventAction::New).tuple();
        const QModelIndex found = m_model->indexOfConnection(tuple);
        QCOMPARE(m_model->recordAt(found).expectation.id, std::uint64_t(1002));
        QCOMPARE(m_model->indexOfConnection(tuple.inverted()), found);
        QCOMPARE(m_model->indexOfExpectation(Samples::ftpExpectation(EventAction::New)), found.parent());
        QVERIFY(!m_model->indexOfConnection(control(1).tuple()).isValid());
    }

    void findsATranslatedConnectionByTheAddressesOfItsPackets()
    {
        EventRecord flow = Samples::ftpFlow(EventAction::New);
        const Tuple outside {
            *IpAddress::parse("10.0.2.2"), *IpAddress::parse("192.0.2.1"), 21, 61'000, L4Protocol::Tcp};
        flow.setReplyTuple(outside);
        flow.expectation.status |= FlowStatus::SourceNat;
        tell({flow});
        QVERIFY(m_model->indexOfConnection(outside.inverted()).isValid());
        QCOMPARE(cell(0, FlowModel::ConnectionColumn).data(Qt::ToolTipRole).toString(),
            QString("Addresses are translated: answers go from 10.0.2.2:21 to 192.0.2.1:61000."));
    }

    void aFilterKeepsMastersAndWhatIsBelowAMatch()
    {
        tell({Samples::ftpFlow(EventAction::New), Samples::ftpExpectation(EventAction::New),
            Samples::ftpExpectation(EventAction::Matched), Samples::ftpDataFlow(EventAction::New), control(1)});
        const QList<int> columns {FlowModel::ConnectionColumn};
        m_filter->setFilter(EventFilter::compile("sport == 20").filter);
        QCOMPARE(treeText(*m_filter, columns),
            QStringList({"tcp 10.0.1.2:40000 → 10.0.2.2:21", "  expects tcp 10.0.2.2 → 10.0.1.2:50000",
                "    tcp 10.0.2.2:20 → 10.0.1.2:50000"}));
        m_filter->setFilter(EventFilter::compile("sport == 40000").filter);
        QCOMPARE(treeText(*m_filter, columns).size(), 3);
        m_filter->setFilter(EventFilter::compile("port == 9").filter);
        QVERIFY(treeText(*m_filter, columns).isEmpty());
        tell({control(2)});
        m_filter->setFilter({});
        QCOMPARE(treeText(*m_filter, columns).size(), 5);
    }

    void whatComesBelowAFilteredMasterBringsItIntoView()
    {
        m_filter->setFilter(EventFilter::compile("sport == 20").filter);
        tell({Samples::ftpFlow(EventAction::New)});
        QCOMPARE(m_filter->rowCount(), 0);
        tell({Samples::ftpDataFlow(EventAction::New)});
        QCOMPARE(treeText(*m_filter).size(), 2);
    }

    void sortsByACountWithTheUnknownBelowZero()
    {
        list({Samples::counted(control(1), 5, 0, 1, 0), control(2), Samples::counted(control(3), 40, 0, 1, 0),
            Samples::counted(control(4), 0, 0, 1, 0)});
        m_filter->sort(FlowModel::BytesOriginalColumn, Qt::DescendingOrder);
        QCOMPARE(treeText(*m_filter, {FlowModel::BytesOriginalColumn}), QStringList({"40", "5", "0", "–"}));
        m_filter->sort(FlowModel::AgeColumn, Qt::AscendingOrder);
        QCOMPARE(treeText(*m_filter, {FlowModel::BytesOriginalColumn}), QStringList({"0", "40", "–", "5"}));
    }

private:
    void tell(const std::vector<EventRecord> &events) { m_model->append({events, 0}); }
    void list(const std::vector<EventRecord> &records) { m_model->setCurrentFlows(records, m_model->reports()); }
    QStringList tree(const QList<int> &columns) const { return treeText(*m_model, columns); }
    QModelIndex cell(int row, int column) const { return m_model->index(row, column); }

    std::unique_ptr<FlowModel> m_model;
    std::unique_ptr<FlowFilter> m_filter;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

QTEST_GUILESS_MAIN(TestFlowModel)
#include "tst_flowmodel.moc"
