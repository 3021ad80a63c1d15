// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/network.h"
#include "wire/net/portrange.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace Trackhand {

enum class RuleId : std::uint32_t {};

/// Which connections get a helper. Complete: defaults are filled in.
struct RuleSettings {
    RuleId id {};
    std::string helper; ///< a helper of ours, a foreign one, or one of the kernel's own ("ftp" of nf_conntrack_ftp)
    L4Protocol l4 = L4Protocol::Tcp;
    std::vector<PortRange> ports; ///< of the destination; empty = all
    std::vector<L3Protocol> l3;
    bool prerouting = true;
    bool output = true;
    std::string inInterface; ///< empty = any; only prerouting has one
    std::string outInterface; ///< empty = any; only output has one
    std::optional<Network> source; ///< no host bits
    std::optional<Network> destination;

    bool operator==(const RuleSettings &) const = default;
};

} // namespace Trackhand
