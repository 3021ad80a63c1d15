// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ring/eventstream.h"

#include "wire/ring/payloadring.h"

#include <algorithm>
#include <cstring>

namespace Trackhand::Wire::EventStream {

namespace {

constexpr char Magic[8] = {'T', 'H', 'S', 'T', 'R', 'E', 'A', '1'};
constexpr std::uint32_t ByteOrderMark = 0x01020304;
constexpr std::size_t PreambleSize = sizeof Magic + sizeof ByteOrderMark;
constexpr std::size_t FrameHeaderSize = 8;
constexpr std::size_t LostBodySize = 16;
constexpr std::size_t PayloadHeaderSize = 16;
constexpr std::size_t BodyMax = PayloadHeaderSize + PayloadSnapshotMax;

void appendBytes(std::vector<std::uint8_t> &out, const void *bytes, std::size_t size)
{
    const auto *from = static_cast<const std::uint8_t *>(bytes);
    out.insert(out.end(), from, from + size);
}

void appendHeader(std::vector<std::uint8_t> &out, FrameType type, std::size_t bodySize)
{
    const std::uint32_t header[2] = {static_cast<std::uint32_t>(bodySize + 4), static_cast<std::uint32_t>(type)};
    appendBytes(out, header, sizeof header);
}

template <typename T>
T readAt(std::span<const std::uint8_t> bytes, std::size_t offset)
{
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

Error broken(const char *what)
{
    return {ErrorCode::Failed, std::string("the event stream is broken (") + what + "); reconnect to the host"};
}

} // namespace

void appendPreamble(std::vector<std::uint8_t> &out)
{
    appendBytes(out, Magic, sizeof Magic);
    appendBytes(out, &ByteOrderMark, sizeof ByteOrderMark);
}

void appendEvent(std::vector<std::uint8_t> &out, const EventRecord &event)
{
    appendHeader(out, FrameType::Event, sizeof event);
    appendBytes(out, &event, sizeof event);
}

void appendLost(std::vector<std::uint8_t> &out, EventKind kind, std::uint64_t count)
{
    appendHeader(out, FrameType::Lost, LostBodySize);
    const std::uint32_t tail[2] = {static_cast<std::uint32_t>(kind), 0};
    appendBytes(out, &count, sizeof count);
    appendBytes(out, tail, sizeof tail);
}

void appendPayload(std::vector<std::uint8_t> &out, std::uint64_t eventNumber, std::uint32_t packetLength,
    std::span<const std::uint8_t> captured)
{
    const auto bytes = captured.first(std::min(captured.size(), PayloadSnapshotMax));
    appendHeader(out, FrameType::Payload, PayloadHeaderSize + bytes.size());
    const std::uint32_t lengths[2] = {packetLength, static_cast<std::uint32_t>(bytes.size())};
    appendBytes(out, &eventNumber, sizeof eventNumber);
    appendBytes(out, lengths, sizeof lengths);
    appendBytes(out, bytes.data(), bytes.size());
}

void appendAlive(std::vector<std::uint8_t> &out)
{
    appendHeader(out, FrameType::Alive, 0);
}

void Reader::feed(std::span<const std::uint8_t> bytes)
{
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_taken));
    m_taken = 0;
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
}

Result<bool> Reader::readPreamble()
{
    if (m_started) {
        return true;
    }
    if (m_buffer.size() < PreambleSize) {
        return false;
    }
    if (std::memcmp(m_buffer.data(), Magic, sizeof Magic) != 0) {
        return broken("it does not begin as one");
    }
    if (readAt<std::uint32_t>(m_buffer, sizeof Magic) != ByteOrderMark) {
        return broken("the other host has another byte order");
    }
    m_taken = PreambleSize;
    m_started = true;
    return true;
}

Result<std::optional<Frame>> Reader::next()
{
    if (m_broken) {
        return *m_broken;
    }
    auto frame = readFrame();
    if (!frame) {
        m_broken = frame.error();
    }
    return frame;
}

Result<std::optional<Frame>> Reader::readFrame()
{
    const auto started = readPreamble();
    if (!started) {
        return started.error();
    }
    const auto rest = std::span<const std::uint8_t>(m_buffer).subspan(m_taken);
    if (!*started || rest.size() < FrameHeaderSize) {
        return std::optional<Frame> {};
    }
    const auto length = readAt<std::uint32_t>(rest, 0);
    if (length < 4 || length > 4 + BodyMax) {
        return broken("a frame of impossible length");
    }
    if (rest.size() < 4 + length) {
        return std::optional<Frame> {};
    }
    m_taken += 4 + length;
    return decode(readAt<std::uint32_t>(rest, 4), rest.subspan(FrameHeaderSize, length - 4));
}

Result<std::optional<Frame>> Reader::decode(std::uint32_t type, std::span<const std::uint8_t> body)
{
    Frame frame;
    frame.type = static_cast<FrameType>(type);
    switch (frame.type) {
    case FrameType::Event:
        if (body.size() != sizeof(EventRecord)) {
            return broken("an event of wrong length");
        }
        frame.event = readAt<EventRecord>(body, 0);
        return std::optional(frame);
    case FrameType::Lost:
        if (body.size() != LostBodySize) {
            return broken("a loss report of wrong length");
        }
        frame.lost = readAt<std::uint64_t>(body, 0);
        frame.lostKind = static_cast<EventKind>(readAt<std::uint32_t>(body, 8));
        return std::optional(frame);
    case FrameType::Payload:
        if (body.size() < PayloadHeaderSize || readAt<std::uint32_t>(body, 12) != body.size() - PayloadHeaderSize) {
            return broken("a payload of wrong length");
        }
        frame.eventNumber = readAt<std::uint64_t>(body, 0);
        frame.packetLength = readAt<std::uint32_t>(body, 8);
        frame.bytes = body.subspan(PayloadHeaderSize);
        return std::optional(frame);
    case FrameType::Alive:
        return std::optional(frame);
    }
    return broken("a frame of unknown type");
}

} // namespace Trackhand::Wire::EventStream
