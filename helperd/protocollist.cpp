// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/protocollist.h"

#include "helpers/registry.h"

namespace Trackhand {

namespace {

std::string inQuotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out += '"';
}

template <typename Range, typename Text>
std::string list(const Range &values, Text text)
{
    std::string out = "[";
    for (const auto &value : values) {
        out += (out.size() > 1 ? "," : "") + text(value);
    }
    return out += ']';
}

std::string member(std::string_view name, const std::string &value)
{
    return ',' + inQuotes(name) + ':' + value;
}

std::string classText(const ExpectationClass &kind)
{
    return "{\"name\":" + inQuotes(kind.name) + member("max", std::to_string(kind.maximum))
        + member("timeout", std::to_string(kind.timeoutSeconds)) + '}';
}

std::string optionText(const OptionSpec &option)
{
    return "{\"name\":" + inQuotes(option.name) + member("kind", inQuotes(toString(option.kind)))
        + member("default", inQuotes(option.defaultValue)) + member("text", inQuotes(option.text))
        + (option.grants == OptionGrant::None ? "" : member("grants", inQuotes(toString(option.grants)))) + '}';
}

std::string rightsText(const ExpectationRights &rights)
{
    std::vector<std::string_view> names;
    const auto name = [&names](bool has, std::string_view right) {
        if (has) {
            names.push_back(right);
        }
    };
    name(rights.looseSource, "loose-source");
    name(rights.permanent, "permanent");
    name(rights.lowPorts, "low-ports");
    name(rights.sameHelper, "same-helper");
    name(rights.gre, "gre");
    return list(names, inQuotes);
}

} // namespace

std::string protocolLine(const HelperDescriptor &protocol)
{
    const auto name = [](auto value) {
        return inQuotes(toString(value));
    };
    return "{\"name\":" + inQuotes(protocol.name) + member("summary", inQuotes(protocol.summary))
        + member("advice", inQuotes(protocol.advice)) + member("l3", list(protocol.l3, name))
        + member("l4", list(protocol.l4, name))
        + member("ports", list(protocol.ports, [](std::uint16_t port) { return std::to_string(port); }))
        + member("classes", list(protocol.classes, classText))
        + member("private_length", std::to_string(protocol.privateDataLength))
        + member("rights", rightsText(protocol.rights)) + member("options", list(protocol.options, optionText)) + "}\n";
}

std::string protocolList()
{
    std::string out;
    for (const HelperDescriptor *protocol : availableHelpers()) {
        out += protocolLine(*protocol);
    }
    return out;
}

} // namespace Trackhand
