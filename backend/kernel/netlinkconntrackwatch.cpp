// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/netlinkconntrackwatch.h"

#include "backend/kernel/conntrackmessages.h"
#include "backend/kernel/conntrackrecords.h"

#include <cerrno>
#include <cstring>
#include <ctime>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <poll.h>
#include <set>
#include <sys/eventfd.h>

namespace Trackhand {

namespace {

constexpr int DumpAttempts = 5;
constexpr int ReadBatches = 16; // before deadlines and the stop are looked at again

std::uint64_t realTimeNs()
{
    timespec now {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return static_cast<std::uint64_t>(now.tv_sec) * 1000000000u + static_cast<std::uint64_t>(now.tv_nsec);
}

Error dumpError(const char *what, const NetlinkReply &reply)
{
    if (reply.error == EPERM) {
        return {ErrorCode::NotAuthorized, std::string("listing ") + what + " is not permitted; it needs CAP_NET_ADMIN"};
    }
    if (reply.error == EINVAL || reply.error == EPROTONOSUPPORT || reply.error == EOPNOTSUPP) {
        return {ErrorCode::UnsupportedByKernel,
            std::string("cannot list ") + what
                + ": this kernel lacks nf_conntrack_netlink, which Debian's linux-image-amd64 has"};
    }
    return {ErrorCode::Failed, std::string("listing ") + what + " failed: " + reply.text()};
}

template <typename T, typename Parse>
NetlinkReply dump(NetlinkSocket &socket, const NetlinkRequest &wanted, Parse parse, std::vector<T> &into)
{
    NetlinkReply reply;
    for (int attempt = 0; attempt < DumpAttempts; ++attempt) {
        const auto before = into.size();
        auto request = wanted;
        reply = socket.exchange(request, [&](const nlmsghdr *message) {
            if (auto value = parse(message)) {
                into.push_back(std::move(*value));
            }
        });
        if (reply.error != EINTR) {
            return reply;
        }
        into.resize(before); // the table changed under the dump
    }
    return reply;
}

Result<std::vector<ExpectationInfo>> dumpExpectations(NetlinkSocket &socket)
{
    std::vector<ExpectationInfo> expectations;
    const auto reply =
        dump(socket, ConntrackMessages::dumpExpectations(), ConntrackMessages::parseExpectation, expectations);
    return reply.ok() ? Result(std::move(expectations)) : dumpError("expectations", reply);
}

// Entries with a helper and entries that were expected; the kernel's condition is "all of these bits", so two dumps.
Result<std::vector<FlowInfo>> dumpFlows(NetlinkSocket &socket)
{
    std::vector<FlowInfo> all;
    for (const auto status : {ConntrackMessages::StatusHelper, ConntrackMessages::StatusExpected}) {
        const auto reply = dump(socket, ConntrackMessages::dumpFlows(status), ConntrackMessages::parseFlow, all);
        if (!reply.ok()) {
            return dumpError("connections", reply);
        }
    }
    std::vector<FlowInfo> wanted;
    std::set<std::uint32_t> seen;
    for (auto &flow : all) {
        if ((!flow.helper.empty() || flow.master) && seen.insert(flow.id).second) {
            wanted.push_back(std::move(flow));
        }
    }
    return wanted;
}

} // namespace

NetlinkConntrackWatch::~NetlinkConntrackWatch()
{
    stop();
}

Status NetlinkConntrackWatch::start()
{
    auto ring = Wire::EventRingWriter::create("trackhand-expectations", RingCapacity);
    if (!ring) {
        return ring.error();
    }
    m_stop.reset(::eventfd(0, EFD_CLOEXEC));
    if (!m_stop.valid()) {
        return Error {ErrorCode::Failed, std::string("making an eventfd failed: ") + std::strerror(errno)};
    }
    // Subscribe first: what happens during the dumps waits in the socket, and is then known already.
    if (auto opened = m_events.open(); !opened) {
        return opened;
    }
    const auto expectations = dumpExpectations(m_resyncSocket);
    if (!expectations) {
        return expectations.error();
    }
    const auto flows = dumpFlows(m_resyncSocket);
    if (!flows) {
        return flows.error();
    }
    m_fates.prime(*expectations, ExpectationFates::Clock::now());
    m_flows.prime(*flows);
    m_ring = ring.take();
    m_thread = std::thread([this] { run(); });
    return Done {};
}

void NetlinkConntrackWatch::stop()
{
    if (m_thread.joinable()) {
        ::eventfd_write(m_stop.get(), 1);
        m_thread.join();
    }
}

int NetlinkConntrackWatch::ringFd() const
{
    return m_ring ? m_ring->fd() : -1;
}

void NetlinkConntrackWatch::run()
{
    for (;;) {
        pollfd waiting[] = {{m_stop.get(), POLLIN, 0}, {m_events.fd(), POLLIN, 0}};
        if (::poll(waiting, 2, pollTimeout()) < 0 && errno != EINTR) {
            return;
        }
        if (waiting[0].revents) {
            return;
        }
        if (waiting[1].revents && !readEvents()) {
            return;
        }
        settle();
        expire();
        m_ring->wake();
    }
}

int NetlinkConntrackWatch::pollTimeout() const
{
    const std::lock_guard lock(m_mutex);
    const auto deadline = m_fates.nextDeadline();
    if (!deadline) {
        return -1;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - ExpectationFates::Clock::now()).count();
    return left > 0 ? static_cast<int>(left) : 0;
}

bool NetlinkConntrackWatch::readEvents()
{
    bool lost = false;
    for (int batch = 0; batch < ReadBatches || lost; ++batch) {
        const auto outcome = m_events.read([this](const nlmsghdr *message) { readEvent(message); });
        if (outcome == ConntrackEventSocket::Outcome::Broken) {
            return false;
        }
        if (outcome == ConntrackEventSocket::Outcome::Drained) {
            break;
        }
        // The kernel sends nothing more until all that waits was read, so the dump comes after that.
        lost |= outcome == ConntrackEventSocket::Outcome::Lost;
    }
    if (lost) {
        resync();
    }
    return true;
}

void NetlinkConntrackWatch::readEvent(const nlmsghdr *message)
{
    const std::lock_guard lock(m_mutex);
    const auto now = ExpectationFates::Clock::now();
    const auto subsystem = NFNL_SUBSYS_ID(message->nlmsg_type);
    const auto type = NFNL_MSG_TYPE(message->nlmsg_type);
    ExpectationFates::Fates fates;
    FlowTable::Changes changes;
    if (subsystem == NFNL_SUBSYS_CTNETLINK_EXP) {
        if (const auto expectation = ConntrackMessages::parseExpectation(message)) {
            type == IPCTNL_MSG_EXP_NEW ? m_fates.created(*expectation, now, fates)
                                       : m_fates.destroyed(*expectation, now, fates);
        }
    } else if (subsystem == NFNL_SUBSYS_CTNETLINK) {
        if (const auto flow = ConntrackMessages::parseFlow(message)) {
            if (type == IPCTNL_MSG_CT_DELETE) {
                m_flows.destroyed(*flow, changes);
            } else if (m_flows.seen(*flow, changes) && flow->master) {
                m_fates.connected(*flow, fates);
            }
        }
    }
    report(fates);
    report(changes);
}

void NetlinkConntrackWatch::resync()
{
    const auto expectations = dumpExpectations(m_resyncSocket);
    const auto flows = dumpFlows(m_resyncSocket);
    const std::lock_guard lock(m_mutex);
    ExpectationFates::Fates fates;
    FlowTable::Changes changes;
    if (flows) {
        m_flows.resync(*flows, changes);
        for (const auto &change : changes) { // the connections that explain what vanished
            if (change.action == EventAction::New && change.flow.master) {
                m_fates.connected(change.flow, fates);
            }
        }
    }
    if (expectations) {
        m_fates.resync(*expectations, ExpectationFates::Clock::now(), fates);
    }
    countLost(fates, changes);
    report(fates);
    report(changes);
}

void NetlinkConntrackWatch::settle()
{
    const std::lock_guard lock(m_mutex);
    ExpectationFates::Fates fates;
    m_fates.settle(ExpectationFates::Clock::now(), fates);
    report(fates);
}

void NetlinkConntrackWatch::expire()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_fates.expiryDue(ExpectationFates::Clock::now())) {
            return;
        }
    }
    const auto existing = dumpExpectations(m_resyncSocket);
    const std::lock_guard lock(m_mutex);
    ExpectationFates::Fates fates;
    // Without a list the clock alone decides: it is right but for an expectation whose time somebody prolonged.
    m_fates.expire(existing ? *existing : std::vector<ExpectationInfo> {}, ExpectationFates::Clock::now(), fates);
    report(fates);
}

