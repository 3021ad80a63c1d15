// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace Trackhand::Traffic {

/// What became of the numbered messages. Times are CLOCK_MONOTONIC in nanoseconds.
class Tally {
public:
    void sent(std::uint64_t number, std::uint64_t now);
    void arrived(std::uint64_t number, std::uint64_t now);

    std::uint64_t sentCount() const { return m_messages.size(); }
    std::uint64_t arrivedCount() const { return m_arrived; }
    std::uint64_t lost() const { return sentCount() - m_arrived; }

    /// One JSON object: sent, arrived, lost, duplicated, reordered, seconds, per_second, p50_us, p99_us,
    /// longest_stall_ms. A stall is a time without an arrival between the first and the last message.
    std::string json() const;

private:
    struct Message {
        std::uint64_t sentNs = 0;
        std::uint64_t latencyNs = 0; ///< 0 while it is on its way
    };

    std::vector<Message> m_messages;
    std::uint64_t m_arrived = 0;
    std::uint64_t m_duplicated = 0;
    std::uint64_t m_reordered = 0;
    std::uint64_t m_newest = 0;
    std::uint64_t m_firstNs = 0;
    std::uint64_t m_lastArrivalNs = 0;
    std::uint64_t m_longestStallNs = 0;
};

} // namespace Trackhand::Traffic
