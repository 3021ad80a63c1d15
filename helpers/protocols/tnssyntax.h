// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/recordreader.h"
#include "helpers/packet/shorttext.h"
#include "wire/net/address.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace Trackhand::Tns {

/// The head of a packet: its length with the head (2 bytes), a checksum (2), the type (1), flags (1), a checksum of the
/// head (2). All numbers most significant byte first; the checksums are 0 in practice.
constexpr std::size_t HeadLength = 8;
constexpr std::size_t TypeAt = 4;

enum class Type : std::uint8_t { Connect = 1, Accept = 2, Refuse = 4, Redirect = 5, Data = 6, Resend = 11 };
std::string_view name(Type type); ///< "REDIRECT", or empty for one that is not listed

std::optional<RecordReader::Frame> parseHead(std::span<const std::uint8_t> head);

/// What REDIRECT and DATA have before their text: its length, and flags.
constexpr std::size_t PrefixLength = 2;

/// An address within a redirection: (ADDRESS=(PROTOCOL=tcp)(HOST=10.0.2.2)(PORT=1522)), its parts in any order.
struct Address {
    bool isTcp = false; ///< or TCP under TLS
    IpAddress host; ///< of unspecified family when it is a name
    std::uint16_t port = 0;
    std::string_view hostText;
    std::string_view portText;

    /// What stretches from the first of host and port to the end of the other one.
    std::string_view text() const;
    /// The same with another port, and with another host unless it is of unspecified family.
    ShortText withEnd(const IpAddress &otherHost, std::uint16_t otherPort) const;
};
/// The first address in a text.
std::optional<Address> parseAddress(std::string_view text);

} // namespace Trackhand::Tns
