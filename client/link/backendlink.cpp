// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/backendlink.h"

#include "client/link/busvalue.h"
#include "wire/dbus/names.h"

#include <QAtomicInt>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QProcess>
#include <QThread>
#include <QTimer>

namespace Trackhand {

/// A named connection that is given back when its last holder goes, whichever thread that is in.
struct BusConnection {
    BusConnection()
    {
        static QAtomicInt number;
        name = QStringLiteral("trackhand-link-%1").arg(number.fetchAndAddRelaxed(1));
    }
    ~BusConnection() { QDBusConnection::disconnectFromBus(name); }

    QString name;
    QDBusConnection bus {QString()};
};

namespace {

constexpr int RetryMs = 5000;

constexpr const char *ObjectManager = "org.freedesktop.DBus.ObjectManager";
constexpr const char *Properties = "org.freedesktop.DBus.Properties";

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

std::string lastLine(const QByteArray &output)
{
    const QByteArray trimmed = output.trimmed();
    return trimmed.mid(trimmed.lastIndexOf('\n') + 1).trimmed().toStdString();
}

} // namespace

BackendLink::BackendLink(
    const HostAddress &host, const QString &sshConfigFile, const QString &busAddress, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_sshConfigFile(sshConfigFile)
    , m_busAddress(busAddress)
{
    registerBusTypes();
}

BackendLink::~BackendLink()
{
    ++m_attempt;
    dropConnection();
}

void BackendLink::open()
{
    ++m_attempt;
    dropConnection();
    setState(State::Connecting);
    if (m_host.isLocal() || !m_busAddress.isEmpty()) {
        connectBus();
    } else {
        probeSsh();
    }
}

void BackendLink::close()
{
    ++m_attempt;
    dropConnection();
    m_problem = {};
    setState(State::Closed);
}

// The bus library says only "connection failed" when ssh fails, and blocks the whole process's bus thread while ssh is
// trying. So ssh is tried by itself first: its words reach the person, and nothing waits.
void BackendLink::probeSsh()
{
    m_probe = new QProcess(this);
    m_probe->setStandardInputFile(QProcess::nullDevice());
    QProcess *probe = m_probe;
    const auto finish = [this, probe](bool good) {
        if (probe != m_probe) {
            return;
        }
        const std::string said = lastLine(probe->readAllStandardError());
        m_probe = nullptr;
        probe->deleteLater();
        if (good) {
            connectBus();
        } else {
            retryLater({ErrorCode::NoBackend,
                "cannot reach " + m_host.toString().toStdString() + ": "
                    + (said.empty() ? "ssh could not be started" : said)});
        }
    };
    connect(probe, &QProcess::finished, this,
        [finish](int status, QProcess::ExitStatus how) { finish(how == QProcess::NormalExit && status == 0); });
    connect(probe, &QProcess::errorOccurred, this, [finish](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            finish(false);
        }
    });
    const SshCommand ssh(m_host, m_sshConfigFile);
    probe->start(SshCommand::program(), ssh.arguments({text("systemd-stdio-bridge"), text("--version")}));
}

void BackendLink::connectBus()
{
    QString address = m_busAddress;
    if (address.isEmpty() && !m_host.isLocal()) {
        address = SshCommand(m_host, m_sshConfigFile).busAddress();
    }
    auto connection = std::make_shared<BusConnection>();
    QThread *thread = QThread::create([connection, address] {
        connection->bus = address.isEmpty()
            ? QDBusConnection::connectToBus(QDBusConnection::SystemBus, connection->name)
            : QDBusConnection::connectToBus(address, connection->name);
    });
    connect(thread, &QThread::finished, this, [this, connection, attempt = m_attempt] {
        if (attempt == m_attempt) {
            m_connection = connection;
            connectionMade();
        }
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void BackendLink::connectionMade()
{
    if (!m_connection->bus.isConnected()) {
        const std::string why = m_connection->bus.lastError().message().toStdString();
        const std::string where =
            m_host.isLocal() ? "the system bus of this machine" : "the system bus of that machine";
        retryLater({ErrorCode::NoBackend, "cannot reach " + where + ": " + why});
        return;
    }
    subscribe();
    readObjects();
}

void BackendLink::subscribe()
{
    QDBusConnection &bus = m_connection->bus;
    const QString service = text(Wire::Bus::ServiceName);
    const QString root = text(Wire::Bus::RootPath);
    bus.connect({}, text("/org/freedesktop/DBus/Local"), text("org.freedesktop.DBus.Local"), text("Disconnected"), this,
        SLOT(onDisconnected()));
    bus.connect(
        service, root, text(ObjectManager), text("InterfacesAdded"), this, SLOT(onInterfacesAdded(QDBusMessage)));
    bus.connect(
        service, root, text(ObjectManager), text("InterfacesRemoved"), this, SLOT(onInterfacesRemoved(QDBusMessage)));
    bus.connect(
        service, {}, text(Properties), text("PropertiesChanged"), this, SLOT(onPropertiesChanged(QDBusMessage)));
    bus.connect(
        service, root, text(Wire::Bus::ManagerInterface), text("Incident"), this, SLOT(onIncident(QVariantMap)));

    m_watcher = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) {
            if (owner.isEmpty()) {
                backendGone({ErrorCode::NoBackend, "trackhandd has stopped on this host"});
            } else {
                readObjects();
            }
        });
}

void BackendLink::readObjects()
{
    call<BackendObjects>(Requests::objects(), this, [this, attempt = m_attempt](const Result<BackendObjects> &objects) {
        if (attempt != m_attempt) {
            return;
        }
        if (!objects) {
            backendGone(objects.error());
            return;
        }
        m_problem = {};
        emit objectsRead(*objects);
        setState(State::Ready);
    });
}

void BackendLink::backendGone(const Error &why)
{
    m_problem = why;
    setState(State::Waiting);
    if (why.code != ErrorCode::NoBackend) { // then no owner change will tell us when to try again
        QTimer::singleShot(RetryMs, this, [this, attempt = m_attempt] {
            if (attempt == m_attempt && m_state == State::Waiting) {
                readObjects();
            }
        });
    }
}

void BackendLink::dropConnection()
{
    delete m_probe;
    m_probe = nullptr;
    delete m_watcher;
    m_watcher = nullptr;
    m_connection.reset();
}

void BackendLink::retryLater(const Error &why)
{
    ++m_attempt;
    dropConnection();
    m_problem = why;
    setState(State::Closed);
    QTimer::singleShot(RetryMs, this, [this, attempt = m_attempt] {
        if (attempt == m_attempt) {
            open();
        }
    });
}

void BackendLink::setState(State state)
{
    m_state = state;
    emit stateChanged(state);
}

void BackendLink::send(
    const QDBusMessage &message, int timeoutMs, QObject *context, std::function<void(const QDBusMessage &)> done)
{
    if (!m_connection) {
        const QString why = m_problem.text.empty() ? tr("not connected yet") : QString::fromStdString(m_problem.text);
        const QDBusMessage reply =
            QDBusMessage::createError(QString::fromStdString(Wire::Bus::errorName(ErrorCode::NoBackend)), why);
        QTimer::singleShot(0, context, [done, reply] { done(reply); });
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(m_connection->bus.asyncCall(message, timeoutMs), context);
    connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done] {
        watcher->deleteLater();
        done(watcher->reply());
    });
}

void BackendLink::onInterfacesAdded(const QDBusMessage &message)
{
    if (message.signature() != QLatin1String("oa{sa{sv}}")) {
        return;
    }
    const QString path = message.arguments().at(0).value<QDBusObjectPath>().path();
    const auto interfaces = fromBus<QMap<QString, QVariantMap>>(message.arguments().at(1));
    if (const auto found = interfaces.constFind(text(Wire::Bus::HelperInterface)); found != interfaces.cend()) {
        HelperInfo helper;
        helper.path = path;
        helper.apply(*found);
        emit helperAdded(helper);
    }
    if (const auto found = interfaces.constFind(text(Wire::Bus::RuleInterface)); found != interfaces.cend()) {
        RuleInfo rule;
        rule.path = path;
        rule.apply(*found);
        emit ruleAdded(rule);
    }
}

void BackendLink::onInterfacesRemoved(const QDBusMessage &message)
{
    if (message.signature() != QLatin1String("oas")) {
        return;
    }
    const QString path = message.arguments().at(0).value<QDBusObjectPath>().path();
    const QStringList interfaces = message.arguments().at(1).toStringList();
    if (interfaces.contains(text(Wire::Bus::HelperInterface))) {
        emit helperRemoved(path);
    }
    if (interfaces.contains(text(Wire::Bus::RuleInterface))) {
        emit ruleRemoved(path);
    }
}

void BackendLink::onPropertiesChanged(const QDBusMessage &message)
{
    if (message.signature() != QLatin1String("sa{sv}as")) {
        return;
    }
    const QString interface = message.arguments().at(0).toString();
    const auto changed = fromBus<QVariantMap>(message.arguments().at(1));
    if (interface == QLatin1String(Wire::Bus::HelperInterface)) {
        emit helperChanged(message.path(), changed);
    } else if (interface == QLatin1String(Wire::Bus::RuleInterface)) {
        emit ruleChanged(message.path(), changed);
    } else if (interface == QLatin1String(Wire::Bus::ManagerInterface)) {
        emit managerChanged(changed);
    }
}

void BackendLink::onIncident(const QVariantMap &map)
{
    emit incident(IncidentInfo::fromMap(map));
}

void BackendLink::onDisconnected()
{
    retryLater({ErrorCode::NoBackend, "the connection to " + m_host.toString().toStdString() + " broke"});
}

} // namespace Trackhand
