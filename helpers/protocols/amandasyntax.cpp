// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/amandasyntax.h"

#include <algorithm>
#include <charconv>

namespace Trackhand::Amanda {

namespace {

constexpr std::string_view Kinds[] {"REQ", "REP", "PREP", "ACK", "NAK"};
constexpr std::string_view Names[] {"DATA", "MESG", "INDEX", "STATE", "CTL"};
constexpr std::string_view Magic = "Amanda";
constexpr std::string_view ConnectWord = "CONNECT ";

/// Drops the next word, and the space behind it, from the head of @p line.
std::string_view takeWord(std::string_view &line)
{
    const std::size_t length = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, length);
    line.remove_prefix(std::min(length + 1, line.size()));
    return word;
}

/// Drops the next line, which must end, from the head of @p text.
std::optional<std::string_view> takeLine(std::string_view &text)
{
    const std::size_t length = text.find('\n');
    if (length == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view line = text.substr(0, length);
    text.remove_prefix(length + 1);
    return line;
}

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && port != 0 ? std::optional(port) : std::nullopt;
}

template <std::size_t Count>
bool isOneOf(std::string_view word, const std::string_view (&words)[Count])
{
    return std::ranges::find(words, word) != std::end(words);
}

Connect readStreams(std::string_view line)
{
    Connect connect;
    bool room = true;
    while (!line.empty() && room) {
        const std::string_view name = takeWord(line);
        const std::string_view portText = takeWord(line);
        const auto port = parsePort(portText);
        if (port && isOneOf(name, Names)) {
            room = connect.add({name, portText, *port});
        }
    }
    return connect;
}

} // namespace

bool Connect::add(const Stream &stream)
{
    if (m_count == m_streams.size()) {
        return false;
    }
    m_streams[m_count++] = stream;
    return true;
}

std::string_view packetKind(std::string_view packet)
{
    auto line = takeLine(packet);
    if (!line || takeWord(*line) != Magic) {
        return {};
    }
    takeWord(*line); // the version
    const std::string_view kind = takeWord(*line);
    return isOneOf(kind, Kinds) && takeWord(*line) == "HANDLE" ? kind : std::string_view();
}

std::optional<Connect> parseConnect(std::string_view packet)
{
    while (auto line = takeLine(packet)) {
        if (line->starts_with(ConnectWord)) {
            return readStreams(line->substr(ConnectWord.size()));
        }
    }
    return std::nullopt;
}

} // namespace Trackhand::Amanda
