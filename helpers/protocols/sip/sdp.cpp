// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/sdp.h"

#include "helpers/packet/asciitext.h"

namespace Trackhand::Sdp {

namespace {

constexpr std::uint32_t MaxPort = 65535;

std::string_view takeWord(std::string_view &text)
{
    const std::string_view word = Ascii::takeUntil(text, " ");
    text.remove_prefix(text.empty() ? 0 : 1);
    return word;
}

/// "IN IP4 address", of which a multicast one may end in "/ttl" or "/ttl/count".
Address takeAddress(std::string_view text)
{
    const bool isInternet = Ascii::equalsIgnoringCase(takeWord(text), "IN");
    const std::string_view type = takeWord(text);
    std::string_view word = takeWord(text);
    Address address;
    address.text = Ascii::takeUntil(word, "/");
    const auto parsed = isInternet ? IpAddress::parse(address.text) : std::nullopt;
    if (parsed && Ascii::equalsIgnoringCase(type, parsed->family == L3Protocol::Ipv4 ? "IP4" : "IP6")) {
        address.address = *parsed;
    }
    return address;
}

/// "name session version IN IP4 address"
Address parseOwner(std::string_view value)
{
    takeWord(value);
    takeWord(value);
    takeWord(value);
    return takeAddress(value);
}

/// A port at the head of @p text; its digits go to @p digits. 0 when there is none that could be one.
std::uint16_t takePort(std::string_view &text, std::string_view &digits)
{
    const std::string_view whole = text;
    const auto port = Ascii::takeNumber(text, MaxPort);
    digits = whole.substr(0, whole.size() - text.size());
    return static_cast<std::uint16_t>(port.value_or(0));
}

/// "audio 49170/2 RTP/AVP 0 8"
Media parseMedia(std::string_view value)
{
    Media media;
    media.type = takeWord(value);
    std::string_view port = takeWord(value);
    media.port = takePort(port, media.portText);
    if (!port.empty() && port.front() != '/') {
        media.port = 0;
    }
    media.protocol = takeWord(value);
    return media;
}

void addAttribute(std::string_view value, Media &media)
{
    if (value == "rtcp-mux" || value == "rtcp-mux-only") {
        media.rtcpMux = true;
    } else if (value.starts_with("rtcp:")) {
        value.remove_prefix(5);
        media.rtcpPort = takePort(value, media.rtcpPortText);
        if (value.starts_with(' ')) {
            media.rtcpAddress = takeAddress(value.substr(1));
        }
    }
}

void addLine(char type, std::string_view value, Description &description, Media *medium)
{
    if (type == 'c') {
        Address &connection = medium ? medium->connection : description.connection;
        if (!connection.isGiven()) { // layered multicast has several; then the first one stands for all
            connection = takeAddress(value);
        }
    } else if (type == 'o' && !medium) {
        description.owner = parseOwner(value);
    } else if (type == 'a' && medium) {
        addAttribute(value, *medium);
    }
}

} // namespace

std::optional<Description> parse(std::string_view text)
{
    if (!text.starts_with("v=")) {
        return std::nullopt;
    }
    Description description;
    Media *medium = nullptr;
    while (!text.empty()) {
        const std::string_view line = Ascii::takeLine(text);
        if (line.size() < 2 || line[1] != '=') {
            continue;
        }
        if (line[0] != 'm') {
            addLine(line[0], line.substr(2), description, medium);
        } else if (description.mediaCount == Description::MaxMedia) {
            break;
        } else {
            medium = &description.media[description.mediaCount++];
            *medium = parseMedia(line.substr(2));
        }
    }
    return description;
}

} // namespace Trackhand::Sdp
