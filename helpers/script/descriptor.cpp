// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/descriptor.h"

#include "helpers/descriptorcheck.h"
#include "helpers/script/runtime.h"
#include "helpers/script/tablereader.h"

#include <algorithm>
#include <lua.hpp>

namespace Trackhand::Script {

namespace {

namespace Limit = DescriptorLimit;

void readName(TableReader &table, HelperDescriptor &descriptor)
{
    descriptor.name = table.text("name", Limit::Name);
    if (!isHelperName(descriptor.name)) {
        table.complain("name", "needed: small letters, digits and '-', a letter first, 15 at most");
    }
    descriptor.summary = table.text("summary", Limit::Line);
    descriptor.advice = table.text("advice", Limit::Line);
}

void readTraffic(TableReader &table, HelperDescriptor &descriptor)
{
    for (const std::string &name : table.texts("transports")) {
        const auto l4 = l4FromString(name);
        if (!l4) {
            table.complain("transports", "a list of \"tcp\", \"udp\", \"sctp\" and \"dccp\"");
            return;
        }
        descriptor.l4.push_back(*l4);
    }
    if (descriptor.l4.empty()) {
        table.complain("transports", "needed: { \"tcp\" } or { \"udp\" }, or both");
    }
    for (const std::string &name : table.texts("families")) {
        const auto l3 = l3FromString(name);
        if (!l3 || *l3 == L3Protocol::Unspecified) {
            table.complain("families", "a list of \"ipv4\" and \"ipv6\"");
            return;
        }
        descriptor.l3.push_back(*l3);
    }
    if (descriptor.l3.empty()) {
        descriptor.l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6};
    }
    for (const std::int64_t port : table.numbers("ports", 1, 65535)) {
        descriptor.ports.push_back(static_cast<std::uint16_t>(port));
    }
}

void readClasses(TableReader &table, HelperDescriptor &descriptor)
{
    table.tables("classes", [&](TableReader &each) {
        ExpectationClass kind;
        kind.name = each.text("name", Limit::Name);
        if (!isPlainName(kind.name, "-_")) {
            each.complain("name", "needed: small letters, digits, '-' and '_', 15 at most");
        }
        kind.maximum = static_cast<std::uint32_t>(each.number("max", 1, Limit::Expectations, 1));
        kind.timeoutSeconds = static_cast<std::uint32_t>(each.number("timeout", 1, Limit::TimeoutSeconds, 300));
        descriptor.classes.push_back(kind);
    });
    if (descriptor.classes.size() > Limit::Classes) {
        table.complain("classes", "a list of at most 4");
    }
    if (descriptor.classes.empty()) {
        descriptor.classes.push_back({.name = descriptor.name, .maximum = 1, .timeoutSeconds = 300});
    }
}

template <typename Value>
std::optional<Value> named(std::string_view name, std::initializer_list<Value> values)
{
    const auto found = std::ranges::find_if(values, [name](Value value) { return toString(value) == name; });
    return found == values.end() ? std::nullopt : std::optional(*found);
}

void readOption(TableReader &each, HelperDescriptor &descriptor)
{
    OptionSpec option;
    option.name = each.text("name", Limit::OptionName);
    if (!isPlainName(option.name, "_")) {
        each.complain("name", "needed: small letters, digits and '_', 30 at most");
    }
    const std::string kind = each.text("kind", Limit::Name);
    const auto known = named(kind, {OptionKind::Boolean, OptionKind::Integer, OptionKind::Text});
    if (!known) {
        each.complain("kind", "\"bool\", \"int\" or \"string\"");
    }
    option.kind = known.value_or(OptionKind::Boolean);
    option.defaultValue = each.value("default");
    option.text = each.text("text", Limit::Line);
    option.minimum = each.number("min", INT32_MIN, INT32_MAX, 0);
    option.maximum = each.number("max", INT32_MIN, INT32_MAX, option.kind == OptionKind::Text ? 200 : INT32_MAX);
    if (each.has("grants")) {
        const auto grant = named(each.text("grants", Limit::Line),
            {OptionGrant::ForeignAddresses, OptionGrant::LowPorts, OptionGrant::LooseSource});
        if (!grant) {
            each.complain("grants", "\"foreign-addresses\", \"low-ports\" or \"loose-source\"");
        }
        option.grants = grant.value_or(OptionGrant::None);
    }
    if (option.defaultValue.empty() && option.kind != OptionKind::Text) {
        option.defaultValue = option.kind == OptionKind::Boolean ? "false" : std::to_string(option.minimum);
    }
    if (each.ok() && !OptionValues::check({option}, {{option.name, option.defaultValue}})) {
        each.complain("default", "no value that this option takes");
    }
    descriptor.options.push_back(option);
}

void readRights(TableReader &table, ExpectationRights &rights)
{
    for (const std::string &name : table.texts("rights")) {
        if (name == "loose-source") {
            rights.looseSource = true;
        } else if (name == "permanent") {
            rights.permanent = true;
        } else if (name == "low-ports") {
            rights.lowPorts = true;
        } else if (name == "same-helper") {
            rights.sameHelper = true;
        } else {
            table.complain("rights", "a list of \"loose-source\", \"permanent\", \"low-ports\" and \"same-helper\"");
        }
    }
}

View readView(TableReader &table)
{
    const std::string name = table.text("view", Limit::Name);
    if (name == "lines") {
        return View::Lines;
    }
    if (name == "stream") {
        return View::Stream;
    }
    if (!name.empty() && name != "packets") {
        table.complain("view", "\"packets\", \"lines\" or \"stream\"");
    }
    return View::Packets;
}

} // namespace

Result<Description> readDescription(Runtime &runtime, std::string_view scriptName)
{
    runtime.memory().lift();
    Description description;
    HelperDescriptor &descriptor = description.descriptor;
    std::string problem;
    TableReader table(runtime.state(), Runtime::TableIndex, {}, {}, problem);
    table.checkNames();
    readName(table, descriptor);
    readTraffic(table, descriptor);
    readClasses(table, descriptor);
    descriptor.privateDataLength = static_cast<std::uint8_t>(table.number("private_length", 0, Limit::PrivateData, 0));
    table.tables("options", [&](TableReader &each) { readOption(each, descriptor); });
    readRights(table, descriptor.rights);
    description.view = readView(table);
    descriptor.needsEmptySegments = table.boolean("empty_segments").value_or(false);
    if (!table.isFunction("on_packet")) {
        table.complain("on_packet", "needed: function(packet, connection)");
    }
    if (!problem.empty()) {
        return Error {ErrorCode::InvalidArgument, std::string(scriptName) + ": " + problem};
    }
    return description;
}

} // namespace Trackhand::Script
