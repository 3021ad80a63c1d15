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

/// ONC RPC messages (RFC 5531) of the port mapper, program 100000 in its versions 2 to 4 (RFC 1833).
namespace Trackhand::Rpc {

constexpr std::size_t WordLength = 4; ///< of XDR (RFC 4506), most significant byte first

/// What stands before each fragment of a record over TCP: its length, and whether it is the last one (RFC 5531, 11).
std::optional<RecordReader::Frame> parseRecordMark(std::span<const std::uint8_t> mark);
std::uint32_t recordMark(std::size_t length); ///< of a record in one fragment

/// What the answer to a call holds.
enum class Answer : std::uint8_t {
    Nothing, ///< no place of one service
    Port, ///< a number (version 2)
    UniversalAddress, ///< text (versions 3 and 4)
};

struct Call {
    std::uint32_t xid = 0; ///< the reply carries it too
    std::string_view procedure; ///< its name, or "call" when the port mapper knows none of that number
    Answer answer = Answer::Nothing;
    bool runsAnother = false; ///< the port mapper is to call a service itself and hand on what it says
    std::uint32_t program = 0; ///< the one asked for
    L4Protocol l4 = L4Protocol::Unspecified; ///< asked for; version 3 and 4 mean the one that the call came by

    bool operator==(const Call &) const = default;
};
std::optional<Call> parseCall(std::span<const std::uint8_t> message);

struct Reply {
    std::uint32_t xid = 0;
    std::size_t resultAt = 0; ///< offset of the results in the message; 0 when the call was not carried out
};
std::optional<Reply> parseReply(std::span<const std::uint8_t> message);

/// Where a service is, as a reply says it.
struct Place {
    IpAddress address; ///< of unspecified family in version 2, which has the port alone
    std::uint16_t port = 0; ///< 0: there is no such service
    std::size_t length = 0; ///< bytes of the message that say so
};
/// The results of GETPORT, and of GETADDR (an XDR string) from the first byte of @p results on.
std::optional<Place> parsePort(std::span<const std::uint8_t> results);
std::optional<Place> parseUniversalAddress(std::span<const std::uint8_t> results);

/// The same for another place.
ShortText portResult(std::uint16_t port);
ShortText universalAddressResult(const IpAddress &address, std::uint16_t port);

/// Appends a word.
ShortText &putWord(ShortText &text, std::uint32_t word);

} // namespace Trackhand::Rpc
