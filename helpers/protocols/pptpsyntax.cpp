// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/pptpsyntax.h"

#include <algorithm>

namespace Trackhand::Pptp {

namespace {

constexpr std::size_t MaxLength = 220; // Incoming-Call-Request, the longest one
constexpr std::uint16_t ControlKind = 1;
constexpr std::uint16_t ManagementKind = 2; // RFC 2637 defines none, and says how long one is
constexpr std::uint16_t CookieHigh = 0x1a2b;
constexpr std::uint16_t CookieLow = 0x3c4d;

/// Where a message has its fields; 0: nowhere.
struct Layout {
    std::string_view name;
    std::uint8_t ownAt = 0;
    std::uint8_t peerAt = 0;
    std::uint8_t resultAt = 0;
};
constexpr Layout Layouts[] {
    {},
    {"Start-Control-Connection-Request"},
    {"Start-Control-Connection-Reply"},
    {"Stop-Control-Connection-Request"},
    {"Stop-Control-Connection-Reply"},
    {"Echo-Request"},
    {"Echo-Reply"},
    {"Outgoing-Call-Request", 12},
    {"Outgoing-Call-Reply", 12, 14, 16},
    {"Incoming-Call-Request", 12},
    {"Incoming-Call-Reply", 12, 14, 16},
    {"Incoming-Call-Connected", 0, 12},
    {"Call-Clear-Request", 12},
    {"Call-Disconnect-Notify", 12},
    {"WAN-Error-Notify", 0, 12},
    {"Set-Link-Info", 0, 12},
};

std::uint16_t read16(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

} // namespace

void MessageReader::reset()
{
    m_stream.reset();
    m_chunk = {};
    m_size = m_skip = 0;
}

std::optional<Message> MessageReader::next()
{
    while (refill()) {
        if (m_skip > 0) {
            const std::size_t count = std::min(m_skip, m_chunk.size());
            m_skip -= count;
            drop(count);
            continue;
        }
        collect(FixedSize);
        if (m_size < FixedSize) {
            continue;
        }
        if (!isMessage()) {
            m_size = 0;
            drop(m_chunk.size());
            continue;
        }
        const std::size_t wanted = std::min(length(), HeadSize);
        collect(wanted);
        if (m_size < wanted) {
            continue;
        }
        m_skip = length() - m_size;
        const auto message = read();
        m_size = 0;
        if (message) {
            return message;
        }
    }
    return std::nullopt;
}

bool MessageReader::refill()
{
    if (!m_chunk.empty()) {
        return true;
    }
    const auto chunk = m_stream.next();
    if (!chunk) {
        return false;
    }
    if (chunk->afterGap) {
        m_size = m_skip = 0;
    }
    m_chunk = chunk->bytes;
    m_sequence = chunk->sequence;
    return !m_chunk.empty();
}

void MessageReader::drop(std::size_t count)
{
    m_chunk = m_chunk.subspan(count);
    m_sequence += static_cast<std::uint32_t>(count);
}

/// Takes bytes of the chunk until the head has @p wanted.
void MessageReader::collect(std::size_t wanted)
{
    if (m_size == 0) {
        m_begin = m_sequence;
    }
    if (m_size < wanted) {
        const std::size_t count = std::min(wanted - m_size, m_chunk.size());
        std::copy_n(m_chunk.begin(), count, m_head.begin() + static_cast<std::ptrdiff_t>(m_size));
        m_size += count;
        drop(count);
    }
}

std::size_t MessageReader::length() const
{
    return read16(m_head, 0);
}

bool MessageReader::isMessage() const
{
    const std::uint16_t kind = read16(m_head, 2);
    return length() >= FixedSize && length() <= MaxLength && (kind == ControlKind || kind == ManagementKind)
        && read16(m_head, 4) == CookieHigh && read16(m_head, 6) == CookieLow;
}

/// Nothing for a message of an unknown type, and for one too short for its fields.
std::optional<Message> MessageReader::read() const
{
    const std::uint16_t type = read16(m_head, 8);
    if (read16(m_head, 2) != ControlKind || type == 0 || type >= std::size(Layouts)) {
        return std::nullopt;
    }
    const Layout &layout = Layouts[type];
    const auto field = [this](std::uint8_t at) {
        return at == 0 ? std::nullopt : std::optional(CallIdField {read16(m_head, at), m_begin + at});
    };
    const std::size_t needed = std::max({layout.ownAt ? layout.ownAt + 2 : 0, layout.peerAt ? layout.peerAt + 2 : 0,
        layout.resultAt ? layout.resultAt + 1 : 0});
    if (m_size < needed) {
        return std::nullopt;
    }
    return Message {static_cast<MessageType>(type), layout.name, field(layout.ownAt), field(layout.peerAt),
        layout.resultAt == 0 ? std::uint8_t {0} : m_head[layout.resultAt]};
}

} // namespace Trackhand::Pptp
