// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/ircsyntax.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Trackhand::Irc {

namespace {

/// Those of nf_conntrack_irc, and RSEND, which some clients answer a passive offer with. RESUME and ACCEPT name a port
/// that was announced before.
constexpr std::string_view Kinds[] {"CHAT", "MOVE", "RSEND", "SCHAT", "SEND", "TSEND"};

constexpr char CtcpMark = '\x01';
constexpr std::size_t LongestAddress = 45; // of IPv6, as text

char upper(char character)
{
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

bool equalsIgnoringCase(std::string_view text, std::string_view capitals)
{
    return std::equal(text.begin(), text.end(), capitals.begin(), capitals.end(),
        [](char left, char right) { return upper(left) == right; });
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

void skipSpaces(std::string_view &text)
{
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
}

/// The word at the head of @p text, which then begins behind it and the spaces that follow.
std::string_view takeWord(std::string_view &text)
{
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    skipSpaces(text);
    return word;
}

/// The file name of a SEND; a quotation mark without another one is part of the name.
void skipArgument(std::string_view &text)
{
    const std::size_t closing = text.starts_with('"') ? text.find('"', 1) : std::string_view::npos;
    if (closing != std::string_view::npos) {
        text.remove_prefix(closing + 1);
    }
    takeWord(text);
}

std::optional<std::uint32_t> parseNumber(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = !text.empty() && isDigit(text.front()) && end == text.data() + text.size();
    return whole && error == std::errc() ? std::optional(number) : std::nullopt;
}

/// IPv4 as one decimal number, or any address as text, which is how clients write IPv6.
IpAddress parseAddress(std::string_view text)
{
    if (const auto number = parseNumber(text)) {
        const std::array<std::uint8_t, 4> bytes {static_cast<std::uint8_t>(*number >> 24),
            static_cast<std::uint8_t>(*number >> 16), static_cast<std::uint8_t>(*number >> 8),
            static_cast<std::uint8_t>(*number)};
        return IpAddress::fromBytes(L3Protocol::Ipv4, bytes.data());
    }
    return text.size() <= LongestAddress ? IpAddress::parse(text).value_or(IpAddress {}) : IpAddress {};
}

} // namespace

ShortText Offer::withEnd(const IpAddress &otherAddress, std::uint16_t otherPort) const
{
    ShortText out;
    if (otherAddress.family == L3Protocol::Ipv4 && parseNumber(text.substr(0, text.find(' ')))) {
        const auto &bytes = otherAddress.bytes;
        out << (std::uint64_t {bytes[0]} << 24 | std::uint64_t {bytes[1]} << 16 | std::uint64_t {bytes[2]} << 8
            | bytes[3]);
    } else {
        out << otherAddress;
    }
    return out << ' ' << std::uint64_t {otherPort};
}

std::optional<std::string_view> parseDccRequest(std::string_view line)
{
    if (line.starts_with('@')) { // message tags (IRCv3)
        takeWord(line);
    }
    if (line.starts_with(':')) { // who sends it, which a client need not say
        takeWord(line);
    }
    if (!equalsIgnoringCase(takeWord(line), "PRIVMSG")) {
        return std::nullopt;
    }
    takeWord(line); // to whom
    constexpr std::string_view Begin = ":\x01"
                                       "DCC ";
    if (!equalsIgnoringCase(line.substr(0, Begin.size()), Begin)) {
        return std::nullopt;
    }
    line.remove_prefix(Begin.size());
    skipSpaces(line);
    return line.substr(0, line.find(CtcpMark));
}

std::optional<std::string_view> parseKind(std::string_view request)
{
    const std::string_view word = request.substr(0, request.find(' '));
    const auto *const kind =
        std::ranges::find_if(Kinds, [word](std::string_view each) { return equalsIgnoringCase(word, each); });
    return kind != std::end(Kinds) ? std::optional(*kind) : std::nullopt;
}

std::optional<Offer> parseOffer(std::string_view request)
{
    const auto kind = parseKind(request);
    if (!kind) {
        return std::nullopt;
    }
    takeWord(request);
    skipArgument(request);
    const std::string_view address = takeWord(request);
    const std::string_view number = request.substr(0, request.find(' '));
    const auto port = parseNumber(number);
    if (address.empty() || !port || *port > 65535) {
        return std::nullopt;
    }
    const auto length = static_cast<std::size_t>(number.data() + number.size() - address.data());
    return Offer {*kind, parseAddress(address), static_cast<std::uint16_t>(*port), {address.data(), length}};
}

bool isHttpRequest(std::string_view line)
{
    return line.find(" HTTP/") != std::string_view::npos;
}

} // namespace Trackhand::Irc
