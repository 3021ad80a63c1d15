// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakebackend.h"

#include "client/link/busvalue.h"
#include "client/link/requests.h"
#include "client/models/helpertext.h"
#include "tests/client/fakediagnosis.h"
#include "tests/client/fakeruletext.h"
#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include <QAtomicInt>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>

namespace Trackhand {

namespace {

using namespace Wire::Bus;
constexpr std::uint32_t PayloadCapacity = 4096; // a real backend's ring is larger, and overtaken likewise

using Interfaces = QMap<QString, QVariantMap>;

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QString connectionName()
{
    static QAtomicInt number;
    return QStringLiteral("fake-backend-%1").arg(number.fetchAndAddRelaxed(1));
}

Wire::EventRingWriter ring(const char *name)
{
    return Wire::EventRingWriter::create(name, 65536).take();
}

Error error(ErrorCode code, const char *why)
{
    return {code, why};
}

QString previewText(const RuleInfo &rule)
{
    QStringList lines;
    for (const QString &hook : rule.hooks) {
        QString line = hook + QStringLiteral(": ");
        if (!rule.inInterface.isEmpty()) {
            line += QStringLiteral("iifname \"%1\" ").arg(rule.inInterface);
        }
        if (!rule.source.isEmpty()) {
            line += QStringLiteral("ip saddr %1 ").arg(rule.source);
        }
        if (!rule.destination.isEmpty()) {
            line += QStringLiteral("ip daddr %1 ").arg(rule.destination);
        }
        for (const PortRange &range : rule.ports) {
            line += QStringLiteral("%1 dport %2 ").arg(rule.l4).arg(range.first);
        }
        lines.append(line + QStringLiteral("counter ct helper set \"%1\"").arg(rule.helper));
    }
    return lines.join(QLatin1Char('\n'));
}

QString iptablesText(const RuleInfo &rule)
{
    QStringList lines;
    for (const QString &hook : rule.hooks) {
        QString line = QStringLiteral("iptables -t raw -A %1 -p %2").arg(hook.toUpper(), rule.l4);
        for (const PortRange &range : rule.ports) {
            line += QStringLiteral(" --dport %1").arg(range.first);
        }
        lines.append(line + QStringLiteral(" -j CT --helper %1").arg(rule.helper));
    }
    return lines.join(QLatin1Char('\n'));
}

template <typename T>
void take(const QVariantMap &map, const char *name, T &into)
{
    if (map.contains(text(name))) {
        into = fromBus<T>(map.value(text(name)));
    }
}

RuleInfo ruleFrom(const QVariantMap &map)
{
    RuleInfo rule;
    rule.l4 = text("tcp");
    rule.hooks = QStringList {text("prerouting"), text("output")};
    rule.l3 = QStringList {text("ipv4"), text("ipv6")};
    take(map, "helper", rule.helper);
    take(map, "l4", rule.l4);
    take(map, "ports", rule.ports);
    take(map, "hooks", rule.hooks);
    take(map, "l3", rule.l3);
    take(map, "iif", rule.inInterface);
    take(map, "oif", rule.outInterface);
    take(map, "src", rule.source);
    take(map, "dst", rule.destination);
    rule.text = previewText(rule);
    return rule;
}

QVariantMap protocolMap(const ProtocolInfo &protocol)
{
    VariantMapList options;
    for (const ProtocolOption &option : protocol.options) {
        options.append(
            {{text("name"), option.name}, {text("default"), option.defaultValue}, {text("text"), option.text}});
    }
    return {{text("name"), protocol.name}, {text("summary"), protocol.summary}, {text("advice"), protocol.advice},
        {text("l3"), protocol.l3}, {text("l4"), protocol.l4}, {text("ports"), QVariant::fromValue(protocol.ports)},
        {text("policies"), QVariant::fromValue(protocol.policies)}, {text("private-length"), protocol.privateLength},
        {text("options"), QVariant::fromValue(options)}};
}

QVariantMap incidentMap(const IncidentInfo &incident)
{
    return {{text("severity"), incident.severity}, {text("helper"), incident.helper}, {text("text"), incident.text},
        {text("time"), QVariant::fromValue(qulonglong(incident.timeNs))}, {text("rules"), incident.aboutRules}};
}

} // namespace

FakeBackend::FakeBackend(const QString &busAddress, QObject *parent)
    : QDBusVirtualObject(parent)
    , m_connectionName(connectionName())
    , m_bus(QDBusConnection::connectToBus(busAddress, m_connectionName))
    , m_packets(ring("packets"))
    , m_otherEvents(ring("expectations"))
    , m_payloads(Wire::PayloadRingWriter::create("payloads", PayloadCapacity).take())
{
    registerBusTypes();
    m_manager.version = text("0.1.0");
    m_manager.kernelRelease = text("6.1.0-29-amd64");
    m_bus.registerVirtualObject(text(RootPath), this, QDBusConnection::SubPath);
}

FakeBackend::~FakeBackend()
{
    m_bus.unregisterObject(text(RootPath), QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(m_connectionName);
}

bool FakeBackend::appear()
{
    return m_bus.registerService(text(ServiceName));
}

void FakeBackend::vanish()
{
    m_bus.unregisterService(text(ServiceName));
}

void FakeBackend::setManager(const ManagerInfo &manager)
{
    m_manager = manager;
    propertiesChanged(text(RootPath), ManagerInterface, propertiesOf(manager));
}

void FakeBackend::addHelper(HelperInfo helper)
{
    helper.path = QString::fromStdString(helperPath(helper.name.toStdString()));
    m_helpers.insert(helper.name, helper);
    interfacesAdded(helper.path, HelperInterface, propertiesOf(helper));
}

void FakeBackend::changeHelper(const QString &name, const QVariantMap &properties)
{
    HelperInfo &helper = m_helpers[name];
    helper.apply(properties);
    propertiesChanged(helper.path, HelperInterface, properties);
}

void FakeBackend::removeHelper(const QString &name)
{
    const QString path = m_helpers.take(name).path;
    interfacesRemoved(path, HelperInterface);
}

uint FakeBackend::addRule(const RuleSettings &settings)
{
    RuleInfo rule = ruleFrom(settings.toMap());
    rule.id = m_nextRule++;
    rule.path = QString::fromStdString(rulePath(rule.id));
    m_rules.insert(rule.id, rule);
    interfacesAdded(rule.path, RuleInterface, propertiesOf(rule));
    return rule.id;
}

void FakeBackend::changeRule(uint id, const QVariantMap &properties)
{
    RuleInfo &rule = m_rules[id];
    rule.apply(properties);
    propertiesChanged(rule.path, RuleInterface, properties);
}

void FakeBackend::removeRule(uint id)
{
    const QString path = m_rules.take(id).path;
    interfacesRemoved(path, RuleInterface);
}

void FakeBackend::addIncident(const IncidentInfo &incident)
{
    m_incidents.append(incident);
    QDBusMessage signal = QDBusMessage::createSignal(text(RootPath), text(ManagerInterface), text("Incident"));
    m_bus.send(signal << incidentMap(incident));
}

void FakeBackend::write(const EventRecord &event)
{
    Wire::EventRingWriter &into = event.kind == EventKind::Packet ? m_packets : m_otherEvents;
    into.write(event);
    into.wake();
}

void FakeBackend::write(const EventRecord &event, std::span<const std::uint8_t> bytes)
{
    m_payloads.write(m_packets.write(event), bytes);
    m_packets.wake();
}

void FakeBackend::failNext(const QString &method, ErrorCode code, const QString &why)
{
    m_failures.insert(method, {code, why.toStdString()});
}

void FakeBackend::release()
{
    m_heldMethod.clear();
    reply(m_held, m_bus);
}

std::optional<FakeBackend::Call> FakeBackend::lastCall(const QString &method) const
{
    for (auto call = m_calls.crbegin(); call != m_calls.crend(); ++call) {
        if (call->method == method) {
            return *call;
        }
    }
    return std::nullopt;
}

QVariantMap FakeBackend::propertiesOf(const HelperInfo &helper)
{
    LatencyMap latencies;
    for (std::size_t bucket = 0; bucket < helper.latencies.size(); ++bucket) {
        if (helper.latencies[bucket] != 0) {
            latencies.insert(uint(bucket), helper.latencies[bucket]);
        }
    }
    return {{text("Name"), helper.name}, {text("Owner"), helper.owner}, {text("L3"), helper.l3},
        {text("L4"), helper.l4}, {text("Queue"), helper.queue}, {text("QueueLength"), helper.queueLength},
        {text("Policies"), QVariant::fromValue(helper.policies)}, {text("PrivateLength"), helper.privateLength},
        {text("Options"), QVariant::fromValue(helper.options)}, {text("Script"), helper.script},
        {text("State"), helper.state}, {text("Problem"), helper.problem}, {text("ProcessId"), helper.processId},
        {text("Counters"), QVariant::fromValue(helper.counters)}, {text("Latencies"), QVariant::fromValue(latencies)}};
}

QVariantMap FakeBackend::propertiesOf(const RuleInfo &rule)
{
    return {{text("Id"), rule.id}, {text("Helper"), rule.helper}, {text("L3"), rule.l3}, {text("L4"), rule.l4},
        {text("Ports"), QVariant::fromValue(rule.ports)}, {text("Hooks"), rule.hooks},
        {text("InInterface"), rule.inInterface}, {text("OutInterface"), rule.outInterface},
        {text("Source"), rule.source}, {text("Destination"), rule.destination}, {text("Packets"), rule.packets},
        {text("Bytes"), rule.bytes}, {text("Text"), rule.text}};
}

QVariantMap FakeBackend::propertiesOf(const ManagerInfo &manager)
{
    return {{text("Version"), manager.version}, {text("KernelRelease"), manager.kernelRelease},
        {text("KernelSupported"), manager.kernelSupported}, {text("Problem"), manager.problem}};
}

QString FakeBackend::introspect(const QString &path) const
{
    QStringList names {text(ManagerInterface), text(HelpersInterface), text(RulesInterface), text(TrafficInterface)};
    if (path.startsWith(text(HelpersPath))) {
        names = QStringList {text(HelperInterface)};
    } else if (path.startsWith(text(RulesPath))) {
        names = QStringList {text(RuleInterface)};
    }
    QString xml;
    for (const QString &name : names) {
        xml += interfaces().value(name).xml;
    }
    return xml;
}

bool FakeBackend::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    const QString interface = message.interface();
    const auto description = interfaces().constFind(interface);
    if (description != interfaces().cend()) {
        const auto method = description->methods.constFind(message.member());
        if (method == description->methods.cend() || method->inSignature != message.signature()) {
            return false;
        }
    }
    m_calls.append({message.path(), interface, message.member(), message.arguments(),
        message.isInteractiveAuthorizationAllowed()});
    if (m_heldMethod == message.member()) {
        m_held = message;
        return true;
    }
    return reply(message, connection);
}

bool FakeBackend::reply(const QDBusMessage &message, const QDBusConnection &connection)
{
    const auto failure = m_failures.constFind(message.member());
    Answer result = failure == m_failures.cend() ? answer(message) : Answer(*failure);
    m_failures.remove(message.member());
    if (!result) {
        const QString name = QString::fromStdString(errorName(result.error().code));
        return connection.send(message.createErrorReply(name, QString::fromStdString(result.error().text)));
    }
    return connection.send(message.createReply(*result));
}

FakeBackend::Answer FakeBackend::answer(const QDBusMessage &message)
{
    const QString interface = message.interface();
    if (interface == text("org.freedesktop.DBus.ObjectManager")) {
        return callObjectManager();
    }
    if (interface == text(ManagerInterface)) {
        return callManager(message);
    }
    if (interface == text(HelpersInterface)) {
        return callHelpers(message);
    }
    if (interface == text(HelperInterface)) {
        return callHelper(message);
    }
    if (interface == text(RulesInterface)) {
        return callRules(message);
    }
    if (interface == text(RuleInterface)) {
        return callRule(message);
    }
    if (interface == text(TrafficInterface)) {
        return callTraffic(message);
    }
    return error(ErrorCode::Failed, "no such interface");
}

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

HelperInfo *FakeBackend::helperAt(const QString &path)
{
    for (HelperInfo &helper : m_helpers) {
        if (helper.path == path) {
            return &helper;
        }
    }
    return nullptr;
}

void FakeBackend::interfacesAdded(const QString &path, const char *interface, const QVariantMap &properties)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(text(RootPath), text("org.freedesktop.DBus.ObjectManager"), text("InterfacesAdded"));
    signal << QVariant::fromValue(QDBusObjectPath(path))
           << QVariant::fromValue(Interfaces {{text(interface), properties}});
    m_bus.send(signal);
}

void FakeBackend::interfacesRemoved(const QString &path, const char *interface)
{
    QDBusMessage signal = QDBusMessage::createSignal(
        text(RootPath), text("org.freedesktop.DBus.ObjectManager"), text("InterfacesRemoved"));
    m_bus.send(signal << QVariant::fromValue(QDBusObjectPath(path)) << QStringList {text(interface)});
}

void FakeBackend::propertiesChanged(const QString &path, const char *interface, const QVariantMap &properties)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(path, text("org.freedesktop.DBus.Properties"), text("PropertiesChanged"));
    m_bus.send(signal << text(interface) << properties << QStringList());
}

} // namespace Trackhand
