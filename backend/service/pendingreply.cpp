// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/pendingreply.h"

#include "backend/service/bustext.h"
#include "wire/dbus/names.h"

namespace Trackhand {

PendingReply::PendingReply(const QDBusMessage &call, const QDBusConnection &connection)
    : m_call(call)
    , m_connection(connection)
{
}

PendingReply::~PendingReply()
{
    sendError({ErrorCode::Failed, "trackhandd dropped this request; try again, and report it if that recurs"});
}

void PendingReply::send(const QVariantList &arguments)
{
    sendOnce(m_call.createReply(arguments));
}

void PendingReply::sendError(const Error &error)
{
    sendError(toQt(Wire::Bus::errorName(error.code)), toQt(error.text));
}

void PendingReply::sendError(const QString &name, const QString &text)
{
    sendOnce(m_call.createErrorReply(name, text));
}

void PendingReply::sendOnce(const QDBusMessage &reply)
{
    if (m_sent) {
        return;
    }
    m_sent = true;
    if (m_call.isReplyRequired()) {
        m_connection.send(reply);
    }
}

} // namespace Trackhand
