// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/ruletext.h"
#include "backend/settings/settingsdocument.h"
#include "backend/settings/validation.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <set>
#include <toml++/toml.h>

namespace Trackhand::SettingsDocument {

namespace {

constexpr std::uint32_t MinHangTimeoutMs = 100;
constexpr std::uint32_t MaxHangTimeoutMs = 60000;
constexpr std::size_t MaxUserNameLength = 32; // of shadow-utils

/// One table being read. Remembers the first mistake with its line; what is read after it does not matter.
class TableReader {
public:
    TableReader(const toml::table &table, const std::string &origin, std::string name)
        : m_table(table)
        , m_origin(origin)
        , m_name(std::move(name))
    {
    }

    const std::optional<Error> &error() const { return m_error; }

    void fail(const std::string &text, const toml::node *at = nullptr, ErrorCode code = ErrorCode::InvalidArgument)
    {
        if (!m_error) {
            const auto line = (at ? *at : static_cast<const toml::node &>(m_table)).source().begin.line;
            m_error = Error {code, m_origin + ":" + std::to_string(line) + ": " + text};
        }
    }

    void take(const std::optional<Error> &inner)
    {
        if (!m_error && inner) {
            m_error = inner;
        }
    }

    void allowOnly(std::initializer_list<std::string_view> keys)
    {
        for (const auto &[key, value] : m_table) {
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
                fail("unknown key \"" + std::string(key.str()) + "\" in " + m_name, &value);
            }
        }
    }

    const toml::node *find(std::string_view key, bool required = false)
    {
        const auto *node = m_table.get(key);
        if (!node && required) {
            fail(m_name + " lacks \"" + std::string(key) + "\"");
        }
        return node;
    }

    void string(std::string_view key, std::string &into, bool required = false)
    {
        if (const auto *node = find(key, required)) {
            if (const auto value = node->value_exact<std::string>()) {
                into = *value;
            } else {
                fail("\"" + std::string(key) + "\" is a text in quotes", node);
            }
        }
    }

    void boolean(std::string_view key, bool &into)
    {
        if (const auto *node = find(key)) {
            if (const auto value = node->value_exact<bool>()) {
                into = *value;
            } else {
                fail("\"" + std::string(key) + "\" is true or false", node);
            }
        }
    }

    template <typename T>
    void number(std::string_view key, T &into, bool required = false)
    {
        const auto *node = find(key, required);
        if (!node) {
            return;
        }
        const auto value = node->value_exact<std::int64_t>();
        if (!value || *value < 0 || *value > std::numeric_limits<T>::max()) {
            fail("\"" + std::string(key) + "\" is a number from 0 to " + std::to_string(std::numeric_limits<T>::max()),
                node);
            return;
        }
        into = static_cast<T>(*value);
    }

    /// Calls @p each with every element of the array @p key.
    template <typename Each>
    void array(std::string_view key, Each each, bool required = false)
    {
        const auto *node = find(key, required);
        if (!node) {
            return;
        }
        if (!node->is_array()) {
            fail("\"" + std::string(key) + "\" is a list", node);
            return;
        }
        for (const auto &element : *node->as_array()) {
            each(element);
        }
    }

    template <typename T, typename Parse>
    void names(std::string_view key, std::vector<T> &into, Parse parse, bool required = false)
    {
        if (find(key)) {
            into.clear();
        }
        array(
            key,
            [&](const toml::node &element) {
                const auto text = element.value_exact<std::string>();
                if (const auto value = text ? parse(*text) : std::nullopt) {
                    into.push_back(*value);
                } else {
                    fail("unknown name in \"" + std::string(key) + "\"", &element);
                }
            },
            required);
    }

    /// Calls @p each with a reader for every table of the array @p key.
    template <typename Each>
    void tables(std::string_view key, Each each)
    {
        array(key, [&](const toml::node &element) {
            if (!element.is_table()) {
                fail("\"" + std::string(key) + "\" is written as [[" + std::string(key) + "]]", &element);
                return;
            }
            TableReader inner(*element.as_table(), m_origin, "[[" + std::string(key) + "]]");
            each(inner);
            take(inner.error());
        });
    }

    void validated(const Status &status)
    {
        if (!status) {
            fail(status.error().text, nullptr, status.error().code);
        }
    }

    const std::string &origin() const { return m_origin; }

private:
    const toml::table &m_table;
    const std::string &m_origin;
    std::string m_name;
    std::optional<Error> m_error;
};

void readPorts(TableReader &reader, RuleSettings &rule)
{
    reader.array("ports", [&](const toml::node &element) {
        std::string text;
        if (const auto number = element.value_exact<std::int64_t>()) {
            text = std::to_string(*number);
        } else {
            text = element.value_exact<std::string>().value_or("");
        }
        if (const auto range = parsePortRange(text)) {
            rule.ports.push_back(*range);
        } else {
            reader.fail(range.error().text, &element, range.error().code);
        }
    });
}

void readHooks(TableReader &reader, RuleSettings &rule)
{
    if (!reader.find("hooks")) {
        return;
    }
    rule.prerouting = rule.output = false;
    reader.array("hooks", [&](const toml::node &element) {
        const auto name = element.value_exact<std::string>().value_or("");
        if (name == "prerouting") {
            rule.prerouting = true;
        } else if (name == "output") {
            rule.output = true;
        } else {
            reader.fail("a hook is \"prerouting\" or \"output\"", &element);
        }
    });
}

void readNetwork(TableReader &reader, std::string_view key, std::optional<Network> &into)
{
    std::string text;
    reader.string(key, text);
    if (text.empty()) {
        return;
    }
    if (auto network = parseNetwork(text)) {
        into = *network;
    } else {
        reader.fail(network.error().text, reader.find(key), network.error().code);
    }
}

RuleSettings readRule(TableReader &reader, const std::string &helper)
{
    reader.allowOnly({"id", "l4", "ports", "l3", "hooks", "iif", "oif", "src", "dst"});
    RuleSettings rule;
    rule.helper = helper;
    rule.l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6};
    std::uint32_t id = 0;
    reader.number("id", id);
    rule.id = RuleId {id};
    std::string l4;
    reader.string("l4", l4, true);
    if (const auto protocol = l4FromString(l4)) {
        rule.l4 = *protocol;
    } else {
        reader.fail("\"l4\" is one of tcp, udp, sctp, dccp", reader.find("l4"));
    }
    readPorts(reader, rule);
    reader.names("l3", rule.l3, l3FromString);
    readHooks(reader, rule);
    reader.string("iif", rule.inInterface);
    reader.string("oif", rule.outInterface);
    readNetwork(reader, "src", rule.source);
    readNetwork(reader, "dst", rule.destination);
    reader.validated(validate(rule));
    return rule;
}

