// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/rulearguments.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "backend/service/helperarguments.h"
#include "backend/service/protocolarguments.h"

#include <algorithm>
#include <charconv>

namespace Trackhand {

namespace {

std::string helper(ArgumentMap &map)
{
    const auto given = map.get<QString>("helper");
    auto name = helperName(given.value_or(QString()));
    if (!given) {
        map.refuse("helper", "is missing; a rule says which helper it attaches");
    } else if (!name) {
        map.refuse("helper", "is wrong: " + name.error().text);
    }
    return name ? name.take() : std::string();
}

std::optional<std::vector<PortRange>> ports(ArgumentMap &map)
{
    const auto given = map.get<BusPortRanges>("ports");
    if (!given) {
        return std::nullopt;
    }
    if (std::size_t(given->size()) > MaxPortRanges) {
        map.refuse("ports", "has more than " + std::to_string(MaxPortRanges) + " ranges; make two rules of it");
        return std::nullopt;
    }
    std::vector<PortRange> list;
    for (const BusPortRange &range : *given) {
        if (range.first == 0 || range.first > range.last) {
            map.refuse("ports",
                "has the range " + std::to_string(range.first) + "-" + std::to_string(range.last)
                    + "; ports are 1 to 65535, the lower one first");
            return std::nullopt;
        }
        list.push_back({range.first, range.last});
    }
    return list;
}

void hooks(ArgumentMap &map, RuleRequest &request)
{
    const auto given = map.get<QStringList>("hooks");
    if (!given) {
        return;
    }
    request.prerouting = given->contains(QStringLiteral("prerouting"));
    request.output = given->contains(QStringLiteral("output"));
    if (given->isEmpty() || given->size() != int(request.prerouting) + int(request.output)) {
        map.refuse("hooks", "must be \"prerouting\", \"output\" or both, each once");
    }
}

/// As the kernel's dev_valid_name(), and nothing that nftables would read as syntax; "" = any.
std::string interfaceName(ArgumentMap &map, const char *key)
{
    const std::string name = fromQt(map.get<QString>(key).value_or(QString()));
    const bool fits = name.size() <= MaxInterfaceNameLength && name != "." && name != ".."
        && std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return c > 0x20 && c < 0x7f && std::string_view("/:\"\\;{}'").find(char(c)) == std::string_view::npos;
           });
    if (!fits) {
        map.refuse(key, "is " + inQuotes(name) + ", which no network interface can be called");
    }
    return name;
}

std::optional<Network> network(ArgumentMap &map, const char *key)
{
    const std::string text = fromQt(map.get<QString>(key).value_or(QString()));
    if (text.empty()) {
        return std::nullopt;
    }
    const auto network = Network::parse(text);
    if (!network) {
        map.refuse(key, "is " + inQuotes(text) + "; write an address or a network, as 10.0.1.0/24 or fd00:1::/64");
    } else if (network->hasHostBits()) {
        map.refuse(
            key, "is " + inQuotes(text) + ", an address within a network; leave out the host's bits or the prefix");
    }
    return network;
}

} // namespace

Result<RuleRequest> ruleRequest(const QVariant &rule)
{
    ArgumentMap map(rule, "rule setting");
    map.allowOnly({"helper", "l4", "ports", "hooks", "l3", "iif", "oif", "src", "dst"});
    RuleRequest request;
    request.helper = helper(map);
    request.l4 = l4Protocol(map);
    request.ports = ports(map);
    request.l3 = l3Protocols(map);
    hooks(map, request);
    request.inInterface = interfaceName(map, "iif");
    request.outInterface = interfaceName(map, "oif");
    request.source = network(map, "src");
    request.destination = network(map, "dst");
    const Status status = map.status();
    if (!status) {
        return status.error();
    }
    return request;
}

} // namespace Trackhand
