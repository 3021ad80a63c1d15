// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/proposal.h"
#include "wire/net/address.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Trackhand {

/// For unordered containers.
struct TupleHash {
    std::size_t operator()(const Tuple &tuple) const;
};

/// The expectations of a replay, with the kernel's rules (nf_conntrack_expect.c): what its own connection expects again
/// lasts anew, what clashes with another one's is not made, of a class the oldest makes room. The table as a whole is
/// bounded too; there also the oldest makes room, where the kernel would make no more.
class ReplayedExpectations {
public:
    static constexpr std::size_t MaxExpectations = 4096; ///< Linux: four times its default hash size, 1024 and more

    struct Expectation {
        Wire::ExpectationProposal proposal;
        Tuple master;
        std::uint32_t masterId = 0;
        std::uint32_t timeoutSeconds = 0;
        std::uint64_t expiresNs = 0;
        std::size_t helper = 0; ///< who expects: its place among the helpers of the replay
        bool matchedBefore = false; ///< of a permanent one
    };

    enum class Added { New, Refreshed, Clash };
    /// Of the connection's expectations of this class at most @p maximum stay; those evicted go to @p evicted.
    Added add(const Expectation &expectation, std::uint32_t maximum, std::vector<Expectation> &evicted);

    /// Takes the expectation that a new connection with @p tuple matches; a permanent one stays.
    std::optional<Expectation> match(const Tuple &tuple);

    /// Takes the expectations whose time is over.
    void expire(std::uint64_t timeNs, std::vector<Expectation> &expired);

    /// Takes those of a connection that is gone.
    void removeOf(std::uint32_t masterId, std::vector<Expectation> &removed);

private:
    using Expectations = std::list<Expectation>;
    using Place = Expectations::iterator;

    static Tuple keyOf(const Wire::ExpectationProposal &proposal);
    std::optional<Place> find(const Tuple &key, const Tuple &tuple) const;
    std::optional<Place> findRival(const Wire::ExpectationProposal &proposal) const;
    void makeRoom(const Expectation &expectation, std::uint32_t maximum, std::vector<Expectation> &evicted);
    Place take(Place place, std::vector<Expectation> &into);
    Place erase(Place place);

    Expectations m_expectations; // oldest first
    std::unordered_multimap<Tuple, Place, TupleHash> m_byEnds; // by keyOf()
    std::unordered_map<std::uint32_t, std::vector<Place>> m_byMaster; // oldest first
    std::uint64_t m_nextExpiryNs = UINT64_MAX;
};

} // namespace Trackhand
