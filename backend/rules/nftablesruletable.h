// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/rules/nftcontext.h"
#include "backend/rules/ruleeventsocket.h"
#include "backend/rules/rulejson.h"
#include "backend/rules/ruletable.h"

namespace Trackhand {

/// The table through libnftables, in the network namespace of the thread that made this object. One thread at a time.
///
/// Making a ct helper object whose helper is not registered makes the kernel load its own module of that name, which
/// then owns the name. Whether that is wanted (a rule for a kernel helper) or not is the caller's to know; for a
/// user-space helper the registration comes first.
class NftablesRuleTable : public RuleTable {
public:
    Status add(const RuleSettings &rule) override;
    Status change(const RuleSettings &rule) override;
    Status remove(RuleId id) override;

    /// A rule of which only some lines are left counts as missing.
    Result<std::map<RuleId, RuleCounters>> counters() override;
    Status replaceAll(const std::vector<RuleSettings> &rules) override;
    int removalsFd() const override { return m_events.fd(); }
    bool takeRemovals() override { return m_events.read(); }
    Result<std::string> show() override;
    Preview preview(const RuleSettings &rule) const override;

private:
    Result<RuleJson::TableState> state();
    /// The same, when rule @p id is in there; else NoSuchRule.
    Result<RuleJson::TableState> stateWith(RuleId id);

    NftContext m_nft;
    RuleEventSocket m_events;
    std::map<RuleId, std::size_t> m_lines; // how many lines each rule was given here
};

} // namespace Trackhand
