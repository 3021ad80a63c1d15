// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/scriptsinterface.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "wire/dbus/names.h"

namespace Trackhand {

namespace {

QStringList toBus(const std::vector<std::string> &helpers)
{
    QStringList names;
    for (const std::string &helper : helpers) {
        names.append(toQt(helper));
    }
    return names;
}

QVariantMap toMap(const ScriptStatus &script)
{
    return {
        {QStringLiteral("name"), toQt(script.stored.name)},
        {QStringLiteral("size"), qulonglong(script.stored.size)},
        {QStringLiteral("changed"), qulonglong(script.stored.changedNs)},
        {QStringLiteral("previous"), script.stored.hasPrevious},
        {QStringLiteral("helpers"), toBus(script.helpers)},
    };
}

Result<QVariantList> reply(const Result<std::vector<std::string>> &helpers)
{
    if (!helpers) {
        return helpers.error();
    }
    return QVariantList {toBus(*helpers)};
}

} // namespace

ScriptsInterface::ScriptsInterface(HelperManager &manager)
    : m_manager(manager)
{
}

QString ScriptsInterface::name() const
{
    return QLatin1String(Wire::Bus::ScriptsInterface);
}

bool ScriptsInterface::servesPath(const QString &path) const
{
    return path == QLatin1String(Wire::Bus::RootPath);
}

QMap<QString, QVariantMap> ScriptsInterface::objects() const
{
    return {{QLatin1String(Wire::Bus::RootPath), {}}};
}

Result<QVariantList> ScriptsInterface::call(const BusCall &call)
{
    if (call.method == QLatin1String("List")) {
        return list();
    }
    const std::string script = fromQt(call.arguments.at(0).toString());
    if (const Status valid = validateScriptName(script); !valid) {
        return valid.error();
    }
    if (call.method == QLatin1String("Install")) {
        return reply(m_manager.installScript(script, fromQt(call.arguments.at(1).toString())));
    }
    if (call.method == QLatin1String("RollBack")) {
        return reply(m_manager.rollBackScript(script));
    }
    if (call.method == QLatin1String("Remove")) {
        return remove(script);
    }
    const auto text = m_manager.readScript(script, call.arguments.at(1).toBool());
    if (!text) {
        return text.error();
    }
    return QVariantList {toQt(*text)};
}

QVariantList ScriptsInterface::list() const
{
    BusMaps maps;
    for (const ScriptStatus &script : m_manager.scripts()) {
        maps.append(toMap(script));
    }
    return {QVariant::fromValue(maps)};
}

Result<QVariantList> ScriptsInterface::remove(const std::string &script)
{
    const Status removed = m_manager.removeScript(script);
    if (!removed) {
        return removed.error();
    }
    return QVariantList {};
}

} // namespace Trackhand
