// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"
#include "backend/service/announcer.h"
#include "backend/service/evidenceinterface.h"
#include "backend/service/helperinterface.h"
#include "backend/service/helpersinterface.h"
#include "backend/service/listeners.h"
#include "backend/service/managerinterface.h"
#include "backend/service/objecttree.h"
#include "backend/service/ruleinterface.h"
#include "backend/service/rulesinterface.h"
#include "backend/service/scriptsinterface.h"
#include "backend/service/trafficinterface.h"

#include <QDBusConnection>
#include <QObject>

namespace Trackhand {

/// The backend on the bus: owns org.trackhand.Trackhand1, answers its callers and tells them what changes. Main thread
/// only.
class BackendService : public QObject {
    Q_OBJECT

public:
    /// Everything handed in must outlive the service. @p bus is connected to already.
    BackendService(const QDBusConnection &bus, HelperManager &manager, ConntrackWatch &watch, Authorizer &authorizer,
        KernelSupport support, QObject *parent = nullptr);
    ~BackendService() override;

    /// Takes the name. Calls are answered from when the event loop runs. Error: Failed, when the bus is gone, its
    /// policy does not let this user own the name, or another backend has it.
    Status start();

signals:
    /// The bus is gone, and with it every caller. Nothing works from here on; the way back is a new process.
    void disconnected();

private slots:
    void nameOwnerChanged(const QString &name, const QString &before, const QString &after);

private:
    void announceHelpers(HelperManager &manager);
    void announceRules(HelperManager &manager);
    void announceIncident(const Incident &incident);

    QDBusConnection m_bus;
    Authorizer &m_authorizer;
    Listeners m_listeners;
    ManagerInterface m_managerInterface;
    HelpersInterface m_helpersInterface;
    HelperInterface m_helperInterface;
    RulesInterface m_rulesInterface;
    RuleInterface m_ruleInterface;
    ScriptsInterface m_scriptsInterface;
    EvidenceInterface m_evidenceInterface;
    TrafficInterface m_trafficInterface;
    Announcer m_helperAnnouncer;
    Announcer m_ruleAnnouncer;
    ObjectTree m_tree;
};

} // namespace Trackhand
