// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/validation.h"

#include "backend/settings/ruletext.h"

#include <algorithm>
#include <set>
#include <string>

namespace Trackhand {

namespace {

// Not isalnum(): what is allowed must not depend on the locale.
bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
        || c == '-';
}

bool isPlainName(std::string_view name, std::size_t maxLength)
{
    return !name.empty() && name.size() <= maxLength && name.front() != '-' && name.front() != '.'
        && std::all_of(name.begin(), name.end(), isNameByte);
}

std::string inQuotes(std::string_view text)
{
    std::string clean = "\"";
    for (const char c : text.substr(0, 40)) {
        clean += c >= ' ' && c <= '~' ? c : '?';
    }
    return clean + (text.size() > 40 ? "...\"" : "\"");
}

Error badHelper(std::string text)
{
    return {ErrorCode::InvalidArgument, std::move(text)};
}

Error badRule(std::string text)
{
    return {ErrorCode::InvalidRule, std::move(text)};
}

template <typename T>
bool hasDuplicate(const std::vector<T> &values)
{
    return std::set<T>(values.begin(), values.end()).size() != values.size();
}

bool knownFamilies(const std::vector<L3Protocol> &l3)
{
    return !l3.empty() && !hasDuplicate(l3) && std::all_of(l3.begin(), l3.end(), [](L3Protocol protocol) {
        return protocol == L3Protocol::Ipv4 || protocol == L3Protocol::Ipv6;
    });
}

bool knownTransport(L4Protocol protocol)
{
    return l4FromString(toString(protocol)).has_value();
}

Status validateOptions(const HelperSettings &settings)
{
    if (settings.options.size() > MaxOptions) {
        return badHelper("helper " + settings.name + " has more than " + std::to_string(MaxOptions) + " options");
    }
    for (const auto &[key, value] : settings.options) {
        if (key.empty() || key.size() > MaxOptionLength || value.size() > MaxOptionLength
            || key.find('\0') != std::string::npos || value.find('\0') != std::string::npos) {
            return badHelper("option " + inQuotes(key) + " of helper " + settings.name
                + " is empty or too long; a name and " + "a value have at most " + std::to_string(MaxOptionLength)
                + " bytes");
        }
    }
    return Done {};
}

Status validateInterface(const std::string &name, const char *option, const char *hook, bool hookUsed)
{
    if (name.empty()) {
        return Done {};
    }
    if (!isPlainName(name, MaxInterfaceNameLength)) {
        return badRule(
            inQuotes(name) + " is not an interface name; it has 1 to 15 of the characters A-Z a-z 0-9 . _ -");
    }
    if (!hookUsed) {
        return badRule(std::string("an ") + option + " interface needs the " + hook + " hook; add that hook or leave "
            + inQuotes(name) + " out");
    }
    return Done {};
}

Status validateNetwork(const std::optional<Network> &network, const char *what)
{
    if (!network) {
        return Done {};
    }
    if (network->address.family == L3Protocol::Unspecified || network->prefixLength > network->address.size() * 8) {
        return badRule(std::string("the ") + what + " network is not an IP network; write it like 10.0.0.0/24");
    }
    const auto reread = parseNetwork(network->toString()); // refuses host bits with a hint
    return reread ? Status(Done {}) : Status(reread.error());
}

Status validatePorts(const std::vector<PortRange> &ports)
{
    if (ports.size() > MaxPortRanges) {
        return badRule("a rule has at most " + std::to_string(MaxPortRanges) + " port ranges; make several rules");
    }
    auto sorted = ports;
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (sorted[i].first == 0 || sorted[i].first > sorted[i].last) {
            return badRule("port range " + std::to_string(sorted[i].first) + "-" + std::to_string(sorted[i].last)
                + " is wrong; ports are 1 to 65535 in rising order");
        }
        if (i > 0 && sorted[i].first <= sorted[i - 1].last) {
            return badRule("port ranges " + toString(sorted[i - 1]) + " and " + toString(sorted[i])
                + " overlap; write them as one");
        }
    }
    return Done {};
}

} // namespace

