// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>

namespace Trackhand {

/// A packet that the kernel holds and the gate owes a verdict.
struct OutstandingPacket {
    std::uint32_t id;
    bool answered;
    std::uint8_t deliveries; ///< helper processes that died with it in hand
    std::uint64_t position; ///< where it lies in the packet channel
    std::uint64_t receivedNs;
};

/// The packets a queue owes verdicts, oldest first. Ids of one queue only grow (with gaps, and around 2^32), so finding
/// one is a binary search. Fixed capacity; nothing allocates after construction.
class OutstandingPackets {
public:
    /// @p capacity: a power of two.
    explicit OutstandingPackets(std::uint32_t capacity);

    bool empty() const { return m_begin == m_end; }
    bool full() const { return m_end - m_begin == m_mask + 1; }
    std::uint32_t size() const { return m_end - m_begin; }

    /// Only when not full(), with an id after all others.
    void push(std::uint32_t id, std::uint64_t position, std::uint64_t receivedNs);

    /// The oldest packet without an answer; only when not empty().
    OutstandingPacket &front() { return at(m_begin); }

    /// The unanswered packet of that id, or nothing: never seen, or answered already.
    OutstandingPacket *find(std::uint32_t id);

    /// Marks it answered and forgets every answered packet at the front. Invalidates @p packet.
    void answer(OutstandingPacket &packet);

private:
    OutstandingPacket &at(std::uint32_t index) { return m_packets[index & m_mask]; }

    std::unique_ptr<OutstandingPacket[]> m_packets;
    std::uint32_t m_mask;
    std::uint32_t m_begin = 0;
    std::uint32_t m_end = 0;
};

} // namespace Trackhand
