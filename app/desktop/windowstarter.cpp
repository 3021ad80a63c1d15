// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/windowstarter.h"

#include "app/desktop/windowservice.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QProcess>

namespace Trackhand {

WindowStarter::WindowStarter(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

void WindowStarter::show(const Place &place, const QString &activationToken)
{
    auto call = QDBusMessage::createMethodCall(QLatin1String(WindowService::Name), QLatin1String(WindowService::Path),
        QStringLiteral("org.freedesktop.Application"), QStringLiteral("ActivateAction"));
    call << QLatin1String(WindowService::ShowAction) << QVariantList {place.toString()}
         << QVariantMap {{QStringLiteral("activation-token"), activationToken}};
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [this, place, activationToken](QDBusPendingCallWatcher *ended) {
            ended->deleteLater();
            if (ended->isError()) {
                startProgram(place, activationToken);
            }
        });
}

void WindowStarter::startProgram(const Place &place, const QString &activationToken)
{
    QProcess program;
    program.setProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/trackhand"));
    program.setArguments({QStringLiteral("--show"), place.toString()});
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!activationToken.isEmpty()) {
        environment.insert(QStringLiteral("XDG_ACTIVATION_TOKEN"), activationToken);
    }
    program.setProcessEnvironment(environment);
    if (!program.startDetached()) {
        emit failed(tr("%1 could not be started: %2").arg(program.program(), program.errorString()));
    }
}

} // namespace Trackhand
