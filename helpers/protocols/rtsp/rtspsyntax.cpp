// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/rtsp/rtspsyntax.h"

#include <algorithm>
#include <charconv>

namespace Trackhand::Rtsp {

namespace {

constexpr std::size_t LongestAddress = 45; // of IPv6, as text

char upper(char character)
{
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return std::ranges::equal(left, right, {}, upper, upper);
}

bool endsIgnoringCase(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && equalsIgnoringCase(text.substr(text.size() - end.size()), end);
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view Blanks = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(Blanks), text.size()));
    return text.substr(0, text.find_last_not_of(Blanks) + 1);
}

/// What comes before the first @p separator that is not within quotation marks; @p text then begins behind it.
std::string_view takePart(std::string_view &text, char separator)
{
    bool quoted = false;
    std::size_t end = 0;
    while (end < text.size() && (quoted || text[end] != separator)) {
        quoted = quoted != (text[end] == '"');
        ++end;
    }
    const std::string_view part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    const auto number = parseNumber(text);
    return number && *number > 0 && *number <= 65535 ? std::optional(static_cast<std::uint16_t>(*number))
                                                     : std::nullopt;
}

/// 50000 or 50000-50001. More than two are for layered media, which nobody sends.
std::optional<Ports> parsePorts(std::string_view text)
{
    const std::size_t dash = text.find('-');
    const auto first = parsePort(text.substr(0, dash));
    const auto second = dash == std::string_view::npos ? first : parsePort(text.substr(dash + 1));
    if (!first || !second || (*second != *first && *second != *first + 1)) {
        return std::nullopt;
    }
    return Ports {*first, *second == *first ? std::uint16_t {0} : *second};
}

void readPorts(End &end, std::string_view value)
{
    const auto ports = parsePorts(value);
    end.isValid = end.isValid && ports && end.portsText.empty() && end.listText.empty();
    end.ports = ports.value_or(Ports {});
    end.portsText = value;
}

/// An address, of IPv6 in brackets or without. Names are not looked up.
std::optional<IpAddress> parseHost(std::string_view text)
{
    if (text.starts_with('[') && text.ends_with(']')) {
        text = text.substr(1, text.size() - 2);
    }
    return text.size() <= LongestAddress ? IpAddress::parse(text) : std::nullopt;
}

void readAddress(End &end, std::string_view value)
{
    const auto address = parseHost(value);
    end.isValid = end.isValid && address && end.addressText.empty() && end.listText.empty();
    end.address = address.value_or(IpAddress {});
    end.addressText = value;
}

/// "host:port", "[host]:port" or ":port", quotation marks included.
bool readListed(std::string_view quoted, IpAddress &address, std::uint16_t &port)
{
    if (quoted.size() < 2 || !quoted.starts_with('"') || !quoted.ends_with('"')) {
        return false;
    }
    const std::string_view text = quoted.substr(1, quoted.size() - 2);
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return false;
    }
    const auto parsedPort = parsePort(text.substr(colon + 1));
    const auto parsedAddress = colon == 0 ? IpAddress {} : parseHost(text.substr(0, colon));
    address = parsedAddress.value_or(IpAddress {});
    port = parsedPort.value_or(0);
    return parsedPort && parsedAddress;
}

void readList(End &end, std::string_view value)
{
    end.isValid = end.isValid && end.addressText.empty() && end.portsText.empty() && end.listText.empty();
    end.listText = value;
    std::string_view rest = value;
    end.isValid = readListed(takePart(rest, '/'), end.address, end.ports.first) && end.isValid;
    if (!rest.empty()) {
        IpAddress second;
        end.isValid = readListed(takePart(rest, '/'), second, end.ports.second) && end.isValid;
        end.isValid = end.isValid && rest.empty() && second == end.address && end.ports.second != end.ports.first;
    }
}

