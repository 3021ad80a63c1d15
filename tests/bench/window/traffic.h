// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventfeed.h"
#include "client/feed/eventqueue.h"
#include "client/feed/eventsource.h"

#include <QThread>
#include <atomic>
#include <memory>

namespace Trackhand::Bench {

/// The packets that the window is measured with: 2000 connections, three helpers, every other packet with a note, most
/// of these unlike the ones before, one of a hundred dropped. Packet @p number is always the same one.
EventRecord packet(std::uint64_t number);
EventBatch packets(std::uint64_t first, std::size_t count);

/// Writes so many packets a second, evenly, and counts them. Stands still while nobody looks, as the ring's reader
/// does.
class Generator : public EventSource {
public:
    Generator(int perSecond, std::uint64_t first, std::shared_ptr<EventQueue> queue);
    ~Generator() override;

    void start() override { m_thread->start(); }
    void setActive(bool active) override { m_active = active; }
    std::uint64_t sent() const { return m_sent; }
    /// Ends the thread; sent() is final.
    void stop();

private:
    void run(int perSecond, std::uint64_t first);

    std::shared_ptr<EventQueue> m_queue;
    std::atomic<bool> m_active = true;
    std::atomic<bool> m_stopping = false;
    std::atomic<std::uint64_t> m_sent = 0;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Trackhand::Bench
