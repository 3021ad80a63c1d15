// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Trackhand {

/// The name of one piece of evidence: HELPER-20260102T030405.006Z, the time in UTC. Safe as a file's name.
struct EvidenceId {
    std::string helper;
    std::uint64_t timeMs = 0; ///< since the epoch

    std::string toString() const;

    /// Nothing for a text that toString() cannot give.
    static std::optional<EvidenceId> parse(std::string_view text);
};

} // namespace Trackhand
