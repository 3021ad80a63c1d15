// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/tpktreader.h"

#include <algorithm>
#include <utility>

namespace Trackhand {

void TpktReader::reset()
{
    m_stream.reset();
    m_chunk = {};
    m_headerLength = m_bodySize = m_bodyLength = m_skip = 0;
    m_afterGap = false;
}

std::optional<TpktReader::Message> TpktReader::next()
{
    while (!m_chunk.empty() || refill()) {
        if (m_skip > 0) {
            const std::size_t skipped = std::min(m_skip, m_chunk.size());
            m_skip -= skipped;
            drop(skipped);
        } else if (const auto message = m_headerLength < HeaderSize ? readHeader() : readBody()) {
            return message;
        }
    }
    return std::nullopt;
}

bool TpktReader::refill()
{
    const auto chunk = m_stream.next();
    if (!chunk) {
        return false;
    }
    if (chunk->afterGap) {
        lose();
    }
    m_chunk = chunk->bytes;
    m_sequence = chunk->sequence;
    return true;
}

void TpktReader::drop(std::size_t count)
{
    m_chunk = m_chunk.subspan(count);
    m_sequence += static_cast<std::uint32_t>(count);
}

/// Where the next message begins is not known any more.
void TpktReader::lose()
{
    m_chunk = {};
    m_headerLength = m_bodyLength = m_skip = 0;
    m_afterGap = true;
}

std::optional<TpktReader::Message> TpktReader::readHeader()
{
    const std::size_t taken = std::min(HeaderSize - m_headerLength, m_chunk.size());
    std::copy_n(m_chunk.begin(), taken, m_header.begin() + static_cast<std::ptrdiff_t>(m_headerLength));
    m_headerLength += taken;
    drop(taken);
    const std::size_t length = std::size_t {m_header[2]} << 8 | m_header[3];
    const bool complete = m_headerLength == HeaderSize;
    if (m_header[0] != 3 || (m_headerLength > 1 && m_header[1] != 0) || (complete && length < HeaderSize)) {
        lose();
        return std::nullopt;
    }
    if (!complete) {
        return std::nullopt;
    }
    m_bodySize = length - HeaderSize;
    m_bodyLength = 0;
    m_bodySequence = m_sequence;
    if (m_bodySize > MaxMessage) {
        m_headerLength = 0;
        m_skip = m_bodySize;
        return Message {{}, m_bodySequence, true, std::exchange(m_afterGap, false)};
    }
    if (m_bodySize == 0) { // keeps the connection alive (H.460.18)
        m_headerLength = 0;
    }
    return std::nullopt;
}

std::optional<TpktReader::Message> TpktReader::readBody()
{
    const std::size_t taken = std::min(m_bodySize - m_bodyLength, m_chunk.size());
    const auto piece = m_chunk.first(taken);
    std::span<const std::uint8_t> body = piece;
    if (taken < m_bodySize) {
        if (!m_store) {
            m_store = std::make_unique<Store>();
        }
        std::ranges::copy(piece, m_store->begin() + static_cast<std::ptrdiff_t>(m_bodyLength));
        body = std::span(*m_store).first(m_bodyLength + taken);
    }
    m_bodyLength += taken;
    drop(taken);
    if (m_bodyLength < m_bodySize) {
        return std::nullopt;
    }
    m_headerLength = 0;
    return Message {body, m_bodySequence, false, std::exchange(m_afterGap, false)};
}

} // namespace Trackhand
