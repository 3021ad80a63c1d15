// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/sshcommand.h"
#include "wire/base/fd.h"
#include "wire/ring/event.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

namespace Trackhand {

class EventQueue;
class EventSource;

/// What arrived since the last hand-over.
struct EventBatch {
    std::vector<EventRecord> events; ///< oldest first
    quint64 lost = 0; ///< events that were overwritten before anybody here read them
};

/// Brings the events of one ring, or of one `trackhandctl watch --binary` on another host, to this thread in batches:
/// at most 60 a second, fewer when handling a batch takes long, none while paused. A thread of its own reads. A source
/// that is started anew, after a stream that broke say, hands over nothing for the second time.
class EventFeed : public QObject {
    Q_OBJECT
public:
    enum class Kind { Packets, Expectations };

    explicit EventFeed(Kind kind, QObject *parent = nullptr);
    ~EventFeed() override;

    Kind kind() const { return m_kind; }
    /// "packets" or "expectations", as Traffic.OpenEvents and trackhandctl call it.
    QString kindName() const;

    /// Reads a ring on this machine, from its oldest record on. Fails when it is not a ring of this version.
    Status startRing(Fd ring);
    /// Starts trackhandctl on @p host; trouble is reported by failed().
    void startRemote(const HostAddress &host, const QString &sshConfigFile = {});
    /// Runs any command that writes the stream form of the ring to its standard output.
    void startProcess(const QString &program, const QStringList &arguments);
    /// Any other source; @p make gives it the queue that it fills.
    void startSource(const std::function<std::unique_ptr<EventSource>(std::shared_ptr<EventQueue>)> &make);
    /// Hands over what the source has left in the queue, and stops.
    void finish();
    void stop();
    bool isRunning() const { return m_source != nullptr; }

    /// While off, nothing is handed over and a ring is not read; what is overwritten meanwhile counts as lost.
    void setActive(bool active);
    bool isActive() const { return m_active; }

    /// Milliseconds between two hand-overs at present: 16 to 250.
    int interval() const { return m_timer.interval(); }

signals:
    void arrived(const Trackhand::EventBatch &batch);
    /// The source ended: the stream broke or the process died.
    void failed(const Trackhand::Error &error);

private:
    void start(std::unique_ptr<EventSource> source);
    void handOver();
    void leaveOutKnown(std::vector<EventRecord> &events);
    void adaptInterval(qint64 spentNs);

    Kind m_kind;
    bool m_active = true;
    std::shared_ptr<EventQueue> m_queue;
    std::unique_ptr<EventSource> m_source;
    QTimer m_timer;
    std::uint64_t m_lastSequence = 0; ///< of the last event that was handed over
    std::uint64_t m_lastTimeNs = 0; ///< of the youngest
};

} // namespace Trackhand
