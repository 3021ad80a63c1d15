// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakebackend.h"

#include "client/link/busvalue.h"
#include "client/models/helpertext.h"
#include "tests/client/fakediagnosis.h"
#include "tests/client/fakeruletext.h"
#include "tests/client/fakevalues.h"
#include "wire/dbus/names.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <utility>

// What callers of a FakeBackend ask for, method by method.
namespace Trackhand {

namespace {

using namespace Wire::Bus;

Error error(ErrorCode code, const char *why)
{
    return {code, why};
}

} // namespace

FakeBackend::Answer FakeBackend::callObjectManager() const
{
    QMap<QDBusObjectPath, Interfaces> objects;
    objects.insert(QDBusObjectPath(text(RootPath)), {{text(ManagerInterface), propertiesOf(m_manager)}});
    for (const HelperInfo &helper : m_helpers) {
        objects.insert(QDBusObjectPath(helper.path), {{text(HelperInterface), propertiesOf(helper)}});
    }
    for (const RuleInfo &rule : m_rules) {
        objects.insert(QDBusObjectPath(rule.path), {{text(RuleInterface), propertiesOf(rule)}});
    }
    return QVariantList {QVariant::fromValue(objects)};
}

FakeBackend::Answer FakeBackend::callManager(const QDBusMessage &message)
{
    if (message.member() == text("Export")) {
        return QVariantList {text("# no helpers\n")};
    }
    if (message.member() == text("Apply")) {
        return QVariantList {text("nothing to do")};
    }
    VariantMapList incidents;
    for (const IncidentInfo &incident : m_incidents) {
        incidents.append(incidentMap(incident));
    }
    return QVariantList {QVariant::fromValue(incidents)};
}

FakeBackend::Answer FakeBackend::callHelpers(const QDBusMessage &message)
{
    if (message.member() == text("Add")) {
        return addHelperByCall(message.arguments().at(0).toString(), fromBus<QVariantMap>(message.arguments().at(1)));
    }
    if (message.member() == text("Flush")) {
        const uint count = uint(m_helpers.size());
        for (const QString &name : m_helpers.keys()) {
            removeHelper(name);
        }
        return QVariantList {count};
    }
    if (message.member() == text("ListRefusedModules")) {
        VariantMapList modules;
        for (const RefusedModuleInfo &module : m_refusedModules) {
            modules.append({{text("name"), module.name}, {text("problem"), module.problem}});
        }
        return QVariantList {QVariant::fromValue(modules)};
    }
    VariantMapList protocols;
    for (const ProtocolInfo &protocol : m_protocols) {
        protocols.append(protocolMap(protocol));
    }
    return QVariantList {QVariant::fromValue(protocols)};
}

FakeBackend::Answer FakeBackend::addHelperByCall(const QString &name, const QVariantMap &settings)
{
    if (m_helpers.contains(name)) {
        return error(ErrorCode::HelperExists, "a helper of this name is registered already");
    }
    HelperInfo helper;
    helper.name = name;
    helper.owner = text("trackhand");
    helper.l3 = QStringList {text("ipv4"), text("ipv6")};
    helper.l4 = QStringList {text("tcp")};
    helper.state = text("disabled");
    take(settings, "l3", helper.l3);
    take(settings, "l4", helper.l4);
    take(settings, "queue", helper.queue);
    take(settings, "queue-length", helper.queueLength);
    take(settings, "policies", helper.policies);
    take(settings, "private-length", helper.privateLength);
    take(settings, "options", helper.options);
    addHelper(helper);
    return QVariantList {QVariant::fromValue(QDBusObjectPath(m_helpers.value(name).path))};
}

FakeBackend::Answer FakeBackend::callHelper(const QDBusMessage &message)
{
    HelperInfo *helper = helperAt(message.path());
    if (!helper) {
        return error(ErrorCode::NoSuchHelper, "there is no such helper");
    }
    const QString name = helper->name;
    if (message.member() == text("Enable")) {
        changeHelper(name, {{text("State"), text("running")}, {text("ProcessId"), 4711U}});
    } else if (message.member() == text("Disable")) {
        changeHelper(name, {{text("State"), text("disabled")}, {text("ProcessId"), 0U}});
    } else if (message.member() == text("Set")) {
        setByCall(*helper, fromBus<QVariantMap>(message.arguments().constFirst()));
    } else if (message.member() == text("Delete")) {
        for (const RuleInfo &rule : m_rules.values()) {
            if (rule.helper == name && !message.arguments().constFirst().toBool()) {
                return error(ErrorCode::HelperInUse, "rules name this helper: delete them first");
            }
            if (rule.helper == name) {
                removeRule(rule.id);
            }
        }
        removeHelper(name);
    } else if (message.member() == text("Diagnose")) {
        return QVariantList {QVariant::fromValue(playedDiagnosis(*helper, m_rules.values()))};
    }
    return QVariantList {};
}

void FakeBackend::setByCall(const HelperInfo &helper, const QVariantMap &settings)
{
    PolicyList policies = helper.policies;
    uint queueLength = helper.queueLength;
    OptionMap given;
    take(settings, "policies", policies);
    take(settings, "queue-length", queueLength);
    take(settings, "options", given);
    OptionMap options = helper.options; // an option that is not mentioned stays
    options.insert(given);
    changeHelper(helper.name,
        {{text("Policies"), QVariant::fromValue(policies)}, {text("QueueLength"), queueLength},
            {text("Options"), QVariant::fromValue(options)}});
}

FakeBackend::Answer FakeBackend::callRules(const QDBusMessage &message)
{
    if (message.member() == text("Show")) {
        return QVariantList {playedTable(m_rules.values())};
    }
    const RuleInfo rule = ruleFrom(fromBus<QVariantMap>(message.arguments().constFirst()));
    if (message.member() == text("Preview")) {
        return QVariantList {rule.text, iptablesText(rule)};
    }
    if (!m_helpers.contains(rule.helper)) {
        return error(ErrorCode::NoSuchHelper, "there is no such helper");
    }
    return QVariantList {
        QVariant::fromValue(QDBusObjectPath(QString::fromStdString(rulePath(addRule(settingsOf(rule))))))};
}

FakeBackend::Answer FakeBackend::callRule(const QDBusMessage &message)
{
    for (const RuleInfo &rule : m_rules.values()) {
        if (rule.path != message.path()) {
            continue;
        }
        if (message.member() == text("Delete")) {
            removeRule(rule.id);
            return QVariantList {};
        }
        RuleInfo changed = ruleFrom(fromBus<QVariantMap>(message.arguments().constFirst()));
        if (!m_helpers.contains(changed.helper)) {
            return error(ErrorCode::NoSuchHelper, "there is no such helper");
        }
        changed.id = rule.id;
        changeRule(rule.id, propertiesOf(changed));
        return QVariantList {};
    }
    return error(ErrorCode::NoSuchRule, "there is no such rule");
}

FakeBackend::Answer FakeBackend::callEvidence(const QDBusMessage &message)
{
    if (message.member() == text("List")) {
        VariantMapList list;
        for (const EvidenceInfo &evidence : m_evidence) {
            list.append(evidenceMap(evidence));
        }
        return QVariantList {QVariant::fromValue(list)};
    }
    const QString id = message.arguments().constFirst().toString();
    if (!m_captures.contains(id)) {
        return error(ErrorCode::Failed, "there is no such evidence");
    }
    if (message.member() == text("Read")) {
        return QVariantList {m_captures.value(id)};
    }
    m_captures.remove(id);
    m_evidence.removeIf([&id](const EvidenceInfo &evidence) { return evidence.id == id; });
    return QVariantList {};
}

FakeBackend::Answer FakeBackend::callTraffic(const QDBusMessage &message)
{
    if (message.member() == text("OpenEvents")) {
        const bool packets = message.arguments().constFirst().toString() == text("packets");
        const QDBusUnixFileDescriptor ringFd((packets ? m_packets : m_otherEvents).fd());
        return QVariantList {QVariant::fromValue(ringFd)};
    }
    if (message.member() == text("OpenPayloads")) {
        if (!m_payloadsAllowed) {
            return error(ErrorCode::NotAuthorized, "the bytes of packets are not shown here");
        }
        const QDBusUnixFileDescriptor ringFd(m_payloads.fd());
        return QVariantList {QVariant::fromValue(ringFd)};
    }
    QList<QByteArray> records;
    for (const EventRecord &record : message.member() == text("ListFlows") ? m_flows : m_expectations) {
        records.append(QByteArray(reinterpret_cast<const char *>(&record), sizeof record));
    }
    return QVariantList {QVariant::fromValue(records)};
}

void FakeBackend::installScript(const QString &name, const QString &text)
{
    Script &script = m_scripts[name];
    script.previous = script.text;
    script.text = text;
}

FakeBackend::Answer FakeBackend::callScripts(const QDBusMessage &message)
{
    if (message.member() == text("List")) {
        return listScripts();
    }
    const QString name = message.arguments().at(0).toString();
    if (message.member() == text("Install")) {
        installScript(name, message.arguments().at(1).toString());
        return QVariantList {helpersOf(name)};
    }
    if (!m_scripts.contains(name)) {
        return error(ErrorCode::Failed, "there is no such script");
    }
    Script &script = m_scripts[name];
    if (message.member() == text("Read")) {
        return QVariantList {message.arguments().at(1).toBool() ? script.previous : script.text};
    }
    if (message.member() == text("RollBack")) {
        std::swap(script.text, script.previous);
        return QVariantList {helpersOf(name)};
    }
    m_scripts.remove(name);
    return QVariantList {};
}

FakeBackend::Answer FakeBackend::listScripts() const
{
    VariantMapList scripts;
    for (auto script = m_scripts.cbegin(); script != m_scripts.cend(); ++script) {
        scripts.append(
            {{text("name"), script.key()}, {text("size"), quint64(script->text.size())}, {text("changed"), quint64(0)},
                {text("previous"), !script->previous.isNull()}, {text("helpers"), helpersOf(script.key())}});
    }
    return QVariantList {QVariant::fromValue(scripts)};
}

QStringList FakeBackend::helpersOf(const QString &script) const
{
    QStringList names;
    for (const HelperInfo &helper : m_helpers) {
        if (helper.script == script) {
            names.append(helper.name);
        }
    }
    return names;
}

} // namespace Trackhand
