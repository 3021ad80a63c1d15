// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/listeners.h"

#include <QDBusMessage>

namespace Trackhand {

Listeners::Listeners(const QDBusConnection &connection)
    : m_connection(connection)
{
}

Status Listeners::add(const QString &caller)
{
    if (m_callers.size() >= MaxListeners && !m_callers.contains(caller)) {
        return Error {ErrorCode::LimitReached,
            "too many programs watch Trackhand already (" + std::to_string(MaxListeners) + "); close some"};
    }
    m_callers.insert(caller);
    return Done {};
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
