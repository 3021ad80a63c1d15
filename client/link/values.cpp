// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/values.h"

#include "client/link/busvalue.h"

namespace Trackhand {

namespace {

template <typename T>
void take(const QVariantMap &map, const char *name, T &into)
{
    const auto found = map.constFind(QLatin1String(name));
    if (found != map.constEnd()) {
        into = fromBus<T>(*found);
    }
}

void takeLatencies(const QVariantMap &map, Wire::LatencyCounts &into)
{
    const auto found = map.constFind(QLatin1String("Latencies"));
    if (found == map.constEnd()) {
        return;
    }
    into.fill(0);
    const auto latencies = fromBus<LatencyMap>(*found);
    for (auto bucket = latencies.cbegin(); bucket != latencies.cend(); ++bucket) {
        if (bucket.key() < into.size()) {
            into[bucket.key()] = *bucket;
        }
    }
}

void put(QVariantMap &map, const char *name, const QString &text)
{
    if (!text.isEmpty()) {
        map.insert(QLatin1String(name), text);
    }
}

void put(QVariantMap &map, const char *name, const QStringList &list)
{
    if (!list.isEmpty()) {
        map.insert(QLatin1String(name), list);
    }
}

template <typename T>
void put(QVariantMap &map, const char *name, const std::optional<T> &value)
{
    if (value) {
        map.insert(QLatin1String(name), QVariant::fromValue(*value));
    }
}

} // namespace

void HelperInfo::apply(const QVariantMap &changed)
{
    take(changed, "Name", name);
    take(changed, "Owner", owner);
    take(changed, "L3", l3);
    take(changed, "L4", l4);
    take(changed, "Queue", queue);
    take(changed, "QueueLength", queueLength);
    take(changed, "Policies", policies);
    take(changed, "PrivateLength", privateLength);
    take(changed, "Options", options);
    take(changed, "Script", script);
    take(changed, "State", state);
    take(changed, "Problem", problem);
    take(changed, "ProcessId", processId);
    take(changed, "Counters", counters);
    takeLatencies(changed, latencies);
}

void RuleInfo::apply(const QVariantMap &changed)
{
    take(changed, "Id", id);
    take(changed, "Helper", helper);
    take(changed, "L3", l3);
    take(changed, "L4", l4);
    take(changed, "Ports", ports);
    take(changed, "Hooks", hooks);
    take(changed, "InInterface", inInterface);
    take(changed, "OutInterface", outInterface);
    take(changed, "Source", source);
    take(changed, "Destination", destination);
    take(changed, "Packets", packets);
    take(changed, "Bytes", bytes);
    take(changed, "Text", text);
}

void ManagerInfo::apply(const QVariantMap &changed)
{
    take(changed, "Version", version);
    take(changed, "KernelRelease", kernelRelease);
    take(changed, "KernelSupported", kernelSupported);
    take(changed, "Problem", problem);
}

ProtocolInfo ProtocolInfo::fromMap(const QVariantMap &map)
{
    ProtocolInfo protocol;
    take(map, "name", protocol.name);
    take(map, "summary", protocol.summary);
    take(map, "advice", protocol.advice);
    take(map, "l3", protocol.l3);
    take(map, "l4", protocol.l4);
    take(map, "ports", protocol.ports);
    take(map, "policies", protocol.policies);
    take(map, "private-length", protocol.privateLength);
    VariantMapList options;
    take(map, "options", options);
    for (const QVariantMap &entry : options) {
        ProtocolOptionInfo option;
        take(entry, "name", option.name);
        take(entry, "default", option.defaultValue);
        take(entry, "text", option.text);
        protocol.options.append(option);
    }
    take(map, "module", protocol.module);
    return protocol;
}

RefusedModuleInfo RefusedModuleInfo::fromMap(const QVariantMap &map)
{
    RefusedModuleInfo module;
    take(map, "name", module.name);
    take(map, "problem", module.problem);
    return module;
}

IncidentInfo IncidentInfo::fromMap(const QVariantMap &map)
{
    IncidentInfo incident;
    take(map, "severity", incident.severity);
    take(map, "helper", incident.helper);
    take(map, "text", incident.text);
    take(map, "time", incident.timeNs);
    take(map, "rules", incident.aboutRules);
    take(map, "evidence", incident.evidence);
    return incident;
}

EvidenceInfo EvidenceInfo::fromMap(const QVariantMap &map)
{
    EvidenceInfo evidence;
    take(map, "id", evidence.id);
    take(map, "helper", evidence.helper);
    take(map, "time", evidence.timeNs);
    take(map, "reason", evidence.reason);
    take(map, "packets", evidence.packets);
    take(map, "bytes", evidence.size);
    take(map, "in_hand", evidence.inHand);
    return evidence;
}

ScriptInfo ScriptInfo::fromMap(const QVariantMap &map)
{
    ScriptInfo script;
    take(map, "name", script.name);
    take(map, "size", script.size);
    take(map, "changed", script.changedNs);
    take(map, "previous", script.hasPrevious);
    take(map, "helpers", script.helpers);
    return script;
}

DiagnosisLinkInfo DiagnosisLinkInfo::fromMap(const QVariantMap &map)
{
    DiagnosisLinkInfo link;
    take(map, "link", link.link);
    take(map, "ok", link.ok);
    take(map, "text", link.text);
    take(map, "remedy", link.remedy);
    return link;
}

QVariantMap HelperArguments::toMap() const
{
    QVariantMap map;
    put(map, "l3", l3);
    put(map, "l4", l4);
    put(map, "queue", queue);
    put(map, "queue-length", queueLength);
    put(map, "policies", policies);
    put(map, "private-length", privateLength);
    put(map, "options", options);
    put(map, "script", script);
    return map;
}

QVariantMap RuleArguments::toMap() const
{
    QVariantMap map;
    put(map, "helper", helper);
    put(map, "l4", l4);
    put(map, "hooks", hooks);
    put(map, "l3", l3);
    put(map, "iif", inInterface);
    put(map, "oif", outInterface);
    put(map, "src", source);
    put(map, "dst", destination);
    if (!ports.isEmpty() || everyPort) {
        map.insert(QStringLiteral("ports"), QVariant::fromValue(ports));
    }
    return map;
}

} // namespace Trackhand
