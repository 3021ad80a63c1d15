// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/backendservice.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "wire/dbus/names.h"

#include <QDBusConnectionInterface>
#include <QDBusError>

namespace Trackhand {

namespace {

const auto BusName = QStringLiteral("org.freedesktop.DBus");
const auto BusPath = QStringLiteral("/org/freedesktop/DBus");
const auto LocalPath = QStringLiteral("/org/freedesktop/DBus/Local");
const auto LocalInterface = QStringLiteral("org.freedesktop.DBus.Local");

QString pathOf(const std::string &helper)
{
    return toQt(Wire::Bus::helperPath(helper));
}

QString pathOf(RuleId rule)
{
    return toQt(Wire::Bus::rulePath(unsigned(rule)));
}

} // namespace

BackendService::BackendService(const QDBusConnection &bus, HelperManager &manager, ConntrackWatch &watch,
    Authorizer &authorizer, KernelSupport support, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_authorizer(authorizer)
    , m_listeners(bus, [&manager](bool watched) { manager.setWatched(watched); })
    , m_managerInterface(manager, std::move(support))
    , m_helpersInterface(manager)
    , m_helperInterface(manager)
    , m_rulesInterface(manager)
    , m_ruleInterface(manager)
    , m_scriptsInterface(manager)
    , m_evidenceInterface(manager)
    , m_trafficInterface(manager, watch)
    , m_helperAnnouncer(m_helperInterface, {QStringLiteral("Counters"), QStringLiteral("Latencies")}, m_listeners)
    , m_ruleAnnouncer(m_ruleInterface, {QStringLiteral("Packets"), QStringLiteral("Bytes")}, m_listeners)
    , m_tree({&m_managerInterface, &m_helpersInterface, &m_helperInterface, &m_rulesInterface, &m_ruleInterface,
                 &m_scriptsInterface, &m_evidenceInterface, &m_trafficInterface},
          authorizer, m_listeners, [&manager] { manager.refresh(); })
{
    registerServiceTypes();
    announceHelpers(manager);
    announceRules(manager);
    connect(&manager, &HelperManager::incidentHappened, this, &BackendService::announceIncident);
}

BackendService::~BackendService()
{
    m_bus.unregisterService(QLatin1String(Wire::Bus::ServiceName));
    m_bus.unregisterObject(QLatin1String(Wire::Bus::RootPath), QDBusConnection::UnregisterTree);
}

Status BackendService::start()
{
    // The third argument is the new owner: empty means that somebody left. One match rule for everybody, in place
    // before the first call comes in, so that no caller's end is missed.
    m_bus.connect(BusName, BusPath, BusName, QStringLiteral("NameOwnerChanged"),
        {QString(), QString(), QLatin1String("")}, QString(), this, SLOT(nameOwnerChanged(QString, QString, QString)));
    m_bus.connect(QString(), LocalPath, LocalInterface, QStringLiteral("Disconnected"), this, SIGNAL(disconnected()));
    m_bus.registerVirtualObject(QLatin1String(Wire::Bus::RootPath), &m_tree, QDBusConnection::SubPath);
    if (!m_bus.registerService(QLatin1String(Wire::Bus::ServiceName))) {
        const QDBusError error = m_bus.lastError();
        const QString reason = error.isValid() ? error.message() : QStringLiteral("another trackhandd has it");
        return Error {ErrorCode::Failed,
            "cannot take the name " + std::string(Wire::Bus::ServiceName) + " on the bus: " + reason.toStdString()};
    }
    return Done {};
}

void BackendService::nameOwnerChanged(const QString &name, const QString &, const QString &after)
{
    if (name.startsWith(QLatin1Char(':')) && after.isEmpty()) {
        m_authorizer.callerLeft(name);
        m_trafficInterface.callerLeft(name);
        m_listeners.remove(name);
    }
}

void BackendService::announceHelpers(HelperManager &manager)
{
    connect(&manager, &HelperManager::helperAdded, this,
        [this](const std::string &name) { m_helperAnnouncer.added(pathOf(name)); });
    connect(&manager, &HelperManager::helperRemoved, this,
        [this](const std::string &name) { m_helperAnnouncer.removed(pathOf(name)); });
    connect(&manager, &HelperManager::helperChanged, this,
        [this](const std::string &name) { m_helperAnnouncer.changed(pathOf(name)); });
}

void BackendService::announceRules(HelperManager &manager)
{
    connect(&manager, &HelperManager::ruleAdded, this, [this](RuleId id) { m_ruleAnnouncer.added(pathOf(id)); });
    connect(&manager, &HelperManager::ruleRemoved, this, [this](RuleId id) { m_ruleAnnouncer.removed(pathOf(id)); });
    connect(&manager, &HelperManager::ruleChanged, this, [this](RuleId id) { m_ruleAnnouncer.changed(pathOf(id)); });
}

void BackendService::announceIncident(const Incident &incident)
{
    m_listeners.send(QLatin1String(Wire::Bus::RootPath), QLatin1String(Wire::Bus::ManagerInterface),
        QStringLiteral("Incident"), {ManagerInterface::toMap(incident)});
}

} // namespace Trackhand
