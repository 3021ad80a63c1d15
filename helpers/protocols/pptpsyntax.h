// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/streamview.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace Trackhand::Pptp {

/// The control messages of RFC 2637 that say something about a call.
enum class MessageType : std::uint16_t {
    StopRequest = 3,
    StopReply = 4,
    OutgoingCallRequest = 7,
    OutgoingCallReply = 8,
    IncomingCallRequest = 9,
    IncomingCallReply = 10,
    IncomingCallConnected = 11,
    CallClearRequest = 12,
    CallDisconnectNotify = 13,
};

/// A call id in a message, and where in the stream its two bytes are.
struct CallIdField {
    std::uint16_t id = 0;
    std::uint32_t sequence = 0;
};

/// The head of a control message:
///   0 length  2 kind (1: control)  4 magic cookie  8 type  10 reserved  12 call ids  16 result (in a reply)
struct Message {
    MessageType type {};
    std::string_view name; ///< as RFC 2637 calls it
    std::optional<CallIdField> own; ///< the call id that the sender has chosen
    std::optional<CallIdField> peer; ///< the one that the sender was told
    std::uint8_t result = 0; ///< 1 is yes

    bool isAgreed() const { return result == 1; }
};

/// The control messages of one direction of a TCP connection, however the segments cut them. After a gap, or what is no
/// message, it goes on with the next segment that begins with one.
class MessageReader {
public:
    void reset();
    void add(const Packet &packet) { m_stream.add(packet); }
    void acknowledged(std::uint32_t sequence) { m_stream.acknowledged(sequence); }

    /// The next message whose head has come, or nothing until more segments come.
    std::optional<Message> next();

private:
    static constexpr std::size_t FixedSize = 12; ///< the part that every message has
    static constexpr std::size_t HeadSize = 17; ///< what is kept of a message; the rest is passed over

    bool refill();
    void drop(std::size_t count);
    void collect(std::size_t wanted);
    std::size_t length() const;
    bool isMessage() const;
    std::optional<Message> read() const;

    StreamView m_stream;
    std::span<const std::uint8_t> m_chunk;
    std::uint32_t m_sequence = 0; ///< of the first byte of m_chunk
    std::uint32_t m_begin = 0; ///< of the message in hand
    std::size_t m_size = 0; ///< bytes in m_head
    std::size_t m_skip = 0; ///< bytes until the next message
    std::array<std::uint8_t, HeadSize> m_head {};
};

} // namespace Trackhand::Pptp
