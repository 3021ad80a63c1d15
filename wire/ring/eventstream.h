// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"
#include "wire/ring/event.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace Trackhand::Wire {

/// The stream form of the rings, for hosts that no file descriptor reaches (`trackhandctl watch --binary` through ssh).
/// It begins with "THSTREA1" and a 32-bit 0x01020304 in the sender's byte order (a reader of the other order refuses
/// it); then frames, each u32 length of what follows, u32 type:
///
///     type 1 Event    an EventRecord (256 bytes)
///     type 2 Lost     u64 number of events lost, u32 kind (EventKind), u32 0
///     type 3 Payload  u64 event number, u32 packet length, u32 captured length, the captured bytes
///     type 4 Alive    nothing: the sender is there and all is quiet
namespace EventStream {

enum class FrameType : std::uint32_t { Event = 1, Lost = 2, Payload = 3, Alive = 4 };

void appendPreamble(std::vector<std::uint8_t> &out);
void appendEvent(std::vector<std::uint8_t> &out, const EventRecord &event);
void appendLost(std::vector<std::uint8_t> &out, EventKind kind, std::uint64_t count);
void appendPayload(std::vector<std::uint8_t> &out, std::uint64_t eventNumber, std::uint32_t packetLength,
    std::span<const std::uint8_t> captured);
void appendAlive(std::vector<std::uint8_t> &out);

/// What a frame said. bytes points into the reader's buffer and is valid until the next feed().
struct Frame {
    FrameType type = FrameType::Alive;
    EventRecord event {};
    EventKind lostKind = EventKind::None;
    std::uint64_t lost = 0;
    std::uint64_t eventNumber = 0;
    std::uint32_t packetLength = 0;
    std::span<const std::uint8_t> bytes;
};

/// Reads a stream that arrives in pieces. Believes nothing: a frame of a wrong length or type ends the stream.
class Reader {
public:
    void feed(std::span<const std::uint8_t> bytes);

    /// The next whole frame; nothing when more bytes are needed; an Error once the stream is not one of ours.
    Result<std::optional<Frame>> next();

private:
    Result<std::optional<Frame>> readFrame();
    Result<bool> readPreamble();
    static Result<std::optional<Frame>> decode(std::uint32_t type, std::span<const std::uint8_t> body);

    std::vector<std::uint8_t> m_buffer;
    std::size_t m_taken = 0;
    bool m_started = false;
    std::optional<Error> m_broken;
};

} // namespace EventStream
} // namespace Trackhand::Wire
