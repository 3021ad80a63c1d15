// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/packetrecord.h"
#include "wire/net/address.h"
#include "wire/ring/event.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace Trackhand::Wire {

constexpr std::size_t MaxExpectationsPerPacket = 8;
constexpr std::size_t MaxNoteLength = sizeof(EventRecord::note);
constexpr std::size_t MaxPacketLength = 65535;

/// How an expected connection's addresses are rewritten (kernel: CTA_EXPECT_FN).
enum class NatFunction : std::uint8_t { None = 0, FollowMaster = 1 };

namespace ExpectationFlag {
constexpr std::uint8_t Permanent = 1; ///< stays after its first match
} // namespace ExpectationFlag

/// One expected connection. The destination is always exact; of the mask only the source matters to the kernel, and
/// sourcePort 0 means "any".
struct ExpectationProposal {
    Tuple tuple;
    std::uint8_t classIndex = 0;
    std::uint8_t flags = 0; ///< ExpectationFlag bits
    std::uint8_t looseSourceBits = 0; ///< last bits of the source address not compared: 32 or 128 for any host
    NatFunction nat = NatFunction::None;
    std::uint8_t natDirection = 0; ///< CTA_EXPECT_NAT_DIR: 0 original, 1 reply
    IpAddress natAddress; ///< CTA_EXPECT_NAT_TUPLE source address: what the payload announced
    std::uint16_t natPort = 0; ///< CTA_EXPECT_NAT_TUPLE source port
    std::array<char, 16> childHelper {}; ///< helper of the expected connection (CTA_EXPECT_HELP_NAME), or empty

    bool fromAnywhere() const { return looseSourceBits != 0 && looseSourceBits >= tuple.source.size() * 8; }
    bool allowsSource(const IpAddress &address) const;
};

/// Asks for expectations of @p count ports that follow each other, at the first port from that of @p first on where
/// none of them is taken. Only then does a helper know which ports it may announce in place of its peer's own.
struct PortRequest {
    static constexpr std::uint8_t MaxCount = 4;

    std::uint32_t packetId = 0; ///< of the packet in hand
    std::uint8_t count = 1; ///< 1 to MaxCount
    ExpectationProposal first; ///< each further one has both its ports one higher
};

/// What a helper process asks the gate to do with one packet. A value in private memory on both sides: the sender
/// builds it and writes it to the channel, the gate copies it out once, before it believes a single field of it.
struct Proposal {
    std::uint32_t packetId = 0;
    Verdict verdict = Verdict::Accept;
    std::uint8_t expectationCount = 0;
    bool helperDataChanged = false;
    bool mangled = false;
    std::uint8_t noteLength = 0;
    std::array<std::uint8_t, HelperDataSize> helperData {};
    std::array<ExpectationProposal, MaxExpectationsPerPacket> expectations {};
    std::array<char, MaxNoteLength> note {};
    std::uint32_t payloadLength = 0; ///< of the whole replacement packet, when mangled
    std::array<std::uint8_t, MaxPacketLength> payload; // not cleared: 64 KiB a packet would show

    Proposal() { } // NOLINT: leaves payload uninitialised on purpose

    /// Back to "accept, nothing to say" for the packet @p id, without touching the payload buffer.
    void reset(std::uint32_t id);
    bool addExpectation(const ExpectationProposal &expectation); ///< false when there is no room
    void setNote(std::string_view text);
    std::string_view noteText() const { return {note.data(), noteLength}; }
    std::span<const std::uint8_t> replacement() const { return {payload.data(), payloadLength}; }
};

} // namespace Trackhand::Wire
