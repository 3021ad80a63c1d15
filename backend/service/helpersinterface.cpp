// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/helpersinterface.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "backend/service/helperarguments.h"
#include "wire/dbus/names.h"

namespace Trackhand {

namespace {

BusMaps optionMaps(const std::vector<ProtocolOption> &options)
{
    BusMaps maps;
    for (const ProtocolOption &option : options) {
        maps.append({
            {QStringLiteral("name"), toQt(option.name)},
            {QStringLiteral("default"), toQt(option.defaultValue)},
            {QStringLiteral("text"), toQt(option.text)},
        });
    }
    return maps;
}

QVariantMap toMap(const ProtocolDescription &protocol)
{
    return {
        {QStringLiteral("name"), toQt(protocol.name)},
        {QStringLiteral("summary"), toQt(protocol.summary)},
        {QStringLiteral("advice"), toQt(protocol.advice)},
        {QStringLiteral("l3"), protocolNames(protocol.l3)},
        {QStringLiteral("l4"), protocolNames(protocol.l4)},
        {QStringLiteral("ports"), QVariant::fromValue(QList<quint16>(protocol.ports.begin(), protocol.ports.end()))},
        {QStringLiteral("policies"), QVariant::fromValue(toBus(protocol.policies))},
        {QStringLiteral("private-length"), protocol.privateLength},
        {QStringLiteral("options"), QVariant::fromValue(optionMaps(protocol.options))},
        {QStringLiteral("module"), protocol.isModule},
    };
}

} // namespace

HelpersInterface::HelpersInterface(HelperManager &manager)
    : m_manager(manager)
{
}

QString HelpersInterface::name() const
{
    return QLatin1String(Wire::Bus::HelpersInterface);
}

bool HelpersInterface::servesPath(const QString &path) const
{
    return path == QLatin1String(Wire::Bus::RootPath);
}

QMap<QString, QVariantMap> HelpersInterface::objects() const
{
    return {{QLatin1String(Wire::Bus::RootPath), {}}};
}

Result<QVariantList> HelpersInterface::call(const BusCall &call)
{
    if (call.method == QLatin1String("Add")) {
        return add(call);
    }
    if (call.method == QLatin1String("Flush")) {
        return flush(call.arguments.at(0).toBool());
    }
    return call.method == QLatin1String("ListAvailable") ? available() : refusedModules();
}

Result<QVariantList> HelpersInterface::add(const BusCall &call)
{
    const auto helper = helperName(call.arguments.at(0).toString());
    if (!helper) {
        return helper.error();
    }
    const auto request = helperRequest(call.arguments.at(1));
    if (!request) {
        return request.error();
    }
    const Status added = m_manager.add(*helper, *request);
    if (!added) {
        return added.error();
    }
    return QVariantList {QVariant::fromValue(QDBusObjectPath(toQt(Wire::Bus::helperPath(*helper))))};
}

Result<QVariantList> HelpersInterface::flush(bool all)
{
    const auto removed = m_manager.flush(all);
    if (!removed) {
        return removed.error();
    }
    return QVariantList {uint(*removed)};
}

QVariantList HelpersInterface::available() const
{
    BusMaps list;
    for (const ProtocolDescription &protocol : m_manager.available()) {
        list.append(toMap(protocol));
    }
    return {QVariant::fromValue(list)};
}

QVariantList HelpersInterface::refusedModules() const
{
    BusMaps list;
    for (const RefusedModule &module : m_manager.refusedModules()) {
        list.append({{QStringLiteral("name"), toQt(module.name)}, {QStringLiteral("problem"), toQt(module.why)}});
    }
    return {QVariant::fromValue(list)};
}

} // namespace Trackhand
