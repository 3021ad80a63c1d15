// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"
#include "backend/kernel/helperregistrar.h"
#include "backend/rules/ruletable.h"
#include "wire/base/fd.h"

#include <algorithm>
#include <map>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Trackhand {

/// A kernel's list of helpers, in memory.
class FakeRegistrar : public HelperRegistrar {
public:
    std::vector<KernelHelper> helpers;
    unsigned lookedAt = 0;
    std::string failCreateOf; ///< name and family, "ftp ipv6", that the kernel refuses

    Result<std::vector<KernelHelper>> list() override
    {
        ++lookedAt;
        return helpers;
    }
    Status create(const KernelHelper &helper) override
    {
        if (helper.name + ' ' + std::string(toString(helper.l3)) == failCreateOf) {
            return Error {ErrorCode::KernelHelperLoaded, "clash"};
        }
        helpers.push_back(helper);
        helpers.back().enabled = false;
        return Done {};
    }
    Status update(const KernelHelper &helper) override
    {
        KernelHelper *found = find(helper.name, helper.l3, helper.l4);
        if (!found) {
            return Error {ErrorCode::NoSuchHelper, "none"};
        }
        *found = helper;
        return Done {};
    }
    Status setEnabled(const std::string &name, L3Protocol l3, L4Protocol l4, bool enabled) override
    {
        KernelHelper *found = find(name, l3, l4);
        if (!found) {
            return Error {ErrorCode::NoSuchHelper, "none"};
        }
        found->enabled = enabled;
        return Done {};
    }
    Status remove(const std::string &name, L3Protocol l3, L4Protocol l4) override
    {
        KernelHelper *found = find(name, l3, l4);
        if (!found) {
            return Error {ErrorCode::NoSuchHelper, "none"};
        }
        helpers.erase(helpers.begin() + (found - helpers.data()));
        return Done {};
    }

private:
    KernelHelper *find(const std::string &name, L3Protocol l3, L4Protocol l4)
    {
        const auto found = std::find_if(helpers.begin(), helpers.end(),
            [&](const KernelHelper &helper) { return helper.name == name && helper.l3 == l3 && helper.l4 == l4; });
        return found == helpers.end() ? nullptr : &*found;
    }
};

/// A table of rules, in memory.
class FakeRuleTable : public RuleTable {
public:
    std::map<RuleId, RuleSettings> rules;
    std::map<RuleId, RuleCounters> counted;
    unsigned replacements = 0;
    unsigned lookedAt = 0;
    bool refuse = false;

    Status add(const RuleSettings &rule) override
    {
        if (refuse) {
            return Error {ErrorCode::InvalidRule, "refused"};
        }
        rules[rule.id] = rule;
        return Done {};
    }
    Status change(const RuleSettings &rule) override { return add(rule); }
    Status remove(RuleId id) override
    {
        rules.erase(id);
        return Done {};
    }
    Result<std::map<RuleId, RuleCounters>> counters() override
    {
        ++lookedAt;
        std::map<RuleId, RuleCounters> all;
        for (const auto &[id, rule] : rules) {
            all[id] = counted[id];
        }
        return all;
    }
    Status replaceAll(const std::vector<RuleSettings> &wanted) override
    {
        ++replacements;
        rules.clear();
        for (const RuleSettings &rule : wanted) {
            rules[rule.id] = rule;
        }
        return Done {};
    }
    int removalsFd() const override { return m_removals.get(); }
    bool takeRemovals() override
    {
        std::uint64_t count = 0;
        return ::read(m_removals.get(), &count, sizeof count) == sizeof count;
    }
    /// Another program removes every rule.
    void loseRules()
    {
        rules.clear();
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(m_removals.get(), &one, sizeof one);
    }
    Result<std::string> show() override { return std::string("table inet trackhand"); }
    Preview preview(const RuleSettings &rule) const override
    {
        return {"nft " + rule.helper, "iptables " + rule.helper};
    }

private:
    Fd m_removals {::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
};

class FakeWatch : public ConntrackWatch {
public:
    Status start() override { return Done {}; }
    int ringFd() const override { return -1; }
    Result<std::vector<EventRecord>> expectations() override { return std::vector<EventRecord> {}; }
    Result<std::vector<EventRecord>> flows() override { return std::vector<EventRecord> {}; }
    Counts counts(const std::string &) const override { return counted; }

    Counts counted; ///< of every helper
};

} // namespace Trackhand
