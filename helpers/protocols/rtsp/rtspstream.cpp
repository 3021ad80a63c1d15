// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/rtsp/rtspstream.h"

namespace Trackhand::Rtsp {

namespace {

/// Datagrams from the other end of the connection to the one that sends in the direction @p side. Where either end is
/// translated so are they: the kernel then gives the sender the address that its peer knows, too.
Wire::ExpectationProposal expectationTo(
    Direction side, std::uint16_t port, std::uint16_t publicPort, const Connection &connection)
{
    const Tuple &others = connection.tuple(opposite(side));
    Wire::ExpectationProposal expectation;
    expectation.tuple = {others.source, others.destination, 0, publicPort, L4Protocol::Udp};
    if (connection.hasNat()) {
        expectation.nat = Wire::NatFunction::FollowMaster;
        expectation.natDirection = static_cast<std::uint8_t>(opposite(side));
        expectation.natAddress = connection.tuple(side).source;
        expectation.natPort = port;
    }
    return expectation;
}

/// Between other hosts than the connection's own, where @p source or @p destination is said to be one. Whoever the
/// source is, the destination's address is translated as the connection's; another destination's is not.
void moveEnds(Wire::ExpectationProposal &expectation, const IpAddress &source, const IpAddress &destination)
{
    if (source.family != L3Protocol::Unspecified) {
        expectation.tuple.source = source;
    }
    if (destination.family != L3Protocol::Unspecified) {
        expectation.tuple.destination = destination;
        expectation.nat = Wire::NatFunction::None;
    }
}

} // namespace

bool isOwnAddress(const IpAddress &address, Direction side, const Connection &connection)
{
    return address == connection.tuple(side).source || address == connection.tuple(opposite(side)).destination;
}

bool isForeign(const End &end, Direction side, const Connection &connection)
{
    return end.address.family != L3Protocol::Unspecified && !isOwnAddress(end.address, side, connection);
}

bool isTranslated(Direction side, const Connection &connection)
{
    return connection.tuple(side).source != connection.tuple(opposite(side)).destination;
}

std::optional<Ports> reservePorts(
    const Ports &ports, Direction side, const Connection &connection, Expectations &expectations)
{
    const bool isPair = ports.second == ports.first + 1;
    if (ports.second != 0 && !isPair) { // they could be reserved, but RTSP 1.0 could not announce them
        return std::nullopt;
    }
    const auto wanted = expectationTo(side, ports.first, ports.first, connection);
    const auto first = expectations.reservePorts(wanted, isPair ? 2 : 1);
    if (!first) {
        return std::nullopt;
    }
    return Ports {*first, isPair ? static_cast<std::uint16_t>(*first + 1) : std::uint16_t {0}};
}

StreamExpectations expectationsOf(const RtspStream &stream, const Connection &connection, bool fromAnyPort)
{
    // Ports that had to be reserved were, for any port of the peer: these expectations must be the same.
    const bool mediaFromAny = fromAnyPort || isTranslated(Direction::Original, connection);
    const bool backFromAny = fromAnyPort || isTranslated(Direction::Reply, connection);
    StreamExpectations expectations;
    for (std::size_t i = 0; i < Ports::Count && stream.clientPorts.at(i) != 0; ++i) {
        const std::uint16_t clientPort = stream.clientPorts.at(i);
        const std::uint16_t serverPort = stream.serverPorts.at(i);
        auto &media = expectations.all[expectations.count++];
        media = expectationTo(Direction::Original, clientPort, stream.publicClientPorts.at(i), connection);
        media.tuple.sourcePort = mediaFromAny ? 0 : serverPort;
        moveEnds(media, stream.server, stream.client);
        if (serverPort != 0) {
            auto &back = expectations.all[expectations.count++];
            back = expectationTo(Direction::Reply, serverPort, stream.publicServerPorts.at(i), connection);
            back.tuple.sourcePort = backFromAny ? 0 : clientPort;
            moveEnds(back, stream.client, stream.server);
        }
    }
    return expectations;
}

} // namespace Trackhand::Rtsp
