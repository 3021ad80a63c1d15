// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/connection.h"
#include "wire/channel/packetrecord.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace Trackhand {

/// The connections a helper follows, found by the tuple of their first packet. A fixed number of places; the least
/// recently used connection makes room for a new one. A place gets its state when it is first used: two thousand that
/// never are would be most of a helper process's memory.
class ConnectionTable {
public:
    /// @p helper must outlive the table.
    ConnectionTable(const Helper &helper, std::size_t flows);

    /// The connection of @p record, brought up to date with it. A connection of the same tuple but with another kernel
    /// id is a new one; so is one that @p begins (its first packet, sent anew with other sequence numbers, included).
    Connection &find(const Wire::PacketRecord &record, bool begins);

    std::size_t capacity() const { return m_flows.size(); }
    std::size_t size() const { return m_used; }
    std::uint64_t evicted() const { return m_evicted; }

private:
    static constexpr std::uint32_t None = 0xffffffff;
    struct Flow {
        Connection connection;
        std::uint32_t older = None;
        std::uint32_t newer = None;
        std::uint32_t nextInBucket = None;
        std::uint32_t bucket = None;
    };

    std::uint32_t bucketOf(const Tuple &tuple) const;
    std::uint32_t lookUp(const Tuple &tuple, std::uint32_t bucket) const;
    std::uint32_t takePlace(std::uint32_t bucket);
    void unlinkFromBucket(std::uint32_t index);
    void unlinkFromAge(std::uint32_t index);
    void makeNewest(std::uint32_t index);

    const Helper &m_helper;
    std::vector<Flow> m_flows;
    std::vector<std::uint32_t> m_buckets;
    std::uint64_t m_seed;
    std::size_t m_used = 0;
    std::uint32_t m_oldest = None;
    std::uint32_t m_newest = None;
    std::uint64_t m_evicted = 0;
};

} // namespace Trackhand
