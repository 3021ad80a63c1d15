// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/recentpackets.h"
#include "wire/channel/packetchannel.h"

#include <optional>
#include <string>
#include <vector>

namespace Trackhand {

/// What a helper process had before it when it ended: the packet in hand, and before that the last packets of the same
/// connection in both directions. Of a process that had none in hand, the last packets of the connection it had judged
/// last. Copies, so that they outlive the packet channel.
struct LastMoments {
    static constexpr std::size_t MaxPackets = 64;
    static constexpr std::size_t MaxBytes = 192 * 1024; ///< of all packets together; the one in hand is always whole

    struct Packet {
        EventRecord event; ///< with what became of it, if that is known
        std::vector<std::uint8_t> bytes; ///< from the IP header on; as many as the queue showed
    };
    std::vector<Packet> packets; ///< oldest first
    bool inHand = false; ///< the last of them was in hand
};

/// Looks for them where they lie anyway: the bytes, as the process saw them, in the packet channel, and what became of
/// them in the event ring. For the moment when a process is lost, not for each packet.
class LastMomentsFinder {
public:
    /// The gate's own. @p eventRing is a descriptor of the packet events' ring.
    LastMomentsFinder(const Wire::PacketChannel &channel, const RecentPackets &recent, std::string helper,
        std::uint16_t queue, int eventRing);

    struct InHand {
        std::uint64_t position; ///< in the channel
        bool owed; ///< it has no verdict yet: the next process is shown it
    };
    LastMoments find(std::optional<InHand> inHand) const;

private:
    std::vector<std::uint64_t> positionsOfFlow(std::optional<InHand> inHand) const;
    LastMoments::Packet packetAt(std::uint64_t position) const;
    void readFates(std::span<LastMoments::Packet> judged) const;

    const Wire::PacketChannel &m_channel;
    const RecentPackets &m_recent;
    const std::string m_helper;
    const std::uint16_t m_queue;
    const int m_eventRing;
};

} // namespace Trackhand
