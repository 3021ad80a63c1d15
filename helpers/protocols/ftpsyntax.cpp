// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/ftpsyntax.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Trackhand::Ftp {

namespace {

/// Of the commands alone, so that a note never shows the middle of a password.
constexpr std::string_view Verbs[] {"ABOR", "ACCT", "ADAT", "ALLO", "APPE", "AUTH", "CCC", "CDUP", "CLNT", "CONF",
    "CWD", "DELE", "ENC", "EPRT", "EPSV", "FEAT", "HELP", "HOST", "LANG", "LIST", "MDTM", "MFMT", "MIC", "MKD", "MLSD",
    "MLST", "MODE", "NLST", "NOOP", "OPTS", "PASS", "PASV", "PBSZ", "PORT", "PROT", "PWD", "QUIT", "REIN", "REST",
    "RETR", "RMD", "RNFR", "RNTO", "SITE", "SIZE", "SMNT", "STAT", "STOR", "STOU", "STRU", "SYST", "TYPE", "USER"};

constexpr std::size_t LongestVerb = 4;
static_assert(std::ranges::is_sorted(Verbs));
static_assert(std::ranges::all_of(Verbs, [](std::string_view verb) { return verb.size() <= LongestVerb; }));

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

char upper(char character)
{
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

/// A decimal number of at most @p maximum from the head of @p text, which then begins behind it.
std::optional<unsigned> takeNumber(std::string_view &text, unsigned maximum)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || !isDigit(text.front()) || error != std::errc() || number > maximum) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool take(std::string_view &text, char expected)
{
    if (text.empty() || text.front() != expected) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    return text;
}

/// What of @p whole lies before @p rest.
std::string_view consumed(std::string_view whole, std::string_view rest)
{
    return whole.substr(0, whole.size() - rest.size());
}

std::optional<std::uint16_t> takePort(std::string_view &text)
{
    const auto port = takeNumber(text, 65535);
    return port && *port != 0 ? std::optional(static_cast<std::uint16_t>(*port)) : std::nullopt;
}

/// RFC 2428 allows any printable delimiter; a digit could not delimit numbers.
bool isDelimiter(char character)
{
    return character > ' ' && character < 127 && !isDigit(character);
}

/// h1,h2,h3,h4,p1,p2
ShortText commas(const IpAddress &address, std::uint16_t port)
{
    ShortText text;
    for (std::size_t i = 0; i < 4; ++i) {
        text << std::uint64_t {address.bytes[i]} << ',';
    }
    return text << std::uint64_t {port} / 256 << ',' << std::uint64_t {port} % 256;
}

} // namespace

ShortText Announcement::withEnd(const IpAddress &otherAddress, std::uint16_t otherPort) const
{
    if (isDigit(text.front())) {
        return commas(otherAddress, otherPort);
    }
    ShortText out;
    if (text.front() == '(') {
        const char delimiter = text[1];
        return out << '(' << delimiter << delimiter << delimiter << std::uint64_t {otherPort} << delimiter << ')';
    }
    const char delimiter = text.front();
    return out << delimiter << (otherAddress.family == L3Protocol::Ipv4 ? '1' : '2') << delimiter << otherAddress
               << delimiter << std::uint64_t {otherPort} << delimiter;
}

std::optional<Announcement> parsePort(std::string_view arguments)
{
    const std::string_view whole = trimmed(arguments);
    std::string_view rest = whole;
    std::array<std::uint8_t, 6> numbers {};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto number = i == 0 || take(rest, ',') ? takeNumber(rest, 255) : std::nullopt;
        if (!number) {
            return std::nullopt;
        }
        numbers[i] = static_cast<std::uint8_t>(*number);
    }
    const auto port = static_cast<std::uint16_t>(numbers[4] << 8 | numbers[5]);
    if (port == 0) {
        return std::nullopt;
    }
    return Announcement {IpAddress::fromBytes(L3Protocol::Ipv4, numbers.data()), port, consumed(whole, rest)};
}

std::optional<Announcement> parsePassive(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isDigit(text[at]) && (at == 0 || !isDigit(text[at - 1]))) {
            if (const auto announcement = parsePort(text.substr(at))) {
                return announcement;
            }
        }
    }
    return std::nullopt;
}

std::optional<Announcement> parseExtendedPort(std::string_view arguments)
{
    const std::string_view whole = trimmed(arguments);
    if (whole.empty() || !isDelimiter(whole.front())) {
        return std::nullopt;
    }
    const char delimiter = whole.front();
    std::string_view rest = whole.substr(1);
    const auto family = takeNumber(rest, 2);
    if (!family || !take(rest, delimiter)) {
        return std::nullopt;
    }
    const std::size_t length = rest.find(delimiter);
    if (length == std::string_view::npos || length > 45) { // the longest IPv6 address as text
        return std::nullopt;
    }
    const auto address = IpAddress::parse(rest.substr(0, length));
    if (!address || address->family != (*family == 1 ? L3Protocol::Ipv4 : L3Protocol::Ipv6)) {
        return std::nullopt;
    }
    rest.remove_prefix(length + 1);
    const auto port = takePort(rest);
    if (!port || !take(rest, delimiter)) {
        return std::nullopt;
    }
    return Announcement {*address, *port, consumed(whole, rest)};
}

std::optional<Announcement> parseExtendedPassive(std::string_view text)
{
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view whole = text.substr(open);
    std::string_view rest = whole.substr(1);
    if (rest.empty() || !isDelimiter(rest.front())) {
        return std::nullopt;
    }
    const char delimiter = rest.front();
    if (!take(rest, delimiter) || !take(rest, delimiter) || !take(rest, delimiter)) {
        return std::nullopt;
    }
    const auto port = takePort(rest);
    if (!port || !take(rest, delimiter) || !take(rest, ')')) {
        return std::nullopt;
    }
    return Announcement {{}, *port, consumed(whole, rest)};
}

std::optional<ReplyCode> parseReplyCode(std::string_view line)
{
    if (line.size() < 3 || !std::all_of(line.begin(), line.begin() + 3, isDigit) || line[0] == '0') {
        return std::nullopt;
    }
    if (line.size() > 3 && line[3] != ' ' && line[3] != '-') {
        return std::nullopt;
    }
    const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    return ReplyCode {code, line.size() > 3 && line[3] == '-'};
}

std::optional<std::string_view> parseVerb(std::string_view line, std::string_view &arguments)
{
    while (!line.empty() && static_cast<std::uint8_t>(line.front()) >= 0xf0) { // IAC IP IAC DM
        line.remove_prefix(1);
    }
    const std::size_t length = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, length);
    arguments = line.substr(length);
    std::array<char, LongestVerb> capitals;
    if (word.size() > capitals.size()) {
        return std::nullopt;
    }
    std::ranges::transform(word, capitals.begin(), upper);
    const std::string_view wanted(capitals.data(), word.size());
    const auto verb = std::ranges::lower_bound(Verbs, wanted);
    return verb != std::end(Verbs) && *verb == wanted ? std::optional(*verb) : std::nullopt;
}

} // namespace Trackhand::Ftp
