// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/conntrackmessages.h"
#include "backend/kernel/conntrackrecords.h"
#include "backend/kernel/flowtable.h"

#include <QtTest>
#include <cstring>
#include <endian.h>
#include <libmnl/libmnl.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_conntrack.h>

using namespace Trackhand;

class TestConntrackMessages : public QObject {
    Q_OBJECT

private slots:
    void readsAnExpectation();
    void cutMessagesAreNoExpectations();
    void anExpectationsRecordSaysWhatIsUnknown();
    void aFreshTimeoutIsThePolicys();
    void aFlowIsCountedOnlyWhereTheKernelCounts();
    void aFlowsRecordHasItsAnswersTuple();
    void aRelatedFlowBelongsToItsMastersHelper();
    void theLastEventOfAFlowIsCompleted();
    void aDumpTellsWhichFlowsCameAndWent();
};

namespace {

// EXP_NEW of an active FTP transfer through NAT: 192.168.222.2 -> 192.168.222.111:47543 of 10.0.1.2:40000 -> :21.
const char *const NatExpectation = "08010000"
                                   "0002"
                                   "0506"
                                   "00000000"
                                   "00000000"
                                   "02000000"
                                   "34000180"
                                   "14000180"
                                   "080001000a000102"
                                   "08000200c0a8de02"
                                   "1c000280"
                                   "0500010006000000"
                                   "060002009c400000"
                                   "0600030000150000"
                                   "34000280"
                                   "14000180"
                                   "08000100c0a8de02"
                                   "08000200c0a8de6f"
                                   "1c000280"
                                   "0500010006000000"
                                   "0600020000000000"
                                   "06000300b9b70000"
                                   "34000380"
                                   "14000180"
                                   "08000100ffffffff"
                                   "08000200ffffffff"
                                   "1c000280"
                                   "0500010006000000"
                                   "0600020000000000"
                                   "06000300ffff0000"
                                   "40000a80"
                                   "0800010000000001"
                                   "34000280"
                                   "14000180"
                                   "080001000a000102"
                                   "08000200c0a8de6f"
                                   "1c000280"
                                   "0500010006000000"
                                   "06000200b9b70000"
                                   "06000300b9b70000"
                                   "16000b006e61742d666f6c6c6f772d6d61737465720000"
                                   "00";

struct Message {
    alignas(nlmsghdr) std::uint8_t bytes[1024] = {};
    explicit Message(const char *hex)
    {
        const auto raw = QByteArray::fromHex(hex);
        std::memcpy(bytes, raw.data(), static_cast<std::size_t>(raw.size()));
    }
    nlmsghdr *header() { return reinterpret_cast<nlmsghdr *>(bytes); }
};

FlowInfo control()
{
    FlowInfo flow;
    flow.original = {*IpAddress::parse("10.0.1.2"), *IpAddress::parse("10.0.2.2"), 40000, 21, L4Protocol::Tcp};
    flow.helper = "ftp";
    flow.id = 1;
    return flow;
}

FlowInfo dataFlow()
{
    FlowInfo flow;
    flow.original = {*IpAddress::parse("10.0.2.2"), *IpAddress::parse("10.0.1.2"), 20, 5000, L4Protocol::Tcp};
    flow.master = control().original;
    flow.id = 2;
    return flow;
}

void putCounts(nlmsghdr *message, std::uint16_t type, std::uint64_t packets, std::uint64_t bytes)
{
    auto *nest = mnl_attr_nest_start(message, type);
    mnl_attr_put_u64(message, CTA_COUNTERS_PACKETS, htobe64(packets));
    mnl_attr_put_u64(message, CTA_COUNTERS_BYTES, htobe64(bytes));
    mnl_attr_nest_end(message, nest);
}

/// A connection without addresses, as a kernel sends it that counts, or does not.
NetlinkRequest flowMessage(const std::optional<FlowCounts> &counts)
{
    NetlinkRequest request(NFNL_SUBSYS_CTNETLINK, IPCTNL_MSG_CT_NEW, 0);
    nlmsghdr *message = request.header();
    mnl_attr_nest_end(message, mnl_attr_nest_start(message, CTA_TUPLE_ORIG));
    if (counts) {
        putCounts(message, CTA_COUNTERS_ORIG, counts->packetsOriginal, counts->bytesOriginal);
        putCounts(message, CTA_COUNTERS_REPLY, counts->packetsReply, counts->bytesReply);
    }
    return request;
}

} // namespace

void TestConntrackMessages::readsAnExpectation()
{
    Message message(NatExpectation);
    const auto info = ConntrackMessages::parseExpectation(message.header());
    QVERIFY(info.has_value());
    QCOMPARE(info->tuple.source.toString(), std::string("192.168.222.2"));
    QCOMPARE(info->tuple.destination.toString(), std::string("192.168.222.111"));
    QCOMPARE(info->tuple.destinationPort, std::uint16_t(47543));
    QVERIFY(info->tuple.l4 == L4Protocol::Tcp);
    QCOMPARE(info->sourceMask.toString(), std::string("255.255.255.255"));
    QCOMPARE(info->sourcePortMask, std::uint16_t(0));
    QCOMPARE(info->master.sourcePort, std::uint16_t(40000));
    QVERIFY(info->nat);
    QVERIFY(!info->permanent());
}

