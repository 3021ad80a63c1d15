// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/auth/authorizer.h"
#include "backend/service/businterface.h"

#include <QDBusVirtualObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Trackhand {

class Listeners;
class PendingReply;

/// Every object of the service, below /org/trackhand/Trackhand1: checks each call against the interfaces' XML, asks for
/// the permissions it needs, and only then hands it to the class of its interface. Answers introspection, Properties
/// and ObjectManager itself; they need org.trackhand.status.read. Main thread only.
///
/// Before the permission is granted a caller learns nothing of what exists: only the form of a path is looked at.
class ObjectTree : public QDBusVirtualObject {
    Q_OBJECT

public:
    /// Everything handed in must outlive the tree. @p refresh is called before each granted call is carried out.
    ObjectTree(std::vector<BusInterface *> interfaces, Authorizer &authorizer, Listeners &listeners,
        std::function<void()> refresh, QObject *parent = nullptr);

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;
    QString introspect(const QString &path) const override;

private:
    using Reply = std::shared_ptr<PendingReply>;

    /// What a call does, once all its actions are granted.
    struct Plan {
        QList<QString> actions;
        std::function<void(const Reply &)> deed;
    };

    bool isNode(const QString &path) const;
    BusInterface *interfaceAt(const QString &path, const QString &name) const;

    /// The plan for the reply's call; none when the call is not one of ours, and then the reply has been sent.
    std::optional<Plan> plan(PendingReply &reply);
    std::optional<Plan> planStandard(PendingReply &reply);
    std::optional<Plan> planMethod(PendingReply &reply);
    void authorize(const Plan &plan, qsizetype granted, const Reply &reply);

    void getProperty(PendingReply &reply) const;
    void getAllProperties(PendingReply &reply);
    void getManagedObjects(PendingReply &reply);
    void sendIntrospection(PendingReply &reply) const;

    std::vector<BusInterface *> m_interfaces;
    Authorizer &m_authorizer;
    Listeners &m_listeners;
    const std::function<void()> m_refresh;
};

} // namespace Trackhand
