// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/linereader.h"

#include <algorithm>
#include <cstring>

namespace Trackhand {

void LineReader::reset()
{
    m_stream.reset();
    m_chunk = {};
    m_within = false;
    m_length = 0;
    m_cut = false;
    m_skipping = false;
    m_afterGap = false;
    m_returned = false;
}

std::optional<LineReader::Line> LineReader::next()
{
    if (m_returned) {
        m_returned = false;
        m_length = 0;
        m_cut = false;
    }
    while (!m_chunk.empty() || refill()) {
        const auto *newline = static_cast<const std::uint8_t *>(std::memchr(m_chunk.data(), '\n', m_chunk.size()));
        const std::size_t length = newline ? static_cast<std::size_t>(newline - m_chunk.data()) : m_chunk.size();
        const auto piece = m_chunk.first(length);
        if (!m_within) {
            m_within = true;
            m_lineBegin = m_sequence;
        }
        const std::size_t consumed = length + (newline ? 1 : 0);
        m_chunk = m_chunk.subspan(consumed);
        m_sequence += static_cast<std::uint32_t>(consumed);
        m_within = !newline;
        if (m_skipping) {
            m_skipping = !newline;
        } else if (newline) {
            return finish(piece);
        } else {
            keep(piece);
        }
    }
    return std::nullopt;
}

bool LineReader::refill()
{
    const auto chunk = m_stream.next();
    if (!chunk) {
        return false;
    }
    m_chunk = chunk->bytes;
    m_sequence = chunk->sequence;
    if (chunk->afterGap) {
        m_length = 0;
        m_cut = false;
        m_skipping = true;
        m_afterGap = true;
    }
    return true;
}

void LineReader::keep(std::span<const std::uint8_t> bytes)
{
    const std::size_t room = std::min(bytes.size(), MaxLine - m_length);
    std::copy_n(bytes.begin(), room, m_line.begin() + m_length);
    m_length += room;
    m_cut = m_cut || room < bytes.size();
}

LineReader::Line LineReader::finish(std::span<const std::uint8_t> lastPiece)
{
    Line line;
    if (m_length > 0 || m_cut) {
        keep(lastPiece);
        line.text = {m_line.data(), m_length};
    } else {
        m_cut = lastPiece.size() > MaxLine;
        line.text = {reinterpret_cast<const char *>(lastPiece.data()), std::min(lastPiece.size(), MaxLine)};
    }
    if (!m_cut && line.text.ends_with('\r')) {
        line.text.remove_suffix(1);
    }
    line.beginSequence = m_lineBegin;
    line.endSequence = m_sequence;
    line.cut = m_cut;
    line.afterGap = m_afterGap;
    m_afterGap = false;
    m_returned = true;
    return line;
}

} // namespace Trackhand