void TestConntrackMessages::cutMessagesAreNoExpectations()
{
    Message message(NatExpectation);
    const std::uint32_t maskBegins = 20 + 2 * 52;
    for (std::uint32_t length = 20; length < maskBegins + 52; length += NLMSG_ALIGNTO) {
        message.header()->nlmsg_len = length;
        const bool whole = ConntrackMessages::parseExpectation(message.header()).has_value();
        QVERIFY2(!whole, qPrintable(QString::number(length)));
    }
}

void TestConntrackMessages::anExpectationsRecordSaysWhatIsUnknown()
{
    Message message(NatExpectation);
    auto info = *ConntrackMessages::parseExpectation(message.header());
    info.sourceMask = IpAddress::anyOf(L3Protocol::Ipv4);
    info.tuple.sourcePort = 1234; // behind a mask of 0
    info.helper = "ftp";
    const auto record = expectationRecord(info, EventAction::New, nullptr, false, 42);
    QVERIFY(record.kind == EventKind::Expectation);
    QCOMPARE(record.flags, std::uint8_t(EventFlag::Nat | EventFlag::AnySource | EventFlag::Foreign));
    QCOMPARE(record.sourcePort, std::uint16_t(0));
    QCOMPARE(record.timeNs, std::uint64_t(42));
    QVERIFY(record.className().empty());
    QVERIFY(record.masterTuple() == info.master);
}

void TestConntrackMessages::aFreshTimeoutIsThePolicys()
{
    const ExpectationPolicy policy {"data", 1, 300};
    auto info = *ConntrackMessages::parseExpectation(Message(NatExpectation).header());
    info.timeoutSeconds = 299;
    const auto fresh = expectationRecord(info, EventAction::New, &policy, true, 0);
    QCOMPARE(fresh.timeoutSeconds, std::uint32_t(300));
    QCOMPARE(fresh.className(), std::string_view("data"));
    QCOMPARE(expectationRecord(info, EventAction::Matched, &policy, true, 0).timeoutSeconds, std::uint32_t(299));
}

void TestConntrackMessages::aFlowIsCountedOnlyWhereTheKernelCounts()
{
    NetlinkRequest uncounted = flowMessage(std::nullopt);
    QVERIFY(!ConntrackMessages::parseFlow(uncounted.header())->counts);
    const FlowCounts nothingBack {60, 0, 1, 0};
    NetlinkRequest counted = flowMessage(nothingBack);
    const auto flow = ConntrackMessages::parseFlow(counted.header());
    QVERIFY(flow->counts == nothingBack);
    const auto record = flowRecord(*flow, EventAction::New, true, 0);
    QCOMPARE(record.flags, EventFlag::Counted);
    QCOMPARE(record.expectation.bytesOriginal, std::uint64_t(60));
    QCOMPARE(record.expectation.packetsOriginal, std::uint64_t(1));
    QCOMPARE(flowRecord(control(), EventAction::New, true, 0).flags, std::uint8_t(0));
}

void TestConntrackMessages::aFlowsRecordHasItsAnswersTuple()
{
    FlowInfo flow = control();
    QVERIFY(flowRecord(flow, EventAction::New, true, 0).replyTuple() == Tuple());
    flow.reply = {flow.original.destination, *IpAddress::parse("192.0.2.1"), 21, 61000, L4Protocol::Tcp};
    QVERIFY(flowRecord(flow, EventAction::New, true, 0).replyTuple() == flow.reply);
}

void TestConntrackMessages::aRelatedFlowBelongsToItsMastersHelper()
{
    FlowTable table;
    FlowTable::Changes changes;
    QVERIFY(table.seen(control(), changes));
    QVERIFY(table.seen(dataFlow(), changes));
    QVERIFY(!table.seen(dataFlow(), changes));
    QCOMPARE(changes.size(), std::size_t(3));
    QCOMPARE(changes[1].flow.helper, std::string("ftp"));
    QVERIFY(changes[2].action == EventAction::Updated);
    const auto record = flowRecord(changes[1].flow, changes[1].action, true, 0);
    QVERIFY(record.kind == EventKind::Flow && record.masterTuple() == control().original);
}

void TestConntrackMessages::theLastEventOfAFlowIsCompleted()
{
    FlowTable table;
    FlowTable::Changes changes;
    table.prime({control(), dataFlow()});
    auto last = dataFlow();
    last.master.reset();
    last.counts = FlowCounts {0, 99, 0, 1};
    table.destroyed(last, changes);
    table.destroyed(last, changes);
    QCOMPARE(changes.size(), std::size_t(1));
    QVERIFY(changes[0].flow.master == control().original);
    QCOMPARE(changes[0].flow.helper, std::string("ftp"));
    QVERIFY(changes[0].flow.counts == last.counts);
}

void TestConntrackMessages::aDumpTellsWhichFlowsCameAndWent()
{
    FlowTable table;
    FlowTable::Changes changes;
    table.prime({control()});
    table.resync({dataFlow()}, changes);
    QCOMPARE(changes.size(), std::size_t(2));
    QVERIFY(changes[0].action == EventAction::Removed && changes[0].flow.id == 1);
    QVERIFY(changes[1].action == EventAction::New && changes[1].flow.id == 2);
}

QTEST_GUILESS_MAIN(TestConntrackMessages)
#include "tst_conntrackmessages.moc"
