// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/streamview.h"

#include <algorithm>

namespace Trackhand {

namespace {

/// How far @p to is behind @p from; negative when it is before. Sequence numbers wrap (RFC 9293, 3.4).
std::int32_t distance(std::uint32_t from, std::uint32_t to)
{
    return static_cast<std::int32_t>(to - from);
}

} // namespace

void StreamView::reset()
{
    m_started = false;
    m_gap = false;
    m_input = {};
    m_storedCount = 0;
    if (m_store) {
        m_store->isStored.reset();
    }
}

void StreamView::add(const Packet &packet)
{
    const auto payload = packet.payload();
    const std::uint32_t sequence = packet.payloadSequence();
    m_input = {};
    if (!m_started && (packet.isSyn() || !payload.empty())) {
        m_started = true;
        m_next = sequence;
    }
    if (payload.empty()) {
        return;
    }
    const std::int32_t old = distance(sequence, m_next);
    if (old < 0) {
        store(sequence, payload);
    } else if (static_cast<std::size_t>(old) < payload.size()) {
        m_input = payload.subspan(static_cast<std::size_t>(old));
    }
}

void StreamView::store(std::uint32_t sequence, std::span<const std::uint8_t> bytes)
{
    if (!m_store) {
        m_store = std::make_unique<Store>();
    }
    const auto ahead = static_cast<std::size_t>(distance(m_next, sequence));
    const std::size_t room = ahead < Window ? Window - ahead : 0;
    for (const std::uint8_t byte : bytes.first(std::min(room, bytes.size()))) {
        const std::size_t at = place(sequence++);
        if (!m_store->isStored[at]) {
            m_store->isStored[at] = true;
            m_store->bytes[at] = byte;
            ++m_storedCount;
        }
    }
}

void StreamView::forget(std::uint32_t sequence, std::size_t count)
{
    for (std::size_t i = 0; m_storedCount > 0 && i < std::min(count, Window); ++i) {
        const std::size_t at = place(sequence + static_cast<std::uint32_t>(i));
        m_storedCount -= m_store->isStored[at] ? 1 : 0;
        m_store->isStored[at] = false;
    }
}

void StreamView::acknowledged(std::uint32_t sequence)
{
    if (!m_started || distance(m_next, sequence) <= 0) {
        return;
    }
    const auto missing = static_cast<std::size_t>(distance(m_next, sequence));
    std::size_t skip = 0;
    while (skip < missing && (m_storedCount == 0 || skip >= Window || !m_store->isStored[place(m_next + skip)])) {
        skip = m_storedCount == 0 || skip >= Window ? missing : skip + 1;
    }
    m_gap = m_gap || skip > 0;
    m_next += static_cast<std::uint32_t>(skip);
}

std::optional<StreamView::Chunk> StreamView::next()
{
    if (!m_input.empty()) {
        const auto bytes = m_input;
        m_input = {};
        return advance(bytes);
    }
    std::size_t length = 0;
    const std::size_t from = place(m_next);
    while (m_storedCount > 0 && from + length < Window && m_store->isStored[from + length]) {
        ++length;
    }
    if (length == 0) {
        return std::nullopt;
    }
    return advance(std::span(m_store->bytes).subspan(from, length));
}

StreamView::Chunk StreamView::advance(std::span<const std::uint8_t> bytes)
{
    const Chunk chunk {bytes, m_next, m_gap};
    forget(m_next, bytes.size());
    m_next += static_cast<std::uint32_t>(bytes.size());
    m_gap = false;
    return chunk;
}

} // namespace Trackhand
