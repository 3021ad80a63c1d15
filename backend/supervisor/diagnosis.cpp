// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/diagnosis.h"

#include <algorithm>
#include <sstream>

namespace Trackhand {

namespace {

constexpr std::uint32_t StatusSeenReply = 2; // IPS_SEEN_REPLY, nf_conntrack_common.h

using Facts = DiagnosisFacts;
using Link = DiagnosisLink;

Link judged(const char *name, bool ok, std::string fine, std::string broken, std::string remedy)
{
    return {name, ok, ok ? std::move(fine) : std::move(broken), ok ? std::string() : std::move(remedy)};
}

Link kernelLink(const Facts &facts)
{
    return judged("kernel", facts.registered.ok(), "this kernel takes user-space helpers",
        facts.registered ? "" : facts.registered.error().text, "run trackhandctl doctor");
}

Link clashLink(const Facts &facts)
{
    return judged("clash", facts.kernelModule.empty(), "no kernel helper of that name is loaded",
        "the kernel's own helper " + facts.kernelModule + " is loaded", "modprobe -r " + facts.kernelModule);
}

Link registeredLink(const Facts &facts)
{
    const auto &list = *facts.registered;
    const bool present = std::any_of(list.begin(), list.end(),
        [&](const KernelHelper &helper) { return helper.name == facts.helper.settings.name; });
    return judged("registered", present, "registered with queue " + std::to_string(facts.helper.settings.queue),
        "the kernel does not know it any more", "delete the helper and add it again");
}

Link processLink(const Facts &facts)
{
    const bool alive = facts.helper.foreign || facts.helper.processId != 0;
    std::string text = facts.helper.foreign ? "its process is somebody else's"
                                            : "process " + std::to_string(facts.helper.processId) + " listens";
    std::string broken = facts.helper.problem.empty() ? "no process: the helper is disabled" : facts.helper.problem;
    return judged("process", alive, std::move(text), std::move(broken),
        "trackhandctl helper enable " + facts.helper.settings.name);
}

Link enabledLink(const Facts &facts)
{
    const auto &list = *facts.registered;
    const bool enabled = std::any_of(list.begin(), list.end(),
        [&](const KernelHelper &helper) { return helper.name == facts.helper.settings.name && helper.enabled; });
    return judged("enabled", enabled, "enabled in the kernel", "registered, but the kernel queues nothing for it",
        "trackhandctl helper enable " + facts.helper.settings.name);
}

Link ruleLink(const Facts &facts)
{
    return judged("rule", !facts.rules.empty(), std::to_string(facts.rules.size()) + " rule(s) attach it to traffic",
        "no rule attaches it to any traffic", "trackhandctl rule add " + facts.helper.settings.name);
}

Link counterLink(const Facts &facts)
{
    std::uint64_t packets = 0;
    bool forwarded = false;
    for (const RuleStatus &rule : facts.rules) {
        packets += rule.counters.packets;
        forwarded = forwarded || rule.settings.prerouting;
    }
    const char *remedy = forwarded
        ? "open a new connection (a rule acts on the first packet only), and compare its port and addresses with the "
          "rule"
        : "the rule sees only this machine's own traffic (hook output); forwarded traffic needs --hook prerouting";
    return judged("counter", packets != 0, "packets have met a rule: " + std::to_string(packets),
        "no packet has met a rule yet", remedy);
}

Link flowsLink(const Facts &facts)
{
    const bool carried = facts.helper.counters.packets != 0
        || std::any_of(facts.flows.begin(), facts.flows.end(),
            [&](const EventRecord &flow) { return flow.helperName() == facts.helper.settings.name; });
    return judged("flows", carried, "connections carry the helper", "no connection carries the helper",
        "connections that existed before the rule never get it: close them, or conntrack -D them");
}

Link packetsLink(const Facts &facts)
{
    return judged("packets", facts.helper.counters.packets != 0,
        std::to_string(facts.helper.counters.packets) + " packets judged", "no packet has come through the queue",
        "see whether another program listens on the same queue: /proc/net/netfilter/nfnetlink_queue");
}

Link expectationsLink(const Facts &facts)
{
    return judged("expectations", facts.expectations.created != 0,
        std::to_string(facts.expectations.created) + " expectations made", "no expectation made yet",
        "trackhandctl watch packets shows what the helper saw; an encrypted control connection shows it nothing");
}

Link matchedLink(const Facts &facts)
{
    return judged("matched", facts.expectations.matched != 0,
        std::to_string(facts.expectations.matched) + " expected connections came", "no expected connection came",
        "the other side did not connect, or connected elsewhere: compare with trackhandctl watch expectations");
}

Link filterLink(const Facts &facts)
{
    const auto unanswered = [](const EventRecord &flow) {
        return flow.expectation.masterL4 != L4Protocol::Unspecified && (flow.expectation.status & StatusSeenReply) == 0;
    };
    const bool passed = std::none_of(facts.flows.begin(), facts.flows.end(), unanswered);
    return judged("filter", passed, "related connections get their answers",
        "a related connection is open and gets no answer", "let the firewall accept: ct state related accept");
}

} // namespace

std::vector<DiagnosisLink> diagnoseHelper(const DiagnosisFacts &facts)
{
    constexpr Link (*chain[])(const Facts &) = {kernelLink, clashLink, registeredLink, processLink, enabledLink,
        ruleLink, counterLink, flowsLink, packetsLink, expectationsLink, matchedLink, filterLink};
    std::vector<DiagnosisLink> links;
    for (const auto link : chain) {
        links.push_back(link(facts));
        if (!links.back().ok) {
            break;
        }
    }
    return links;
}

std::string loadedKernelHelper(const std::string &name, const std::string &modules)
{
    // Module names have no hyphens: the helper netbios-ns is nf_conntrack_netbios_ns.
    std::string module = "nf_conntrack_" + name;
    std::replace(module.begin(), module.end(), '-', '_');
    std::istringstream lines(modules);
    for (std::string line; std::getline(lines, line);) {
        if (line.substr(0, line.find(' ')) == module) {
            return module;
        }
    }
    return {};
}

} // namespace Trackhand
