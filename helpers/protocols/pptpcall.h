// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/packet.h"
#include "helpers/packet/rewrite.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace Trackhand::Pptp {

enum class CallState : std::uint8_t {
    None, ///< no call, or one that has ended
    OutgoingAsked,
    IncomingAsked,
    IncomingAnswered,
    Up,
};

/// One end of a call. The end itself chooses its id; the other end knows it by another one where addresses are
/// translated and the id was taken. An id of 0 is as good as any other (pptpd begins with it).
struct CallEnd {
    std::uint16_t id = 0;
    std::uint16_t publicId = 0;
    bool known = false;

    bool has(std::uint16_t otherId) const { return known && id == otherId; }
    bool isKnownAs(std::uint16_t otherId) const { return known && publicId == otherId; } ///< to the other end
};

/// The call of a control connection. The kernel keeps it with the connection for the next process of this helper:
///   0 version  1 state  2 who asked (bit 0), which ends are known (bits 1, 2)  3 zero  4 id, public id; twice
/// Of the 32 bytes there are nobody may use the last 16: when a GRE connection ends, Linux takes them, of its master,
/// for two pointers of its own PPTP helper, and follows them (nf_ct_gre_keymap_destroy; since 2026 it asks whose
/// they are).
class Call {
public:
    static constexpr std::uint8_t DataLength = 12;
    using Data = std::array<std::uint8_t, DataLength>;

    void restore(std::span<const std::uint8_t> data);
    Data data() const;

    CallEnd &end(Direction direction) { return ends[static_cast<std::size_t>(direction)]; }

    CallState state = CallState::None;
    Direction asker = Direction::Original; ///< who sent the request
    std::array<CallEnd, 2> ends {};
};

/// Call ids that were replaced in one direction: a retransmission of their bytes must say the same.
class ReplacementMemory {
public:
    static constexpr std::size_t Size = 4;

    void reset() { m_used = 0; }

    /// Lets the two bytes from @p sequence on say @p id; false when they are not both in @p packet.
    bool replace(std::uint32_t sequence, std::uint16_t id, const Packet &packet, Rewrite &rewrite);
    /// Replaces again what of them is in @p packet, which may be cut anywhere.
    void repeat(const Packet &packet, Rewrite &rewrite) const;

private:
    struct Replacement {
        std::uint32_t sequence = 0;
        std::array<char, 2> bytes {};
    };

    std::array<Replacement, Size> m_replacements {};
    std::size_t m_used = 0; ///< ever remembered; the place of the next one is this modulo Size
};

} // namespace Trackhand::Pptp
