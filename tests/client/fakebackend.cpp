// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakebackend.h"

#include "client/link/requests.h"
#include "tests/client/fakevalues.h"
#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include <QAtomicInt>
#include <QDBusMessage>
#include <QDBusObjectPath>

namespace Trackhand {

namespace {

using namespace Wire::Bus;
constexpr std::uint32_t PayloadCapacity = 4096; // a real backend's ring is larger, and overtaken likewise

QString connectionName()
{
    static QAtomicInt number;
    return QStringLiteral("fake-backend-%1").arg(number.fetchAndAddRelaxed(1));
}

Wire::EventRingWriter ring(const char *name)
{
    return Wire::EventRingWriter::create(name, 65536).take();
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

uint FakeBackend::addRule(const RuleArguments &settings)
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

void FakeBackend::addEvidence(EvidenceInfo evidence, const QByteArray &capture)
{
    evidence.size = quint64(capture.size());
    m_captures.insert(evidence.id, capture);
    m_evidence.prepend(evidence);
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

QString FakeBackend::introspect(const QString &path) const
{
    QStringList names {text(ManagerInterface), text(HelpersInterface), text(RulesInterface), text(TrafficInterface),
        text(ScriptsInterface)};
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
    if (interface == text(EvidenceInterface)) {
        return callEvidence(message);
    }
    if (interface == text(TrafficInterface)) {
        return callTraffic(message);
    }
    if (interface == text(ScriptsInterface)) {
        return callScripts(message);
    }
    return Error {ErrorCode::Failed, "no such interface"};
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
