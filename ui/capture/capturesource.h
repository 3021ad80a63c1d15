// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventqueue.h"
#include "client/feed/eventsource.h"
#include "ui/capture/capturebytes.h"

#include <QThread>
#include <atomic>

namespace Trackhand {

/// What was read of a capture, and what not.
struct CaptureSummary {
    quint64 packets = 0; ///< shown
    quint64 foreign = 0; ///< frames that carry no IP
    bool full = false; ///< it has more packets than can be shown
    bool withoutBytes = false; ///< the bytes of the later ones did not fit into memory
    QString problem; ///< why reading ended early; "" when it did not
};

/// Reads the packets of a capture file as events, and what became of them from the comments that Trackhand has written.
/// An event's number is the frame's.
class CaptureSource : public EventSource {
    Q_OBJECT
public:
    /// At most @p most packets.
    CaptureSource(
        const QString &file, std::size_t most, std::shared_ptr<EventQueue> queue, std::shared_ptr<CaptureBytes> bytes);
    ~CaptureSource() override;

    void start() override { m_thread->start(); }
    void setActive(bool active) override;

signals:
    /// The last event is in the queue.
    void ended(const Trackhand::CaptureSummary &summary);

private:
    void run();
    CaptureSummary read();
    bool push(const EventRecord &event);

    QString m_file;
    std::size_t m_most;
    std::shared_ptr<EventQueue> m_queue;
    std::shared_ptr<CaptureBytes> m_bytes;
    std::atomic<bool> m_active {true};
    std::atomic<bool> m_stopping {false};
    std::unique_ptr<QThread> m_thread;
};

} // namespace Trackhand
