// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/auth/fakepolkit.h"

#include <QDBusArgument>
#include <QDBusMetaType>

Q_DECLARE_METATYPE(Trackhand::PolkitResult)

namespace Trackhand {

static QDBusArgument &operator<<(QDBusArgument &argument, const PolkitResult &result)
{
    argument.beginStructure();
    argument << result.authorized << result.challenge << result.details;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, PolkitResult &result)
{
    argument.beginStructure();
    argument >> result.authorized >> result.challenge >> result.details;
    argument.endStructure();
    return argument;
}

FakePolkit::FakePolkit(const QDBusConnection &connection)
    : m_connection(connection)
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    qDBusRegisterMetaType<PolkitResult>();
    m_connection.registerVirtualObject(QStringLiteral("/org/freedesktop/PolicyKit1/Authority"), this);
    m_connection.registerService(QStringLiteral("org.freedesktop.PolicyKit1"));
}

bool FakePolkit::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    if (message.member() == QLatin1String("CheckAuthorization")) {
        check(message);
        return true;
    }
    if (message.member() == QLatin1String("CancelCheckAuthorization")) {
        cancel(message);
        return true;
    }
    return false;
}

void FakePolkit::check(const QDBusMessage &message)
{
    Asked question;
    const auto subject = message.arguments().at(0).value<QDBusArgument>();
    QVariantMap details;
    subject.beginStructure();
    subject >> question.subjectKind >> details;
    subject.endStructure();
    question.subjectName = details.value(QStringLiteral("name")).toString();
    question.action = message.arguments().at(1).toString();
    question.flags = message.arguments().at(3).toUInt();
    question.cancellationId = message.arguments().at(4).toString();
    asked.append(question);
    if (failing) {
        m_connection.send(message.createErrorReply(
            QStringLiteral("org.freedesktop.PolicyKit1.Error.Failed"), QStringLiteral("Action is not registered")));
    } else if (waiting) {
        m_open.append(message);
    } else {
        send(message, result);
    }
}

void FakePolkit::cancel(const QDBusMessage &message)
{
    const QString id = message.arguments().constFirst().toString();
    cancelled.append(id);
    m_connection.send(message.createReply());
    for (qsizetype i = 0; i < m_open.size() && !deaf; ++i) {
        if (m_open.at(i).arguments().at(4).toString() == id) {
            const QString name = QStringLiteral("org.freedesktop.PolicyKit1.Error.Cancelled");
            m_connection.send(m_open.takeAt(i).createErrorReply(name, QStringLiteral("withdrawn")));
        }
    }
}

void FakePolkit::answerNext(const PolkitResult &answer)
{
    send(m_open.takeFirst(), answer);
}

void FakePolkit::send(const QDBusMessage &question, const PolkitResult &answer)
{
    m_connection.send(question.createReply(QVariant::fromValue(answer)));
}

} // namespace Trackhand
