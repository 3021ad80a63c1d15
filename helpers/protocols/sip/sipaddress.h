// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand::Sip {

// Where addresses stand in the header fields of a SIP message (RFC 3261, 19.1, 20.10 and 20.42). Everything borrows the
// text it was read from, so that a piece of it can be found again to be rewritten.

constexpr std::uint16_t DefaultPort = 5060;

/// A host and maybe a port: "10.0.1.2:5060", "[fd00:1::2]".
struct HostPort {
    std::string_view text;
    IpAddress address;
    std::uint16_t port = DefaultPort;
};

/// One element of a Contact header field.
struct Contact {
    std::optional<HostPort> host; ///< nothing when the URI names no address: a host's name, "*", tel: ...
    std::string_view transport; ///< the URI's transport parameter; empty when there is none
    std::optional<std::uint32_t> expires; ///< seconds
};

std::optional<HostPort> hostOfUri(std::string_view value); ///< of the first sip: or sips: URI in it
std::optional<HostPort> sentBy(std::string_view via); ///< where a Via wants the response
Contact parseContact(std::string_view element);
/// The value of ";name=value"; nothing when there is no such parameter.
std::optional<std::string_view> parameter(std::string_view text, std::string_view name);

} // namespace Trackhand::Sip
