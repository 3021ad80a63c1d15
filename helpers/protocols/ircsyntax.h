// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/shorttext.h"
#include "wire/net/address.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand::Irc {

/// Where a client says it waits for the direct connection of another one.
struct Offer {
    std::string_view kind; ///< CHAT, SEND and so on
    IpAddress address; ///< unspecified family when what stands there is no address
    std::uint16_t port = 0; ///< 0: it does not wait itself, its peer is to say where (passive or reverse DCC)
    std::string_view text; ///< address and port as they stand in the line

    /// Address and port of another end, in the same form.
    ShortText withEnd(const IpAddress &otherAddress, std::uint16_t otherPort) const;
};

/// What a PRIVMSG line asks for by DCC: the text between "DCC " and the closing 0x01, which may be missing. Nothing for
/// any other line, DCC in the middle of a message included: clients take it for text.
std::optional<std::string_view> parseDccRequest(std::string_view line);

/// KIND ARGUMENT ADDRESS PORT, whatever follows. Nothing when it is of a kind that announces no address, or malformed.
/// ARGUMENT may be in quotation marks and then contain spaces.
std::optional<Offer> parseOffer(std::string_view request);

/// The request's kind in capitals when it is one that announces an address, for notes; else nothing.
std::optional<std::string_view> parseKind(std::string_view request);

/// Whether the first line of a connection is that of an HTTP request: a browser that somebody makes speak IRC.
bool isHttpRequest(std::string_view line);

} // namespace Trackhand::Irc
