// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/packetchannel.h"
#include "wire/channel/proposal.h"

#include <optional>
#include <string>

namespace Trackhand {

/// What one helper's process may ask for; from the registration, never from the process.
struct GatePolicy {
    std::uint8_t classCount = 1; ///< expectation classes registered
    bool allowForeignAddresses = false; ///< expectations between hosts that are not the flow's own (option "loose")
    bool allowLooseSource = false; ///< expectations from hosts nobody knows yet (answers to multicast)
    bool allowLowPorts = false; ///< expectations to ports below 1024 (option "allow_low_ports")
    bool allowPermanent = false; ///< expectations that survive their first match
    bool allowGre = false; ///< expectations of GRE
    std::string childHelper; ///< the one helper that an expected connection may get; empty for none
    std::uint8_t dataLength = 0; ///< bytes of private data in the kernel it was registered with

    bool operator==(const GatePolicy &) const = default;
};

/// Checks a proposal, already copied to private memory, against the packet it names and the policy. Nothing when all of
/// it may be done; else one sentence that says what the process asked for and must not.
std::optional<std::string> refusalOf(
    const Wire::Proposal &proposal, const Wire::PacketChannel::StoredPacket &packet, const GatePolicy &policy);

/// The same of a request for ports for the packet in hand.
std::optional<std::string> refusalOf(
    const Wire::PortRequest &request, const Wire::PacketChannel::StoredPacket &packet, const GatePolicy &policy);

/// Makes the process's note fit to be shown: printable ASCII only, everything else becomes '?'.
void sanitizeNote(Wire::Proposal &proposal);

} // namespace Trackhand
