// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/recordreader.h"

#include <algorithm>

namespace Trackhand {

RecordReader::RecordReader(std::size_t headSize, HeadParser parseHead)
    : m_headSize(std::min(headSize, MaxHead))
    , m_parseHead(parseHead)
{
}

void RecordReader::reset()
{
    m_stream.reset();
    m_chunk = {};
    m_step = Step::Head;
    begin();
}

/// What comes next is a new record.
void RecordReader::begin()
{
    m_complete = false;
    m_headLength = 0;
    m_bodyLength = 0;
    m_record = {};
}

std::optional<RecordReader::Record> RecordReader::next()
{
    if (m_complete) {
        begin();
    }
    while (!m_complete && refill()) {
        if (m_step == Step::Head) {
            takeHead();
        } else {
            takeBody();
        }
    }
    if (!m_complete) {
        return std::nullopt;
    }
    m_record.head = std::span(m_head).first(m_headSize);
    m_record.body = std::span(m_body).first(m_bodyLength);
    m_record.endSequence = m_sequence;
    return m_record;
}

/// More bytes that belong to a record; false when there are none yet.
bool RecordReader::refill()
{
    while (m_chunk.empty()) {
        const auto chunk = m_stream.next();
        if (!chunk) {
            return false;
        }
        m_chunk = chunk->bytes;
        m_sequence = chunk->sequence;
        if (chunk->afterGap) {
            m_step = Step::Lost;
        }
        if (m_step == Step::Lost) {
            if (isOneRecord(m_chunk)) {
                m_step = Step::Head;
                begin();
            } else {
                m_chunk = {};
            }
        }
    }
    return true;
}

bool RecordReader::isOneRecord(std::span<const std::uint8_t> bytes) const
{
    if (bytes.size() < m_headSize) {
        return false;
    }
    const auto frame = m_parseHead(bytes.first(m_headSize));
    return frame && frame->isLast && frame->length == bytes.size() - m_headSize;
}

std::span<const std::uint8_t> RecordReader::take(std::size_t atMost)
{
    const auto taken = m_chunk.first(std::min(atMost, m_chunk.size()));
    m_chunk = m_chunk.subspan(taken.size());
    m_sequence += static_cast<std::uint32_t>(taken.size());
    return taken;
}

void RecordReader::takeHead()
{
    if (m_headLength == 0 && !m_record.inFrames) {
        m_record.beginSequence = m_sequence;
    }
    const auto bytes = take(m_headSize - m_headLength);
    std::ranges::copy(bytes, m_head.begin() + static_cast<std::ptrdiff_t>(m_headLength));
    m_headLength += bytes.size();
    if (m_headLength < m_headSize) {
        return;
    }
    const auto frame = m_parseHead(std::span(m_head).first(m_headSize));
    if (!frame) {
        m_step = Step::Lost;
        m_chunk = {};
        return;
    }
    m_frame = *frame;
    m_step = Step::Body;
    if (m_frame.length == 0) {
        endFrame();
    }
}

void RecordReader::takeBody()
{
    const auto bytes = take(m_frame.length);
    const auto kept = bytes.first(std::min(bytes.size(), MaxBody - m_bodyLength));
    std::ranges::copy(kept, m_body.begin() + static_cast<std::ptrdiff_t>(m_bodyLength));
    m_bodyLength += kept.size();
    m_record.cut = m_record.cut || kept.size() < bytes.size();
    m_frame.length -= bytes.size();
    if (m_frame.length == 0) {
        endFrame();
    }
}

void RecordReader::endFrame()
{
    m_step = Step::Head;
    m_headLength = 0;
    m_complete = m_frame.isLast;
    m_record.inFrames = m_record.inFrames || !m_frame.isLast;
}

} // namespace Trackhand