ExpectationPolicy readPolicy(TableReader &reader)
{
    reader.allowOnly({"name", "max", "timeout"});
    ExpectationPolicy policy;
    reader.string("name", policy.name, true);
    reader.number("max", policy.maxExpected, true);
    reader.number("timeout", policy.timeoutSeconds, true);
    reader.validated(validatePolicies({policy}));
    return policy;
}

void readOptions(TableReader &reader, HelperSettings &helper)
{
    const auto *node = reader.find("options");
    if (!node) {
        return;
    }
    if (!node->is_table()) {
        reader.fail("\"options\" is written as [options]", node);
        return;
    }
    for (const auto &[key, value] : *node->as_table()) {
        if (const auto text = value.value_exact<std::string>()) {
            helper.options.emplace(std::string(key.str()), *text);
        } else {
            reader.fail("option \"" + std::string(key.str()) + "\" is a text in quotes", &value);
        }
    }
}

HelperSettings readHelperSettings(TableReader &reader, const std::string &name)
{
    HelperSettings helper;
    helper.name = name;
    helper.l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6};
    reader.boolean("enabled", helper.enabled);
    reader.names("l3", helper.l3, l3FromString);
    reader.names("l4", helper.l4, l4FromString, true);
    reader.number("queue", helper.queue, true);
    reader.number("queue_length", helper.queueLength);
    reader.number("private_length", helper.privateLength);
    reader.string("script", helper.script);
    readOptions(reader, helper);
    reader.tables("policy", [&](TableReader &inner) { helper.policies.push_back(readPolicy(inner)); });
    reader.validated(validate(helper));
    return helper;
}

HelperDocument readDocument(TableReader &reader)
{
    HelperDocument document;
    reader.string("name", document.name, true);
    reader.validated(validateHelperName(document.name));
    bool registered = true;
    reader.boolean("register", registered);
    if (registered) {
        reader.allowOnly({"name", "register", "enabled", "l3", "l4", "queue", "queue_length", "private_length",
            "script", "options", "policy", "rule"});
        document.helper = readHelperSettings(reader, document.name);
    } else {
        reader.allowOnly({"name", "register", "rule"});
    }
    reader.tables("rule", [&](TableReader &inner) { document.rules.push_back(readRule(inner, document.name)); });
    return document;
}

Result<toml::table> parse(std::string_view text, const std::string &origin)
{
    try {
        return toml::parse(text, origin);
    } catch (const toml::parse_error &error) {
        return Error {ErrorCode::InvalidArgument,
            origin + ":" + std::to_string(error.source().begin.line) + ": " + std::string(error.description())};
    }
}

} // namespace

Result<HelperDocument> readHelper(std::string_view toml, const std::string &origin)
{
    const auto table = parse(toml, origin);
    if (!table) {
        return table.error();
    }
    TableReader reader(*table, origin, "the file");
    auto document = readDocument(reader);
    if (reader.error()) {
        return *reader.error();
    }
    return document;
}

Result<std::vector<HelperDocument>> readAll(std::string_view toml, const std::string &origin)
{
    const auto table = parse(toml, origin);
    if (!table) {
        return table.error();
    }
    TableReader reader(*table, origin, "the text");
    std::vector<HelperDocument> documents;
    if (reader.find("name")) {
        documents.push_back(readDocument(reader));
    } else {
        reader.allowOnly({"helper"});
        std::set<std::string> names;
        reader.tables("helper", [&](TableReader &inner) {
            documents.push_back(readDocument(inner));
            if (!names.insert(documents.back().name).second) {
                inner.fail("helper " + documents.back().name + " is there twice");
            }
        });
    }
    if (reader.error()) {
        return *reader.error();
    }
    return documents;
}

Result<GeneralSettings> readGeneral(std::string_view toml, const std::string &origin)
{
    const auto table = parse(toml, origin);
    if (!table) {
        return table.error();
    }
    TableReader reader(*table, origin, "the file");
    reader.allowOnly({"helper_user", "hang_timeout_ms"});
    GeneralSettings settings;
    reader.string("helper_user", settings.helperUser);
    reader.number("hang_timeout_ms", settings.hangTimeoutMs);
    if (settings.helperUser.empty() || settings.helperUser.size() > MaxUserNameLength) {
        reader.fail("\"helper_user\" is the name of a user", reader.find("helper_user"));
    }
    if (settings.hangTimeoutMs < MinHangTimeoutMs || settings.hangTimeoutMs > MaxHangTimeoutMs) {
        reader.fail("\"hang_timeout_ms\" is 100 to 60000 milliseconds", reader.find("hang_timeout_ms"));
    }
    if (reader.error()) {
        return *reader.error();
    }
    return settings;
}

} // namespace Trackhand::SettingsDocument
