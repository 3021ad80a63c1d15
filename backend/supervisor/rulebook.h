// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/rules/ruletable.h"
#include "backend/supervisor/helpermanager.h"

#include <map>
#include <string>
#include <vector>

namespace Trackhand {

/// The rules we want, and the table that says them to the kernel: what is in here is in there, or poll() repairs it.
class RuleBook {
public:
    explicit RuleBook(RuleTable &table);

    /// Brings the table to say exactly @p rules. Leaves it alone when it does already: replacing rules drops packets
    /// that wait in a queue.
    Status restore(const std::vector<RuleSettings> &rules);

    /// Gives the rule an id and adds it.
    Result<RuleId> add(RuleSettings rule);
    /// The rule of this id says @p rule from now on; its counters begin anew.
    Status change(const RuleSettings &rule);
    Status remove(RuleId id);

    static Error noSuchRule(RuleId id);

    std::vector<RuleStatus> all() const; ///< by id
    std::vector<RuleSettings> ofHelper(const std::string &helper) const;
    const RuleStatus *find(RuleId id) const;
    RuleTable::Preview preview(const RuleSettings &rule) const { return m_table.preview(rule); }
    Result<std::string> show() const { return m_table.show(); }

    struct Changes {
        std::vector<RuleId> counted; ///< the counters moved
        unsigned repaired = 0; ///< rules that somebody else had removed
        std::string problem; ///< they could not be put back
    };
    /// Reads the counters and puts back what is missing.
    Changes poll();

    /// Readable when rules may have been removed; then takeRemovals() says whether to poll(). -1: nobody tells.
    int removalsFd() const { return m_table.removalsFd(); }
    bool takeRemovals() { return m_table.takeRemovals(); }

private:
    RuleId nextId() const;
    std::vector<RuleSettings> settings() const;
    Changes repair(unsigned missing);

    RuleTable &m_table;
    std::map<RuleId, RuleStatus> m_rules;
};

} // namespace Trackhand
