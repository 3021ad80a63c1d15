// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/rulesettings.h"
#include "wire/base/result.h"

#include <compare>
#include <string>
#include <vector>

namespace Trackhand {

constexpr const char *RuleTableName = "trackhand"; ///< of family inet; no other table is ever touched

/// After conntrack has looked the packet up (-200), so that the helper finds a conntrack; before filter rules (0).
constexpr int RuleChainPriority = -150;

enum class RuleHook { Prerouting, Output };
const char *toString(RuleHook hook); ///< also the name of the chain

/// A "ct helper" object: one helper name, one family, one transport. nftables binds an object to what is registered
/// when it is made; one without a family would silently do without a family that is registered later.
struct HelperObject {
    std::string helper;
    L3Protocol l3 = L3Protocol::Ipv4;
    L4Protocol l4 = L4Protocol::Tcp;

    std::string name() const; ///< "ftp-tcp-ipv4"
    auto operator<=>(const HelperObject &) const = default;
};

/// One line of a chain: a rule in one hook and one family.
struct RuleLine {
    RuleId id {};
    RuleHook hook = RuleHook::Prerouting;
    HelperObject object;
    std::vector<PortRange> ports;
    std::string interfaceName; ///< input in prerouting, output in output; empty = any
    std::optional<Network> source;
    std::optional<Network> destination;
};

/// The lines of a rule. A rule bound to one direction's interface alone has no line in the other hook, where that
/// interface does not exist: a line without it there would catch more than was asked for.
std::vector<RuleLine> linesOf(const RuleSettings &rule);

/// The objects those lines name, each once.
std::vector<HelperObject> objectsOf(const std::vector<RuleLine> &lines);

/// validate(), and what nftables cannot say: it attaches helpers to tcp and udp alone. Error: InvalidRule.
Status checkForNftables(const RuleSettings &rule);

} // namespace Trackhand