void NetlinkConntrackWatch::report(const ExpectationFates::Fates &fates)
{
    for (const auto &fate : fates) {
        count(fate);
        const auto &info = fate.expectation;
        m_ring->write(expectationRecord(
            info, fate.action, m_fates.policy(info.helper, info.classIndex), m_fates.knows(info.helper), realTimeNs()));
    }
}

void NetlinkConntrackWatch::report(const FlowTable::Changes &changes)
{
    for (const auto &change : changes) {
        m_ring->write(flowRecord(change.flow, change.action, m_fates.knows(change.flow.helper), realTimeNs()));
    }
}

void NetlinkConntrackWatch::count(const ExpectationFates::Fate &fate)
{
    auto &counts = m_counts[fate.expectation.helper];
    switch (fate.action) {
    case EventAction::New:
        ++counts.created;
        break;
    case EventAction::Matched:
        ++counts.matched;
        break;
    case EventAction::Expired:
        ++counts.expired;
        break;
    case EventAction::Evicted:
        ++counts.evicted;
        break;
    case EventAction::Removed:
    case EventAction::Updated:
        ++counts.removed;
        break;
    }
}

void NetlinkConntrackWatch::countLost(const ExpectationFates::Fates &fates, const FlowTable::Changes &changes)
{
    for (const auto &fate : fates) {
        ++m_counts[fate.expectation.helper].lost;
    }
    for (const auto &change : changes) {
        ++m_counts[change.flow.helper].lost;
    }
}

