// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/packet.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace Trackhand {

/// What a helper wants the packet in hand to say instead: pieces of its layer 4 payload are replaced, lengths and
/// checksums follow. The kernel corrects the sequence numbers of what comes after a TCP segment of another length, but
/// only on translated IPv4 connections; IPv6 it corrupts (Linux 6.12: nf_ct_seqadj reads the header at IPv4's place).
class Rewrite {
public:
    static constexpr std::size_t MaxEdits = 48;
    static constexpr std::size_t MaxText = 1024; ///< bytes of all replacements together
    static constexpr std::size_t MaxPacket = 0xffff - 4; ///< what fits into the netlink attribute that carries it

    /// Begins with nothing to rewrite. @p mayResizeTcp: the connection is translated IPv4.
    void begin(const Packet &packet, bool mayResizeTcp);

    /// Whether a replacement may have another length than what it replaces.
    bool mayResize() const { return m_mayResize; }

    /// Replaces @p length bytes of the payload from @p offset on; behind earlier replacements of this packet. False,
    /// and nothing is replaced, when the packet must not be changed like that: out of bounds or order, another length
    /// where mayResize() is false, cut off by the queue, too much, or too long then.
    bool replace(std::size_t offset, std::size_t length, std::string_view text);

    bool empty() const { return m_count == 0; }

    /// Writes the whole packet as it is to be. Its length; @p into holds at least MaxPacket bytes.
    std::size_t write(const Packet &packet, std::span<std::uint8_t> into) const;

private:
    struct Edit {
        std::uint16_t offset = 0;
        std::uint16_t length = 0;
        std::uint16_t textBegin = 0;
        std::uint16_t textLength = 0;
    };

    std::size_t m_payloadSize = 0;
    std::size_t m_packetSize = 0; ///< after the edits so far
    bool m_mayResize = false;
    bool m_possible = false;
    std::size_t m_count = 0;
    std::size_t m_textLength = 0;
    std::array<Edit, MaxEdits> m_edits;
    std::array<char, MaxText> m_text;
};

} // namespace Trackhand
