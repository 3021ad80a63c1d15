// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/base/result.h"
#include "wire/ring/eventring.h"
#include "wire/ring/payloadring.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QMap>
#include <optional>
#include <span>

namespace Trackhand {

/// Plays trackhandd on a private bus: same names, paths, interfaces and rings, no kernel behind them. It writes down
/// every call, and answers the next one of a method with an error when asked to.
class FakeBackend : public QDBusVirtualObject {
    Q_OBJECT
public:
    struct Call {
        QString path;
        QString interface;
        QString method;
        QVariantList arguments;
        bool mayPrompt = false; ///< the caller lets polkit ask for a password
    };

    explicit FakeBackend(const QString &busAddress, QObject *parent = nullptr);
    ~FakeBackend() override;

    /// Takes or gives up the service's name: the backend comes and goes.
    bool appear();
    void vanish();

    // What the kernel and the settings would do.
    void setManager(const ManagerInfo &manager);
    void setProtocols(const QList<ProtocolInfo> &protocols) { m_protocols = protocols; }
    void setRefusedModules(const QList<RefusedModuleInfo> &modules) { m_refusedModules = modules; }
    void addHelper(HelperInfo helper);
    void changeHelper(const QString &name, const QVariantMap &properties);
    void removeHelper(const QString &name);
    uint addRule(const RuleArguments &settings);
    void changeRule(uint id, const QVariantMap &properties);
    void removeRule(uint id);
    void addIncident(const IncidentInfo &incident);
    /// @p capture is the file; its size is put into the list.
    void addEvidence(EvidenceInfo evidence, const QByteArray &capture);
    void addExpectation(const EventRecord &record) { m_expectations.append(record); }
    void setFlows(const QList<EventRecord> &records) { m_flows = records; }

    /// Installs the script NAME.lua; what it said before is kept.
    void installScript(const QString &name, const QString &text);
    QString script(const QString &name) const { return m_scripts.value(name).text; }

    /// Writes into the ring that the events of this kind travel in, and wakes its readers.
    void write(const EventRecord &event);
    /// The same with the packet's bytes, which are refused until allowPayloads().
    void write(const EventRecord &event, std::span<const std::uint8_t> bytes);
    void allowPayloads() { m_payloadsAllowed = true; }

    void failNext(const QString &method, ErrorCode code, const QString &text);
    /// Keeps back the answer to @p method until release(): a backend that takes its time.
    void hold(const QString &method) { m_heldMethod = method; }
    void release();
    const QList<Call> &calls() const { return m_calls; }
    /// The last call of @p method; nothing when there was none.
    std::optional<Call> lastCall(const QString &method) const;
    const QMap<QString, HelperInfo> &helpers() const { return m_helpers; }
    const QMap<uint, RuleInfo> &rules() const { return m_rules; }

    static QVariantMap propertiesOf(const HelperInfo &helper);
    static QVariantMap propertiesOf(const RuleInfo &rule);
    static QVariantMap propertiesOf(const ManagerInfo &manager);

protected:
    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    struct Script {
        QString text;
        QString previous; ///< null when there is none
    };
    using Answer = Result<QVariantList>;

    bool reply(const QDBusMessage &message, const QDBusConnection &connection);
    Answer answer(const QDBusMessage &message);
    Answer callObjectManager() const;
    Answer callManager(const QDBusMessage &message);
    Answer callHelpers(const QDBusMessage &message);
    Answer callHelper(const QDBusMessage &message);
    Answer callRules(const QDBusMessage &message);
    Answer callRule(const QDBusMessage &message);
    Answer callEvidence(const QDBusMessage &message);
    Answer callTraffic(const QDBusMessage &message);
    Answer callScripts(const QDBusMessage &message);
    Answer listScripts() const;
    QStringList helpersOf(const QString &script) const;
    Answer addHelperByCall(const QString &name, const QVariantMap &settings);
    void setByCall(const HelperInfo &helper, const QVariantMap &settings);
    HelperInfo *helperAt(const QString &path);
    void interfacesAdded(const QString &path, const char *interface, const QVariantMap &properties);
    void interfacesRemoved(const QString &path, const char *interface);
    void propertiesChanged(const QString &path, const char *interface, const QVariantMap &properties);

    QString m_connectionName;
    QDBusConnection m_bus;
    ManagerInfo m_manager;
    QList<ProtocolInfo> m_protocols;
    QList<RefusedModuleInfo> m_refusedModules;
    QMap<QString, HelperInfo> m_helpers;
    QMap<uint, RuleInfo> m_rules;
    QMap<QString, Script> m_scripts;
    QList<IncidentInfo> m_incidents;
    QList<EvidenceInfo> m_evidence; ///< newest first
    QMap<QString, QByteArray> m_captures; ///< by the evidence's id
    QList<EventRecord> m_expectations;
    QList<EventRecord> m_flows;
    QList<Call> m_calls;
    QMap<QString, Error> m_failures;
    QString m_heldMethod;
    QDBusMessage m_held;
    uint m_nextRule = 1;
    Wire::EventRingWriter m_packets;
    Wire::EventRingWriter m_otherEvents;
    Wire::PayloadRingWriter m_payloads;
    bool m_payloadsAllowed = false;
};

} // namespace Trackhand
