// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/announcer.h"

#include "backend/service/bustypes.h"
#include "backend/service/listeners.h"
#include "wire/dbus/names.h"

namespace Trackhand {

namespace {

const auto PropertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");
const auto ManagedInterface = QStringLiteral("org.freedesktop.DBus.ObjectManager");

} // namespace

Announcer::Announcer(const BusInterface &interface, QStringList counters, Listeners &listeners, QObject *parent)
    : QObject(parent)
    , m_interface(interface)
    , m_counters(std::move(counters))
    , m_listeners(listeners)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(CounterIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &Announcer::sayCountersThatWaited);
    const auto objects = m_interface.objects();
    for (auto object = objects.cbegin(); object != objects.cend(); ++object) {
        m_said[object.key()].properties = *object;
    }
}

void Announcer::added(const QString &path)
{
    const QVariantMap properties = m_interface.objects().value(path);
    m_said[path] = {properties, {}};
    m_listeners.send(QLatin1String(Wire::Bus::RootPath), ManagedInterface, QStringLiteral("InterfacesAdded"),
        {QVariant::fromValue(QDBusObjectPath(path)),
            QVariant::fromValue(BusInterfaces {{m_interface.name(), properties}})});
}

void Announcer::removed(const QString &path)
{
    m_said.remove(path);
    m_waiting.remove(path);
    m_listeners.send(QLatin1String(Wire::Bus::RootPath), ManagedInterface, QStringLiteral("InterfacesRemoved"),
        {QVariant::fromValue(QDBusObjectPath(path)), QStringList {m_interface.name()}});
}

void Announcer::changed(const QString &path)
{
    const auto objects = m_interface.objects();
    const auto object = objects.find(path);
    if (object == objects.end()) {
        return; // its removal is announced by itself
    }
    const QElapsedTimer &counted = m_said[path].counted;
    say(path, *object, !counted.isValid() || counted.hasExpired(CounterIntervalMs));
}

void Announcer::say(const QString &path, const QVariantMap &now, bool countersDue)
{
    Said &said = m_said[path];
    QVariantMap changes;
    for (auto property = now.cbegin(); property != now.cend(); ++property) {
        const bool counts = m_counters.contains(property.key());
        // A listener who came while counters waited has seen newer ones than were said: then they are said in any case.
        if (said.properties.value(property.key()) == *property && !(counts && m_waiting.contains(path))) {
            continue;
        }
        if (counts && !countersDue) {
            m_waiting.insert(path);
            continue;
        }
        changes.insert(property.key(), *property);
        said.properties.insert(property.key(), *property);
        if (counts) {
            said.counted.start();
        }
    }
    if (countersDue) {
        m_waiting.remove(path);
    } else if (m_waiting.contains(path) && !m_timer.isActive()) {
        m_timer.start();
    }
    if (!changes.isEmpty()) {
        m_listeners.send(path, PropertiesInterface, QStringLiteral("PropertiesChanged"),
            {m_interface.name(), changes, QStringList()});
    }
}

void Announcer::sayCountersThatWaited()
{
    const auto objects = m_interface.objects();
    const QSet<QString> waiting = m_waiting;
    for (const QString &path : waiting) {
        const auto object = objects.find(path);
        if (object != objects.end()) {
            say(path, *object, true);
        }
    }
}

} // namespace Trackhand
