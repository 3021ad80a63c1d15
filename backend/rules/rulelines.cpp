// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/rulelines.h"

#include "backend/settings/ruletext.h"
#include "backend/settings/validation.h"

#include <set>

namespace Trackhand {

namespace {

bool hasLineIn(const RuleSettings &rule, RuleHook hook)
{
    const bool prerouting = hook == RuleHook::Prerouting;
    const auto &here = prerouting ? rule.inInterface : rule.outInterface;
    const auto &elsewhere = prerouting ? rule.outInterface : rule.inInterface;
    return (prerouting ? rule.prerouting : rule.output) && (elsewhere.empty() || !here.empty());
}

} // namespace

const char *toString(RuleHook hook)
{
    return hook == RuleHook::Prerouting ? "prerouting" : "output";
}

std::string HelperObject::name() const
{
    return helper + "-" + std::string(toString(l4)) + "-" + std::string(toString(l3));
}

std::vector<RuleLine> linesOf(const RuleSettings &rule)
{
    std::vector<RuleLine> lines;
    for (const auto hook : {RuleHook::Prerouting, RuleHook::Output}) {
        if (!hasLineIn(rule, hook)) {
            continue;
        }
        for (const auto family : effectiveFamilies(rule)) {
            lines.push_back({rule.id, hook, {rule.helper, family, rule.l4}, rule.ports,
                hook == RuleHook::Prerouting ? rule.inInterface : rule.outInterface, rule.source, rule.destination});
        }
    }
    return lines;
}

std::vector<HelperObject> objectsOf(const std::vector<RuleLine> &lines)
{
    std::set<HelperObject> objects;
    for (const auto &line : lines) {
        objects.insert(line.object);
    }
    return {objects.begin(), objects.end()};
}

Status checkForNftables(const RuleSettings &rule)
{
    if (auto valid = validate(rule); !valid) {
        return valid;
    }
    if (rule.l4 != L4Protocol::Tcp && rule.l4 != L4Protocol::Udp) {
        return Error {ErrorCode::InvalidRule,
            "nftables attaches helpers to tcp and udp only, not to " + std::string(toString(rule.l4))};
    }
    if (linesOf(rule).empty()) {
        return Error {ErrorCode::InvalidRule,
            "an input interface is known in prerouting alone and an output interface in output alone; give the hook "
            "its own"};
    }
    return Done {};
}

} // namespace Trackhand
