// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/rtsp/rtspreader.h"

#include <algorithm>
#include <cstring>

namespace Trackhand::Rtsp {

namespace {

constexpr std::size_t FrameHeader = 4;

} // namespace

void MessageReader::reset()
{
    m_stream.reset();
    m_chunk = {};
    m_toPassOver = 0;
    m_place = Place::Start;
    m_begun = m_isHttp = m_cut = m_complete = false;
    m_length = 0;
    m_head = {};
}

std::optional<Head> MessageReader::next()
{
    while (!m_chunk.empty() || refill()) {
        if (m_toPassOver > 0) {
            passOver();
        } else if (!readFrameHeader() && readLine() && onLine()) {
            return m_head;
        }
    }
    return std::nullopt;
}

bool MessageReader::refill()
{
    const auto chunk = m_stream.next();
    if (!chunk) {
        return false;
    }
    if (chunk->afterGap) {
        // What is missing may all lie in what is passed over anyway: fail-open loses media far more often than heads.
        const std::uint32_t missing = chunk->sequence - m_sequence;
        if (missing <= m_toPassOver) {
            m_toPassOver -= missing;
        } else {
            m_toPassOver = 0;
            m_length = 0;
            m_cut = true; // the rest of the line it tore
            m_complete = false;
            m_place = Place::Lost;
        }
    }
    m_chunk = chunk->bytes;
    m_sequence = chunk->sequence;
    return true;
}

void MessageReader::consume(std::size_t bytes)
{
    m_chunk = m_chunk.subspan(bytes);
    m_sequence += static_cast<std::uint32_t>(bytes);
}

void MessageReader::passOver()
{
    const std::size_t bytes = std::min<std::size_t>(m_toPassOver, m_chunk.size());
    m_toPassOver -= static_cast<std::uint32_t>(bytes);
    consume(bytes);
}

/// Whether a frame begins here. Its header may come in pieces, which m_line collects.
bool MessageReader::readFrameHeader()
{
    const bool begins = m_length == 0 || m_complete;
    if (m_place != Place::Start || m_cut || (begins ? m_chunk.front() : static_cast<std::uint8_t>(m_line[0])) != '$') {
        return false;
    }
    m_length = begins ? 0 : m_length;
    m_complete = false;
    const auto piece = m_chunk.first(std::min(FrameHeader - m_length, m_chunk.size()));
    keep(piece);
    consume(piece.size());
    if (m_length == FrameHeader) {
        m_toPassOver = static_cast<std::uint32_t>(
            static_cast<std::uint8_t>(m_line[2]) << 8 | static_cast<std::uint8_t>(m_line[3]));
        m_length = 0;
    }
    return true;
}

void MessageReader::keep(std::span<const std::uint8_t> bytes)
{
    const std::size_t room = std::min(bytes.size(), MaxLine - m_length);
    std::copy_n(bytes.begin(), room, m_line.begin() + static_cast<std::ptrdiff_t>(m_length));
    m_length += room;
    m_cut = m_cut || room < bytes.size();
}

/// True when the line is complete.
bool MessageReader::readLine()
{
    if (m_complete) {
        m_length = 0;
        m_cut = false;
        m_complete = false;
    }
    if (m_length == 0) {
        m_lineBegin = m_sequence;
    }
    const auto *newline = static_cast<const std::uint8_t *>(std::memchr(m_chunk.data(), '\n', m_chunk.size()));
    const std::size_t length = newline ? static_cast<std::size_t>(newline - m_chunk.data()) : m_chunk.size();
    keep(m_chunk.first(length));
    consume(length + (newline ? 1 : 0));
    m_complete = newline != nullptr;
    if (m_complete && !m_cut && line().ends_with('\r')) {
        --m_length;
    }
    return m_complete;
}

/// True when a head is complete.
bool MessageReader::onLine()
{
    if (m_place != Place::Fields) {
        onStartLine();
        return false;
    }
    if (!line().empty()) {
        onField();
        return false;
    }
    m_head.endSequence = m_sequence;
    m_toPassOver = m_head.contentLength;
    m_place = Place::Start;
    return true;
}

void MessageReader::onStartLine()
{
    if (line().empty()) { // allowed before a message
        return;
    }
    m_isHttp = m_isHttp || (!m_begun && Rtsp::isHttp(line()));
    m_begun = true;
    const auto start = m_cut ? std::nullopt : parseStartLine(line());
    m_place = start ? Place::Fields : Place::Lost;
    m_head = {};
    m_head.start = start.value_or(StartLine {});
}

void MessageReader::onField()
{
    const auto field = m_cut ? std::nullopt : parseField(line());
    if (!field) {
        return;
    }
    switch (field->name) {
    case FieldName::CSeq:
        m_head.cseq = parseNumber(field->value);
        break;
    case FieldName::ContentLength:
        m_head.contentLength = parseNumber(field->value).value_or(0);
        break;
    case FieldName::Transport:
        if (m_head.transport.empty()) {
            std::ranges::copy(field->value, m_transport.begin());
            m_head.transport = {m_transport.data(), field->value.size()};
            m_head.transportSequence = m_lineBegin + static_cast<std::uint32_t>(field->value.data() - m_line.data());
        }
        break;
    case FieldName::Other:
        break;
    }
}

} // namespace Trackhand::Rtsp
