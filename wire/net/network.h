// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

namespace Trackhand {

/// An address with the length of its prefix: a network, or with the whole length one host. Host bits may be set.
struct Network {
    IpAddress address;
    std::uint8_t prefixLength = 0; ///< bits, 0 to 32 or 128

    /// "10.0.2.2", "10.0.0.0/24", "fd00::/64". Nothing when the text is none of those.
    static std::optional<Network> parse(std::string_view text);

    /// The address with the host's bits cleared.
    IpAddress base() const;
    bool hasHostBits() const { return base() != address; }
    /// False for an address of the other family.
    bool contains(const IpAddress &other) const;
    /// Always with the length of the prefix.
    std::string toString() const;

    bool operator==(const Network &) const = default;
};

} // namespace Trackhand
