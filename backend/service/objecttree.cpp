// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/objecttree.h"

#include "backend/service/bustypes.h"
#include "backend/service/introspection.h"
#include "backend/service/listeners.h"
#include "backend/service/pendingreply.h"
#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include <QDBusVariant>

#include <algorithm>

namespace Trackhand {

namespace {

using namespace Wire;

const auto PropertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");
const auto ManagedInterface = QStringLiteral("org.freedesktop.DBus.ObjectManager");
const auto IntrospectableInterface = QStringLiteral("org.freedesktop.DBus.Introspectable");

void unknown(PendingReply &reply, const char *what, const QString &name)
{
    reply.sendError(QStringLiteral("org.freedesktop.DBus.Error.Unknown%1").arg(QLatin1String(what)),
        QStringLiteral("Trackhand has no %1 \"%2\" at %3")
            .arg(QString::fromLatin1(what).toLower(), name, reply.call().path()));
}

/// False after an error has been sent.
bool hasSignature(PendingReply &reply, const QString &declared)
{
    if (reply.call().signature() == declared) {
        return true;
    }
    reply.sendError(QStringLiteral("org.freedesktop.DBus.Error.InvalidArgs"),
        QStringLiteral("%1.%2 takes arguments of type \"%3\", not \"%4\"")
            .arg(reply.call().interface(), reply.call().member(), declared, reply.call().signature()));
    return false;
}

QString argument(const PendingReply &reply, int index)
{
    return reply.call().arguments().at(index).toString();
}

} // namespace

ObjectTree::ObjectTree(std::vector<BusInterface *> interfaces, Authorizer &authorizer, Listeners &listeners,
    std::function<void()> refresh, QObject *parent)
    : QDBusVirtualObject(parent)
    , m_interfaces(std::move(interfaces))
    , m_authorizer(authorizer)
    , m_listeners(listeners)
    , m_refresh(std::move(refresh))
{
}

bool ObjectTree::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    if (message.type() != QDBusMessage::MethodCallMessage) {
        return false;
    }
    const auto reply = std::make_shared<PendingReply>(message, connection);
    if (const auto wanted = plan(*reply)) {
        authorize(*wanted, 0, reply);
    }
    return true;
}

/// Only asked by QtDBus for calls that handleMessage() leaves to it, which are none.
QString ObjectTree::introspect(const QString &) const
{
    return {};
}

/// Asks for one action after the other; the first refusal ends it.
void ObjectTree::authorize(const Plan &plan, qsizetype granted, const Reply &reply)
{
    if (granted == plan.actions.size()) {
        m_refresh();
        plan.deed(reply);
        return;
    }
    const QString &action = plan.actions.at(granted);
    const QDBusMessage &call = reply->call();
    m_authorizer.ask({action, call.service(), call.isInteractiveAuthorizationAllowed()},
        [this, plan, granted, action, reply](Authorizer::Decision decision) {
            if (decision == Authorizer::Decision::Granted) {
                authorize(plan, granted + 1, reply);
            } else {
                reply->sendError({ErrorCode::NotAuthorized, refusalText(decision, action).toStdString()});
            }
        });
}

bool ObjectTree::isNode(const QString &path) const
{
    return path == QLatin1String(Bus::HelpersPath) || path == QLatin1String(Bus::RulesPath)
        || std::any_of(m_interfaces.begin(), m_interfaces.end(),
            [&](const BusInterface *interface) { return interface->servesPath(path); });
}

BusInterface *ObjectTree::interfaceAt(const QString &path, const QString &name) const
{
    const auto found = std::find_if(m_interfaces.begin(), m_interfaces.end(),
        [&](const BusInterface *interface) { return interface->name() == name && interface->servesPath(path); });
    return found == m_interfaces.end() ? nullptr : *found;
}

std::optional<ObjectTree::Plan> ObjectTree::plan(PendingReply &reply)
{
    if (!isNode(reply.call().path())) {
        unknown(reply, "Object", reply.call().path());
        return std::nullopt;
    }
    return reply.call().interface().startsWith(QLatin1String("org.freedesktop.DBus.")) ? planStandard(reply)
                                                                                       : planMethod(reply);
}

std::optional<ObjectTree::Plan> ObjectTree::planMethod(PendingReply &reply)
{
    const QDBusMessage &call = reply.call();
    BusInterface *interface = interfaceAt(call.path(), call.interface());
    if (!interface) {
        unknown(reply, "Interface", call.interface());
        return std::nullopt;
    }
    const auto &methods = Bus::interfaces().find(interface->name())->methods;
    const auto method = methods.find(call.member());
    if (method == methods.end()) {
        unknown(reply, "Method", call.member());
        return std::nullopt;
    }
    if (!hasSignature(reply, method->inSignature)) {
        return std::nullopt;
    }
    return Plan {method->actions, [interface](const Reply &granted) {
                     const QDBusMessage &message = granted->call();
                     interface->carryOut({message.path(), message.member(), message.arguments(), message.service()},
                         [granted](const Result<QVariantList> &result) {
                             result ? granted->send(*result) : granted->sendError(result.error());
                         });
                 }};
}

