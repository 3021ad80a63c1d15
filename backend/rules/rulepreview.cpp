// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/rulepreview.h"

#include "backend/rules/rulelines.h"
#include "backend/settings/ruletext.h"

namespace Trackhand::RulePreview {

namespace {

constexpr std::size_t MultiportSlots = 15; // of iptables' multiport match; a range takes two

std::string nftPorts(const std::vector<PortRange> &ports)
{
    if (ports.size() == 1) {
        return toString(ports.front());
    }
    std::string set;
    for (const auto &range : ports) {
        set += (set.empty() ? "{ " : ", ") + toString(range);
    }
    return set + " }";
}

std::string nftLine(const RuleLine &line)
{
    const auto &object = line.object;
    const std::string ip = object.l3 == L3Protocol::Ipv6 ? "ip6" : "ip";
    const std::string l4(toString(object.l4));
    std::string text;
    if (!line.interfaceName.empty()) {
        text += line.hook == RuleHook::Prerouting ? "iifname" : "oifname";
        text += " \"" + line.interfaceName + "\" ";
    }
    if (!line.source && !line.destination) {
        text += "meta nfproto " + std::string(toString(object.l3)) + " ";
    }
    text += line.source ? ip + " saddr " + line.source->toString() + " " : "";
    text += line.destination ? ip + " daddr " + line.destination->toString() + " " : "";
    text += line.ports.empty() ? "meta l4proto " + l4 : l4 + " dport " + nftPorts(line.ports);
    return text + " counter ct helper set \"" + object.name() + "\"";
}

std::string nftObject(const HelperObject &object)
{
    return "\tct helper " + object.name() + " {\n\t\ttype \"" + object.helper + "\" protocol "
        + std::string(toString(object.l4)) + "\n\t\tl3proto " + (object.l3 == L3Protocol::Ipv6 ? "ip6" : "ip")
        + "\n\t}\n";
}

std::string nftChain(RuleHook hook, const std::vector<RuleLine> &lines)
{
    const std::string name = toString(hook);
    std::string text = "\n\tchain " + name + " {\n\t\ttype filter hook " + name + " priority "
        + std::to_string(RuleChainPriority) + "; policy accept;\n";
    for (const auto &line : lines) {
        if (line.hook == hook) {
            text += "\t\t" + nftLine(line) + "\n";
        }
    }
    return text + "\t}\n";
}

std::string iptablesRange(const PortRange &range)
{
    return range.first == range.last ? std::to_string(range.first)
                                     : std::to_string(range.first) + ":" + std::to_string(range.last);
}

// The port matches of a line: one for a single range, else as many multiport matches as it takes, a command each.
std::vector<std::string> iptablesPorts(const std::vector<PortRange> &ports)
{
    if (ports.size() <= 1) {
        return {ports.empty() ? std::string() : " --dport " + iptablesRange(ports.front())};
    }
    std::vector<std::string> matches;
    std::size_t used = MultiportSlots;
    for (const auto &range : ports) {
        const std::size_t slots = range.first == range.last ? 1 : 2;
        if (used + slots > MultiportSlots) {
            matches.push_back(" -m multiport --dports " + iptablesRange(range));
            used = slots;
        } else {
            matches.back() += "," + iptablesRange(range);
            used += slots;
        }
    }
    return matches;
}

std::string iptablesCommands(const RuleLine &line)
{
    const bool prerouting = line.hook == RuleHook::Prerouting;
    std::string head = line.object.l3 == L3Protocol::Ipv6 ? "ip6tables" : "iptables";
    head += std::string(" -t raw -A ") + (prerouting ? "PREROUTING" : "OUTPUT");
    head += line.interfaceName.empty() ? "" : (prerouting ? " -i " : " -o ") + line.interfaceName;
    head += line.source ? " -s " + line.source->toString() : "";
    head += line.destination ? " -d " + line.destination->toString() : "";
    head += " -p " + std::string(toString(line.object.l4));
    std::string commands;
    for (const auto &ports : iptablesPorts(line.ports)) {
        commands += head + ports + " -j CT --helper " + line.object.helper + "\n";
    }
    return commands;
}

} // namespace

std::string lines(const RuleSettings &rule)
{
    std::string text;
    for (const auto &line : linesOf(rule)) {
        text += std::string(text.empty() ? "" : "\n") + toString(line.hook) + ": " + nftLine(line);
    }
    return text;
}

std::string nftables(const RuleSettings &rule)
{
    if (const auto possible = checkForNftables(rule); !possible) {
        return "# " + possible.error().text + "\n";
    }
    const auto all = linesOf(rule);
    std::string text = std::string("table inet ") + RuleTableName + " {\n";
    for (const auto &object : objectsOf(all)) {
        text += nftObject(object);
    }
    for (const auto hook : {RuleHook::Prerouting, RuleHook::Output}) {
        text += nftChain(hook, all);
    }
    return text + "}\n";
}

std::string iptables(const RuleSettings &rule)
{
    std::string text;
    for (const auto &line : linesOf(rule)) {
        text += iptablesCommands(line);
    }
    return text;
}

} // namespace Trackhand::RulePreview
