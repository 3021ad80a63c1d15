// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventsource.h"
#include "wire/ring/event.h"

#include <QProcess>
#include <QStringList>
#include <QThread>
#include <memory>
#include <vector>

namespace Trackhand {

class EventQueue;

// Only named here: moc of Qt 6.4 cannot read the standard library's concepts, which <span> brings in.
namespace Wire::EventStream {
class Reader;
}

/// Lives in the thread of a StreamSource: a process and the decoder of what it writes.
class StreamWorker : public QObject {
    Q_OBJECT
public:
    StreamWorker(const QString &program, const QStringList &arguments, std::shared_ptr<EventQueue> queue);
    ~StreamWorker() override;

    void start();

signals:
    void failed(const Trackhand::Error &error);

private:
    void readOutput();
    void end(const Error &error);

    QString m_program;
    QStringList m_arguments;
    std::shared_ptr<EventQueue> m_queue;
    QProcess *m_process = nullptr;
    bool m_ended = false;
    std::unique_ptr<Wire::EventStream::Reader> m_reader;
    std::vector<EventRecord> m_decoded;
    QByteArray m_said; ///< the end of what the process wrote to its standard error
};

/// Reads the stream form of a ring from a process, ssh as a rule. It reads on while inactive, so that the far end does
/// not block; what then does not fit counts as lost.
class StreamSource : public EventSource {
    Q_OBJECT
public:
    StreamSource(const QString &program, const QStringList &arguments, std::shared_ptr<EventQueue> queue);
    ~StreamSource() override;

    void start() override { m_thread.start(); }
    void setActive(bool) override { }

private:
    QThread m_thread;
};

} // namespace Trackhand