std::optional<ObjectTree::Plan> ObjectTree::planStandard(PendingReply &reply)
{
    struct Standard {
        QString interface;
        QString method;
        QString signature;
        std::function<void(const Reply &)> deed;
    };
    const Standard all[] = {
        {PropertiesInterface, QStringLiteral("Get"), QStringLiteral("ss"),
            [this](const Reply &to) {
                getProperty(*to);
            }},
        {PropertiesInterface, QStringLiteral("GetAll"), QStringLiteral("s"),
            [this](const Reply &to) {
                getAllProperties(*to);
            }},
        {PropertiesInterface, QStringLiteral("Set"), QStringLiteral("ssv"),
            [](const Reply &to) {
                to->sendError(QStringLiteral("org.freedesktop.DBus.Error.PropertyReadOnly"),
                    QStringLiteral("properties of Trackhand are read-only; its methods change things"));
            }},
        {ManagedInterface, QStringLiteral("GetManagedObjects"), {},
            [this](const Reply &to) {
                getManagedObjects(*to);
            }},
        {IntrospectableInterface, QStringLiteral("Introspect"), {},
            [this](const Reply &to) {
                sendIntrospection(*to);
            }},
    };
    const QDBusMessage &call = reply.call();
    bool interfaceKnown = false;
    for (const Standard &one : all) {
        const bool here = one.interface != ManagedInterface || call.path() == QLatin1String(Bus::RootPath);
        if (!here || one.interface != call.interface()) {
            continue;
        }
        interfaceKnown = true;
        if (one.method == call.member()) {
            return hasSignature(reply, one.signature)
                ? std::optional(Plan {{QLatin1String(Bus::ActionStatusRead)}, one.deed})
                : std::nullopt;
        }
    }
    interfaceKnown ? unknown(reply, "Method", call.member()) : unknown(reply, "Interface", call.interface());
    return std::nullopt;
}

void ObjectTree::getProperty(PendingReply &reply) const
{
    const BusInterface *interface = interfaceAt(reply.call().path(), argument(reply, 0));
    if (!interface) {
        return unknown(reply, "Interface", argument(reply, 0));
    }
    const auto objects = interface->objects();
    const auto object = objects.find(reply.call().path());
    if (object == objects.end()) {
        return unknown(reply, "Object", reply.call().path());
    }
    const auto property = object->find(argument(reply, 1));
    if (property == object->end()) {
        return unknown(reply, "Property", argument(reply, 1));
    }
    reply.send({QVariant::fromValue(QDBusVariant(*property))});
}

void ObjectTree::getAllProperties(PendingReply &reply)
{
    const BusInterface *interface = interfaceAt(reply.call().path(), argument(reply, 0));
    if (!interface) {
        return unknown(reply, "Interface", argument(reply, 0));
    }
    const auto objects = interface->objects();
    const auto object = objects.find(reply.call().path());
    if (object == objects.end()) {
        return unknown(reply, "Object", reply.call().path());
    }
    const Status listening = m_listeners.add(reply.call().service());
    listening ? reply.send({*object}) : reply.sendError(listening.error());
}

void ObjectTree::getManagedObjects(PendingReply &reply)
{
    const Status listening = m_listeners.add(reply.call().service());
    if (!listening) {
        return reply.sendError(listening.error());
    }
    BusObjects all;
    for (const BusInterface *interface : m_interfaces) {
        const auto objects = interface->objects();
        for (auto object = objects.cbegin(); object != objects.cend(); ++object) {
            all[QDBusObjectPath(object.key())].insert(interface->name(), *object);
        }
    }
    reply.send({QVariant::fromValue(all)});
}

void ObjectTree::sendIntrospection(PendingReply &reply) const
{
    const QString &path = reply.call().path();
    QStringList interfaces;
    QStringList paths {QLatin1String(Bus::HelpersPath), QLatin1String(Bus::RulesPath)};
    for (const BusInterface *interface : m_interfaces) {
        const QStringList objects = interface->objects().keys();
        if (objects.contains(path)) {
            interfaces.append(interface->name());
        }
        paths += objects;
    }
    if (interfaces.isEmpty() && !paths.contains(path)) {
        return unknown(reply, "Object", path);
    }
    reply.send({introspectionXml(path, interfaces, paths)});
}

} // namespace Trackhand
