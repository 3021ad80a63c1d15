// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace Trackhand::Sdp {

// The session description protocol (RFC 4566, RFC 8866) as far as it says where media go. Everything borrows the text
// it was read from, so that a piece of it can be found again to be rewritten.

/// "IN IP4 10.0.1.2" in an o=, c= or a=rtcp: line.
struct Address {
    std::string_view text; ///< the address alone; empty when there is no such line
    IpAddress address; ///< of no family when the text is a host's name or says nothing that is known

    bool isGiven() const { return !text.empty(); }
    /// 0.0.0.0 and ::, which put the other end on hold (RFC 2543, B.5; RFC 6337).
    bool isOnHold() const { return address.family != L3Protocol::Unspecified && address.isUnspecified(); }
};

/// One m= line and what belongs to it.
struct Media {
    std::string_view type; ///< audio, video, image ...
    std::string_view protocol; ///< RTP/AVP, udptl ...
    std::string_view portText;
    std::uint16_t port = 0; ///< 0: not wanted
    Address connection; ///< its own c= line
    std::string_view rtcpPortText; ///< of a=rtcp: (RFC 3605)
    std::uint16_t rtcpPort = 0; ///< 0: not said, which means the one after port
    Address rtcpAddress;
    bool rtcpMux = false; ///< a=rtcp-mux (RFC 5761): one port will do, if the other end says so too

    bool isRtp() const { return protocol.find("RTP/") != std::string_view::npos; }
};

struct Description {
    static constexpr std::size_t MaxMedia = 8;

    Address owner; ///< of the o= line
    Address connection; ///< of the c= line before the first medium
    std::array<Media, MaxMedia> media {};
    std::size_t mediaCount = 0; ///< those beyond MaxMedia are left out

    std::span<const Media> allMedia() const { return std::span(media).first(mediaCount); }
    /// Where @p each of the media is received.
    const Address &connectionOf(const Media &each) const
    {
        return each.connection.isGiven() ? each.connection : connection;
    }
};

/// Nothing when @p text does not begin with a v= line. Lines that are not understood are passed over.
std::optional<Description> parse(std::string_view text);

} // namespace Trackhand::Sdp
