// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/packet.h"
#include "wire/channel/packetrecord.h"
#include "wire/channel/proposal.h"

#include <array>
#include <cstdint>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Trackhand {

/// As much of the kernel's conntrack as a replay needs: connections with two directions, and expectations that later
/// connections match. No address translation, no TCP windows, no reassembly of IP fragments. Both tables are bounded;
/// the least recently used connection and the oldest expectation make room.
class ConntrackModel {
public:
    static constexpr std::size_t MaxConnections = 65536;
    static constexpr std::size_t MaxExpectations = 4096; ///< Linux: four times its default hash size, 1024 and more

    struct Entry {
        Tuple original;
        std::uint32_t id = 0;
        bool replied = false;
        bool closing = false; ///< FIN or RST seen
        bool expected = false; ///< it matched an expectation
        bool helped = false; ///< the helper is attached to it
        std::uint64_t lastNs = 0;
        std::array<std::uint8_t, Wire::HelperDataSize> helperData {};
    };
    struct Seen {
        Entry *entry = nullptr; ///< valid until the next see()
        CtInfo ctInfo = CtInfo::New;
        bool isNew = false; ///< this packet opened it
    };
    /// Finds or makes the connection of @p headers. A TCP packet that is no SYN and whose connection is unknown is
    /// taken for a reply when @p fromServer: the capture began in mid-stream.
    Seen see(const PacketHeaders &headers, std::uint64_t timeNs, bool fromServer);

    struct Expectation {
        Wire::ExpectationProposal proposal;
        Tuple master;
        std::uint32_t masterId = 0;
        std::uint32_t timeoutSeconds = 0;
        std::uint64_t expiresNs = 0;
        bool matchedBefore = false; ///< of a permanent one
    };
    /// What adding an expectation did: an equal one of the same connection is only made to last again.
    enum class Added { New, Refreshed };
    /// Of the connection's expectations of this class at most @p maximum stay; those evicted go to @p evicted.
    Added expect(const Expectation &expectation, std::uint32_t maximum, std::vector<Expectation> &evicted);

    /// Takes the expectation that a new connection with @p tuple matches.
    std::optional<Expectation> match(const Tuple &tuple);

    /// Takes the expectations whose time is over.
    void expire(std::uint64_t timeNs, std::vector<Expectation> &expired);

private:
    struct TupleHash {
        std::size_t operator()(const Tuple &tuple) const;
    };
    using Entries = std::list<Entry>;

    Entries::iterator make(const Tuple &original);
    void drop(Entries::iterator entry);

    Entries m_entries; // most recently used first
    std::unordered_map<Tuple, Entries::iterator, TupleHash> m_byTuple; // both directions of each
    std::uint32_t m_lastId = 0;
    std::vector<Expectation> m_expectations; // oldest first
    std::uint64_t m_nextExpiryNs = UINT64_MAX;
};

} // namespace Trackhand
