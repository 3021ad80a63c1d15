// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/listeners.h"

#include <QDBusMessage>

namespace Trackhand {

Listeners::Listeners(const QDBusConnection &connection, std::function<void(bool watched)> onWatched)
    : m_connection(connection)
    , m_onWatched(std::move(onWatched))
{
}

Status Listeners::add(const QString &caller)
{
    if (m_callers.size() >= MaxListeners && !m_callers.contains(caller)) {
        return Error {ErrorCode::LimitReached,
            "too many programs watch Trackhand already (" + std::to_string(MaxListeners) + "); close some"};
    }
    m_callers.insert(caller);
    if (m_callers.size() == 1) {
        m_onWatched(true);
    }
    return Done {};
}

void Listeners::remove(const QString &caller)
{
    if (m_callers.remove(caller) && m_callers.isEmpty()) {
        m_onWatched(false);
    }
}

void Listeners::send(
    const QString &path, const QString &interface, const QString &signal, const QVariantList &arguments)
{
    for (const QString &caller : std::as_const(m_callers)) {
        QDBusMessage message = QDBusMessage::createTargetedSignal(caller, path, interface, signal);
        message.setArguments(arguments);
        m_connection.send(message);
    }
}

} // namespace Trackhand
