// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/siprewrite.h"

#include "helpers/packet/asciitext.h"
#include "helpers/packet/connection.h"
#include "helpers/protocols/sip/sipflow.h"
#include "helpers/protocols/sip/sipmessage.h"

#include <algorithm>

namespace Trackhand::Sip {

void Edits::replace(std::string_view piece, const ShortText &text)
{
    if (piece == text.view()) {
        return;
    }
    if (m_count == m_edits.size() || !text.fits()) {
        m_tooMany = true;
        return;
    }
    Edit &edit = m_edits[m_count++];
    edit.offset = static_cast<std::size_t>(piece.data() - m_message.data());
    edit.length = piece.size();
    edit.text = text;
}

std::ptrdiff_t Edits::growthOf(std::string_view part) const
{
    const auto begin = static_cast<std::size_t>(part.data() - m_message.data());
    std::ptrdiff_t growth = 0;
    for (const Edit &edit : std::span(m_edits).first(m_count)) {
        if (edit.offset >= begin && edit.offset < begin + part.size()) {
            growth += static_cast<std::ptrdiff_t>(edit.text.view().size()) - static_cast<std::ptrdiff_t>(edit.length);
        }
    }
    return growth;
}

bool Edits::apply(std::size_t offset, Rewrite &rewrite)
{
    const auto edits = std::span(m_edits).first(m_count);
    std::ranges::sort(edits, {}, &Edit::offset);
    Rewrite changed = rewrite;
    for (const Edit &edit : edits) {
        if (!changed.replace(offset + edit.offset, edit.length, edit.text.view())) {
            return false;
        }
    }
    if (m_tooMany) {
        return false;
    }
    rewrite = changed;
    return true;
}

std::optional<Translation::End> Translation::of(const End &end) const
{
    const Direction direction = m_connection.direction();
    const Tuple &own = m_connection.tuple(direction);
    const Tuple &others = m_connection.tuple(opposite(direction));
    const bool registered = m_registration.port != 0;
    if (end.address == own.source) {
        const bool isContact = registered && m_registration.from == direction && end.port == m_registration.port;
        return end.port == own.sourcePort ? std::optional(End {others.destination, others.destinationPort})
            : isContact                   ? std::optional(End {others.destination, m_registration.publicPort})
                                          : std::nullopt;
    }
    if (end.address == own.destination) {
        const bool isContact = registered && m_registration.from != direction && end.port == m_registration.publicPort;
        return end.port == own.destinationPort ? std::optional(End {others.source, others.sourcePort})
            : isContact                        ? std::optional(End {others.source, m_registration.port})
                                               : std::nullopt;
    }
    return std::nullopt;
}

namespace {

ShortText bracketed(const IpAddress &address)
{
    ShortText text;
    return address.family == L3Protocol::Ipv6 ? text << '[' << address << ']' : text << address;
}

bool isAddress(std::string_view text, const IpAddress &address)
{
    if (text.starts_with('[') && text.ends_with(']')) {
        text = text.substr(1, text.size() - 2);
    }
    return IpAddress::parse(text) == address;
}

ShortText textOf(const Translation::End &end)
{
    return bracketed(end.address) << ':' << std::uint64_t {end.port};
}

} // namespace

void Translation::ofHost(const std::optional<HostPort> &host, Edits &edits) const
{
    if (!host) {
        return;
    }
    const End before {host->address, host->port};
    const auto after = of(before);
    if (after && *after != before) {
        edits.replace(host->text, textOf(*after));
    }
}

/// The sender of a request says in its Via where it waits for the response, and in the response stands what its peer
/// saw of it (RFC 3261, 18.2; RFC 3581).
void Translation::ofVia(const Message &message, Edits &edits) const
{
    const Tuple &own = m_connection.tuple(m_connection.direction());
    const Tuple &others = m_connection.tuple(opposite(m_connection.direction()));
    const auto host = sentBy(message.via);
    if (!host) {
        return;
    }
    const End sender =
        message.isRequest() ? End {own.source, own.sourcePort} : End {own.destination, own.destinationPort};
    if (End {host->address, host->port} != sender) {
        return;
    }
    ofHost(host, edits);
    if (const auto maddr = parameter(message.via, "maddr"); maddr && isAddress(*maddr, own.source)) {
        edits.replace(*maddr, bracketed(others.destination));
    }
    if (const auto received = parameter(message.via, "received"); received && isAddress(*received, own.destination)) {
        edits.replace(*received, ShortText() << others.source);
    }
    if (const auto rport = parameter(message.via, "rport")) {
        std::string_view digits = *rport;
        if (Ascii::takeNumber(digits, 65535) == own.destinationPort) {
            edits.replace(*rport, ShortText() << std::uint64_t {others.sourcePort});
        }
    }
}

void Translation::ofHeader(const Message &message, Edits &edits) const
{
    if (message.isRequest()) {
        ofHost(hostOfUri(message.requestUri), edits);
    }
    ofVia(message, edits);
    ofHost(hostOfUri(message.from), edits);
    ofHost(hostOfUri(message.to), edits);
    for (const std::string_view contact : message.allContacts()) {
        ofHost(hostOfUri(contact), edits);
    }
}

void correctContentLength(const Message &message, Edits &edits)
{
    const std::ptrdiff_t length =
        static_cast<std::ptrdiff_t>(message.contentLength.value_or(0)) + edits.growthOf(message.body);
    if (message.contentLength && length >= 0) {
        edits.replace(message.contentLengthText, ShortText() << static_cast<std::uint64_t>(length));
    }
}

} // namespace Trackhand::Sip
