// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/conntrackmodel.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace Trackhand {

namespace {

constexpr std::uint64_t UdpIdleNs = 120'000'000'000; // nf_conntrack_udp_timeout_stream
constexpr std::uint8_t Fin = 1;
constexpr std::uint8_t Syn = 2;
constexpr std::uint8_t Rst = 4;
constexpr std::uint8_t Ack = 16;

bool opensTcp(const PacketHeaders &headers)
{
    return headers.tuple.l4 == L4Protocol::Tcp && (headers.tcpFlags & (Syn | Ack)) == Syn;
}

bool matches(const Wire::ExpectationProposal &expected, const Tuple &tuple)
{
    const Tuple &wanted = expected.tuple;
    return wanted.l4 == tuple.l4 && wanted.destination == tuple.destination
        && wanted.destinationPort == tuple.destinationPort && expected.allowsSource(tuple.source)
        && (wanted.sourcePort == 0 || wanted.sourcePort == tuple.sourcePort);
}

} // namespace

std::size_t ConntrackModel::TupleHash::operator()(const Tuple &tuple) const
{
    const auto view = [](const IpAddress &address) {
        return std::string_view(reinterpret_cast<const char *>(address.bytes.data()), address.bytes.size());
    };
    const std::hash<std::string_view> hash;
    const std::size_t ports = std::size_t {tuple.sourcePort} << 24 ^ std::size_t {tuple.destinationPort} << 8
        ^ static_cast<std::size_t>(tuple.l4);
    return (hash(view(tuple.source)) * 31 + hash(view(tuple.destination))) * 31 + ports * 0x9e3779b97f4a7c15;
}

ConntrackModel::Seen ConntrackModel::see(const PacketHeaders &headers, std::uint64_t timeNs, bool fromServer)
{
    const Tuple &tuple = headers.tuple;
    const bool opens = opensTcp(headers);
    Seen seen;
    auto found = m_byTuple.find(tuple);
    if (found != m_byTuple.end()) {
        const Entry &entry = *found->second;
        const bool again = opens && (entry.closing || (entry.replied && tuple == entry.original));
        const bool idle = tuple.l4 != L4Protocol::Tcp && timeNs > entry.lastNs + UdpIdleNs;
        if (again || idle) {
            drop(found->second);
            found = m_byTuple.end();
        }
    }
    Entries::iterator place;
    if (found == m_byTuple.end()) {
        const bool midStream = tuple.l4 == L4Protocol::Tcp && !opens && fromServer;
        place = make(midStream ? tuple.inverted() : tuple);
        seen.isNew = true;
    } else {
        place = found->second;
        m_entries.splice(m_entries.begin(), m_entries, place);
    }
    Entry &entry = *place;
    const bool reply = tuple != entry.original;
    entry.replied = entry.replied || reply;
    entry.closing = entry.closing || (tuple.l4 == L4Protocol::Tcp && (headers.tcpFlags & (Fin | Rst)) != 0);
    entry.lastNs = timeNs;
    seen.entry = &entry;
    seen.ctInfo = reply ? CtInfo::EstablishedReply : entry.replied ? CtInfo::Established : CtInfo::New;
    return seen;
}

ConntrackModel::Entries::iterator ConntrackModel::make(const Tuple &original)
{
    if (m_entries.size() == MaxConnections) {
        drop(std::prev(m_entries.end()));
    }
    Entry entry;
    entry.original = original;
    entry.id = ++m_lastId;
    m_entries.push_front(entry);
    m_byTuple[original] = m_entries.begin();
    m_byTuple[original.inverted()] = m_entries.begin();
    return m_entries.begin();
}

void ConntrackModel::drop(Entries::iterator entry)
{
    m_byTuple.erase(entry->original);
    m_byTuple.erase(entry->original.inverted());
    m_entries.erase(entry);
}

ConntrackModel::Added ConntrackModel::expect(
    const Expectation &expectation, std::uint32_t maximum, std::vector<Expectation> &evicted)
{
    m_nextExpiryNs = std::min(m_nextExpiryNs, expectation.expiresNs);
    const auto ofSameClass = [&](const Expectation &each) {
        return each.masterId == expectation.masterId && each.proposal.classIndex == expectation.proposal.classIndex;
    };
    const auto same = std::ranges::find_if(m_expectations, [&](const Expectation &each) {
        return ofSameClass(each) && each.proposal.tuple == expectation.proposal.tuple;
    });
    if (same != m_expectations.end()) {
        same->expiresNs = expectation.expiresNs;
        return Added::Refreshed;
    }
    const auto take = [&](auto oldest) {
        evicted.push_back(*oldest);
        m_expectations.erase(oldest);
    };
    if (std::ranges::count_if(m_expectations, ofSameClass) >= static_cast<std::ptrdiff_t>(maximum)) {
        take(std::ranges::find_if(m_expectations, ofSameClass));
    } else if (m_expectations.size() == MaxExpectations) {
        take(m_expectations.begin());
    }
    m_expectations.push_back(expectation);
    return Added::New;
}

std::optional<ConntrackModel::Expectation> ConntrackModel::match(const Tuple &tuple)
{
    const auto found =
        std::ranges::find_if(m_expectations, [&](const Expectation &each) { return matches(each.proposal, tuple); });
    if (found == m_expectations.end()) {
        return std::nullopt;
    }
    const Expectation expectation = *found;
    if ((expectation.proposal.flags & Wire::ExpectationFlag::Permanent) == 0) {
        m_expectations.erase(found);
    } else {
        found->matchedBefore = true;
    }
    return expectation;
}

void ConntrackModel::expire(std::uint64_t timeNs, std::vector<Expectation> &expired)
{
    if (timeNs < m_nextExpiryNs) {
        return;
    }
    m_nextExpiryNs = UINT64_MAX;
    std::erase_if(m_expectations, [&](const Expectation &each) {
        if (each.expiresNs <= timeNs) {
            expired.push_back(each);
            return true;
        }
        m_nextExpiryNs = std::min(m_nextExpiryNs, each.expiresNs);
        return false;
    });
}

} // namespace Trackhand
