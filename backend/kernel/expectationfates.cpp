// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/expectationfates.h"

#include <algorithm>
#include <set>

namespace Trackhand {

namespace {

constexpr std::chrono::seconds KernelRounding {1}; // ctnetlink cuts the time left to whole seconds

bool maskedEqual(const IpAddress &address, const IpAddress &expected, const IpAddress &mask)
{
    for (std::size_t i = 0; i < address.size(); ++i) {
        if ((address.bytes[i] ^ expected.bytes[i]) & mask.bytes[i]) {
            return false;
        }
    }
    return address.family == expected.family;
}

// As nf_ct_tuple_mask_cmp() has it: only the source is masked, the destination is exact.
bool covers(const ExpectationInfo &expectation, const FlowInfo &flow)
{
    const auto &wanted = expectation.tuple;
    const auto &tuple = flow.original;
    return flow.master == expectation.master && wanted.l4 == tuple.l4 && wanted.destination == tuple.destination
        && wanted.destinationPort == tuple.destinationPort
        && ((wanted.sourcePort ^ tuple.sourcePort) & expectation.sourcePortMask) == 0
        && maskedEqual(tuple.source, wanted.source, expectation.sourceMask);
}

bool sameClass(const ExpectationInfo &a, const ExpectationInfo &b)
{
    return a.master == b.master && a.classIndex == b.classIndex;
}

} // namespace

void ExpectationFates::setPolicies(const std::string &helper, std::vector<ExpectationPolicy> policies)
{
    m_policies[helper] = std::move(policies);
}

const ExpectationPolicy *ExpectationFates::policy(const std::string &helper, std::uint32_t classIndex) const
{
    const auto found = m_policies.find(helper);
    return found != m_policies.end() && classIndex < found->second.size() ? &found->second[classIndex] : nullptr;
}

ExpectationFates::Key ExpectationFates::keyOf(const ExpectationInfo &expectation)
{
    return {expectation.master, expectation.tuple, expectation.sourceMask, expectation.sourcePortMask,
        expectation.classIndex};
}

void ExpectationFates::insert(const ExpectationInfo &expectation, Time now)
{
    const auto expires = now + std::chrono::seconds(expectation.timeoutSeconds) + KernelRounding;
    m_live[keyOf(expectation)] = {expectation, expires, false};
    m_nextExpiry = std::min(m_nextExpiry.value_or(expires), expires);
}

void ExpectationFates::prime(const std::vector<ExpectationInfo> &existing, Time now)
{
    for (const auto &expectation : existing) {
        insert(expectation, now);
    }
}

bool ExpectationFates::classIsFull(const ExpectationInfo &expectation) const
{
    const auto *limits = policy(expectation.helper, expectation.classIndex);
    if (!limits) {
        return false;
    }
    const auto count = std::count_if(
        m_live.begin(), m_live.end(), [&](const auto &entry) { return sameClass(entry.second.info, expectation); });
    return count >= static_cast<std::ptrdiff_t>(limits->maxExpected);
}

void ExpectationFates::settleReplaced(const ExpectationInfo &by, Time now, Fates &out)
{
    for (auto pending = m_pending.begin(); pending != m_pending.end(); ++pending) {
        const bool same = keyOf(pending->info) == keyOf(by);
        const bool evicted = sameClass(pending->info, by) && pending->classWasFull && !pending->expired
            && now - pending->since <= EvictionWindow;
        if (same || evicted) {
            out.push_back({pending->info, same ? EventAction::Removed : EventAction::Evicted});
            m_pending.erase(pending);
            return;
        }
    }
}

void ExpectationFates::created(const ExpectationInfo &expectation, Time now, Fates &out)
{
    const auto known = m_live.find(keyOf(expectation));
    if (known != m_live.end() && (!known->second.matched || expectation.permanent())) {
        return; // a dump told us before the event did
    }
    settleReplaced(expectation, now, out);
    insert(expectation, now);
    out.push_back({expectation, EventAction::New});
}

void ExpectationFates::destroyed(const ExpectationInfo &expectation, Time now, Fates &out)
{
    const auto found = m_live.find(keyOf(expectation));
    if (found == m_live.end()) {
        return; // a dump told us before the event did
    }
    const bool expired = expectation.timeoutSeconds == 0;
    const bool full = classIsFull(found->second.info);
    auto live = std::move(found->second);
    m_live.erase(found);
    live.info.timeoutSeconds = expectation.timeoutSeconds;
    if (!live.info.permanent() && live.matched) {
        return; // said so already
    }
    if (live.info.permanent()) { // the first match of such a one does not remove it
        out.push_back({live.info, expired ? EventAction::Expired : EventAction::Removed});
        return;
    }
    m_pending.push_back({live.info, now, expired, full});
}

void ExpectationFates::connected(const FlowInfo &flow, Fates &out)
{
    const auto pending = std::find_if(
        m_pending.begin(), m_pending.end(), [&](const Pending &candidate) { return covers(candidate.info, flow); });
    if (pending != m_pending.end()) {
        out.push_back({pending->info, EventAction::Matched});
        m_pending.erase(pending);
        return;
    }
    for (auto &[key, live] : m_live) {
        if ((!live.matched || live.info.permanent()) && covers(live.info, flow)) {
            live.matched = true;
            out.push_back({live.info, EventAction::Matched});
            return;
        }
    }
}

void ExpectationFates::resync(const std::vector<ExpectationInfo> &existing, Time now, Fates &out)
{
    std::set<Key> present;
    for (const auto &expectation : existing) {
        present.insert(keyOf(expectation));
    }
    for (auto live = m_live.begin(); live != m_live.end();) {
        if (present.contains(live->first)) {
            ++live;
            continue;
        }
        if (!live->second.matched || live->second.info.permanent()) {
            const bool expired = now + 2 * KernelRounding >= live->second.expires;
            out.push_back({live->second.info, expired ? EventAction::Expired : EventAction::Removed});
        }
        live = m_live.erase(live);
    }
    for (const auto &expectation : existing) {
        created(expectation, now, out);
    }
}

void ExpectationFates::settle(Time now, Fates &out)
{
    while (!m_pending.empty() && m_pending.front().since + Grace <= now) {
        const auto &pending = m_pending.front();
        out.push_back({pending.info, pending.expired ? EventAction::Expired : EventAction::Removed});
        m_pending.erase(m_pending.begin());
    }
}

bool ExpectationFates::expiryDue(Time now)
{
    if (!m_nextExpiry || *m_nextExpiry > now) {
        return false;
    }
    m_nextExpiry.reset();
    for (const auto &[key, live] : m_live) {
        m_nextExpiry = std::min(m_nextExpiry.value_or(live.expires), live.expires);
    }
    return m_nextExpiry && *m_nextExpiry <= now;
}

void ExpectationFates::expire(const std::vector<ExpectationInfo> &existing, Time now, Fates &out)
{
    std::map<Key, std::uint32_t> secondsLeft;
    for (const auto &expectation : existing) {
        secondsLeft[keyOf(expectation)] = expectation.timeoutSeconds;
    }
    m_nextExpiry.reset();
    for (auto entry = m_live.begin(); entry != m_live.end();) {
        auto &live = entry->second;
        const auto present = secondsLeft.find(entry->first);
        if (live.expires <= now && present != secondsLeft.end()) {
            live.expires = now + std::chrono::seconds(present->second) + KernelRounding;
        } else if (live.expires <= now) {
            if (!live.matched || live.info.permanent()) {
                live.info.timeoutSeconds = 0;
                out.push_back({live.info, EventAction::Expired});
            }
            entry = m_live.erase(entry);
            continue;
        }
        m_nextExpiry = std::min(m_nextExpiry.value_or(live.expires), live.expires);
        ++entry;
    }
}

std::size_t ExpectationFates::waitingCount(const std::string &helper) const
{
    return static_cast<std::size_t>(std::count_if(m_live.begin(), m_live.end(), [&helper](const auto &entry) {
        const Live &live = entry.second;
        return live.info.helper == helper && (!live.matched || live.info.permanent());
    }));
}

std::optional<ExpectationFates::Time> ExpectationFates::nextDeadline() const
{
    if (m_pending.empty()) {
        return m_nextExpiry;
    }
    const auto settling = m_pending.front().since + Grace;
    return std::min(m_nextExpiry.value_or(settling), settling);
}

} // namespace Trackhand
