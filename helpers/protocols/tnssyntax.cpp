// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/tnssyntax.h"

#include <algorithm>
#include <charconv>

namespace Trackhand::Tns {

namespace {

constexpr std::uint8_t LastType = 19;
constexpr std::size_t MaxParts = 8; ///< of an address: PROTOCOL, HOST, PORT, DEV and few others

bool equalsIgnoringCase(std::string_view text, std::string_view capitals)
{
    return std::ranges::equal(text, capitals,
        [](char left, char right) { return (left >= 'a' && left <= 'z' ? left - 'a' + 'A' : left) == right; });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

struct Part {
    std::string_view key;
    std::string_view value;
};

/// (KEY=VALUE) from the head of @p text, which then begins behind it.
std::optional<Part> takePart(std::string_view &text)
{
    const std::size_t end = text.find(')');
    const std::size_t equals = text.find('=');
    if (text.empty() || text.front() != '(' || end == std::string_view::npos || equals > end) {
        return std::nullopt;
    }
    const Part part {trimmed(text.substr(1, equals - 1)), trimmed(text.substr(equals + 1, end - equals - 1))};
    if (part.value.find('(') != std::string_view::npos) {
        return std::nullopt;
    }
    text = trimmed(text.substr(end + 1));
    return part;
}

/// Whether @p part belongs to @p address; false when it cannot be.
bool takeInto(Address &address, const Part &part)
{
    if (equalsIgnoringCase(part.key, "PROTOCOL")) {
        address.isTcp = equalsIgnoringCase(part.value, "TCP") || equalsIgnoringCase(part.value, "TCPS");
    } else if (equalsIgnoringCase(part.key, "HOST")) {
        address.hostText = part.value;
        if (part.value.size() > 2 && part.value.front() == '[' && part.value.back() == ']') {
            address.hostText = part.value.substr(1, part.value.size() - 2);
        }
        address.host = IpAddress::parse(address.hostText).value_or(IpAddress());
    } else if (equalsIgnoringCase(part.key, "PORT")) {
        address.portText = part.value;
        const char *end = part.value.data() + part.value.size();
        const auto parsed = std::from_chars(part.value.data(), end, address.port);
        return parsed.ec == std::errc() && parsed.ptr == end && address.port != 0;
    }
    return true;
}

/// What follows the next "(ADDRESS=" in @p text; nothing when there is none.
std::optional<std::string_view> behindAddressKey(std::string_view text)
{
    for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
        const std::size_t equals = text.find('=', open);
        if (equals != std::string_view::npos
            && equalsIgnoringCase(trimmed(text.substr(open + 1, equals - open - 1)), "ADDRESS")) {
            return trimmed(text.substr(equals + 1));
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view name(Type type)
{
    switch (type) {
    case Type::Connect:
        return "CONNECT";
    case Type::Accept:
        return "ACCEPT";
    case Type::Refuse:
        return "REFUSE";
    case Type::Redirect:
        return "REDIRECT";
    case Type::Resend:
        return "RESEND";
    case Type::Data:
        return "DATA";
    }
    return {};
}

std::optional<RecordReader::Frame> parseHead(std::span<const std::uint8_t> head)
{
    const auto length = static_cast<std::size_t>(head[0] << 8 | head[1]);
    if (length < HeadLength || head[TypeAt] == 0 || head[TypeAt] > LastType) {
        return std::nullopt;
    }
    return RecordReader::Frame {length - HeadLength};
}

std::optional<Address> parseAddress(std::string_view text)
{
    auto rest = behindAddressKey(text);
    Address address;
    for (std::size_t parts = 0; rest && !rest->starts_with(')'); ++parts) {
        const auto part = parts < MaxParts ? takePart(*rest) : std::nullopt;
        if (!part || !takeInto(address, *part)) {
            return std::nullopt;
        }
    }
    return address.hostText.empty() || address.portText.empty() ? std::nullopt : std::optional(address);
}

std::string_view Address::text() const
{
    const char *begin = std::min(hostText.data(), portText.data());
    const char *end = std::max(hostText.data() + hostText.size(), portText.data() + portText.size());
    return {begin, static_cast<std::size_t>(end - begin)};
}

ShortText Address::withEnd(const IpAddress &otherHost, std::uint16_t otherPort) const
{
    const std::string_view whole = text();
    const bool hostFirst = hostText.data() == whole.data();
    const std::size_t firstLength = hostFirst ? hostText.size() : portText.size();
    const std::size_t lastLength = hostFirst ? portText.size() : hostText.size();
    const std::string_view between = whole.substr(firstLength, whole.size() - firstLength - lastLength);
    ShortText newHost;
    if (otherHost.family == L3Protocol::Unspecified) {
        newHost << hostText;
    } else {
        newHost << otherHost;
    }
    ShortText newPort;
    newPort << std::uint64_t {otherPort};
    ShortText out;
    return out << (hostFirst ? newHost : newPort).view() << between << (hostFirst ? newPort : newHost).view();
}

} // namespace Trackhand::Tns
