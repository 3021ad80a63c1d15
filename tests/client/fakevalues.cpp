// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakevalues.h"

#include "tests/client/fakebackend.h"

namespace Trackhand {

namespace {

QString previewText(const RuleInfo &rule)
{
    QStringList lines;
    for (const QString &hook : rule.hooks) {
        QString line = hook + QStringLiteral(": ");
        if (!rule.inInterface.isEmpty()) {
            line += QStringLiteral("iifname \"%1\" ").arg(rule.inInterface);
        }
        if (!rule.source.isEmpty()) {
            line += QStringLiteral("ip saddr %1 ").arg(rule.source);
        }
        if (!rule.destination.isEmpty()) {
            line += QStringLiteral("ip daddr %1 ").arg(rule.destination);
        }
        for (const PortRange &range : rule.ports) {
            line += QStringLiteral("%1 dport %2 ").arg(rule.l4).arg(range.first);
        }
        lines.append(line + QStringLiteral("counter ct helper set \"%1\"").arg(rule.helper));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

RuleInfo ruleFrom(const QVariantMap &map)
{
    RuleInfo rule;
    rule.l4 = text("tcp");
    rule.hooks = QStringList {text("prerouting"), text("output")};
    rule.l3 = QStringList {text("ipv4"), text("ipv6")};
    take(map, "helper", rule.helper);
    take(map, "l4", rule.l4);
    take(map, "ports", rule.ports);
    take(map, "hooks", rule.hooks);
    take(map, "l3", rule.l3);
    take(map, "iif", rule.inInterface);
    take(map, "oif", rule.outInterface);
    take(map, "src", rule.source);
    take(map, "dst", rule.destination);
    rule.text = previewText(rule);
    return rule;
}

QString iptablesText(const RuleInfo &rule)
{
    QStringList lines;
    for (const QString &hook : rule.hooks) {
        QString line = QStringLiteral("iptables -t raw -A %1 -p %2").arg(hook.toUpper(), rule.l4);
        for (const PortRange &range : rule.ports) {
            line += QStringLiteral(" --dport %1").arg(range.first);
        }
        lines.append(line + QStringLiteral(" -j CT --helper %1").arg(rule.helper));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariantMap protocolMap(const ProtocolInfo &protocol)
{
    VariantMapList options;
    for (const ProtocolOptionInfo &option : protocol.options) {
        options.append(
            {{text("name"), option.name}, {text("default"), option.defaultValue}, {text("text"), option.text}});
    }
    return {{text("name"), protocol.name}, {text("summary"), protocol.summary}, {text("advice"), protocol.advice},
        {text("l3"), protocol.l3}, {text("l4"), protocol.l4}, {text("ports"), QVariant::fromValue(protocol.ports)},
        {text("policies"), QVariant::fromValue(protocol.policies)}, {text("private-length"), protocol.privateLength},
        {text("module"), protocol.module}, {text("options"), QVariant::fromValue(options)}};
}

QVariantMap evidenceMap(const EvidenceInfo &evidence)
{
    return {{text("id"), evidence.id}, {text("helper"), evidence.helper},
        {text("time"), QVariant::fromValue(qulonglong(evidence.timeNs))}, {text("reason"), evidence.reason},
        {text("packets"), evidence.packets}, {text("bytes"), QVariant::fromValue(qulonglong(evidence.size))},
        {text("in_hand"), evidence.inHand}};
}

QVariantMap incidentMap(const IncidentInfo &incident)
{
    return {{text("severity"), incident.severity}, {text("helper"), incident.helper}, {text("text"), incident.text},
        {text("time"), QVariant::fromValue(qulonglong(incident.timeNs))}, {text("rules"), incident.aboutRules},
        {text("evidence"), incident.evidence}};
}

QVariantMap FakeBackend::propertiesOf(const HelperInfo &helper)
{
    LatencyMap latencies;
    for (std::size_t bucket = 0; bucket < helper.latencies.size(); ++bucket) {
        if (helper.latencies[bucket] != 0) {
            latencies.insert(uint(bucket), helper.latencies[bucket]);
        }
    }
    return {{text("Name"), helper.name}, {text("Owner"), helper.owner}, {text("L3"), helper.l3},
        {text("L4"), helper.l4}, {text("Queue"), helper.queue}, {text("QueueLength"), helper.queueLength},
        {text("Policies"), QVariant::fromValue(helper.policies)}, {text("PrivateLength"), helper.privateLength},
        {text("Options"), QVariant::fromValue(helper.options)}, {text("Script"), helper.script},
        {text("State"), helper.state}, {text("Problem"), helper.problem}, {text("ProcessId"), helper.processId},
        {text("Counters"), QVariant::fromValue(helper.counters)}, {text("Latencies"), QVariant::fromValue(latencies)}};
}

QVariantMap FakeBackend::propertiesOf(const RuleInfo &rule)
{
    return {{text("Id"), rule.id}, {text("Helper"), rule.helper}, {text("L3"), rule.l3}, {text("L4"), rule.l4},
        {text("Ports"), QVariant::fromValue(rule.ports)}, {text("Hooks"), rule.hooks},
        {text("InInterface"), rule.inInterface}, {text("OutInterface"), rule.outInterface},
        {text("Source"), rule.source}, {text("Destination"), rule.destination}, {text("Packets"), rule.packets},
        {text("Bytes"), rule.bytes}, {text("Text"), rule.text}};
}

QVariantMap FakeBackend::propertiesOf(const ManagerInfo &manager)
{
    return {{text("Version"), manager.version}, {text("KernelRelease"), manager.kernelRelease},
        {text("KernelSupported"), manager.kernelSupported}, {text("Problem"), manager.problem}};
}

} // namespace Trackhand
