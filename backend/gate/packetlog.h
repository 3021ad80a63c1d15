// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/eventring.h"
#include "wire/ring/payloadring.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <span>

namespace Trackhand {

/// The backend's packet event ring and payload ring, shared by the gates of all queues. A gate writes here only after
/// its verdicts are on their way, a batch at a time; no reader can make it wait.
class PacketLog {
public:
    static Result<std::unique_ptr<PacketLog>> create();

    struct Entry {
        EventRecord event;
        std::span<const std::uint8_t> payload;
    };
    /// Wakes nobody.
    void write(std::span<Entry> entries);
    /// Wakes the readers that sleep. One system call.
    void wakeReaders();

    int eventFd() const { return m_events.fd(); }
    int payloadFd() const { return m_payloads.fd(); }

    /// Called on the thread of the gate that writes first after announceNextWrite(), once each. Set before any gate.
    void setTrafficObserver(std::function<void()> observer) { m_trafficObserver = std::move(observer); }
    void announceNextWrite() { m_announceNext.store(true); }

    /// Nobody may read payloads: then they are not even copied.
    void setPayloadObservers(unsigned count) { m_payloadObservers.store(count, std::memory_order_relaxed); }

private:
    PacketLog(Wire::EventRingWriter events, Wire::PayloadRingWriter payloads);

    std::mutex m_mutex;
    Wire::EventRingWriter m_events;
    Wire::PayloadRingWriter m_payloads;
    std::atomic<unsigned> m_payloadObservers {0};
    std::function<void()> m_trafficObserver;
    std::atomic<bool> m_announceNext {false};
};

} // namespace Trackhand
