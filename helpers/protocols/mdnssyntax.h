// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace Trackhand::Mdns {

/// What a message is, as far as its answers are concerned (RFC 1035, 4.1; RFC 6762, 18).
struct Message {
    bool isQuery = false; ///< a standard query with at least one question, not a response
    bool wantsUnicast = false; ///< one of the questions has the unicast-response bit (RFC 6762, 5.4)
};

/// Nothing when the header or a question is not complete. What comes behind the questions is not looked at.
std::optional<Message> parse(std::span<const std::uint8_t> payload);

} // namespace Trackhand::Mdns
