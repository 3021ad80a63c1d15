// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/helperinterface.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "backend/service/helperarguments.h"
#include "wire/dbus/names.h"

#include <algorithm>

namespace Trackhand {

namespace {

QString stateName(HelperState state)
{
    switch (state) {
    case HelperState::Running:
        return QStringLiteral("running");
    case HelperState::Starting:
        return QStringLiteral("starting");
    case HelperState::Restarting:
        return QStringLiteral("restarting");
    case HelperState::Disabled:
        return QStringLiteral("disabled");
    case HelperState::Failed:
        break;
    }
    return QStringLiteral("failed");
}

BusCounters toBus(const HelperCounters &counters)
{
    return {
        {QStringLiteral("queue_depth"), counters.queueDepth},
        {QStringLiteral("kernel_dropped"), counters.kernelDropped},
        {QStringLiteral("socket_dropped"), counters.socketDropped},
        {QStringLiteral("fail_open"), counters.failOpen},
        {QStringLiteral("restarts"), counters.restarts},
        {QStringLiteral("packets"), counters.packets},
        {QStringLiteral("accepted"), counters.accepted},
        {QStringLiteral("dropped"), counters.dropped},
        {QStringLiteral("mangled"), counters.mangled},
        {QStringLiteral("refused"), counters.refused},
        {QStringLiteral("expectations"), counters.expectations},
        {QStringLiteral("expectations_waiting"), counters.expectationsWaiting},
        {QStringLiteral("events_lost"), counters.eventsLost},
        {QStringLiteral("verdicts_lost"), counters.verdictsLost},
        {QStringLiteral("latency_p50_ns"), counters.latencyP50Ns},
        {QStringLiteral("latency_p99_ns"), counters.latencyP99Ns},
    };
}

BusLatencies toBus(const Wire::LatencyCounts &counts)
{
    BusLatencies map;
    for (std::size_t bucket = 0; bucket < counts.size(); ++bucket) {
        if (counts[bucket] != 0) {
            map.insert(uint(bucket), counts[bucket]);
        }
    }
    return map;
}

BusOptions toBus(const std::map<std::string, std::string> &options)
{
    BusOptions map;
    for (const auto &[key, value] : options) {
        map.insert(toQt(key), toQt(value));
    }
    return map;
}

QVariantMap toProperties(const HelperStatus &helper)
{
    const HelperSettings &settings = helper.settings;
    return {
        {QStringLiteral("Name"), toQt(settings.name)},
        {QStringLiteral("Owner"), helper.foreign ? QStringLiteral("foreign") : QStringLiteral("trackhand")},
        {QStringLiteral("L3"), protocolNames(settings.l3)},
        {QStringLiteral("L4"), protocolNames(settings.l4)},
        {QStringLiteral("Queue"), uint(settings.queue)},
        {QStringLiteral("QueueLength"), settings.queueLength},
        {QStringLiteral("Policies"), QVariant::fromValue(Trackhand::toBus(settings.policies))},
        {QStringLiteral("PrivateLength"), settings.privateLength},
        {QStringLiteral("Options"), QVariant::fromValue(toBus(settings.options))},
        {QStringLiteral("Script"), toQt(settings.script)},
        {QStringLiteral("State"), stateName(helper.state)},
        {QStringLiteral("Problem"), toQt(helper.problem)},
        {QStringLiteral("ProcessId"), helper.processId},
        {QStringLiteral("Counters"), QVariant::fromValue(toBus(helper.counters))},
        {QStringLiteral("Latencies"), QVariant::fromValue(toBus(helper.counters.latencies))},
    };
}

} // namespace

HelperInterface::HelperInterface(HelperManager &manager)
    : m_manager(manager)
{
}

QString HelperInterface::name() const
{
    return QLatin1String(Wire::Bus::HelperInterface);
}

bool HelperInterface::servesPath(const QString &path) const
{
    const QString folder = QLatin1String(Wire::Bus::HelpersPath) + QLatin1Char('/');
    return path.startsWith(folder) && path.indexOf(QLatin1Char('/'), folder.size()) < 0;
}

QMap<QString, QVariantMap> HelperInterface::objects() const
{
    QMap<QString, QVariantMap> all;
    for (const HelperStatus &helper : m_manager.helpers()) {
        all.insert(toQt(Wire::Bus::helperPath(helper.settings.name)), toProperties(helper));
    }
    return all;
}

Result<QVariantList> HelperInterface::call(const BusCall &call)
{
    const auto helpers = m_manager.helpers();
    const std::string path = fromQt(call.path);
    const auto helper = std::find_if(helpers.begin(), helpers.end(),
        [&](const HelperStatus &one) { return Wire::Bus::helperPath(one.settings.name) == path; });
    if (helper == helpers.end()) {
        return Error {ErrorCode::NoSuchHelper,
            "there is no helper at " + path + "; \"trackhandctl helper list\" shows those there are"};
    }
    if (call.method == QLatin1String("Diagnose")) {
        return diagnose(helper->settings.name);
    }
    const Status changed = change(helper->settings.name, call);
    if (!changed) {
        return changed.error();
    }
    return QVariantList {};
}

Status HelperInterface::change(const std::string &helper, const BusCall &call)
{
    if (call.method == QLatin1String("Enable")) {
        return m_manager.enable(helper);
    }
    if (call.method == QLatin1String("Disable")) {
        return m_manager.disable(helper);
    }
    if (call.method == QLatin1String("Delete")) {
        return m_manager.remove(helper, call.arguments.at(0).toBool());
    }
    const auto request = helperRequest(call.arguments.at(0));
    return request ? m_manager.set(helper, *request) : Status(request.error());
}

Result<QVariantList> HelperInterface::diagnose(const std::string &helper) const
{
    const auto links = m_manager.diagnose(helper);
    if (!links) {
        return links.error();
    }
    BusMaps list;
    for (const DiagnosisLink &link : *links) {
        list.append({
            {QStringLiteral("link"), toQt(link.link)},
            {QStringLiteral("ok"), link.ok},
            {QStringLiteral("text"), toQt(link.text)},
            {QStringLiteral("remedy"), toQt(link.remedy)},
        });
    }
    return QVariantList {QVariant::fromValue(list)};
}

} // namespace Trackhand
