// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/requests.h"

#include "client/link/busvalue.h"
#include "wire/dbus/names.h"

#include <QCoreApplication>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <cstring>
#include <fcntl.h>

namespace Trackhand {

QDBusArgument &operator<<(QDBusArgument &argument, const Policy &policy)
{
    argument.beginStructure();
    argument << policy.name << policy.maximum << policy.timeout;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Policy &policy)
{
    argument.beginStructure();
    argument >> policy.name >> policy.maximum >> policy.timeout;
    argument.endStructure();
    return argument;
}

QDBusArgument &operator<<(QDBusArgument &argument, const PortRange &range)
{
    argument.beginStructure();
    argument << range.first << range.last;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PortRange &range)
{
    argument.beginStructure();
    argument >> range.first >> range.last;
    argument.endStructure();
    return argument;
}

namespace {

/// polkit may be waiting for a person to type a password.
constexpr int DeedTimeoutMs = 5 * 60 * 1000;

using ManagedObjects = QMap<QDBusObjectPath, QMap<QString, QVariantMap>>;

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QDBusMessage message(const QString &path, const char *interface, const char *method, const QVariantList &arguments = {})
{
    registerBusTypes();
    QDBusMessage call =
        QDBusMessage::createMethodCall(text(Wire::Bus::ServiceName), path, text(interface), text(method));
    call.setArguments(arguments);
    return call;
}

QDBusMessage rootMessage(const char *interface, const char *method, const QVariantList &arguments = {})
{
    return message(text(Wire::Bus::RootPath), interface, method, arguments);
}

QDBusMessage helperMessage(const QString &name, const char *method, const QVariantList &arguments = {})
{
    const QString path = QString::fromStdString(Wire::Bus::helperPath(name.toStdString()));
    return message(path, Wire::Bus::HelperInterface, method, arguments);
}

Error badReply(const QDBusMessage &reply)
{
    return {ErrorCode::Failed,
        "the backend answered with \"" + reply.signature().toStdString()
            + "\", which this program does not understand: are both of the same version?"};
}

Result<Done> nothing(const QDBusMessage &)
{
    return Done {};
}

/// The first argument, provided that the reply's whole signature is @p signature.
template <typename T>
std::function<Result<T>(const QDBusMessage &)> single(const char *signature)
{
    return [signature](const QDBusMessage &reply) -> Result<T> {
        if (reply.signature() != QLatin1String(signature)) {
            return badReply(reply);
        }
        return fromBus<T>(reply.arguments().constFirst());
    };
}

Result<QString> objectPath(const QDBusMessage &reply)
{
    if (reply.signature() != QLatin1String("o")) {
        return badReply(reply);
    }
    return reply.arguments().constFirst().value<QDBusObjectPath>().path();
}

template <typename T>
Result<QList<T>> listOfMaps(const QDBusMessage &reply)
{
    if (reply.signature() != QLatin1String("aa{sv}")) {
        return badReply(reply);
    }
    QList<T> list;
    for (const QVariantMap &map : fromBus<VariantMapList>(reply.arguments().constFirst())) {
        list.append(T::fromMap(map));
    }
    return list;
}

Result<std::vector<EventRecord>> records(const QDBusMessage &reply)
{
    if (reply.signature() != QLatin1String("aay")) {
        return badReply(reply);
    }
    std::vector<EventRecord> list;
    for (const QByteArray &bytes : fromBus<QList<QByteArray>>(reply.arguments().constFirst())) {
        if (bytes.size() == qsizetype(sizeof(EventRecord))) {
            std::memcpy(&list.emplace_back(), bytes.constData(), sizeof(EventRecord));
        }
    }
    return list;
}

Result<std::shared_ptr<Fd>> descriptor(const QDBusMessage &reply)
{
    if (reply.signature() != QLatin1String("h")) {
        return badReply(reply);
    }
    const auto received = reply.arguments().constFirst().value<QDBusUnixFileDescriptor>();
    const int own = ::fcntl(received.fileDescriptor(), F_DUPFD_CLOEXEC, 3);
    if (own < 0) {
        return Error {ErrorCode::Failed, "the backend's descriptor did not arrive: does this bus carry descriptors?"};
    }
    return std::make_shared<Fd>(own);
}

Result<BackendObjects> managedObjects(const QDBusMessage &reply)
{
    if (reply.signature() != QLatin1String("a{oa{sa{sv}}}")) {
        return badReply(reply);
    }
    BackendObjects objects;
    const auto all = fromBus<ManagedObjects>(reply.arguments().constFirst());
    for (auto object = all.cbegin(); object != all.cend(); ++object) {
        for (auto interface = object->cbegin(); interface != object->cend(); ++interface) {
            if (interface.key() == QLatin1String(Wire::Bus::ManagerInterface)) {
                objects.manager.apply(*interface);
            } else if (interface.key() == QLatin1String(Wire::Bus::HelperInterface)) {
                objects.helpers.emplace_back().path = object.key().path();
                objects.helpers.last().apply(*interface);
            } else if (interface.key() == QLatin1String(Wire::Bus::RuleInterface)) {
                objects.rules.emplace_back().path = object.key().path();
                objects.rules.last().apply(*interface);
            }
        }
    }
    return objects;
}

} // namespace

void registerBusTypes()
{
    static const bool once = [] {
        qDBusRegisterMetaType<Policy>();
        qDBusRegisterMetaType<PolicyList>();
        qDBusRegisterMetaType<PortRange>();
        qDBusRegisterMetaType<PortRangeList>();
        qDBusRegisterMetaType<VariantMapList>();
        qDBusRegisterMetaType<CounterMap>();
        qDBusRegisterMetaType<LatencyMap>();
        qDBusRegisterMetaType<OptionMap>();
        qDBusRegisterMetaType<QList<quint16>>();
        qDBusRegisterMetaType<QList<QByteArray>>();
        qDBusRegisterMetaType<QMap<QString, QVariantMap>>();
        qDBusRegisterMetaType<ManagedObjects>();
        return true;
    }();
    Q_UNUSED(once)
}

Error errorFromReply(const QDBusMessage &reply)
{
    const std::string name = reply.errorName().toStdString();
    if (const auto code = Wire::Bus::errorCode(name)) {
        return {*code, reply.errorMessage().toStdString()};
    }
    if (name == "org.freedesktop.DBus.Error.ServiceUnknown" || name == "org.freedesktop.DBus.Error.NameHasNoOwner"
        || name.starts_with("org.freedesktop.DBus.Error.Spawn") || name == "org.freedesktop.systemd1.NoSuchUnit"
        || name == "org.freedesktop.DBus.Error.Disconnected") {
        return {ErrorCode::NoBackend,
            "trackhandd is not running on this host: start it with \"systemctl start trackhandd\""};
    }
    if (name == "org.freedesktop.DBus.Error.AccessDenied" || name == "org.freedesktop.DBus.Error.AuthFailed"
        || name == "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired") {
        return {ErrorCode::NotAuthorized, reply.errorMessage().toStdString()};
    }
    if (name == "org.freedesktop.DBus.Error.NoReply" || name == "org.freedesktop.DBus.Error.Timeout") {
        return {ErrorCode::Failed, "trackhandd did not answer in time: see \"journalctl -u trackhandd\""};
    }
    return {ErrorCode::Failed, reply.errorMessage().toStdString()};
}

namespace Requests {

using namespace Wire::Bus;

Request<BackendObjects> objects()
{
    return {rootMessage("org.freedesktop.DBus.ObjectManager", "GetManagedObjects"), managedObjects};
}

Request<QString> exportSettings()
{
    return {rootMessage(ManagerInterface, "Export"), single<QString>("s")};
}

Request<QString> applySettings(const QString &toml)
{
    return {rootMessage(ManagerInterface, "Apply", {toml}), single<QString>("s"), DeedTimeoutMs};
}

Request<QList<IncidentInfo>> incidents()
{
    return {rootMessage(ManagerInterface, "ListIncidents"), listOfMaps<IncidentInfo>};
}

Request<QString> addHelper(const QString &name, const HelperArguments &settings)
{
    return {rootMessage(HelpersInterface, "Add", {name, settings.toMap()}), objectPath, DeedTimeoutMs};
}

Request<uint> flushHelpers(bool all)
{
    return {rootMessage(HelpersInterface, "Flush", {all}), single<uint>("u"), DeedTimeoutMs};
}

Request<QList<ProtocolInfo>> availableProtocols()
{
    return {rootMessage(HelpersInterface, "ListAvailable"), listOfMaps<ProtocolInfo>};
}

Request<QList<RefusedModuleInfo>> refusedModules()
{
    return {rootMessage(HelpersInterface, "ListRefusedModules"), listOfMaps<RefusedModuleInfo>};
}

Request<Done> enableHelper(const QString &name)
{
    return {helperMessage(name, "Enable"), nothing, DeedTimeoutMs};
}

Request<Done> disableHelper(const QString &name)
{
    return {helperMessage(name, "Disable"), nothing, DeedTimeoutMs};
}

Request<Done> setHelper(const QString &name, const HelperArguments &settings)
{
    return {helperMessage(name, "Set", {settings.toMap()}), nothing, DeedTimeoutMs};
}

Request<Done> deleteHelper(const QString &name, bool withRules)
{
    return {helperMessage(name, "Delete", {withRules}), nothing, DeedTimeoutMs};
}

Request<QList<DiagnosisLinkInfo>> diagnoseHelper(const QString &name)
{
    return {helperMessage(name, "Diagnose"), listOfMaps<DiagnosisLinkInfo>};
}

Request<QString> addRule(const RuleArguments &rule)
{
    return {rootMessage(RulesInterface, "Add", {rule.toMap()}), objectPath, DeedTimeoutMs};
}

Request<RulePreview> previewRule(const RuleArguments &rule)
{
    const auto decode = [](const QDBusMessage &reply) -> Result<RulePreview> {
        if (reply.signature() != QLatin1String("ss")) {
            return badReply(reply);
        }
        return RulePreview {reply.arguments().at(0).toString(), reply.arguments().at(1).toString()};
    };
    return {rootMessage(RulesInterface, "Preview", {rule.toMap()}), decode};
}

Request<QString> showRules()
{
    return {rootMessage(RulesInterface, "Show"), single<QString>("s")};
}

Request<Done> changeRule(uint id, const RuleArguments &rule)
{
    const QString path = QString::fromStdString(rulePath(id));
    return {message(path, RuleInterface, "Change", {rule.toMap()}), nothing, DeedTimeoutMs};
}

Request<Done> deleteRule(uint id)
{
    const QString path = QString::fromStdString(rulePath(id));
    return {message(path, RuleInterface, "Delete"), nothing, DeedTimeoutMs};
}

Request<QList<ScriptInfo>> scripts()
{
    return {rootMessage(ScriptsInterface, "List"), listOfMaps<ScriptInfo>};
}

Request<QString> readScript(const QString &name, bool previous)
{
    return {rootMessage(ScriptsInterface, "Read", {name, previous}), single<QString>("s")};
}

Request<QStringList> installScript(const QString &name, const QString &text)
{
    return {rootMessage(ScriptsInterface, "Install", {name, text}), single<QStringList>("as"), DeedTimeoutMs};
}

Request<QStringList> rollBackScript(const QString &name)
{
    return {rootMessage(ScriptsInterface, "RollBack", {name}), single<QStringList>("as"), DeedTimeoutMs};
}

Request<Done> removeScript(const QString &name)
{
    return {rootMessage(ScriptsInterface, "Remove", {name}), nothing, DeedTimeoutMs};
}

Request<QList<EvidenceInfo>> evidence()
{
    return {rootMessage(EvidenceInterface, "List"), listOfMaps<EvidenceInfo>, DeedTimeoutMs};
}

Request<QByteArray> readEvidence(const QString &id)
{
    return {rootMessage(EvidenceInterface, "Read", {id}), single<QByteArray>("ay"), DeedTimeoutMs};
}

Request<Done> removeEvidence(const QString &id)
{
    return {rootMessage(EvidenceInterface, "Remove", {id}), nothing, DeedTimeoutMs};
}

Request<std::shared_ptr<Fd>> openEvents(const QString &kind)
{
    return {rootMessage(TrafficInterface, "OpenEvents", {kind}), descriptor, DeedTimeoutMs};
}

Request<std::shared_ptr<Fd>> openPayloads()
{
    return {rootMessage(TrafficInterface, "OpenPayloads"), descriptor, DeedTimeoutMs};
}

Request<std::vector<EventRecord>> listExpectations()
{
    return {rootMessage(TrafficInterface, "ListExpectations"), records, DeedTimeoutMs};
}

Request<std::vector<EventRecord>> listFlows()
{
    return {rootMessage(TrafficInterface, "ListFlows"), records, DeedTimeoutMs};
}

} // namespace Requests
} // namespace Trackhand
