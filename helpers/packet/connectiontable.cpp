// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/connectiontable.h"

#include "helpers/helper.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <sys/auxv.h>

namespace Trackhand {

namespace {

/// Random bytes every process is born with, so that nobody outside can choose tuples that share a bucket. Costs no
/// system call, which a sandbox could refuse.
std::uint64_t processSeed()
{
    std::uint64_t seed = 0x9e3779b97f4a7c15;
    if (const auto *random = reinterpret_cast<const void *>(::getauxval(AT_RANDOM))) {
        std::memcpy(&seed, random, sizeof seed);
    }
    return seed;
}

std::uint64_t mix(std::uint64_t state, std::uint64_t word)
{
    const auto product = static_cast<unsigned __int128>(state ^ word) * 0xd6e8feb86659fd93ULL;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t mixAddress(std::uint64_t state, const IpAddress &address)
{
    std::uint64_t halves[2];
    static_assert(sizeof halves == sizeof address.bytes);
    std::memcpy(halves, address.bytes.data(), sizeof halves);
    return mix(mix(state, halves[0]) + 1, halves[1]);
}

} // namespace

ConnectionTable::ConnectionTable(const Helper &helper, std::size_t flows)
    : m_helper(helper)
    , m_flows(std::clamp<std::size_t>(flows, 1, None / 2))
    , m_buckets(std::bit_ceil(m_flows.size()), None)
    , m_seed(processSeed())
{
}

Connection &ConnectionTable::find(const Wire::PacketRecord &record, bool begins)
{
    const std::uint32_t bucket = bucketOf(record.original);
    std::uint32_t index = lookUp(record.original, bucket);
    if (index == None) {
        index = takePlace(bucket);
        begins = true;
    }
    makeNewest(index);
    Connection &connection = m_flows[index].connection;
    if (begins || connection.id() != record.ctId) {
        connection.reset(record);
    } else {
        connection.update(record);
    }
    return connection;
}

std::uint32_t ConnectionTable::bucketOf(const Tuple &tuple) const
{
    std::uint64_t state = mixAddress(mixAddress(m_seed, tuple.source), tuple.destination);
    state = mix(state,
        std::uint64_t {tuple.sourcePort} << 32 | std::uint64_t {tuple.destinationPort} << 16
            | static_cast<std::uint64_t>(tuple.l4));
    return static_cast<std::uint32_t>(state & (m_buckets.size() - 1));
}

std::uint32_t ConnectionTable::lookUp(const Tuple &tuple, std::uint32_t bucket) const
{
    std::uint32_t index = m_buckets[bucket];
    while (index != None && m_flows[index].connection.tuple(Direction::Original) != tuple) {
        index = m_flows[index].nextInBucket;
    }
    return index;
}

std::uint32_t ConnectionTable::takePlace(std::uint32_t bucket)
{
    std::uint32_t index = m_oldest;
    if (m_used < m_flows.size()) {
        index = static_cast<std::uint32_t>(m_used++);
        m_flows[index].connection.setState(m_helper.newFlowState());
    } else {
        unlinkFromBucket(index);
        ++m_evicted;
    }
    m_flows[index].bucket = bucket;
    m_flows[index].nextInBucket = m_buckets[bucket];
    m_buckets[bucket] = index;
    return index;
}

void ConnectionTable::unlinkFromBucket(std::uint32_t index)
{
    std::uint32_t *link = &m_buckets[m_flows[index].bucket];
    while (*link != index) {
        link = &m_flows[*link].nextInBucket;
    }
    *link = m_flows[index].nextInBucket;
}

void ConnectionTable::unlinkFromAge(std::uint32_t index)
{
    Flow &flow = m_flows[index];
    if (flow.older != None) {
        m_flows[flow.older].newer = flow.newer;
    }
    if (flow.newer != None) {
        m_flows[flow.newer].older = flow.older;
    }
    if (m_oldest == index) {
        m_oldest = flow.newer;
    }
    if (m_newest == index) {
        m_newest = flow.older;
    }
}

void ConnectionTable::makeNewest(std::uint32_t index)
{
    if (m_newest == index) {
        return;
    }
    unlinkFromAge(index);
    m_flows[index].older = m_newest;
    m_flows[index].newer = None;
    if (m_newest != None) {
        m_flows[m_newest].newer = index;
    }
    m_newest = index;
    if (m_oldest == None) {
        m_oldest = index;
    }
}

} // namespace Trackhand
