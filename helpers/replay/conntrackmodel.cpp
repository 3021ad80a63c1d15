// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/conntrackmodel.h"

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

} // namespace

ConntrackModel::Seen ConntrackModel::see(const PacketHeaders &headers, std::uint64_t timeNs, bool fromServer)
{
    const Tuple &tuple = headers.tuple;
    const bool opens = opensTcp(headers);
    Seen seen;
    auto found = m_byTuple.find(tuple);
    if (found != m_byTuple.end()) {
        const Entry &entry = *found->second;
        const bool another = entry.replied && tuple == entry.original && headers.tcpSequence != entry.synSequence;
        const bool again = opens && (entry.closing || another);
        const bool idle = tuple.l4 != L4Protocol::Tcp && timeNs > entry.lastNs + UdpIdleNs;
        if (again || idle) {
            drop(found->second, seen);
            found = m_byTuple.end();
        }
    }
    Entries::iterator place;
    if (found == m_byTuple.end()) {
        const bool midStream = tuple.l4 == L4Protocol::Tcp && !opens && fromServer;
        place = make(midStream ? tuple.inverted() : tuple, seen);
        place->synSequence = headers.tcpSequence;
        seen.isNew = true;
    } else {
        place = found->second;
        m_entries.splice(m_entries.begin(), m_entries, place);
    }
    Entry &entry = *place;
    seen.isReply = tuple != entry.original;
    entry.replied = entry.replied || seen.isReply;
    entry.closing = entry.closing || (tuple.l4 == L4Protocol::Tcp && (headers.tcpFlags & (Fin | Rst)) != 0);
    entry.lastNs = timeNs;
    seen.entry = &entry;
    return seen;
}

CtInfo ConntrackModel::Seen::ctInfo() const
{
    if (isReply) {
        return CtInfo::EstablishedReply;
    }
    if (entry->replied) {
        return CtInfo::Established;
    }
    return entry->expected ? CtInfo::Related : CtInfo::New;
}

ConntrackModel::Entries::iterator ConntrackModel::make(const Tuple &original, Seen &seen)
{
    if (m_entries.size() == MaxConnections) {
        drop(std::prev(m_entries.end()), seen);
    }
    Entry entry;
    entry.original = original;
    entry.id = ++m_lastId;
    m_entries.push_front(entry);
    m_byTuple[original] = m_entries.begin();
    m_byTuple[original.inverted()] = m_entries.begin();
    return m_entries.begin();
}

void ConntrackModel::drop(Entries::iterator entry, Seen &seen)
{
    if (entry->expects) {
        seen.ended = entry->id;
    }
    m_byTuple.erase(entry->original);
    m_byTuple.erase(entry->original.inverted());
    m_entries.erase(entry);
}

} // namespace Trackhand
