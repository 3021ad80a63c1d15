// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/ruletext.h"
#include "backend/settings/settingsdocument.h"

#include <cstdio>

// Written by hand rather than by toml++'s formatter, which sorts keys: a person reads and edits these files.
namespace Trackhand::SettingsDocument {

namespace {

std::string inQuotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04X", byte);
            out += escape;
        } else {
            out += c;
        }
    }
    return out + '"';
}

template <typename T, typename Format>
std::string array(const std::vector<T> &values, Format format)
{
    std::string out = "[";
    for (const auto &value : values) {
        out += (out.size() > 1 ? ", " : "") + format(value);
    }
    return out + "]";
}

template <typename T>
std::string protocolNames(const std::vector<T> &protocols)
{
    return array(protocols, [](T protocol) { return inQuotes(toString(protocol)); });
}

std::string ports(const std::vector<PortRange> &ranges)
{
    return array(ranges, [](const PortRange &range) {
        return range.first == range.last ? std::to_string(range.first) : inQuotes(toString(range));
    });
}

std::string hooks(const RuleSettings &rule)
{
    std::vector<std::string> names;
    if (rule.prerouting) {
        names.push_back("prerouting");
    }
    if (rule.output) {
        names.push_back("output");
    }
    return array(names, inQuotes);
}

void line(std::string &out, const char *key, const std::string &value)
{
    out += std::string(key) + " = " + value + "\n";
}

void writeRule(std::string &out, const RuleSettings &rule, const std::string &prefix)
{
    out += "\n[[" + prefix + "rule]]\n";
    if (rule.id != RuleId {}) {
        line(out, "id", std::to_string(static_cast<std::uint32_t>(rule.id)));
    }
    line(out, "l4", inQuotes(toString(rule.l4)));
    line(out, "ports", ports(rule.ports));
    line(out, "l3", protocolNames(rule.l3));
    line(out, "hooks", hooks(rule));
    for (const auto &[key, value] : {std::pair {"iif", rule.inInterface}, std::pair {"oif", rule.outInterface}}) {
        if (!value.empty()) {
            line(out, key, inQuotes(value));
        }
    }
    for (const auto &[key, network] : {std::pair {"src", rule.source}, std::pair {"dst", rule.destination}}) {
        if (network) {
            line(out, key, inQuotes(network->toString()));
        }
    }
}

void writeHelper(std::string &out, const HelperSettings &helper, const std::string &prefix)
{
    line(out, "enabled", helper.enabled ? "true" : "false");
    line(out, "l3", protocolNames(helper.l3));
    line(out, "l4", protocolNames(helper.l4));
    line(out, "queue", std::to_string(helper.queue));
    line(out, "queue_length", std::to_string(helper.queueLength));
    line(out, "private_length", std::to_string(helper.privateLength));
    if (!helper.script.empty()) {
        line(out, "script", inQuotes(helper.script));
    }
    if (!helper.options.empty()) {
        out += "\n[" + prefix + "options]\n";
        for (const auto &[key, value] : helper.options) {
            out += inQuotes(key) + " = " + inQuotes(value) + "\n";
        }
    }
    for (const auto &policy : helper.policies) {
        out += "\n[[" + prefix + "policy]]\n";
        line(out, "name", inQuotes(policy.name));
        line(out, "max", std::to_string(policy.maxExpected));
        line(out, "timeout", std::to_string(policy.timeoutSeconds));
    }
}

std::string body(const HelperDocument &document, const std::string &prefix)
{
    std::string out;
    line(out, "name", inQuotes(document.name));
    if (document.helper) {
        writeHelper(out, *document.helper, prefix);
    } else {
        line(out, "register", "false");
    }
    for (const auto &rule : document.rules) {
        writeRule(out, rule, prefix);
    }
    return out;
}

} // namespace

std::string write(const HelperDocument &document)
{
    return "# A helper of Trackhand with its rules. Read at start; `trackhandctl` writes it too.\n"
        + body(document, "");
}

std::string write(const std::vector<HelperDocument> &documents)
{
    std::string out;
    for (const auto &document : documents) {
        out += (out.empty() ? "[[helper]]\n" : "\n[[helper]]\n") + body(document, "helper.");
    }
    return out;
}

std::string write(const GeneralSettings &settings)
{
    std::string out;
    line(out, "helper_user", inQuotes(settings.helperUser));
    line(out, "hang_timeout_ms", std::to_string(settings.hangTimeoutMs));
    return out;
}

} // namespace Trackhand::SettingsDocument
