// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/rulesettings.h"
#include "backend/settings/ruletext.h"

namespace Trackhand {

/// tcp/21 of both families in both hooks.
inline RuleSettings plainRule(std::uint32_t id = 7, const std::string &helper = "ftp")
{
    RuleSettings rule;
    rule.id = RuleId {id};
    rule.helper = helper;
    rule.ports = {{21, 21}};
    rule.l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6};
    return rule;
}

/// What comes in by lan0 from one IPv4 network, to several ports.
inline RuleSettings narrowRule(std::uint32_t id = 8, const std::string &helper = "ftp")
{
    auto rule = plainRule(id, helper);
    rule.ports = {{21, 21}, {2000, 2100}};
    rule.inInterface = "lan0";
    rule.source = parseNetwork("10.0.0.0/24").value();
    return rule;
}

} // namespace Trackhand
