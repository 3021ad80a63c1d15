// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/sipmessage.h"

#include "helpers/packet/asciitext.h"

#include <algorithm>

namespace Trackhand::Sip {

namespace {

using Ascii::equalsIgnoringCase;
using Ascii::trimmed;

constexpr std::string_view Version = "SIP/2.0";
constexpr std::string_view Methods[] {"ACK", "BYE", "CANCEL", "INFO", "INVITE", "MESSAGE", "NOTIFY", "OPTIONS", "PRACK",
    "PUBLISH", "REFER", "REGISTER", "SUBSCRIBE", "UPDATE"};
constexpr std::uint32_t MaxNumber = 0xffffffff;

/// The next header field with its continuation lines (RFC 3261, 7.3.1); empty after the last one.
std::string_view takeField(std::string_view &text)
{
    const std::string_view whole = text;
    std::string_view line = Ascii::takeLine(text);
    if (line.empty()) {
        return {};
    }
    while (text.starts_with(' ') || text.starts_with('\t')) {
        line = Ascii::takeLine(text);
    }
    return whole.substr(0, static_cast<std::size_t>(line.data() + line.size() - whole.data()));
}

/// The next element of a comma-separated list; commas within quotes and angle brackets are none.
std::string_view takeElement(std::string_view &list)
{
    bool quoted = false;
    bool bracketed = false;
    std::size_t at = 0;
    for (; at < list.size() && (quoted || bracketed || list[at] != ','); ++at) {
        if (quoted && list[at] == '\\') {
            ++at;
        } else if (list[at] == '"') {
            quoted = !quoted;
        } else if (!quoted && (list[at] == '<' || list[at] == '>')) {
            bracketed = list[at] == '<';
        }
    }
    const std::string_view element = list.substr(0, at);
    list.remove_prefix(std::min(element.size() + 1, list.size()));
    return trimmed(element);
}

struct Field {
    std::string_view name;
    std::string_view value;
};

Field split(std::string_view field)
{
    std::string_view value = field;
    const std::string_view name = trimmed(Ascii::takeUntil(value, ":"));
    value.remove_prefix(value.empty() ? 0 : 1);
    return {name, trimmed(value)};
}

bool isNamed(std::string_view name, std::string_view full, std::string_view compact)
{
    return equalsIgnoringCase(name, full) || equalsIgnoringCase(name, compact);
}

void setFirst(std::string_view &place, std::string_view value)
{
    place = place.empty() ? value : place;
}

void addContacts(std::string_view value, Message &message)
{
    while (!value.empty() && message.contactCount < Message::MaxContacts) {
        message.contacts[message.contactCount++] = takeElement(value);
    }
}

void setSequence(std::string_view value, Message &message)
{
    message.sequence = Ascii::takeNumber(value, MaxNumber);
    if (!message.isRequest()) {
        message.method = trimmed(value);
    }
}

void setContentLength(std::string_view value, Message &message)
{
    std::string_view rest = value;
    message.contentLength = Ascii::takeNumber(rest, MaxNumber);
    message.contentLengthText = value.substr(0, value.size() - rest.size());
}

void addField(const Field &field, Message &message)
{
    if (isNamed(field.name, "Via", "v")) {
        std::string_view list = field.value;
        setFirst(message.via, takeElement(list));
    } else if (isNamed(field.name, "From", "f")) {
        setFirst(message.from, field.value);
    } else if (isNamed(field.name, "To", "t")) {
        setFirst(message.to, field.value);
    } else if (isNamed(field.name, "Contact", "m")) {
        addContacts(field.value, message);
    } else if (isNamed(field.name, "Call-ID", "i")) {
        setFirst(message.callId, field.value);
    } else if (equalsIgnoringCase(field.name, "CSeq")) {
        setSequence(field.value, message);
    } else if (equalsIgnoringCase(field.name, "Expires")) {
        std::string_view value = field.value;
        message.expires = Ascii::takeNumber(value, MaxNumber);
    } else if (isNamed(field.name, "Content-Length", "l") && !message.contentLength) {
        setContentLength(field.value, message);
    } else if (isNamed(field.name, "Content-Type", "c")) {
        setFirst(message.contentType, field.value);
    }
}

void readStartLine(std::string_view line, Message &message)
{
    if (Ascii::startsIgnoringCase(line, Version)) {
        line.remove_prefix(Version.size() + 1);
        message.status = static_cast<std::uint16_t>(*Ascii::takeNumber(line, 999));
        return;
    }
    message.method = Ascii::takeUntil(line, " ");
    message.requestUri = trimmed(line.substr(0, line.size() - Version.size()));
}

} // namespace

bool isStartLine(std::string_view line)
{
    if (Ascii::startsIgnoringCase(line, Version)) {
        line.remove_prefix(Version.size());
        return line.size() >= 4 && line[0] == ' ' && line[1] >= '1' && line[1] <= '6' && Ascii::isDigit(line[2])
            && Ascii::isDigit(line[3]) && (line.size() == 4 || !Ascii::isDigit(line[4]));
    }
    const std::size_t method = std::min(line.find(' '), line.size());
    return method > 0 && std::ranges::all_of(line.substr(0, method), Ascii::isLetter)
        && line.size() > method + 1 + Version.size() && line[line.size() - Version.size() - 1] == ' '
        && equalsIgnoringCase(line.substr(line.size() - Version.size()), Version);
}

std::optional<std::size_t> headerLength(std::string_view text)
{
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::string_view next = text.substr(at + 1, 2);
        if (next == "\r\n" || next.starts_with('\n')) {
            return at + 1 + (next[0] == '\r' ? 2 : 1);
        }
    }
    return std::nullopt;
}

std::uint32_t announcedBody(std::string_view header)
{
    Ascii::takeLine(header);
    for (auto text = takeField(header); !text.empty(); text = takeField(header)) {
        const Field field = split(text);
        if (isNamed(field.name, "Content-Length", "l")) {
            std::string_view value = field.value;
            return Ascii::takeNumber(value, MaxNumber).value_or(0);
        }
    }
    return 0;
}

std::optional<Message> parse(std::string_view text)
{
    Message message;
    message.text = text;
    std::string_view rest = text;
    const std::string_view line = Ascii::takeLine(rest);
    if (!isStartLine(line)) {
        return std::nullopt;
    }
    readStartLine(line, message);
    for (auto field = takeField(rest); !field.empty(); field = takeField(rest)) {
        addField(split(field), message);
    }
    message.body = rest.substr(0, message.contentLength.value_or(MaxNumber));
    return message;
}

std::string_view Message::description() const
{
    std::string_view type = contentType;
    type = trimmed(Ascii::takeUntil(type, ";"));
    if (equalsIgnoringCase(type, "application/sdp")) {
        return body;
    }
    if (!Ascii::startsIgnoringCase(type, "multipart/")) {
        return {};
    }
    const std::size_t begin = body.find("\nv=");
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::string_view part = body.substr(begin + 1);
    return part.substr(0, part.find("\n--"));
}

std::string_view knownMethod(std::string_view method)
{
    const auto *const known = std::ranges::find(Methods, method);
    return known == std::end(Methods) ? "request" : *known;
}

} // namespace Trackhand::Sip
