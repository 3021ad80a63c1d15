// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/requests.h"
#include "client/link/sshcommand.h"

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QObject>
#include <memory>

class QDBusServiceWatcher;
class QProcess;

namespace Trackhand {

struct BusConnection;

/// A connection to one host's backend that never blocks its thread. It says when the backend comes and goes; each time
/// it comes, everything is read anew with one GetManagedObjects, so that the stores hold nothing stale.
class BackendLink : public QObject {
    Q_OBJECT
public:
    enum class State {
        Closed,
        Connecting, ///< ssh or the bus is being reached
        Waiting, ///< the bus is there, the backend is not
        Ready, ///< the backend is there and its objects have been read
    };
    Q_ENUM(State)

    /// @p busAddress overrides the bus the host has (for a private bus).
    explicit BackendLink(const HostAddress &host, const QString &sshConfigFile = {}, const QString &busAddress = {},
        QObject *parent = nullptr);
    ~BackendLink() override;

    const HostAddress &host() const { return m_host; }
    const QString &sshConfigFile() const { return m_sshConfigFile; }
    State state() const { return m_state; }
    /// Why there is no backend, for a person; meaningful in Closed and Waiting.
    const Error &problem() const { return m_problem; }

    /// Begins to connect; state changes report how it goes. After a failure the link tries again every few seconds.
    void open();
    void close();

    /// Sends @p request; @p done is called once, in this thread, with what came back. When @p context dies first, it is
    /// not called at all.
    template <typename T>
    void call(const Request<T> &request, QObject *context, std::function<void(Result<T>)> done)
    {
        auto decode = request.decode;
        QDBusMessage message = request.message;
        message.setInteractiveAuthorizationAllowed(request.mayPrompt);
        send(message, request.timeoutMs, context, [decode, done](const QDBusMessage &reply) {
            if (reply.type() != QDBusMessage::ReplyMessage) {
                done(errorFromReply(reply));
            } else {
                done(decode(reply));
            }
        });
    }

signals:
    void stateChanged(Trackhand::BackendLink::State state);
    /// Everything the backend has; comes before the state becomes Ready.
    void objectsRead(const Trackhand::BackendObjects &objects);
    void managerChanged(const QVariantMap &changed);
    void helperAdded(const Trackhand::HelperInfo &helper);
    void helperChanged(const QString &path, const QVariantMap &changed);
    void helperRemoved(const QString &path);
    void ruleAdded(const Trackhand::RuleInfo &rule);
    void ruleChanged(const QString &path, const QVariantMap &changed);
    void ruleRemoved(const QString &path);
    void incident(const Trackhand::IncidentInfo &incident);

private slots:
    void onInterfacesAdded(const QDBusMessage &message);
    void onInterfacesRemoved(const QDBusMessage &message);
    void onPropertiesChanged(const QDBusMessage &message);
    void onIncident(const QVariantMap &map);
    void onDisconnected();

private:
    void send(
        const QDBusMessage &message, int timeoutMs, QObject *context, std::function<void(const QDBusMessage &)> done);
    void probeSsh();
    void connectBus();
    void connectionMade();
    void subscribe();
    void readObjects();
    void backendGone(const Error &why);
    void dropConnection();
    void retryLater(const Error &why);
    void setState(State state);

    HostAddress m_host;
    QString m_sshConfigFile;
    QString m_busAddress;
    State m_state = State::Closed;
    Error m_problem;
    std::shared_ptr<BusConnection> m_connection;
    QDBusServiceWatcher *m_watcher = nullptr;
    QProcess *m_probe = nullptr;
    quint64 m_attempt = 0; ///< replies and connections of an overtaken attempt are dropped
};

} // namespace Trackhand
