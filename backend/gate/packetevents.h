// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/latencyhistogram.h"
#include "backend/gate/packetlog.h"
#include "wire/channel/packetrecord.h"

#include <chrono>
#include <string>
#include <vector>

namespace Trackhand {

/// The event of a packet, but for what became of it and when.
EventRecord packetEvent(const Wire::PacketRecord &packet, std::span<const std::uint8_t> payload,
    std::string_view helper, std::uint16_t queue);

/// The events of the packets that one gate has judged and not yet sent the verdicts of. Written into the log after
/// the verdicts, a batch at a time. The readers of the log are woken at most every WakeInterval: they copy what has
/// gathered, and a wake-up for each packet would cost more than its verdict.
class PacketEvents {
public:
    static constexpr std::chrono::milliseconds WakeInterval {5};

    PacketEvents(PacketLog &log, std::string helper, std::uint16_t queue);

    /// @p payload must stay where it is until write().
    void stage(const Wire::PacketRecord &packet, std::span<const std::uint8_t> payload, Verdict verdict,
        std::uint8_t flags, std::string_view note);
    bool full() const { return m_entries.size() == Capacity; }

    /// The verdicts are on their way.
    void write(LatencyHistogram &latencies);

    /// Wakes the readers if that is due. The time until it will be, or a negative one when nothing waits for them.
    std::chrono::milliseconds wakeReaders();

private:
    static constexpr std::size_t Capacity = 256;

    PacketLog &m_log;
    const std::string m_helper;
    const std::uint16_t m_queue;
    std::vector<PacketLog::Entry> m_entries;
    std::vector<std::uint64_t> m_received;
    std::chrono::steady_clock::time_point m_lastWake;
    bool m_unseen = false; ///< written since the readers were woken
};

} // namespace Trackhand
