// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/expectations.h"
#include "helpers/packet/packet.h"
#include "helpers/packet/rewrite.h"

#include <array>
#include <cstdint>
#include <span>

namespace Trackhand {

/// What one direction's bytes led to, for protocols whose addresses are rewritten in place: a retransmission, however
/// its segments are cut, must say what the first copy said, and expect what it expected.
class PatchMemory {
public:
    static constexpr std::size_t MaxPatches = 48; ///< kept; the oldest make room
    static constexpr std::size_t MaxExpectations = 8;
    static constexpr std::size_t MaxBytes = 18; ///< of a patch: an IPv6 address and a port

    void reset() { m_patched = m_expected = 0; }

    /// The bytes from @p sequence on were replaced by @p bytes (at most MaxBytes).
    void patched(std::uint32_t sequence, std::span<const std::uint8_t> bytes);
    /// The message whose last byte is at @p lastSequence led to @p expectation.
    void expected(std::uint32_t lastSequence, const Wire::ExpectationProposal &expectation);

    /// Does again what the bytes of @p packet led to before; parts of a patch too. The number of things done.
    std::size_t repeat(const Packet &packet, Expectations &expectations, Rewrite &rewrite) const;

private:
    struct Patch {
        std::uint32_t sequence = 0;
        std::uint8_t length = 0;
        std::array<std::uint8_t, MaxBytes> bytes {};
    };
    struct Expected {
        std::uint32_t lastSequence = 0;
        Wire::ExpectationProposal expectation;
    };
    static bool apply(const Patch &patch, const Packet &packet, Rewrite &rewrite);

    std::array<Patch, MaxPatches> m_patches {};
    std::array<Expected, MaxExpectations> m_expectations {};
    std::size_t m_patched = 0; ///< ever; the place of the next one is this modulo MaxPatches
    std::size_t m_expected = 0;
};

} // namespace Trackhand
