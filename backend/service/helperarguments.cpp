// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/helperarguments.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "backend/service/protocolarguments.h"

#include <algorithm>

namespace Trackhand {

namespace {

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
        || c == '.';
}

/// Letters, digits, "-", "_" and "."; begins with a letter or digit, so never an option, a hidden file or "..".
bool isWord(std::string_view text, std::size_t maxLength)
{
    return !text.empty() && text.size() <= maxLength && std::all_of(text.begin(), text.end(), isWordCharacter)
        && text.front() != '-' && text.front() != '_' && text.front() != '.';
}

std::optional<std::uint32_t> number(ArgumentMap &map, const char *key, std::uint32_t max)
{
    const auto value = map.get<uint>(key);
    if (value && *value > max) {
        map.refuse(key, "is " + std::to_string(*value) + "; the most is " + std::to_string(max));
        return std::nullopt;
    }
    return value;
}

/// What is wrong with @p policy, "" when nothing is.
std::string fault(const BusPolicy &policy)
{
    const std::string name = fromQt(policy.name);
    if (!isWord(name, MaxHelperNameLength)) {
        return "has a class named " + inQuotes(name) + "; names are 1 to 15 letters, digits, \"-\", \"_\" or \".\"";
    }
    if (policy.maxExpected < 1 || policy.maxExpected > MaxExpectedPerClass) {
        return "lets class " + inQuotes(name) + " have " + std::to_string(policy.maxExpected)
            + " expectations; 1 to 255 are possible";
    }
    if (policy.timeoutSeconds < 1 || policy.timeoutSeconds > MaxPolicyTimeout) {
        return "gives class " + inQuotes(name) + " a timeout of " + std::to_string(policy.timeoutSeconds)
            + " seconds; 1 to " + std::to_string(MaxPolicyTimeout) + " are possible";
    }
    return {};
}

std::optional<std::vector<ExpectationPolicy>> policies(ArgumentMap &map)
{
    const auto given = map.get<BusPolicies>("policies");
    if (!given) {
        return std::nullopt;
    }
    if (given->isEmpty() || std::size_t(given->size()) > MaxExpectationPolicies) {
        map.refuse("policies", "has " + std::to_string(given->size()) + " classes; a helper has 1 to 4");
        return std::nullopt;
    }
    std::vector<ExpectationPolicy> list;
    for (const BusPolicy &policy : *given) {
        std::string wrong = fault(policy);
        const std::string name = fromQt(policy.name);
        if (std::any_of(list.begin(), list.end(), [&](const auto &other) { return other.name == name; })) {
            wrong = "has class " + inQuotes(name) + " twice";
        }
        if (!wrong.empty()) {
            map.refuse("policies", wrong);
            return std::nullopt;
        }
        list.push_back({name, policy.maxExpected, policy.timeoutSeconds});
    }
    return list;
}

bool isOptionValue(const std::string &value)
{
    return value.size() <= MaxOptionValueLength
        && std::none_of(value.begin(), value.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

std::optional<std::vector<std::pair<std::string, std::string>>> options(ArgumentMap &map)
{
    const auto given = map.get<BusOptions>("options");
    if (!given) {
        return std::nullopt;
    }
    if (std::size_t(given->size()) > MaxHelperOptions) {
        map.refuse("options", "has more than " + std::to_string(MaxHelperOptions) + " entries");
        return std::nullopt;
    }
    std::vector<std::pair<std::string, std::string>> list;
    for (auto option = given->cbegin(); option != given->cend(); ++option) {
        const std::string key = fromQt(option.key());
        const std::string value = fromQt(option.value());
        if (!isWord(key, MaxOptionKeyLength)) {
            map.refuse("options", "has the key " + inQuotes(key) + ", which no option can have");
        } else if (!isOptionValue(value)) {
            map.refuse("options",
                "gives " + inQuotes(key) + " a value that has control characters or is longer than "
                    + std::to_string(MaxOptionValueLength) + " bytes");
        }
        list.emplace_back(key, value);
    }
    return list;
}

/// The name of a file in /etc/trackhand/scripts, never a path; "" = none.
std::optional<std::string> script(ArgumentMap &map)
{
    const auto given = map.get<QString>("script");
    if (!given) {
        return std::nullopt;
    }
    std::string name = fromQt(*given);
    if (!name.empty() && !validateScriptName(name)) {
        map.refuse("script",
            "is " + inQuotes(name)
                + "; install the script (trackhandctl script install FILE.lua) and give its name, NAME.lua");
        return std::nullopt;
    }
    return name;
}

} // namespace

Result<std::string> helperName(const QString &name)
{
    std::string text = fromQt(name);
    if (!isWord(text, MaxHelperNameLength)) {
        return Error {ErrorCode::InvalidArgument,
            inQuotes(text)
                + " cannot be a helper's name: use 1 to 15 letters, digits, \"-\", \"_\" or \".\", a letter or digit "
                  "first"};
    }
    return text;
}

Result<HelperRequest> helperRequest(const QVariant &settings)
{
    ArgumentMap map(settings, "helper setting");
    map.allowOnly({"l3", "l4", "queue", "queue-length", "policies", "private-length", "options", "script"});
    HelperRequest request;
    request.l3 = l3Protocols(map);
    request.l4 = l4Protocols(map);
    request.queue = number(map, "queue", 65535);
    request.queueLength = number(map, "queue-length", MaxQueueLength);
    request.policies = policies(map);
    request.privateLength = number(map, "private-length", MaxPrivateLength);
    request.options = options(map);
    request.script = script(map);
    const Status status = map.status();
    if (!status) {
        return status.error();
    }
    return request;
}

} // namespace Trackhand
