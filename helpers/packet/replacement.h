// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/packet.h"
#include "helpers/packet/rewrite.h"
#include "helpers/packet/shorttext.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace Trackhand {

/// What a piece of a TCP stream is to say instead, named by its place in the stream so that retransmissions say it too.
struct Replacement {
    std::uint32_t sequence = 0; ///< of the first byte to be replaced
    std::size_t length = 0; ///< bytes that are; 0 when nothing is
    ShortText text;

    bool empty() const { return length == 0; }

    /// Puts it into the segment in hand. Empty when that was done, else a reason for people to read.
    std::string_view putInto(const Packet &packet, Rewrite &rewrite) const;
};

} // namespace Trackhand
