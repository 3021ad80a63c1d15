// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventqueue.h"
#include "client/feed/eventsource.h"
#include "wire/ring/eventring.h"

#include <QThread>
#include <atomic>
#include <memory>

namespace Trackhand {

/// Reads a ring in shared memory.
class RingSource : public EventSource {
public:
    RingSource(Wire::EventRingReader reader, std::shared_ptr<EventQueue> queue);
    ~RingSource() override;

    void start() override { m_thread->start(); }
    void setActive(bool active) override;

private:
    void run();

    Wire::EventRingReader m_reader;
    std::shared_ptr<EventQueue> m_queue;
    std::atomic<bool> m_active {true};
    std::atomic<bool> m_stopping {false};
    std::unique_ptr<QThread> m_thread;
};

} // namespace Trackhand
