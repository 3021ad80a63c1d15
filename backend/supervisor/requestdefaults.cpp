// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/requestdefaults.h"

#include "backend/gate/proposalvalidator.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace Trackhand {

namespace {

constexpr const char *ObserverName = "observer";

// When a GRE connection ends, Linux takes what lies behind these in its master's private data for pointers of its own
// PPTP helper (nf_ct_gre_keymap_destroy, nf_conntrack_proto_gre.c).
constexpr std::uint8_t MaxDataWithGre = 16;

template <typename T>
void assign(const std::optional<T> &from, T &to)
{
    if (from) {
        to = *from;
    }
}

/// One of the words that mean a truth value, as the helper program writes it; other text as it is.
std::string_view normalBoolean(std::string_view text)
{
    const auto isOneOf = [text](std::initializer_list<std::string_view> words) {
        return std::ranges::find(words, text) != words.end();
    };
    return isOneOf({"true", "1", "yes", "on"}) ? "true" : isOneOf({"false", "0", "no", "off"}) ? "false" : text;
}

/// Whether a person has given an option that grants it another value than its default.
bool isGranted(const HelperSettings &settings, const ProtocolDescription &protocol, std::string_view grant)
{
    return std::ranges::any_of(protocol.options, [&](const ProtocolOption &option) {
        const auto given = settings.options.find(option.name);
        return option.grants == grant && given != settings.options.end()
            && normalBoolean(given->second) != option.defaultValue;
    });
}

bool hasRight(const ProtocolDescription &protocol, std::string_view right)
{
    return std::ranges::find(protocol.rights, right) != protocol.rights.end();
}

} // namespace

HelperSettings applyRequest(const HelperRequest &request, HelperSettings base)
{
    assign(request.l3, base.l3);
    assign(request.l4, base.l4);
    if (request.queue) {
        base.queue = static_cast<std::uint16_t>(*request.queue);
    }
    if (request.queueLength && *request.queueLength != 0) {
        base.queueLength = *request.queueLength;
    }
    assign(request.policies, base.policies);
    assign(request.privateLength, base.privateLength);
    if (request.options) {
        for (const auto &[key, value] : *request.options) {
            base.options[key] = value;
        }
    }
    assign(request.script, base.script);
    return base;
}

HelperSettings defaultSettings(const std::string &name, const ProtocolDescription &protocol, std::uint16_t freeQueue)
{
    HelperSettings settings;
    settings.name = name;
    settings.l3 = protocol.l3;
    settings.l4 = protocol.name == ObserverName ? std::vector {L4Protocol::Tcp} : protocol.l4;
    settings.queue = freeQueue;
    settings.policies = protocol.policies;
    settings.privateLength = protocol.privateLength;
    return settings;
}

RuleSettings completeRule(const RuleRequest &request, const ProtocolDescription &protocol, const HelperSettings *helper)
{
    RuleSettings rule;
    rule.helper = request.helper;
    rule.l4 = request.l4.value_or(helper ? helper->l4.front() : protocol.l4.front());
    if (request.ports) {
        rule.ports = *request.ports;
    } else {
        for (const std::uint16_t port : protocol.ports) {
            rule.ports.push_back({port, port});
        }
    }
    rule.l3 = request.l3.value_or(helper ? helper->l3 : std::vector {L3Protocol::Ipv4, L3Protocol::Ipv6});
    // An interface says which hook is meant: packets of this machine come in by none, forwarded ones leave later.
    rule.prerouting = request.prerouting && request.outInterface.empty();
    rule.output = request.output && request.inInterface.empty();
    rule.inInterface = request.inInterface;
    rule.outInterface = request.outInterface;
    rule.source = request.source;
    rule.destination = request.destination;
    return rule;
}

GatePolicy gatePolicyOf(const HelperSettings &settings, const ProtocolDescription &protocol)
{
    GatePolicy policy;
    policy.classCount = static_cast<std::uint8_t>(settings.policies.size());
    policy.allowForeignAddresses = isGranted(settings, protocol, "foreign-addresses");
    policy.allowLowPorts = hasRight(protocol, "low-ports") || isGranted(settings, protocol, "low-ports");
    policy.allowLooseSource = hasRight(protocol, "loose-source") || isGranted(settings, protocol, "loose-source");
    policy.allowPermanent = hasRight(protocol, "permanent");
    policy.allowGre = hasRight(protocol, "gre");
    policy.childHelper = hasRight(protocol, "same-helper") ? settings.name : std::string();
    policy.dataLength = static_cast<std::uint8_t>(settings.privateLength);
    if (policy.allowGre) {
        policy.dataLength = std::min(policy.dataLength, MaxDataWithGre);
    }
    return policy;
}

} // namespace Trackhand
