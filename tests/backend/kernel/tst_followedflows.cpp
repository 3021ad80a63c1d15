// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/flowtable.h"

#include <QTest>

using namespace Trackhand;

namespace {

Tuple tuple(std::uint16_t sourcePort, std::uint16_t destinationPort)
{
    return {*IpAddress::parse("10.0.1.2"), *IpAddress::parse("10.0.2.2"), sourcePort, destinationPort, L4Protocol::Tcp};
}

/// The control connection, translated on its way.
FlowInfo control()
{
    FlowInfo flow;
    flow.original = tuple(40000, 21);
    flow.reply = flow.original.inverted();
    flow.reply.destination = *IpAddress::parse("10.0.2.1");
    flow.helper = "ftp";
    flow.status = 0x18e;
    flow.mark = 7;
    flow.id = 1;
    return flow;
}

FlowInfo data()
{
    FlowInfo flow;
    flow.original = tuple(40001, 50000);
    flow.reply = flow.original.inverted();
    flow.master = control().original;
    flow.id = 2;
    return flow;
}

} // namespace

class TestFollowedFlows : public QObject {
    Q_OBJECT
private slots:
    void anExpectedConnectionBelongsToItsMastersHelper()
    {
        FlowTable table;
        FlowTable::Changes changes;
        QVERIFY(table.seen(control(), changes));
        QVERIFY(table.seen(data(), changes));
        QCOMPARE(changes.size(), 2U);
        QCOMPARE(changes.back().flow.helper, std::string("ftp"));
    }

    void whatOnlyTheFirstEventNamesIsKept()
    {
        FlowTable table;
        FlowTable::Changes changes;
        table.seen(control(), changes);
        table.seen(data(), changes);
        FlowInfo later = data();
        later.master.reset();
        QVERIFY(!table.seen(later, changes));
        QCOMPARE(changes.back().action, EventAction::Updated);
        QVERIFY(changes.back().flow.master == data().master);
        later.helper.clear();
        table.destroyed(later, changes);
        QCOMPARE(changes.back().action, EventAction::Removed);
        QCOMPARE(changes.back().flow.helper, std::string("ftp"));
        QVERIFY(changes.back().flow.master == data().master);
    }

    void whatEndedUnseenIsReportedAsItWasKnown()
    {
        FlowTable table;
        FlowTable::Changes changes;
        table.prime({control(), data()});
        table.resync({data()}, changes);
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes.front().action, EventAction::Removed);
        QVERIFY(changes.front().flow == control());
    }

    void whatBeganUnseenIsReportedAndTheRestIsNot()
    {
        FlowTable table;
        FlowTable::Changes changes;
        table.prime({control()});
        table.resync({control(), data()}, changes);
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes.front().action, EventAction::New);
        QCOMPARE(changes.front().flow.id, 2U);
    }

    void connectionsThatNobodyFollowsEndWithoutAWord()
    {
        FlowTable table;
        FlowTable::Changes changes;
        table.destroyed(control(), changes);
        QVERIFY(changes.empty());
    }
};

QTEST_APPLESS_MAIN(TestFollowedFlows)
#include "tst_followedflows.moc"
