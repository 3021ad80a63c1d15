// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/rulesettings.h"
#include "wire/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace Trackhand {

struct RuleCounters {
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0;
};

/// The seam to the nftables table "inet trackhand" of this network namespace. Nothing outside that table is touched.
class RuleTable {
public:
    virtual ~RuleTable() = default;

    /// Adds one rule, with the ct helper objects it needs, in one transaction. The helper must be registered, or the
    /// kernel would silently load its own module of that name.
    virtual Status add(const RuleSettings &rule) = 0;

    /// Puts @p rule in the place of the one that has its id, in one transaction: no packet meets neither or both.
    /// Objects that both need stay, so a change of ports or addresses drops nothing.
    virtual Status change(const RuleSettings &rule) = 0;

    /// Removes one rule and the objects nobody else needs. Removing an object drops packets that wait in a queue
    /// (Linux 6.12), so the queue is drained before.
    virtual Status remove(RuleId id) = 0;

    /// The rules of the table as the kernel has them now with their counters summed over hooks and families. A rule of
    /// ours that is missing here was removed by somebody else.
    virtual Result<std::map<RuleId, RuleCounters>> counters() = 0;

    /// Makes the whole table say exactly @p rules, in one transaction: at start, and as a repair.
    virtual Status replaceAll(const std::vector<RuleSettings> &rules) = 0;

    /// Becomes readable when something of the table may have been removed; -1 where the kernel does not tell.
    virtual int removalsFd() const = 0;
    /// Reads what made it readable: whether something was removed, by others or by us.
    virtual bool takeRemovals() = 0;

    /// The table as nftables text, "" when there is none.
    virtual Result<std::string> show() = 0;

    struct Preview {
        std::string nftables;
        std::string iptables;
    };
    /// The same statements as text, for a person.
    virtual Preview preview(const RuleSettings &rule) const = 0;
};

} // namespace Trackhand
