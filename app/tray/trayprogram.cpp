// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/trayprogram.h"

namespace Trackhand {

namespace {

/// Where the window shows what an incident was about: among all that happened, or the helper it names.
Place placeOf(const IncidentInfo &incident)
{
    return incident.timeNs != 0 ? Place {Place::Overview, QString::number(incident.timeNs)}
                                : Place {Place::Helpers, incident.helper};
}

} // namespace

TrayProgram::TrayProgram(const QDBusConnection &sessionBus, const QString &systemBusAddress, QObject *parent)
    : QObject(parent)
    , m_sessionBus(sessionBus)
    , m_link(HostAddress(), {}, systemBusAddress)
    , m_presence(sessionBus)
    , m_notifier(sessionBus)
    , m_window(sessionBus)
{
    m_helpers.follow(&m_link);
    m_icon.watch(&m_link, &m_helpers);
    connect(&m_presence, &TrayPresence::changed, &m_icon, &TrayIcon::setTrayThere);
    connect(&m_icon, &TrayIcon::quitRequested, this, &TrayProgram::quitRequested);
    connect(&m_icon, &TrayIcon::openRequested, this, [this] { m_window.show({}, {}); });
    connect(&m_icon, &TrayIcon::failed, this, &TrayProgram::toggleFailed);
    connect(&m_link, &BackendLink::incident, &m_notifier, &Notifier::notify);
    connect(&m_notifier, &Notifier::activated, this,
        [this](const IncidentInfo &incident, const QString &token) { m_window.show(placeOf(incident), token); });
    connect(&m_window, &WindowStarter::failed, this, [this](const QString &text) { toggleFailed({}, text); });
}

bool TrayProgram::claim()
{
    return m_sessionBus.registerService(QLatin1String(Name));
}

void TrayProgram::toggleFailed(const QString &helper, const QString &text)
{
    m_notifier.notify({QStringLiteral("attention"), helper, text, 0});
}

} // namespace Trackhand
