// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/connectiontable.h"

#include "helpers/helper.h"
#include "packetbuilder.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

struct Visits : FlowState {
    void reset() override { count = 0; }
    int count = -1;
};

class VisitingHelper : public Helper {
public:
    const HelperDescriptor &descriptor() const override
    {
        static const HelperDescriptor none {};
        return none;
    }
    std::unique_ptr<FlowState> newFlowState() const override
    {
        ++states;
        return std::make_unique<Visits>();
    }
    Judgement onPacket(const Packet &, Connection &, Expectations &, Rewrite &) override { return Judgement::Accept; }
    mutable int states = 0;
};

Wire::PacketRecord recordOf(std::uint16_t port, std::uint32_t id = 1, CtInfo info = CtInfo::Established)
{
    Wire::PacketRecord record;
    record.original = tcpTuple("10.0.1.2", port, "10.0.2.2", 21);
    record.reply = record.original.inverted();
    record.ctId = id;
    record.ctInfo = info;
    return record;
}

int visit(ConnectionTable &table, const Wire::PacketRecord &record, bool begins = false)
{
    return ++table.find(record, begins).state<Visits>().count;
}

} // namespace

class TestConnectionTable : public QObject {
    Q_OBJECT

private slots:
    void aConnectionKeepsItsState()
    {
        ConnectionTable table(m_helper, 4);
        QCOMPARE(visit(table, recordOf(1)), 1);
        QCOMPARE(visit(table, recordOf(2)), 1);
        QCOMPARE(visit(table, recordOf(1)), 2);
        QCOMPARE(table.size(), std::size_t {2});
    }

    void bothDirectionsAreOneConnection()
    {
        ConnectionTable table(m_helper, 4);
        visit(table, recordOf(1));
        Connection &connection = table.find(recordOf(1, 1, CtInfo::EstablishedReply), false);
        QVERIFY(connection.direction() == Direction::Reply);
        QCOMPARE(connection.state<Visits>().count, 1);
    }

    void anotherKernelIdIsAnotherConnection()
    {
        ConnectionTable table(m_helper, 4);
        visit(table, recordOf(1, 10));
        QCOMPARE(visit(table, recordOf(1, 11)), 1);
        QCOMPARE(table.size(), std::size_t {1});
    }

    void aBeginningForgetsWhatWasThere()
    {
        ConnectionTable table(m_helper, 4);
        visit(table, recordOf(1));
        QCOMPARE(visit(table, recordOf(1), true), 1);
    }

    void theLeastRecentlyUsedMakesRoom()
    {
        ConnectionTable table(m_helper, 3);
        for (const std::uint16_t port : {1, 2, 3, 1, 4}) { // 4 takes the place of 2
            visit(table, recordOf(port));
        }
        QCOMPARE(table.evicted(), std::uint64_t {1});
        QCOMPARE(visit(table, recordOf(1)), 3);
        QCOMPARE(visit(table, recordOf(3)), 2);
        QCOMPARE(visit(table, recordOf(2)), 1);
    }

    void aPlaceGetsItsStateWhenItIsFirstUsedAndNeverAnother()
    {
        VisitingHelper helper;
        ConnectionTable table(helper, 16);
        QCOMPARE(helper.states, 0);
        visit(table, recordOf(1));
        visit(table, recordOf(1));
        QCOMPARE(helper.states, 1);
        for (int i = 0; i < 60000; ++i) {
            visit(table, recordOf(static_cast<std::uint16_t>(i)));
        }
        QCOMPARE(helper.states, 16);
        QCOMPARE(table.size(), std::size_t {16});
        QCOMPARE(table.evicted(), std::uint64_t {60000 - 16});
        QCOMPARE(visit(table, recordOf(59999)), 2);
        QCOMPARE(visit(table, recordOf(59984)), 2);
        QCOMPARE(visit(table, recordOf(59983)), 1);
    }

private:
    VisitingHelper m_helper;
};

QTEST_APPLESS_MAIN(TestConnectionTable)
#include "tst_connectiontable.moc"
