// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/lastmoments.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace Trackhand {

/// What the file says of itself, in the comment of its section.
struct EvidenceHead {
    std::uint32_t packets = 0;
    bool inHand = false; ///< the last of them was in hand
    std::string reason; ///< fits after "the helper process "
};

/// The capture of @p lastMoments, with at least one packet.
std::string evidenceFile(const std::string &helper, const std::string &reason, const LastMoments &lastMoments);

/// From the first bytes of a file; nothing that is not there.
EvidenceHead evidenceHead(std::string_view file);

} // namespace Trackhand
