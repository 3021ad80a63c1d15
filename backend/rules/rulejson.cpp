// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/rulejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace Trackhand::RuleJson {

namespace {

constexpr std::string_view CommentPrefix = "trackhand:"; // and the rule's id: how a line in the kernel is known as ours

QString text(std::string_view from)
{
    return QString::fromUtf8(from.data(), static_cast<qsizetype>(from.size()));
}

QJsonObject inTable(QJsonObject properties)
{
    properties["family"_L1] = "inet"_L1;
    properties["table"_L1] = text(RuleTableName);
    return properties;
}

QJsonObject command(QLatin1String verb, QLatin1String kind, const QJsonObject &properties)
{
    return {{verb, QJsonObject {{kind, properties}}}};
}

QByteArray transaction(const QJsonArray &commands)
{
    return QJsonDocument(QJsonObject {{"nftables"_L1, commands}}).toJson(QJsonDocument::Compact);
}

QJsonObject equal(const QJsonValue &left, const QJsonValue &right)
{
    return {{"match"_L1, QJsonObject {{"op"_L1, "=="_L1}, {"left"_L1, left}, {"right"_L1, right}}}};
}

QJsonObject meta(QLatin1String key)
{
    return {{"meta"_L1, QJsonObject {{"key"_L1, key}}}};
}

QJsonObject payload(std::string_view protocol, QLatin1String field)
{
    return {{"payload"_L1, QJsonObject {{"protocol"_L1, text(protocol)}, {"field"_L1, field}}}};
}

QJsonValue port(const PortRange &range)
{
    if (range.first == range.last) {
        return range.first;
    }
    return QJsonObject {{"range"_L1, QJsonArray {range.first, range.last}}};
}

QJsonValue portSet(const std::vector<PortRange> &ranges)
{
    if (ranges.size() == 1) {
        return port(ranges.front());
    }
    QJsonArray members;
    for (const auto &range : ranges) {
        members.append(port(range));
    }
    return QJsonObject {{"set"_L1, members}};
}

QJsonObject network(L3Protocol family, QLatin1String field, const Network &net)
{
    const QJsonObject prefix {{"addr"_L1, text(net.address.toString())}, {"len"_L1, net.prefixLength}};
    return equal(payload(family == L3Protocol::Ipv6 ? "ip6" : "ip", field), QJsonObject {{"prefix"_L1, prefix}});
}

QJsonArray statements(const RuleLine &line)
{
    const auto &object = line.object;
    QJsonArray all;
    if (!line.interfaceName.empty()) {
        const auto key = line.hook == RuleHook::Prerouting ? "iifname"_L1 : "oifname"_L1;
        all.append(equal(meta(key), text(line.interfaceName)));
    }
    all.append(equal(meta("nfproto"_L1), text(toString(object.l3))));
    if (line.source) {
        all.append(network(object.l3, "saddr"_L1, *line.source));
    }
    if (line.destination) {
        all.append(network(object.l3, "daddr"_L1, *line.destination));
    }
    if (line.ports.empty()) {
        all.append(equal(meta("l4proto"_L1), text(toString(object.l4))));
    } else {
        all.append(equal(payload(toString(object.l4), "dport"_L1), portSet(line.ports)));
    }
    all.append(QJsonObject {{"counter"_L1, QJsonValue::Null}});
    all.append(QJsonObject {{"ct helper"_L1, text(object.name())}});
    return all;
}

QJsonObject addChain(RuleHook hook)
{
    const auto name = text(toString(hook));
    return command("add"_L1, "chain"_L1,
        inTable({{"name"_L1, name}, {"type"_L1, "filter"_L1}, {"hook"_L1, name}, {"prio"_L1, RuleChainPriority},
            {"policy"_L1, "accept"_L1}}));
}

QJsonObject addObject(const HelperObject &object)
{
    return command("add"_L1, "ct helper"_L1,
        inTable({{"name"_L1, text(object.name())}, {"type"_L1, text(object.helper)},
            {"protocol"_L1, text(toString(object.l4))},
            {"l3proto"_L1, object.l3 == L3Protocol::Ipv6 ? "ip6"_L1 : "ip"_L1}}));
}

QJsonObject ruleOf(const RuleLine &line)
{
    const auto comment = std::string(CommentPrefix) + std::to_string(static_cast<std::uint32_t>(line.id));
    return inTable(
        {{"chain"_L1, text(toString(line.hook))}, {"comment"_L1, text(comment)}, {"expr"_L1, statements(line)}});
}

QJsonObject addLine(const RuleLine &line)
{
    return command("add"_L1, "rule"_L1, ruleOf(line));
}

/// Before the first line that the rule has in the chain; where it has none, at the end.
QJsonObject addLineInPlace(const TableState &state, const RuleLine &line)
{
    const auto old = std::ranges::find_if(
        state.rules, [&](const TableRule &rule) { return rule.id == line.id && rule.chain == toString(line.hook); });
    if (old == state.rules.end()) {
        return addLine(line);
    }
    auto rule = ruleOf(line);
    rule["handle"_L1] = static_cast<qint64>(old->handle);
    return command("insert"_L1, "rule"_L1, rule);
}

QJsonObject deleteObject(const std::string &name)
{
    return command("delete"_L1, "ct helper"_L1, inTable({{"name"_L1, text(name)}}));
}

void appendTable(QJsonArray &commands)
{
    commands.append(
        command("add"_L1, "table"_L1, QJsonObject {{"family"_L1, "inet"_L1}, {"name"_L1, text(RuleTableName)}}));
    commands.append(addChain(RuleHook::Prerouting));
    commands.append(addChain(RuleHook::Output));
}

void appendRule(QJsonArray &commands, const RuleSettings &rule)
{
    const auto lines = linesOf(rule);
    for (const auto &object : objectsOf(lines)) {
        commands.append(addObject(object));
    }
    for (const auto &line : lines) {
        commands.append(addLine(line));
    }
}

/// The lines of rule @p id, and the objects that neither others nor @p needed name.
void appendRemoval(QJsonArray &commands, const TableState &state, RuleId id, std::set<std::string> needed)
{
    std::set<std::string> released;
    for (const auto &rule : state.rules) {
        if (rule.id != id) {
            needed.insert(rule.object);
            continue;
        }
        released.insert(rule.object);
        commands.append(command("delete"_L1, "rule"_L1,
            inTable({{"chain"_L1, text(rule.chain)}, {"handle"_L1, static_cast<qint64>(rule.handle)}})));
    }
    for (const auto &object : released) {
        if (!needed.contains(object) && state.objects.contains(object)) {
            commands.append(deleteObject(object));
        }
    }
}

std::optional<RuleId> idFromComment(const std::string &comment)
{
    if (!comment.starts_with(CommentPrefix)) {
        return std::nullopt;
    }
    std::uint32_t id = 0;
    const char *const end = comment.data() + comment.size();
    const auto [stop, error] = std::from_chars(comment.data() + CommentPrefix.size(), end, id);
    return error == std::errc {} && stop == end ? std::optional(RuleId {id}) : std::nullopt;
}

TableRule parseRule(const QJsonObject &json)
{
    TableRule rule;
    rule.chain = json["chain"_L1].toString().toStdString();
    rule.handle = static_cast<std::uint64_t>(json["handle"_L1].toInteger());
    rule.id = idFromComment(json["comment"_L1].toString().toStdString());
    for (const auto &statement : json["expr"_L1].toArray()) {
        const auto object = statement.toObject();
        if (const auto counter = object["counter"_L1].toObject(); !counter.isEmpty()) {
            rule.counters.packets += static_cast<std::uint64_t>(counter["packets"_L1].toInteger());
            rule.counters.bytes += static_cast<std::uint64_t>(counter["bytes"_L1].toInteger());
        }
        if (const auto name = object["ct helper"_L1].toString(); !name.isEmpty()) {
            rule.object = name.toStdString();
        }
    }
    return rule;
}

} // namespace

