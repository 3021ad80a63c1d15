// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/sipaddress.h"

#include "helpers/packet/asciitext.h"

#include <algorithm>

namespace Trackhand::Sip {

using Ascii::equalsIgnoringCase;
using Ascii::trimmed;

namespace {

constexpr std::uint32_t MaxSeconds = 0xffffffff;
constexpr std::uint32_t MaxPort = 65535;

/// An address in a URI: IPv6 in brackets.
std::optional<HostPort> addressAt(std::string_view text)
{
    constexpr std::string_view characters = "0123456789abcdefABCDEF.:";
    const bool bracketed = text.starts_with('[');
    std::string_view rest = text.substr(bracketed ? 1 : 0);
    const std::string_view host =
        rest.substr(0, rest.find_first_not_of(bracketed ? characters : characters.substr(0, 23)));
    rest.remove_prefix(host.size());
    const auto address = IpAddress::parse(host);
    if (!address || (bracketed && (!rest.starts_with(']') || address->family != L3Protocol::Ipv6))) {
        return std::nullopt;
    }
    return HostPort {text.substr(0, host.size() + (bracketed ? 2 : 0)), *address, DefaultPort};
}

/// "10.0.1.2:5060" or "10.0.1.2" and what may follow it.
std::optional<HostPort> hostPortAt(std::string_view text)
{
    auto host = addressAt(text);
    if (!host) {
        return std::nullopt;
    }
    std::string_view rest = text.substr(host->text.size());
    if (rest.starts_with(':')) {
        rest.remove_prefix(1);
        const auto port = Ascii::takeNumber(rest, MaxPort);
        if (!port || *port == 0) {
            return std::nullopt;
        }
        host->port = static_cast<std::uint16_t>(*port);
        host->text = text.substr(0, text.size() - rest.size());
    }
    const bool ends = rest.empty() || std::string_view(";>?, \t\r\n").find(rest.front()) != std::string_view::npos;
    return ends ? host : std::nullopt;
}

/// What follows the scheme of the first sip: or sips: URI, from behind a display name on.
std::string_view behindScheme(std::string_view value)
{
    if (value.starts_with('"')) {
        std::size_t at = 1;
        while (at < value.size() && value[at] != '"') {
            at += value[at] == '\\' ? 2 : 1;
        }
        value = value.substr(std::min(at, value.size()));
    }
    if (const std::size_t open = value.find('<'); open != std::string_view::npos) {
        value = trimmed(value.substr(open + 1));
    }
    for (const std::string_view scheme : {std::string_view("sip:"), std::string_view("sips:")}) {
        if (Ascii::startsIgnoringCase(value, scheme)) {
            return value.substr(scheme.size());
        }
    }
    return {};
}

} // namespace

std::optional<HostPort> hostOfUri(std::string_view value)
{
    std::string_view uri = behindScheme(value);
    uri = uri.substr(0, uri.find_first_of("> \t\r\n\""));
    const std::size_t user = uri.find('@');
    return hostPortAt(user == std::string_view::npos ? uri : uri.substr(user + 1));
}

std::optional<HostPort> sentBy(std::string_view via)
{
    for (int slash = 0; slash < 2; ++slash) { // SIP/2.0/UDP, with space about each of them
        Ascii::takeUntil(via, "/");
        via = trimmed(via.substr(via.empty() ? 0 : 1));
    }
    Ascii::takeUntil(via, " \t\r\n");
    return hostPortAt(trimmed(via));
}

std::optional<std::string_view> parameter(std::string_view text, std::string_view name)
{
    Ascii::takeUntil(text, ";");
    while (!text.empty()) {
        text.remove_prefix(1);
        std::string_view each = Ascii::takeUntil(text, ";");
        const std::string_view key = trimmed(Ascii::takeUntil(each, "="));
        if (!each.empty() && equalsIgnoringCase(key, name)) {
            each = trimmed(each.substr(1));
            return each.substr(0, each.find_first_of("> \t\r\n,?"));
        }
    }
    return std::nullopt;
}

Contact parseContact(std::string_view element)
{
    Contact contact;
    contact.host = hostOfUri(element);
    if (contact.host) {
        const std::string_view rest = element.substr(
            static_cast<std::size_t>(contact.host->text.data() + contact.host->text.size() - element.data()));
        contact.transport = parameter(rest, "transport").value_or(std::string_view());
        if (auto expires = parameter(rest, "expires")) {
            contact.expires = Ascii::takeNumber(*expires, MaxSeconds);
        }
    }
    return contact;
}

} // namespace Trackhand::Sip
