// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/queuestatistics.h"
#include "backend/supervisor/livehelpermanager.h"

#include <algorithm>

namespace Trackhand {

namespace {

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

void LiveHelperManager::poll()
{
    for (auto &[name, own] : m_own) {
        const HelperCounters before = own.now;
        refreshCounters(own);
        if (own.now != before) {
            emit helperChanged(name);
        }
    }
    pollForeign();
    pollRules();
}

/// The kernel tells nobody when a helper is registered: looking is the only way.
void LiveHelperManager::pollForeign()
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

void LiveHelperManager::pollRules()
{
    const auto changes = m_rules.poll();
    for (const RuleId id : changes.counted) {
        emit ruleChanged(id);
    }
    if (changes.repaired != 0) {
        report(Incident::Severity::Attention, {},
            std::to_string(changes.repaired) + " rule(s) had been removed by another program and were put back");
    }
    if (!changes.problem.empty() && changes.problem != m_ruleProblem) {
        report(Incident::Severity::Failed, {}, "rules are missing and cannot be put back: " + changes.problem);
    }
    m_ruleProblem = changes.problem;
}

void LiveHelperManager::refreshCounters(Own &own)
{
    own.now = own.before;
    own.now.expectations = m_watch.counts(own.settings.name).created;
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
    const LatencyHistogram::Snapshot latencies = gate->latencies().snapshot();
    own.now.latencyP50Ns = LatencyHistogram::percentile(own.latencies, latencies, 0.5);
    own.now.latencyP99Ns = LatencyHistogram::percentile(own.latencies, latencies, 0.99);
    own.latencies = latencies;
    if (const auto queues = readQueueStatistics()) {
        for (const QueueStatistics &queue : *queues) {
            if (queue.queue == own.settings.queue) {
                own.now.queueDepth = queue.waiting;
                own.now.kernelDropped += queue.queueDropped;
                own.now.socketDropped += queue.userDropped;
            }
        }
    }
}

} // namespace Trackhand
