// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <string>
#include <string_view>

/// The words that JSON events, filters and tables use for the values of an event.
namespace Trackhand {

std::string_view verdictName(Verdict verdict); ///< "accept", "drop"
std::string_view actionName(EventAction action); ///< "new", "matched", "expired", "evicted", "removed", "updated"
std::string_view ctInfoName(CtInfo info); ///< "established", "related", "new"; "" when the kernel sent none
std::string_view directionName(CtInfo info); ///< "original", "reply"; "" when the kernel sent no conntrack
std::string_view hookName(std::uint8_t hook); ///< "prerouting" (0) to "postrouting" (4); "" otherwise
std::string_view kindName(EventKind kind); ///< "packet", "expectation", "flow"

std::string microseconds(std::uint32_t ns); ///< without needless zeros: 11200 -> "11.2"
std::string hexNumber(std::uint16_t number); ///< "0x0800"

/// RFC 3339 in UTC with nine digits of the second: 2026-01-02T03:04:05.000000006Z.
std::string rfc3339(std::uint64_t timeNs);

} // namespace Trackhand
