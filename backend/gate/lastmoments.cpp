// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/lastmoments.h"

#include "backend/gate/packetevents.h"
#include "wire/base/clock.h"
#include "wire/ring/eventring.h"

#include <algorithm>
#include <fcntl.h>

namespace Trackhand {

namespace {

constexpr std::size_t EventsAtOnce = 64;

/// Whether both belong to one connection, whatever their directions.
bool sameFlow(const Wire::PacketRecord &a, const Wire::PacketRecord &b)
{
    return a.ctInfo != CtInfo::Absent && b.ctInfo != CtInfo::Absent && a.ctId == b.ctId && a.original == b.original;
}

} // namespace

LastMomentsFinder::LastMomentsFinder(const Wire::PacketChannel &channel, const RecentPackets &recent,
    std::string helper, std::uint16_t queue, int eventRing)
    : m_channel(channel)
    , m_recent(recent)
    , m_helper(std::move(helper))
    , m_queue(queue)
    , m_eventRing(eventRing)
{
}

LastMoments LastMomentsFinder::find(std::optional<InHand> inHand) const
{
    LastMoments found;
    for (const std::uint64_t position : positionsOfFlow(inHand)) {
        found.packets.push_back(packetAt(position));
    }
    found.inHand = inHand.has_value() && !found.packets.empty();
    const bool owed = found.inHand && inHand->owed;
    if (owed) {
        found.packets.back().event.setNote("in hand when the helper process ended");
    }
    readFates(std::span(found.packets).first(found.packets.size() - (owed ? 1 : 0)));
    return found;
}

/// Oldest first.
std::vector<std::uint64_t> LastMomentsFinder::positionsOfFlow(std::optional<InHand> inHand) const
{
    std::vector<std::uint64_t> positions;
    Wire::PacketRecord last;
    std::size_t bytes = 0;
    for (std::uint32_t ago = 0; ago < m_recent.size() && positions.size() < LastMoments::MaxPackets; ++ago) {
        const std::uint64_t position = m_recent.at(ago);
        if (inHand && position > inHand->position) {
            continue; // it waited behind the one in hand
        }
        if (!m_channel.holds(position)) {
            break;
        }
        const auto packet = m_channel.packetAt(position);
        if (positions.empty()) {
            last = packet.record;
        } else if (!sameFlow(packet.record, last)) {
            continue;
        }
        bytes += packet.payload.size();
        if (!positions.empty() && bytes > LastMoments::MaxBytes) {
            break;
        }
        positions.push_back(position);
    }
    std::reverse(positions.begin(), positions.end());
    return positions;
}

LastMoments::Packet LastMomentsFinder::packetAt(std::uint64_t position) const
{
    const auto stored = m_channel.packetAt(position);
    LastMoments::Packet packet {
        packetEvent(stored.record, stored.payload, m_helper, m_queue), {stored.payload.begin(), stored.payload.end()}};
    packet.event.timeNs = Wire::wallClockNs() - (Wire::monotonicNs() - stored.record.receivedNs);
    return packet;
}

/// An id may be that of an earlier socket's packet, too: the newest event counts, and each of @p judged has one, unless
/// it has been overwritten.
void LastMomentsFinder::readFates(std::span<LastMoments::Packet> judged) const
{
    auto ring =
        Wire::EventRingReader::open(Fd(::fcntl(m_eventRing, F_DUPFD_CLOEXEC, 3)), Wire::EventRingReader::Start::Oldest);
    if (!ring || judged.empty()) {
        return;
    }
    std::array<EventRecord, EventsAtOnce> events;
    for (std::size_t count = ring->read(events).count; count != 0; count = ring->read(events).count) {
        for (const EventRecord &event : std::span(events).first(count)) {
            const auto fits = [&event](const LastMoments::Packet &packet) {
                return packet.event.packetId == event.packetId;
            };
            const auto packet = std::find_if(judged.begin(), judged.end(), fits);
            if (event.queue == m_queue && packet != judged.end() && event.helperName() == m_helper) {
                packet->event = event;
            }
        }
    }
}

} // namespace Trackhand
