// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/sipstream.h"

#include "helpers/packet/asciitext.h"
#include "helpers/protocols/sip/sipmessage.h"

#include <algorithm>
#include <cstring>

namespace Trackhand::Sip {

namespace {

/// How much of @p text is its first message.
struct Frame {
    enum { Complete, Incomplete, NoMessage } state = Incomplete;
    bool isSip = false; ///< its first line is there and says so
    std::size_t length = 0; ///< of the whole message, once its header fields are there; else 0
};

Frame frame(std::string_view text)
{
    const std::size_t lineEnd = text.find('\n');
    if (lineEnd == std::string_view::npos) {
        // A letter begins a message: TLS is told apart by its first byte, HTTP by its first line.
        const bool letter = Ascii::isLetter(text[0]);
        return {letter ? Frame::Incomplete : Frame::NoMessage, false, 0};
    }
    std::string_view line = text.substr(0, lineEnd);
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    if (!isStartLine(line)) {
        return {Frame::NoMessage, false, 0};
    }
    const auto header = headerLength(text);
    if (!header) {
        return {Frame::Incomplete, true, 0};
    }
    const std::size_t length = *header + announcedBody(text.substr(0, *header));
    return {length <= text.size() ? Frame::Complete : Frame::Incomplete, true, length};
}

} // namespace

void MessageReader::reset()
{
    m_stream.reset();
    m_input = {};
    m_length = 0;
    m_toPass = 0;
    m_returned = m_isSip = m_ignored = false;
    m_last = {};
    m_messages = 0;
}

void MessageReader::add(const Packet &packet)
{
    m_input = {};
    if (!m_ignored) {
        m_stream.add(packet);
    }
}

bool MessageReader::refill()
{
    const auto chunk = m_stream.next();
    if (!chunk) {
        return false;
    }
    m_input = {reinterpret_cast<const char *>(chunk->bytes.data()), chunk->bytes.size()};
    m_sequence = chunk->sequence;
    if (chunk->afterGap) {
        m_length = 0;
        m_toPass = 0;
    }
    return true;
}

void MessageReader::consume(std::size_t count)
{
    m_input.remove_prefix(count);
    m_sequence += static_cast<std::uint32_t>(count);
}

std::optional<MessageReader::Piece> MessageReader::next()
{
    if (m_returned) {
        m_returned = false;
        m_length = 0;
    }
    while (!m_ignored && (!m_input.empty() || refill())) {
        if (m_toPass > 0) {
            const std::size_t passed = std::min(m_toPass, m_input.size());
            m_toPass -= passed;
            consume(passed);
        } else if (m_length == 0 && (m_input[0] == '\r' || m_input[0] == '\n')) {
            consume(1); // empty lines between messages keep a connection alive (RFC 5626, 3.5.1)
        } else if (const auto piece = take()) {
            return piece;
        }
    }
    return std::nullopt;
}

/// Goes on with the message that has begun, or the one that begins now: all of it, or all of the input.
std::optional<MessageReader::Piece> MessageReader::take()
{
    const bool held = m_length > 0;
    const std::size_t before = m_length;
    if (held) {
        keep();
    } else {
        m_begin = m_sequence;
    }
    const std::string_view text = held ? std::string_view(m_buffer->data(), m_length) : m_input;
    const Frame found = frame(text);
    if (found.state == Frame::NoMessage) {
        lose();
        return std::nullopt;
    }
    m_isSip = m_isSip || found.isSip;
    if (found.state == Frame::Complete) {
        consume(found.length - before);
        m_returned = held;
        m_last[m_messages++ % MaxRepeated] = {m_begin, static_cast<std::uint32_t>(found.length)};
        return Piece {text.substr(0, found.length), m_begin};
    }
    const std::size_t have = before + m_input.size();
    if (found.length > MaxMessage || (found.length == 0 && have > MaxMessage)) {
        passOver(found.length > have ? found.length - have : 0);
        return std::nullopt;
    }
    if (!held) {
        keep();
    }
    consume(m_input.size());
    return std::nullopt;
}

/// Adds as much of the input to the buffer as there is room for, without taking it from the input.
void MessageReader::keep()
{
    if (!m_buffer) {
        m_buffer = std::make_unique<Buffer>();
    }
    const std::size_t room = std::min(m_input.size(), MaxMessage - m_length);
    std::memcpy(m_buffer->data() + m_length, m_input.data(), room);
    m_length += room;
}

void MessageReader::lose()
{
    m_ignored = !m_isSip;
    m_length = 0;
    consume(m_input.size());
}

/// A message that is too long: what has come of it is left out, and @p rest bytes that will come.
void MessageReader::passOver(std::size_t rest)
{
    m_length = 0;
    m_toPass = rest;
    consume(m_input.size());
}

std::optional<MessageReader::Piece> MessageReader::repeated(const Packet &packet, std::size_t index) const
{
    const std::size_t oldest = m_messages - std::min(m_messages, MaxRepeated);
    if (oldest + index >= m_messages) {
        return std::nullopt;
    }
    const Range &range = m_last[(oldest + index) % MaxRepeated];
    const auto offset = packet.offsetOf(range.begin);
    if (!offset || packet.payload().size() - *offset < range.length) {
        return std::nullopt;
    }
    const auto bytes = packet.payload().subspan(*offset, range.length);
    return Piece {{reinterpret_cast<const char *>(bytes.data()), bytes.size()}, range.begin};
}

} // namespace Trackhand::Sip
