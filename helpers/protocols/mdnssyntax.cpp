// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/mdnssyntax.h"

namespace Trackhand::Mdns {

namespace {

constexpr std::size_t HeaderLength = 12; // id, flags, four counts
constexpr std::uint8_t ResponseBit = 0x80; // both of the third byte
constexpr std::uint8_t OpcodeBits = 0x78;
constexpr std::uint8_t PointerBits = 0xc0; // of a label's length: 0xc0 a pointer, 0x40 and 0x80 undefined
constexpr std::uint8_t UnicastBit = 0x80; // of a question's class
constexpr std::size_t MaxName = 255; // RFC 1035, 3.1

/// Where the name at @p at ends. A pointer ends it too: what it points to was seen before.
std::optional<std::size_t> endOfName(std::span<const std::uint8_t> payload, std::size_t at)
{
    const std::size_t begin = at;
    while (at < payload.size() && at - begin < MaxName) {
        const std::uint8_t length = payload[at];
        if (length == 0) {
            return at + 1;
        }
        if ((length & PointerBits) != 0) {
            return (length & PointerBits) == PointerBits ? std::optional(at + 2) : std::nullopt;
        }
        at += 1U + length;
    }
    return std::nullopt;
}

} // namespace

std::optional<Message> parse(std::span<const std::uint8_t> payload)
{
    if (payload.size() < HeaderLength) {
        return std::nullopt;
    }
    const unsigned questions = static_cast<unsigned>(payload[4]) << 8 | payload[5];
    Message message;
    message.isQuery = (payload[2] & (ResponseBit | OpcodeBits)) == 0 && questions > 0;
    if (!message.isQuery) {
        return message;
    }
    std::size_t at = HeaderLength;
    for (unsigned i = 0; i < questions; ++i) {
        const auto end = endOfName(payload, at); // then type and class, two bytes each
        if (!end || payload.size() < *end + 4) {
            return std::nullopt;
        }
        message.wantsUnicast = message.wantsUnicast || (payload[*end + 2] & UnicastBit) != 0;
        at = *end + 4;
    }
    return message;
}

} // namespace Trackhand::Mdns
