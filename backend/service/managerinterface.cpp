// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/managerinterface.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "wire/dbus/names.h"

#include <sys/utsname.h>

namespace Trackhand {

namespace {

constexpr std::size_t MaxIncidents = 200;

QString severityName(Incident::Severity severity)
{
    switch (severity) {
    case Incident::Severity::Info:
        return QStringLiteral("info");
    case Incident::Severity::Attention:
        return QStringLiteral("attention");
    case Incident::Severity::Failed:
        break;
    }
    return QStringLiteral("failed");
}

QString kernelRelease()
{
    utsname kernel = {};
    ::uname(&kernel);
    return QString::fromLocal8Bit(kernel.release);
}

} // namespace

ManagerInterface::ManagerInterface(HelperManager &manager, KernelSupport support)
    : m_manager(manager)
    , m_support(std::move(support))
{
}

QString ManagerInterface::name() const
{
    return QLatin1String(Wire::Bus::ManagerInterface);
}

bool ManagerInterface::servesPath(const QString &path) const
{
    return path == QLatin1String(Wire::Bus::RootPath);
}

QMap<QString, QVariantMap> ManagerInterface::objects() const
{
    const QVariantMap properties {
        {QStringLiteral("Version"), QStringLiteral(TRACKHAND_VERSION)},
        {QStringLiteral("KernelRelease"), kernelRelease()},
        {QStringLiteral("KernelSupported"), m_support.supported},
        {QStringLiteral("Problem"), toQt(m_support.problem)},
    };
    return {{QLatin1String(Wire::Bus::RootPath), properties}};
}

Result<QVariantList> ManagerInterface::call(const BusCall &call)
{
    if (call.method == QLatin1String("Export")) {
        return QVariantList {toQt(m_manager.exportToml())};
    }
    if (call.method == QLatin1String("Apply")) {
        return apply(call.arguments.at(0).toString());
    }
    return incidents();
}

Result<QVariantList> ManagerInterface::apply(const QString &toml)
{
    const std::string text = fromQt(toml);
    if (qsizetype(text.size()) > MaxTomlLength) {
        return Error {ErrorCode::InvalidArgument,
            "the settings are longer than " + std::to_string(MaxTomlLength) + " bytes; apply them in parts"};
    }
    auto summary = m_manager.applyToml(text);
    if (!summary) {
        return summary.error();
    }
    return QVariantList {toQt(*summary)};
}

QVariantList ManagerInterface::incidents() const
{
    const std::vector<Incident> all = m_manager.incidents();
    BusMaps list;
    for (std::size_t i = all.size() > MaxIncidents ? all.size() - MaxIncidents : 0; i < all.size(); ++i) {
        list.append(toMap(all[i]));
    }
    return {QVariant::fromValue(list)};
}

QVariantMap ManagerInterface::toMap(const Incident &incident)
{
    return {
        {QStringLiteral("severity"), severityName(incident.severity)},
        {QStringLiteral("helper"), toQt(incident.helper)},
        {QStringLiteral("text"), toQt(incident.text)},
        {QStringLiteral("time"), qulonglong(incident.timeNs)},
        {QStringLiteral("rules"), incident.aboutRules},
        {QStringLiteral("evidence"), toQt(incident.evidence)},
    };
}

} // namespace Trackhand
