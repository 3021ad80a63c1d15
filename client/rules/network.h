// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <QString>
#include <optional>

namespace Trackhand {

/// An address with the length of its prefix: a network, or with the whole length one host.
struct Network {
    IpAddress address;
    int prefixLength = 0; ///< bits, 0 to 32 or 128

    /// The address with the host's bits cleared; equal to address when this is a network.
    IpAddress base() const;
    /// False for an address of the other family.
    bool contains(const IpAddress &other) const;
};

/// "10.0.2.2", "10.0.0.0/24", "fd00::/64"; host bits are kept. Nothing when the text is none of those.
std::optional<Network> parseNetwork(const QString &text);

} // namespace Trackhand
