// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/protocols/h323/pertypes.h"

#include <cstdint>
#include <span>

namespace Trackhand::H225 {

/// Whether a message from a TPKT is one of Q.931 (call signalling) rather than of H.245. Both begin with 8 only where
/// H.245's is a requestMode, whose second byte says nothing of a call reference.
bool isCallSignalling(std::span<const std::uint8_t> message);

/// The addresses in a Q.931 message (ITU-T H.225.0, 7.2): those of its User-user element, of the channels that
/// fastStart proposes, and of the H.245 messages that are tunnelled in it. Nothing where it has no such element.
void readCallSignalling(std::span<const std::uint8_t> message, Per::Findings &findings);

/// The addresses in a RAS message (H.225.0, 7.6), which is a whole datagram.
void readRas(std::span<const std::uint8_t> message, Per::Findings &findings);

} // namespace Trackhand::H225