Result<std::vector<EventRecord>> NetlinkConntrackWatch::expectations()
{
    const std::lock_guard dumping(m_dumpMutex);
    const auto existing = dumpExpectations(m_dumpSocket);
    if (!existing) {
        return existing.error();
    }
    const std::lock_guard lock(m_mutex);
    std::vector<EventRecord> records;
    for (const auto &info : *existing) {
        records.push_back(expectationRecord(info, EventAction::New, m_fates.policy(info.helper, info.classIndex),
            m_fates.knows(info.helper), realTimeNs()));
    }
    return records;
}

Result<std::vector<EventRecord>> NetlinkConntrackWatch::flows()
{
    const std::lock_guard dumping(m_dumpMutex);
    const auto existing = dumpFlows(m_dumpSocket);
    if (!existing) {
        return existing.error();
    }
    FlowTable table;
    table.prime(*existing);
    const std::lock_guard lock(m_mutex);
    std::vector<EventRecord> records;
    for (auto flow : *existing) {
        flow.helper = table.helperOf(flow);
        records.push_back(flowRecord(flow, EventAction::New, m_fates.knows(flow.helper), realTimeNs()));
    }
    return records;
}

ConntrackWatch::Counts NetlinkConntrackWatch::counts(const std::string &helper) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(helper);
    Counts counts = found == m_counts.end() ? Counts {} : found->second;
    counts.waiting = m_fates.waitingCount(helper);
    return counts;
}

void NetlinkConntrackWatch::setPolicies(const std::string &helper, const std::vector<ExpectationPolicy> &policies)
{
    const std::lock_guard lock(m_mutex);
    m_fates.setPolicies(helper, policies);
}

} // namespace Trackhand
