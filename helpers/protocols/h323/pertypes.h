// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/protocols/h323/perreader.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace Trackhand::Per {

/// What an ASN.1 type is made of, as far as it must be known to find the addresses in a message and to pass over the
/// rest. Types are constant tables that do not refer back to themselves, so how deep a message can go is known.
enum class Kind : std::uint8_t {
    Null,
    Boolean,
    Integer, ///< lower to upper
    Object, ///< OBJECT IDENTIFIER
    Octets, ///< OCTET STRING of lower to upper bytes
    AnyOctets, ///< OCTET STRING of any length
    Characters4, ///< a string of lower to upper characters, each 4 bits
    Characters16, ///< BMPString of lower to upper characters
    Endpoint, ///< an address of upper bytes and a port, which lie side by side
    Sequence,
    Choice,
    List, ///< SEQUENCE OF the one field
    Container, ///< an OCTET STRING that holds an encoding of the one field
    Unread, ///< what comes from here on is not needed
};

struct Field;

struct Type {
    Kind kind = Kind::Null;
    std::uint32_t lower = 0;
    std::uint32_t upper = 0;
    bool extensible = false;
    std::span<const Field> root {};
    std::span<const Field> additions {}; ///< behind the extension mark; further ones are passed over
};

struct Field {
    const Type *type = nullptr;
    bool optional = false;
    std::uint8_t tag = 0; ///< what an address below it is for; 0: as the field around it says
    const char *name = nullptr; ///< of a message, for people
};

/// An address that was found.
struct Found {
    std::uint8_t tag = 0;
    std::uint8_t addressSize = 0; ///< 4 or 16; the port's two bytes follow
    std::uint16_t offset = 0; ///< in the message
};

/// What a message says of interest.
struct Findings {
    static constexpr std::size_t MaxFound = 64;

    std::array<Found, MaxFound> found {};
    std::size_t count = 0;
    std::string_view message; ///< name of the outermost message that has one
    bool malformed = false; ///< it ends before it should, or is larger than this reader reads
    bool tooMany = false; ///< more addresses than there is room for

    std::span<const Found> all() const { return std::span(found).first(count); }
};

/// Reads one value of @p type. Addresses are reported with the innermost tag around them, else with @p tag.
void find(const Type &type, Reader reader, Findings &findings, std::uint8_t tag = 0);

// The words that tables are written in.
constexpr Type integer(std::uint32_t lower, std::uint32_t upper)
{
    return {.kind = Kind::Integer, .lower = lower, .upper = upper};
}
constexpr Type octets(std::uint32_t lower, std::uint32_t upper)
{
    return {.kind = Kind::Octets, .lower = lower, .upper = upper};
}
constexpr Type sequence(std::span<const Field> root)
{
    return {.kind = Kind::Sequence, .root = root};
}
constexpr Type extensibleSequence(std::span<const Field> root, std::span<const Field> additions = {})
{
    return {.kind = Kind::Sequence, .extensible = true, .root = root, .additions = additions};
}
constexpr Type choice(std::span<const Field> root)
{
    return {.kind = Kind::Choice, .root = root};
}
constexpr Type extensibleChoice(std::span<const Field> root, std::span<const Field> additions = {})
{
    return {.kind = Kind::Choice, .extensible = true, .root = root, .additions = additions};
}
constexpr Type listOf(std::span<const Field, 1> element)
{
    return {.kind = Kind::List, .root = element};
}
constexpr Type containing(std::span<const Field, 1> content)
{
    return {.kind = Kind::Container, .root = content};
}

inline constexpr Type Nothing {.kind = Kind::Null};
inline constexpr Type Boolean {.kind = Kind::Boolean};
inline constexpr Type Object {.kind = Kind::Object};
inline constexpr Type AnyOctets {.kind = Kind::AnyOctets};
inline constexpr Type Unread {.kind = Kind::Unread};
inline constexpr Type Byte = integer(0, 255);
inline constexpr Type Word = integer(0, 65535);
inline constexpr Type Long = integer(0, 0xffffffff);
inline constexpr Type FourOctets = octets(4, 4);
inline constexpr Type SixteenOctets = octets(16, 16);
inline constexpr Type Digits {.kind = Kind::Characters4, .lower = 1, .upper = 128}; ///< FROM ("0123456789#*,")
inline constexpr Type Ipv4Endpoint {.kind = Kind::Endpoint, .upper = 4};
inline constexpr Type Ipv6Endpoint {.kind = Kind::Endpoint, .upper = 16};

} // namespace Trackhand::Per
