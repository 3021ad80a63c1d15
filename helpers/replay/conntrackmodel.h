// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/packet.h"
#include "helpers/replay/replayedexpectations.h"
#include "wire/channel/packetrecord.h"

#include <array>
#include <cstdint>
#include <list>
#include <optional>
#include <unordered_map>

namespace Trackhand {

/// As much of the kernel's connection table as a replay needs: connections with two directions. No address translation,
/// no TCP windows. The table is bounded; the least recently used connection makes room.
class ConntrackModel {
public:
    static constexpr std::size_t MaxConnections = 65536;

    struct Entry {
        Tuple original;
        std::uint32_t id = 0;
        bool replied = false;
        bool closing = false; ///< FIN or RST seen
        bool expected = false; ///< it matched an expectation
        bool expects = false; ///< it has made expectations
        std::optional<std::size_t> helper; ///< attached to it: its place among the helpers of the replay
        std::uint32_t synSequence = 0; ///< of the TCP segment that opened it
        std::uint64_t lastNs = 0;
        std::array<std::uint8_t, Wire::HelperDataSize> helperData {};
    };
    struct Seen {
        Entry *entry = nullptr; ///< valid until the next see()
        bool isReply = false;
        bool isNew = false; ///< this packet opened it
        std::optional<std::uint32_t> ended; ///< a connection that made way for it and has made expectations

        /// As resolve_normal_ct() of nf_conntrack_core.c tells it; the entry must know by then whether it was expected.
        CtInfo ctInfo() const;
    };
    /// Finds or makes the connection of @p headers. A TCP packet that is no SYN and whose connection is unknown is
    /// taken for a reply when @p fromServer: the capture began in mid-stream.
    Seen see(const PacketHeaders &headers, std::uint64_t timeNs, bool fromServer);

private:
    using Entries = std::list<Entry>;

    Entries::iterator make(const Tuple &original, Seen &seen);
    void drop(Entries::iterator entry, Seen &seen);

    Entries m_entries; // most recently used first
    std::unordered_map<Tuple, Entries::iterator, TupleHash> m_byTuple; // both directions of each
    std::uint32_t m_lastId = 0;
};

} // namespace Trackhand
