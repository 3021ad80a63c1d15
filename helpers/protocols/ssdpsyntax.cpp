// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/ssdpsyntax.h"

#include <algorithm>
#include <charconv>

namespace Trackhand::Ssdp {

namespace {

constexpr std::string_view Scheme = "HTTP://";
constexpr std::size_t LongestAddress = 45; // of IPv6 as text

char upper(char character)
{
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

bool startsWithIgnoringCase(std::string_view text, std::string_view capitals)
{
    return text.size() >= capitals.size()
        && std::equal(capitals.begin(), capitals.end(), text.begin(),
            [](char wanted, char given) { return upper(given) == wanted; });
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char character) {
        return character == ' ' || character == '\t' || character == '\r';
    };
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

template <typename Number>
std::optional<Number> takeNumber(std::string_view &text)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

} // namespace

std::optional<Url> parseUrl(std::string_view text)
{
    if (!startsWithIgnoringCase(text, Scheme)) {
        return std::nullopt;
    }
    const std::string_view whole = text.substr(Scheme.size());
    const bool six = whole.starts_with('[');
    const std::string_view rest = whole.substr(six ? 1 : 0);
    const std::size_t length = six ? rest.find(']') : std::min(rest.find_first_of(":/>?"), rest.size());
    if (length == std::string_view::npos || length > LongestAddress) {
        return std::nullopt;
    }
    const auto address = IpAddress::parse(rest.substr(0, length));
    if (!address || address->family != (six ? L3Protocol::Ipv6 : L3Protocol::Ipv4)) {
        return std::nullopt;
    }
    Url url;
    url.address = *address;
    std::string_view behind = rest.substr(length + (six ? 1 : 0));
    if (behind.starts_with(':')) {
        behind.remove_prefix(1);
        const auto port = takeNumber<std::uint16_t>(behind);
        if (!port || *port == 0) {
            return std::nullopt;
        }
        url.port = *port;
    }
    if (!behind.empty() && std::string_view("/>?").find(behind.front()) == std::string_view::npos) {
        return std::nullopt;
    }
    url.end = whole.substr(0, whole.size() - behind.size());
    return url;
}

ShortText urlEnd(const IpAddress &address, std::uint16_t port)
{
    ShortText text;
    if (address.family == L3Protocol::Ipv6) {
        text << '[' << address << ']';
    } else {
        text << address;
    }
    return text << ':' << std::uint64_t {port};
}

std::optional<std::string_view> headerValue(std::string_view line, std::string_view name)
{
    if (!startsWithIgnoringCase(line, name) || line.size() == name.size() || line[name.size()] != ':') {
        return std::nullopt;
    }
    return trimmed(line.substr(name.size() + 1));
}

std::optional<std::string_view> findHeader(std::string_view message, std::string_view name)
{
    while (!message.empty()) {
        const std::size_t length = std::min(message.find('\n'), message.size());
        if (const auto value = headerValue(message.substr(0, length), name)) {
            return value;
        }
        message.remove_prefix(std::min(length + 1, message.size()));
    }
    return std::nullopt;
}

std::optional<std::string_view> requestMethod(std::string_view line)
{
    const std::size_t methodEnd = line.find(' ');
    const std::size_t targetEnd = line.rfind(' ');
    if (methodEnd == std::string_view::npos || methodEnd == targetEnd
        || !line.substr(targetEnd + 1).starts_with("HTTP/1.")) {
        return std::nullopt;
    }
    return line.substr(0, methodEnd);
}

std::optional<std::uint32_t> parseLength(std::string_view text)
{
    const auto length = takeNumber<std::uint32_t>(text);
    return length && text.empty() && *length <= 0x7fffffff ? length : std::nullopt;
}

} // namespace Trackhand::Ssdp
