// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/protocols/rtsp/rtspsyntax.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace Trackhand {

/// What was set up for one medium. The ports of an end are its own; the public ones are those its peer knows.
struct RtspStream {
    enum class State : std::uint8_t {
        Unused,
        Asked, ///< no reply yet
        Agreed, ///< expected, and not played yet
        Played
    };

    State state = State::Unused;
    std::uint32_t cseq = 0;
    IpAddress client; ///< unspecified family where it is the connection's own end, as a rule
    IpAddress server;
    Rtsp::Ports clientPorts;
    Rtsp::Ports serverPorts; ///< 0 until the server has named them
    Rtsp::Ports publicClientPorts;
    Rtsp::Ports publicServerPorts;
};

namespace Rtsp {

/// Whether this is the host that sends in the direction @p side, as it knows itself or as its peer knows it.
bool isOwnAddress(const IpAddress &address, Direction side, const Connection &connection);

/// Whether its peer knows it by another address.
bool isTranslated(Direction side, const Connection &connection);

/// What the peer of a translated host is to be told in place of its @p ports; nothing when there are none.
std::optional<Ports> reservePorts(
    const Ports &ports, Direction side, const Connection &connection, Expectations &expectations);

/// Whether an end says that it is another host than the one that sends in the direction @p side.
bool isForeign(const End &end, Direction side, const Connection &connection);

/// The expectations of one stream: media and reports, from the server and to it.
struct StreamExpectations {
    std::array<Wire::ExpectationProposal, 2 * Ports::Count> all;
    std::size_t count = 0;

    std::span<const Wire::ExpectationProposal> view() const { return std::span(all).first(count); }
};
StreamExpectations expectationsOf(const RtspStream &stream, const Connection &connection, bool fromAnyPort);

} // namespace Rtsp

} // namespace Trackhand
