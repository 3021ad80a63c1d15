// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/h225.h"

#include "helpers/protocols/h323/h225tables.h"

namespace Trackhand::H225 {

namespace {

constexpr std::uint8_t Q931 = 0x08; ///< protocol discriminator
constexpr std::uint8_t UserUser = 0x7e; ///< information element
constexpr std::uint8_t Asn1 = 0x05; ///< protocol discriminator within it: X.208 and X.209, by which X.691 goes too
constexpr std::uint8_t ElementWithoutLength = 0x80;

/// The contents of the User-user element, or nothing. Its length has two bytes, those of all others one (Q.931, 4.5).
std::span<const std::uint8_t> userToUser(std::span<const std::uint8_t> message)
{
    std::size_t at = 3 + std::size_t {message[1]};
    while (at < message.size()) {
        const std::uint8_t element = message[at];
        if ((element & ElementWithoutLength) != 0) {
            ++at;
            continue;
        }
        const std::size_t lengthSize = element == UserUser ? 2 : 1;
        if (message.size() - at < 1 + lengthSize) {
            break;
        }
        const std::size_t length =
            lengthSize == 2 ? std::size_t {message[at + 1]} << 8 | message[at + 2] : message[at + 1];
        at += 1 + lengthSize;
        if (length > message.size() - at) {
            break;
        }
        if (element == UserUser) {
            return message.subspan(at, length);
        }
        at += length;
    }
    return {};
}

} // namespace

bool isCallSignalling(std::span<const std::uint8_t> message)
{
    constexpr std::uint8_t longestReference = 4;
    return message.size() >= 3 && message[0] == Q931 && message[1] > 0 && message[1] <= longestReference;
}

void readCallSignalling(std::span<const std::uint8_t> message, Per::Findings &findings)
{
    const auto element = userToUser(message);
    if (element.size() < 2 || element[0] != Asn1) {
        return;
    }
    const std::size_t end = static_cast<std::size_t>(element.data() - message.data()) + element.size();
    Per::Reader reader(message.first(end));
    reader.skipBits((end - element.size() + 1) * 8);
    Per::find(UserInformation, reader, findings);
}

void readRas(std::span<const std::uint8_t> message, Per::Findings &findings)
{
    Per::find(RasMessage, Per::Reader(message), findings);
}

} // namespace Trackhand::H225
