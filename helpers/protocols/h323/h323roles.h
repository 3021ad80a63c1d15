// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace Trackhand::H323 {

/// What an address in a message of H.225.0 or H.245 is for.
enum class Role : std::uint8_t {
    None,
    Control, ///< h245Address: where the sender waits for the H.245 connection
    Media, ///< mediaChannel: where the sender receives RTP
    MediaControl, ///< mediaControlChannel: where the sender receives RTCP
    Data, ///< separateStack: where the sender waits for T.120
    Registered, ///< callSignalAddress of an RRQ: where the endpoint is called
    Route, ///< where the receiver is to place or move its call
    Ras, ///< where the sender receives RAS
    SenderSignalling, ///< the sender's own signalling address, which is told and not opened
    ReceiverSignalling, ///< the receiver's signalling address as the sender knows it
};

constexpr std::uint8_t tag(Role role)
{
    return static_cast<std::uint8_t>(role);
}

} // namespace Trackhand::H323
