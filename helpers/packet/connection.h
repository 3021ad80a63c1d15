// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/note.h"
#include "helpers/packet/packet.h"
#include "wire/channel/packetrecord.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace Trackhand {

/// One conntrack entry as a helper sees it while it judges a packet of it.
class Connection {
public:
    /// Takes over the conntrack of @p record, and its direction as the one of the packet in hand.
    void update(const Wire::PacketRecord &record);
    /// The place in the table is taken by another connection.
    void reset(const Wire::PacketRecord &record);

    /// The tuple of one direction as conntrack has it: Original before any NAT, Reply what answers look like.
    const Tuple &tuple(Direction direction) const { return direction == Direction::Original ? m_original : m_reply; }
    Direction direction() const { return m_direction; }
    CtInfo ctInfo() const { return m_ctInfo; }
    std::uint32_t id() const { return m_id; } ///< the kernel's CTA_ID, or 0
    bool hasNat() const { return m_original.inverted() != m_reply; }

    /// Who sent the packet in hand, under the address by which that host knows itself.
    const IpAddress &senderAddress() const { return tuple(m_direction).source; }

    /// Whether the peer knows the sender of the packet in hand by another address.
    bool isSenderTranslated() const { return senderAddress() != expectedDestination(); }

    /// Whether the sender of the packet in hand has this address, as it knows itself or as its peer knows it.
    bool isSenders(const IpAddress &address) const
    {
        return address == senderAddress() || address == expectedDestination();
    }

    /// The ends of a connection to the sender of the packet in hand, opened by its peer. One formula for every
    /// direction, with NAT and without: they are those of the other direction's tuple. A port announced for an address
    /// other than expectedDestination() needs the payload rewritten.
    const IpAddress &expectedSource() const { return tuple(opposite(m_direction)).source; }
    const IpAddress &expectedDestination() const { return tuple(opposite(m_direction)).destination; }

    /// What the kernel keeps for the helper with this connection: it outlives this process. As long as the helper was
    /// registered with, at most 32 bytes.
    std::span<const std::uint8_t> privateData() const { return {m_data.data(), m_dataLength}; }
    /// Stored with the verdict of the packet in hand; bytes beyond the registered length are ignored.
    void setPrivateData(std::span<const std::uint8_t> data);
    bool privateDataChanged() const { return m_dataChanged; }

    /// What the helper saw in the packet in hand.
    Note &note() { return m_note; }
    const Note &note() const { return m_note; }

    /// The state that the helper's newFlowState() made.
    template <typename State>
    State &state()
    {
        return static_cast<State &>(*m_state);
    }
    void setState(std::unique_ptr<FlowState> state) { m_state = std::move(state); }

private:
    Tuple m_original;
    Tuple m_reply;
    std::uint32_t m_id = 0;
    CtInfo m_ctInfo = CtInfo::Absent;
    Direction m_direction = Direction::Original;
    bool m_dataChanged = false;
    std::uint8_t m_dataLength = 0;
    std::array<std::uint8_t, Wire::HelperDataSize> m_data {};
    Note m_note;
    std::unique_ptr<FlowState> m_state;
};

} // namespace Trackhand
