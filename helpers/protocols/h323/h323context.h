// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/rewrite.h"
#include "helpers/protocols/h323/h323.h"
#include "helpers/protocols/h323/h323flow.h"
#include "helpers/protocols/h323/h323roles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace Trackhand {

/// What is expected at an address, by its role.
struct H323Helper::Plan {
    std::string_view name;
    L4Protocol l4 = L4Protocol::Unspecified;
    std::uint8_t classIndex = 0;
    bool pair = false; ///< RTP at the even port, RTCP at the odd one behind it (RFC 3550, 11)
    bool permanent = false; ///< more than one connection comes
    bool speaksH323 = false;

    static Plan of(H323::Role role);
    unsigned count() const { return pair ? 2 : 1; }
};

/// An address in a message.
struct H323Helper::Announced {
    H323::Role role = H323::Role::None;
    IpAddress address;
    std::uint16_t port = 0;
    std::size_t offset = 0; ///< of the address in the message
    bool written = true; ///< false: known from an earlier message

    std::uint16_t firstPort() const { return Plan::of(role).pair ? port & 0xfffeU : port; }
};

/// The packet in hand, and the message in it that is being read.
struct H323Helper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    H323Flow &flow;
    std::span<const std::uint8_t> message {};
    std::uint32_t sequence = 0; ///< of the message's first byte; TCP only

    /// An end that the packet led to already: the proposals of a fastStart name the same few again and again.
    struct Done {
        IpAddress address;
        L4Protocol l4 = L4Protocol::Unspecified;
        std::uint16_t port = 0; ///< the even one of a pair
        bool refused = true;
    };
    std::array<Done, 16> done {}; ///< further ones are dealt with each time they come
    std::size_t doneCount = 0;

    Direction sender() const { return connection.direction(); }
    const Tuple &sent() const { return connection.tuple(sender()); }
    const Tuple &answered() const { return connection.tuple(opposite(sender())); }
    bool isSenders(const IpAddress &address) const
    {
        return address == connection.senderAddress() || address == connection.expectedDestination();
    }
    bool isReceivers(const IpAddress &address) const
    {
        return address == sent().destination || address == connection.expectedSource();
    }
    PatchMemory &memory() const { return flow.memory[static_cast<std::size_t>(sender())]; }
    std::uint32_t sequenceAt(std::size_t offset) const { return sequence + static_cast<std::uint32_t>(offset); }

    /// Where in the packet a part of the message is; nothing when it came in an earlier one.
    std::optional<std::size_t> find(std::size_t offset, std::size_t length) const
    {
        const auto at = packet.isTcp() ? packet.offsetOf(sequenceAt(offset)) : std::optional(offset);
        return at && *at + length <= packet.payload().size() ? at : std::nullopt;
    }
    Done *findDone(const Announced &announced, L4Protocol l4)
    {
        const auto known = std::span(done).first(doneCount);
        const auto found = std::ranges::find_if(known, [&](const Done &each) {
            return each.address == announced.address && each.l4 == l4 && each.port == announced.firstPort();
        });
        return found == known.end() ? nullptr : &*found;
    }
    void markDone(const Announced &announced, L4Protocol l4, bool refused)
    {
        if (doneCount < done.size()) {
            done[doneCount++] = {announced.address, l4, announced.firstPort(), refused};
        }
    }
};

} // namespace Trackhand