Result<TableState> parseTable(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document["nftables"_L1].isArray()) {
        return Error {ErrorCode::Failed, "nftables listed the table in a form this program does not know"};
    }
    TableState state;
    for (const auto &element : document["nftables"_L1].toArray()) {
        const auto object = element.toObject();
        if (const auto rule = object["rule"_L1].toObject(); !rule.isEmpty()) {
            state.rules.push_back(parseRule(rule));
        }
        if (const auto helper = object["ct helper"_L1].toObject(); !helper.isEmpty()) {
            state.objects.insert(helper["name"_L1].toString().toStdString());
        }
    }
    return state;
}

QByteArray add(const RuleSettings &rule)
{
    QJsonArray commands;
    appendTable(commands);
    appendRule(commands, rule);
    return transaction(commands);
}

QByteArray change(const TableState &state, const RuleSettings &rule)
{
    QJsonArray commands;
    appendTable(commands);
    const auto lines = linesOf(rule);
    std::set<std::string> needed;
    for (const auto &object : objectsOf(lines)) {
        commands.append(addObject(object));
        needed.insert(object.name());
    }
    for (const auto &line : lines) {
        commands.append(addLineInPlace(state, line));
    }
    appendRemoval(commands, state, rule.id, std::move(needed));
    return transaction(commands);
}

QByteArray remove(const TableState &state, RuleId id)
{
    QJsonArray commands;
    appendRemoval(commands, state, id, {});
    return transaction(commands);
}

QByteArray replaceAll(const TableState &state, const std::vector<RuleSettings> &rules)
{
    QJsonArray commands;
    appendTable(commands);
    for (const auto hook : {RuleHook::Prerouting, RuleHook::Output}) {
        commands.append(command("flush"_L1, "chain"_L1, inTable({{"name"_L1, text(toString(hook))}})));
    }
    auto unneeded = state.objects;
    for (const auto &rule : rules) {
        for (const auto &object : objectsOf(linesOf(rule))) {
            unneeded.erase(object.name());
        }
    }
    for (const auto &object : unneeded) {
        commands.append(deleteObject(object));
    }
    for (const auto &rule : rules) {
        appendRule(commands, rule);
    }
    return transaction(commands);
}

std::map<RuleId, std::size_t> lineCounts(const TableState &state)
{
    std::map<RuleId, std::size_t> lines;
    for (const auto &rule : state.rules) {
        if (rule.id) {
            ++lines[*rule.id];
        }
    }
    return lines;
}

std::map<RuleId, RuleCounters> counters(const TableState &state)
{
    std::map<RuleId, RuleCounters> sums;
    for (const auto &rule : state.rules) {
        if (rule.id) {
            auto &sum = sums[*rule.id];
            sum.packets += rule.counters.packets;
            sum.bytes += rule.counters.bytes;
        }
    }
    return sums;
}

} // namespace Trackhand::RuleJson