void readParameter(Transport &transport, std::string_view parameter)
{
    const std::size_t equals = std::min(parameter.find('='), parameter.size());
    const std::string_view name = parameter.substr(0, equals);
    const std::string_view value = parameter.substr(std::min(equals + 1, parameter.size()));
    if (equalsIgnoringCase(name, "client_port") || equalsIgnoringCase(name, "port")) {
        readPorts(transport.client, value);
    } else if (equalsIgnoringCase(name, "server_port")) {
        readPorts(transport.server, value);
    } else if (equalsIgnoringCase(name, "dest_addr")) {
        readList(transport.client, value);
    } else if (equalsIgnoringCase(name, "src_addr")) {
        readList(transport.server, value);
    } else if (equalsIgnoringCase(name, "destination") && !value.empty()) { // alone: wherever the server likes
        readAddress(transport.client, value);
    } else if (equalsIgnoringCase(name, "source")) {
        readAddress(transport.server, value);
    } else if (equalsIgnoringCase(name, "multicast")) {
        transport.isMulticast = true;
    } else if (equalsIgnoringCase(name, "interleaved")) {
        transport.isUdp = false;
    }
}

} // namespace

std::string_view toString(Method method)
{
    constexpr std::string_view Names[] {"another method", "SETUP", "PLAY", "RECORD", "TEARDOWN"};
    return Names[static_cast<std::size_t>(method)];
}

std::optional<StartLine> parseStartLine(std::string_view line)
{
    if (line.starts_with("RTSP/")) {
        const std::size_t space = line.find(' ');
        const auto code = space != std::string_view::npos ? parseNumber(line.substr(space + 1, 3)) : std::nullopt;
        return code && *code >= 100 && *code < 1000 ? std::optional(StartLine {Method::Other, static_cast<int>(*code)})
                                                    : std::nullopt;
    }
    const std::size_t space = line.find(' ');
    const std::size_t version = line.rfind(' ');
    if (space == 0 || version == space || !line.substr(std::min(version, line.size())).starts_with(" RTSP/")) {
        return std::nullopt;
    }
    StartLine start;
    for (const auto method : {Method::Setup, Method::Play, Method::Record, Method::Teardown}) {
        start.method = line.substr(0, space) == toString(method) ? method : start.method;
    }
    return start;
}

bool isHttp(std::string_view line)
{
    return line.starts_with("HTTP/") || line.find(" HTTP/") != std::string_view::npos;
}

std::optional<Field> parseField(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view name = trimmed(line.substr(0, colon));
    Field field {FieldName::Other, trimmed(line.substr(colon + 1))};
    if (equalsIgnoringCase(name, "CSeq")) {
        field.name = FieldName::CSeq;
    } else if (equalsIgnoringCase(name, "Content-Length")) {
        field.name = FieldName::ContentLength;
    } else if (equalsIgnoringCase(name, "Transport")) {
        field.name = FieldName::Transport;
    }
    return field;
}

std::optional<std::uint32_t> parseNumber(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = !text.empty() && isDigit(text.front()) && end == text.data() + text.size();
    return whole && error == std::errc() ? std::optional(number) : std::nullopt;
}

ShortText End::listWith(const IpAddress &otherAddress, const Ports &otherPorts) const
{
    ShortText out;
    const auto put = [&](std::uint16_t port) {
        const bool isV6 = otherAddress.family == L3Protocol::Ipv6;
        out << '"';
        if (address.family != L3Protocol::Unspecified) {
            out << (isV6 ? "[" : "") << otherAddress << (isV6 ? "]" : "");
        }
        out << ':' << std::uint64_t {port} << '"';
    };
    put(otherPorts.first);
    if (otherPorts.second != 0) {
        out << '/';
        put(otherPorts.second);
    }
    return out;
}

ShortText portsText(const Ports &ports)
{
    ShortText out;
    out << std::uint64_t {ports.first};
    if (ports.second != 0) {
        out << '-' << std::uint64_t {ports.second};
    }
    return out;
}

Transports parseTransports(std::string_view value)
{
    Transports transports;
    while (!value.empty() && transports.count < Transports::Max) {
        std::string_view parameters = takePart(value, ',');
        Transport &transport = transports.all[transports.count++];
        const std::string_view protocol = takePart(parameters, ';');
        transport.isUdp = !endsIgnoringCase(protocol, "/TCP");
        while (!parameters.empty()) {
            readParameter(transport, takePart(parameters, ';'));
        }
    }
    return transports;
}

} // namespace Trackhand::Rtsp
