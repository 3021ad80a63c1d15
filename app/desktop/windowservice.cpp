// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/windowservice.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>

namespace Trackhand {

namespace {

constexpr int AnswerPatienceMs = 2000;

/// The token with which a compositor lets the window come to the front; Qt takes it from the environment.
void takeActivationToken(const QVariantMap &platformData)
{
    const QString token = platformData.value(QStringLiteral("activation-token")).toString();
    if (!token.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    }
}

} // namespace

WindowService::WindowService(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

bool WindowService::claim()
{
    // The object first: who activates the name calls at once.
    return m_bus.registerObject(QLatin1String(Path), this, QDBusConnection::ExportScriptableSlots)
        && m_bus.registerService(QLatin1String(Name));
}

bool WindowService::showAnother(const QDBusConnection &bus, const QString &place)
{
    if (!bus.isConnected() || !bus.interface()->isServiceRegistered(QLatin1String(Name))) {
        return false;
    }
    const QVariantMap platformData {{QStringLiteral("activation-token"), qEnvironmentVariable("XDG_ACTIVATION_TOKEN")}};
    auto call = QDBusMessage::createMethodCall(QLatin1String(Name), QLatin1String(Path),
        QStringLiteral("org.freedesktop.Application"),
        place.isEmpty() ? QStringLiteral("Activate") : QStringLiteral("ActivateAction"));
    if (!place.isEmpty()) {
        call << QLatin1String(ShowAction) << QVariantList {place};
    }
    call << platformData;
    return bus.call(call, QDBus::Block, AnswerPatienceMs).type() == QDBusMessage::ReplyMessage;
}

void WindowService::Activate(const QVariantMap &platformData)
{
    takeActivationToken(platformData);
    emit activated();
}

void WindowService::Open(const QStringList &, const QVariantMap &platformData)
{
    Activate(platformData);
}

void WindowService::ActivateAction(
    const QString &action, const QVariantList &parameter, const QVariantMap &platformData)
{
    const auto place = Place::parse(parameter.value(0).toString());
    if (action != QLatin1String(ShowAction) || !place) {
        const QString problem = place ? QStringLiteral("there is no action \"%1\", only \"show\"").arg(action.left(64))
                                      : QString::fromStdString(place.error().text);
        if (calledFromDBus()) {
            sendErrorReply(QDBusError::InvalidArgs, problem);
        }
        return;
    }
    takeActivationToken(platformData);
    emit placeRequested(*place);
}

} // namespace Trackhand
