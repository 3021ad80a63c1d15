// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace Trackhand {

namespace {

constexpr uchar UrgencyNormal = 1;
constexpr uchar UrgencyCritical = 2;

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

bool isFailure(const IncidentInfo &incident)
{
    return incident.severity == QLatin1String("failed");
}

} // namespace

Notifier::Notifier(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(GatheringMs);
    connect(&m_gathering, &QTimer::timeout, this, &Notifier::sendWaiting);
    m_bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    m_bus.connect(Service, Path, Service, QStringLiteral("ActivationToken"), this, SLOT(onToken(uint, QString)));
    m_bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
}

void Notifier::notify(const IncidentInfo &incident)
{
    if (incident.severity == QLatin1String("info")) {
        return;
    }
    if (const auto waiting = m_waiting.find(incident.helper); waiting != m_waiting.end()) {
        ++waiting->earlier;
        waiting->latest = incident;
    } else {
        m_waiting.insert(incident.helper, {incident});
    }
    if (!m_gathering.isActive()) {
        m_gathering.start();
        askCapabilities();
    }
}

/// Asked each time, for the desktop may have started another server; it answers long before the gathering is over.
void Notifier::askCapabilities()
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *ended) {
        ended->deleteLater();
        const QDBusPendingReply<QStringList> reply = *ended;
        if (reply.isValid()) {
            m_hasActions = reply.value().contains(QStringLiteral("actions"));
            m_hasMarkup = reply.value().contains(QStringLiteral("body-markup"));
        }
    });
}

void Notifier::sendWaiting()
{
    for (const Waiting &what : std::exchange(m_waiting, {})) {
        send(what);
    }
}

void Notifier::send(const Waiting &what)
{
    const IncidentInfo &incident = what.latest;
    const QString title = incident.helper.isEmpty()
        ? (isFailure(incident) ? tr("Trackhand has failed") : tr("Trackhand needs attention"))
        : (isFailure(incident) ? tr("%1 has failed").arg(incident.helper)
                               : tr("%1 needs attention").arg(incident.helper));
    QString body = incident.text;
    if (what.earlier > 0) {
        body += QLatin1Char('\n') + tr("%n more thing(s) happened to it in the same moment.", nullptr, what.earlier);
    }
    QStringList actions;
    if (m_hasActions) {
        actions = {QStringLiteral("default"), tr("Show"), QStringLiteral("show"), tr("Show what happened")};
    }
    const QVariantMap hints {{QStringLiteral("desktop-entry"), QStringLiteral("org.trackhand.Trackhand")},
        {QStringLiteral("urgency"), QVariant::fromValue(isFailure(incident) ? UrgencyCritical : UrgencyNormal)},
        {QStringLiteral("category"), QStringLiteral("network.error")}};
    auto message = call(QStringLiteral("Notify"));
    message << tr("Trackhand") << m_shown.value(incident.helper).id << QStringLiteral("org.trackhand.Trackhand")
            << title << (m_hasMarkup ? body.toHtmlEscaped() : body) << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, incident](QDBusPendingCallWatcher *ended) {
        ended->deleteLater();
        const QDBusPendingReply<uint> reply = *ended;
        if (reply.isValid()) {
            m_shown.insert(incident.helper, {reply.value(), incident, {}});
        }
    });
}

Notifier::Shown *Notifier::shownAs(uint id)
{
    for (Shown &shown : m_shown) {
        if (shown.id == id && id != 0) {
            return &shown;
        }
    }
    return nullptr;
}

void Notifier::onToken(uint id, const QString &token)
{
    if (Shown *shown = shownAs(id)) {
        shown->token = token;
    }
}

void Notifier::onAction(uint id, const QString &)
{
    if (const Shown *shown = shownAs(id)) {
        emit activated(shown->incident, shown->token);
    }
}

void Notifier::onClosed(uint id, uint)
{
    if (const Shown *shown = shownAs(id)) {
        m_shown.remove(QString(shown->incident.helper));
    }
}

} // namespace Trackhand
