// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/rulebook.h"

#include <algorithm>

namespace Trackhand {

RuleBook::RuleBook(RuleTable &table)
    : m_table(table)
{
}

Status RuleBook::restore(const std::vector<RuleSettings> &rules)
{
    for (const RuleSettings &rule : rules) {
        m_rules[rule.id] = {rule, {}, m_table.preview(rule).nftables};
    }
    const auto present = m_table.counters();
    const bool same = present && present->size() == m_rules.size()
        && std::equal(present->begin(), present->end(), m_rules.begin(),
            [](const auto &a, const auto &b) { return a.first == b.first; });
    return same ? Status(Done {}) : m_table.replaceAll(settings());
}

Result<RuleId> RuleBook::add(RuleSettings rule)
{
    rule.id = nextId();
    if (auto status = m_table.add(rule); !status) {
        return status.error();
    }
    m_rules[rule.id] = {rule, {}, m_table.preview(rule).nftables};
    return rule.id;
}

Error RuleBook::noSuchRule(RuleId id)
{
    return {ErrorCode::NoSuchRule,
        "there is no rule " + std::to_string(static_cast<std::uint32_t>(id)) + "; see the list of rules"};
}

Status RuleBook::change(const RuleSettings &rule)
{
    if (!m_rules.contains(rule.id)) {
        return noSuchRule(rule.id);
    }
    if (auto status = m_table.change(rule); !status) {
        return status;
    }
    m_rules[rule.id] = {rule, {}, m_table.preview(rule).nftables};
    return Done {};
}

Status RuleBook::remove(RuleId id)
{
    if (!m_rules.contains(id)) {
        return noSuchRule(id);
    }
    if (auto status = m_table.remove(id); !status) {
        return status;
    }
    m_rules.erase(id);
    return Done {};
}

std::vector<RuleStatus> RuleBook::all() const
{
    std::vector<RuleStatus> rules;
    for (const auto &[id, rule] : m_rules) {
        rules.push_back(rule);
    }
    return rules;
}

std::vector<RuleSettings> RuleBook::ofHelper(const std::string &helper) const
{
    std::vector<RuleSettings> rules;
    for (const auto &[id, rule] : m_rules) {
        if (rule.settings.helper == helper) {
            rules.push_back(rule.settings);
        }
    }
    return rules;
}

const RuleStatus *RuleBook::find(RuleId id) const
{
    const auto found = m_rules.find(id);
    return found == m_rules.end() ? nullptr : &found->second;
}

RuleBook::Changes RuleBook::poll()
{
    const auto present = m_table.counters();
    if (!present) {
        return {};
    }
    Changes changes;
    unsigned missing = 0;
    for (auto &[id, rule] : m_rules) {
        const auto found = present->find(id);
        if (found == present->end()) {
            ++missing;
        } else if (found->second.packets != rule.counters.packets) {
            rule.counters = found->second;
            changes.counted.push_back(id);
        }
    }
    return missing == 0 ? changes : repair(missing);
}

RuleBook::Changes RuleBook::repair(unsigned missing)
{
    Changes changes;
    if (const auto status = m_table.replaceAll(settings()); !status) {
        changes.problem = status.error().text;
    } else {
        changes.repaired = missing;
    }
    return changes;
}

RuleId RuleBook::nextId() const
{
    std::uint32_t id = 1;
    while (m_rules.contains(RuleId {id})) {
        ++id;
    }
    return RuleId {id};
}

std::vector<RuleSettings> RuleBook::settings() const
{
    std::vector<RuleSettings> settings;
    for (const auto &[id, rule] : m_rules) {
        settings.push_back(rule.settings);
    }
    return settings;
}

} // namespace Trackhand
