// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/livehelpermanager.h"

#include <algorithm>
#include <chrono>

namespace Trackhand {

namespace {

constexpr std::chrono::milliseconds TrafficInterval(1000);
constexpr std::chrono::milliseconds SlowInterval(10000);
constexpr std::chrono::milliseconds RuleDelay(200); // one look for all events of a transaction

/// The kernel's helpers of one name, as one helper.
void merge(HelperStatus &into, const KernelHelper &helper)
{
    HelperSettings &settings = into.settings;
    settings.name = helper.name;
    settings.queue = helper.queue;
    settings.queueLength = 0; // not the kernel helper's to say
    settings.policies = helper.policies;
    settings.privateLength = helper.privateLength;
    settings.enabled = settings.enabled || helper.enabled;
    if (std::find(settings.l3.begin(), settings.l3.end(), helper.l3) == settings.l3.end()) {
        settings.l3.push_back(helper.l3);
    }
    if (std::find(settings.l4.begin(), settings.l4.end(), helper.l4) == settings.l4.end()) {
        settings.l4.push_back(helper.l4);
    }
    into.foreign = true;
    into.state = settings.enabled ? HelperState::Running : HelperState::Disabled;
}

} // namespace

/// Nothing is looked at that nobody would hear of, and no more often than needed: the gates tell when packets come
/// after a silence, nftables tells when rules go. Of the helpers of other programs and of the rules' counters nobody
/// tells.
void LiveHelperManager::setUpLooking()
{
    m_trafficTimer.setInterval(TrafficInterval);
    m_trafficTimer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_trafficTimer, &QTimer::timeout, this, &LiveHelperManager::lookAtTraffic);
    m_slowTimer.setInterval(SlowInterval);
    m_slowTimer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        if (!m_trafficTimer.isActive()) {
            lookAtCounters(); // expectations expire without a packet
        }
        lookAtTheRest();
    });
    m_ruleTimer.setSingleShot(true);
    connect(&m_ruleTimer, &QTimer::timeout, this, &LiveHelperManager::lookAtRules);
}

void LiveHelperManager::listenToRules()
{
    if (m_rules.removalsFd() < 0) {
        return;
    }
    m_ruleEvents = std::make_unique<QSocketNotifier>(m_rules.removalsFd(), QSocketNotifier::Read);
    connect(m_ruleEvents.get(), &QSocketNotifier::activated, this, [this] {
        if (m_rules.takeRemovals()) {
            m_ruleTimer.start(RuleDelay);
        }
    });
}

void LiveHelperManager::setWatched(bool watched)
{
    m_watched = watched;
    if (watched) {
        refresh();
        m_slowTimer.start();
        trafficBegan();
    } else {
        m_slowTimer.stop();
        m_trafficTimer.stop();
    }
}

void LiveHelperManager::refresh()
{
    if (m_lookedAt.isValid() && !m_lookedAt.hasExpired(TrafficInterval.count())) {
        return;
    }
    lookAtCounters();
    lookAtTheRest();
}

void LiveHelperManager::trafficBegan()
{
    if (m_watched && !m_trafficTimer.isActive()) {
        m_trafficTimer.start();
    }
}

void LiveHelperManager::lookAtTraffic()
{
    if (lookAtCounters()) {
        lookAtRules(); // packets were judged: rules may have counted
        return;
    }
    m_trafficTimer.stop();
    m_log->announceNextWrite();
    if (lookAtCounters()) { // what was written between the look and the announcement
        trafficBegan();
    }
}

void LiveHelperManager::lookAtTheRest()
{
    m_lookedAt.start();
    lookAtForeign();
    lookAtRules();
}

/// Whether any has moved, or packets wait and are about to move one.
bool LiveHelperManager::lookAtCounters()
{
    const auto queues = readQueueStatistics();
    bool moving = false;
    for (auto &[name, own] : m_own) {
        const HelperCounters before = own.now;
        refreshCounters(own, queues);
        moving = moving || own.now.queueDepth != 0;
        if (own.now != before) {
            moving = true;
            emit helperChanged(name);
        }
    }
    return moving;
}

/// The kernel tells nobody when a helper is registered: looking is the only way.
void LiveHelperManager::lookAtForeign()
{
    const auto present = m_registrar.list();
    if (!present) {
        return;
    }
    std::map<std::string, HelperStatus> foreign;
    for (const KernelHelper &helper : *present) {
        if (!m_own.contains(helper.name)) {
            merge(foreign[helper.name], helper);
        }
    }
    const std::map<std::string, HelperStatus> before = std::exchange(m_foreign, foreign);
    for (const auto &[name, status] : before) {
        if (!foreign.contains(name) && !m_own.contains(name)) {
            emit helperRemoved(name);
        }
    }
    for (const auto &[name, status] : foreign) {
        const auto known = before.find(name);
        if (known == before.end()) {
            emit helperAdded(name);
        } else if (known->second != status) {
            emit helperChanged(name);
        }
    }
}

void LiveHelperManager::lookAtRules()
{
    const auto changes = m_rules.poll();
    for (const RuleId id : changes.counted) {
        emit ruleChanged(id);
    }
    if (changes.repaired != 0) {
        reportRules(Incident::Severity::Attention,
            std::to_string(changes.repaired) + " rule(s) had been removed by another program and were put back");
    }
    if (!changes.problem.empty() && changes.problem != m_ruleProblem) {
        reportRules(Incident::Severity::Failed, "rules are missing and cannot be put back: " + changes.problem);
    }
    m_ruleProblem = changes.problem;
    if (!m_ruleProblem.empty()) {
        m_ruleTimer.start(SlowInterval);
    }
}

void LiveHelperManager::refreshCounters(Own &own, const Result<std::vector<QueueStatistics>> &queues)
{
    const Wire::LatencyCounts known = own.now.latencies;
    own.now = own.before;
    const ConntrackWatch::Counts expectations = m_watch.counts(own.settings.name);
    own.now.expectations = expectations.created;
    own.now.expectationsWaiting = expectations.waiting;
    own.now.eventsLost = expectations.lost;
    const Gate *gate = own.process ? own.process->gate() : nullptr;
    if (!gate) {
        return;
    }
    const GateCounters &counters = gate->counters();
    own.now.restarts += own.process->restarts();
    own.now.packets += counters.packets;
    own.now.accepted += counters.accepted;
    own.now.dropped += counters.dropped;
    own.now.mangled += counters.mangled;
    own.now.refused += counters.refused;
    own.now.failOpen += counters.failOpen;
    own.now.verdictsLost += counters.verdictErrors;
    Wire::addLatencies(own.now.latencies, gate->latencies().snapshot());
    const Wire::LatencyCounts recent = Wire::latenciesBetween(known, own.now.latencies);
    own.now.latencyP50Ns = Wire::latencyPercentile(recent, 0.5);
    own.now.latencyP99Ns = Wire::latencyPercentile(recent, 0.99);
    for (const QueueStatistics &queue : queues ? *queues : std::vector<QueueStatistics> {}) {
        if (queue.queue == own.settings.queue) {
            own.now.queueDepth = queue.waiting;
            own.now.kernelDropped += queue.queueDropped;
            own.now.socketDropped += queue.userDropped;
        }
    }
}

} // namespace Trackhand
