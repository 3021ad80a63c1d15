// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/ruleinterface.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "backend/service/rulearguments.h"
#include "wire/dbus/names.h"

#include <algorithm>

namespace Trackhand {

namespace {

QString toQt(const std::optional<Network> &network)
{
    return network ? Trackhand::toQt(network->toString()) : QString();
}

QStringList hookNames(const RuleSettings &rule)
{
    QStringList names;
    if (rule.prerouting) {
        names.append(QStringLiteral("prerouting"));
    }
    if (rule.output) {
        names.append(QStringLiteral("output"));
    }
    return names;
}

QVariantMap toProperties(const RuleStatus &rule)
{
    const RuleSettings &settings = rule.settings;
    return {
        {QStringLiteral("Id"), uint(settings.id)},
        {QStringLiteral("Helper"), Trackhand::toQt(settings.helper)},
        {QStringLiteral("L3"), protocolNames(settings.l3)},
        {QStringLiteral("L4"), Trackhand::toQt(toString(settings.l4))},
        {QStringLiteral("Ports"), QVariant::fromValue(toBus(settings.ports))},
        {QStringLiteral("Hooks"), hookNames(settings)},
        {QStringLiteral("InInterface"), Trackhand::toQt(settings.inInterface)},
        {QStringLiteral("OutInterface"), Trackhand::toQt(settings.outInterface)},
        {QStringLiteral("Source"), toQt(settings.source)},
        {QStringLiteral("Destination"), toQt(settings.destination)},
        {QStringLiteral("Packets"), qulonglong(rule.counters.packets)},
        {QStringLiteral("Bytes"), qulonglong(rule.counters.bytes)},
        {QStringLiteral("Text"), Trackhand::toQt(rule.text)},
    };
}

QString pathOf(const RuleStatus &rule)
{
    return Trackhand::toQt(Wire::Bus::rulePath(unsigned(rule.settings.id)));
}

} // namespace

RuleInterface::RuleInterface(HelperManager &manager)
    : m_manager(manager)
{
}

QString RuleInterface::name() const
{
    return QLatin1String(Wire::Bus::RuleInterface);
}

bool RuleInterface::servesPath(const QString &path) const
{
    const QString folder = QLatin1String(Wire::Bus::RulesPath) + QLatin1Char('/');
    return path.startsWith(folder) && path.indexOf(QLatin1Char('/'), folder.size()) < 0;
}

QMap<QString, QVariantMap> RuleInterface::objects() const
{
    QMap<QString, QVariantMap> all;
    for (const RuleStatus &rule : m_manager.rules()) {
        all.insert(pathOf(rule), toProperties(rule));
    }
    return all;
}

Result<QVariantList> RuleInterface::call(const BusCall &call)
{
    const auto rules = m_manager.rules();
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const RuleStatus &one) { return pathOf(one) == call.path; });
    if (rule == rules.end()) {
        return Error {ErrorCode::NoSuchRule,
            "there is no rule at " + fromQt(call.path) + "; \"trackhandctl rule list\" shows those there are"};
    }
    const Status done = call.method == QLatin1String("Change") ? change(rule->settings.id, call)
                                                               : m_manager.removeRule(rule->settings.id);
    if (!done) {
        return done.error();
    }
    return QVariantList {};
}

Status RuleInterface::change(RuleId id, const BusCall &call)
{
    const auto request = ruleRequest(call.arguments.at(0));
    return request ? m_manager.changeRule(id, *request) : Status(request.error());
}

} // namespace Trackhand