Status validateHelperName(std::string_view name)
{
    if (!isPlainName(name, MaxHelperNameLength)) {
        return badHelper("helper name " + inQuotes(name)
            + " is not possible; it has 1 to 15 of the characters A-Z a-z 0-9 . _ - "
            + "and begins with a letter, a digit or _");
    }
    return Done {};
}

Status validatePolicies(const std::vector<ExpectationPolicy> &policies)
{
    if (policies.empty() || policies.size() > MaxExpectationPolicies) {
        return badHelper("a helper has 1 to 4 expectation policies, not " + std::to_string(policies.size()));
    }
    std::set<std::string> names;
    for (const auto &policy : policies) {
        if (!isPlainName(policy.name, MaxHelperNameLength)) {
            return badHelper("policy name " + inQuotes(policy.name)
                + " is not possible; it has 1 to 15 of the characters " + "A-Z a-z 0-9 . _ -");
        }
        if (!names.insert(policy.name).second) {
            return badHelper("policy name " + inQuotes(policy.name) + " is used twice; give each class its own");
        }
        if (policy.maxExpected < 1 || policy.maxExpected > MaxExpectedPerClass) {
            return badHelper("policy " + policy.name + " expects " + std::to_string(policy.maxExpected)
                + " connections; 1 to " + std::to_string(MaxExpectedPerClass) + " are possible");
        }
        if (policy.timeoutSeconds < 1 || policy.timeoutSeconds > MaxExpectationTimeout) {
            return badHelper("policy " + policy.name + " has a timeout of " + std::to_string(policy.timeoutSeconds)
                + " s; 1 to " + std::to_string(MaxExpectationTimeout) + " are possible");
        }
    }
    return Done {};
}

Status validate(const HelperSettings &settings)
{
    if (auto name = validateHelperName(settings.name); !name) {
        return name;
    }
    if (!knownFamilies(settings.l3)) {
        return badHelper("helper " + settings.name + " needs ipv4, ipv6 or both, each once");
    }
    if (settings.l4.empty() || hasDuplicate(settings.l4)
        || !std::all_of(settings.l4.begin(), settings.l4.end(), knownTransport)) {
        return badHelper("helper " + settings.name + " needs one or more of tcp, udp, sctp and dccp, each once");
    }
    if (settings.queueLength < 1 || settings.queueLength > MaxQueueLength) {
        return badHelper("queue length " + std::to_string(settings.queueLength) + " is not possible; it is 1 to "
            + std::to_string(MaxQueueLength) + " packets");
    }
    if (settings.privateLength > MaxPrivateLength) {
        return badHelper("private data of " + std::to_string(settings.privateLength)
            + " bytes is not possible; the kernel " + "keeps 0 to " + std::to_string(MaxPrivateLength));
    }
    if (auto policies = validatePolicies(settings.policies); !policies) {
        return policies;
    }
    return validateOptions(settings);
}

Status validate(const RuleSettings &rule)
{
    if (auto name = validateHelperName(rule.helper); !name) {
        return badRule(name.error().text);
    }
    if (!knownTransport(rule.l4)) {
        return badRule("a rule needs one of tcp, udp, sctp and dccp");
    }
    if (!knownFamilies(rule.l3)) {
        return badRule("a rule needs ipv4, ipv6 or both, each once");
    }
    if (!rule.prerouting && !rule.output) {
        return badRule("a rule needs at least one hook, prerouting or output");
    }
    for (const auto &status : {validateInterface(rule.inInterface, "input", "prerouting", rule.prerouting),
             validateInterface(rule.outInterface, "output", "output", rule.output),
             validateNetwork(rule.source, "source"), validateNetwork(rule.destination, "destination"),
             validatePorts(rule.ports)}) {
        if (!status) {
            return status;
        }
    }
    if (effectiveFamilies(rule).empty()) {
        return badRule(
            "the addresses of the rule are of other families than the rule; leave l3 out or make them agree");
    }
    return Done {};
}

} // namespace Trackhand
