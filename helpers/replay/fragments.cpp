// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/fragments.h"

#include <algorithm>
#include <netinet/in.h>

namespace Trackhand {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t Ipv4HeaderMinimum = 20;
constexpr std::size_t Ipv6HeaderSize = 40;
constexpr std::size_t FragmentHeaderSize = 8;
constexpr std::size_t MaxIpv4Packet = 65535;
constexpr std::size_t MaxIpv6Packet = Ipv6HeaderSize + 65535;
constexpr int MaxExtensionHeaders = 8; // as parseHeaders() has it

std::uint16_t read16(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

void put16(std::vector<std::uint8_t> &bytes, std::size_t at, std::size_t value)
{
    bytes[at] = static_cast<std::uint8_t>(value >> 8);
    bytes[at + 1] = static_cast<std::uint8_t>(value);
}

/// The part of @p packet from @p begin to before @p end that the capture has.
Bytes part(Bytes packet, std::size_t begin, std::size_t end)
{
    return packet.subspan(begin, std::max(begin, std::min(end, packet.size())) - begin);
}

struct FragmentHeader {
    std::size_t at = 0;
    std::size_t namedAt = 6; ///< where the header before it names it
};

/// Behind the extension headers that may stand before it; nothing when there is none.
std::optional<FragmentHeader> findFragmentHeader(Bytes packet)
{
    FragmentHeader found {Ipv6HeaderSize, 6};
    for (int count = 0; count < MaxExtensionHeaders && packet.size() >= found.at + FragmentHeaderSize; ++count) {
        const std::size_t units = packet[found.at + 1];
        switch (packet[found.namedAt]) {
        case IPPROTO_FRAGMENT:
            return found;
        case IPPROTO_HOPOPTS:
        case IPPROTO_ROUTING:
        case IPPROTO_DSTOPTS:
            found = {found.at + (units + 1) * 8, found.at};
            break;
        case IPPROTO_AH:
            found = {found.at + (units + 2) * 4, found.at};
            break;
        default:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<FragmentReassembly::Piece> FragmentReassembly::readIpv4(Bytes packet)
{
    if (packet.size() < Ipv4HeaderMinimum) {
        return std::nullopt;
    }
    const std::size_t headerLength = (packet[0] & 0x0f) * 4U;
    const std::size_t total = read16(packet, 2);
    const std::uint16_t place = read16(packet, 6);
    if ((place & 0x3fff) == 0 || headerLength < Ipv4HeaderMinimum || packet.size() < headerLength) {
        return std::nullopt;
    }
    Piece piece;
    piece.key = {IpAddress::fromBytes(L3Protocol::Ipv4, &packet[12]),
        IpAddress::fromBytes(L3Protocol::Ipv4, &packet[16]), read16(packet, 4), packet[9]};
    piece.header = packet.first(headerLength);
    piece.data = part(packet, headerLength, total);
    piece.offset = (place & 0x1fffU) * 8U;
    piece.more = (place & 0x2000) != 0;
    piece.cut = total > packet.size();
    return piece;
}

std::optional<FragmentReassembly::Piece> FragmentReassembly::readIpv6(Bytes packet)
{
    const auto found = packet.size() < Ipv6HeaderSize ? std::nullopt : findFragmentHeader(packet);
    // RFC 6946: a fragment header on a packet that is whole makes it no fragment.
    if (!found || (read16(packet, found->at + 2) & 0xfff9) == 0) {
        return std::nullopt;
    }
    const std::size_t total = Ipv6HeaderSize + read16(packet, 4);
    Piece piece;
    piece.key = {IpAddress::fromBytes(L3Protocol::Ipv6, &packet[8]),
        IpAddress::fromBytes(L3Protocol::Ipv6, &packet[24]),
        static_cast<std::uint32_t>(read16(packet, found->at + 4)) << 16 | read16(packet, found->at + 6), 0};
    piece.header = packet.first(found->at);
    piece.data = part(packet, found->at + FragmentHeaderSize, total);
    piece.offset = read16(packet, found->at + 2) & 0xfff8U;
    piece.nextHeaderAt = found->namedAt;
    piece.nextHeader = packet[found->at];
    piece.more = (packet[found->at + 3] & 1) != 0;
    piece.cut = total > packet.size();
    return piece;
}

std::size_t FragmentReassembly::Datagram::cost() const
{
    return sizeof *this + header.capacity() + data.capacity() + runs.capacity() * sizeof(Run);
}

std::optional<Bytes> FragmentReassembly::add(Bytes packet, std::uint64_t timeNs)
{
    const int version = packet.empty() ? 0 : packet[0] >> 4;
    auto piece = version == 4 ? readIpv4(packet) : version == 6 ? readIpv6(packet) : std::nullopt;
    if (!piece) {
        return packet;
    }
    giveUpOld(timeNs);
    const Place place = find(*piece, timeNs);
    m_bytes -= place->cost();
    const Fit fit = take(*piece, *place);
    m_bytes += place->cost();
    if (fit == Fit::Conflict) {
        giveUp(place);
        return std::nullopt;
    }
    if (place->isWhole()) {
        return finish(place);
    }
    while (m_bytes > MaxBytes) {
        giveUp(m_datagrams.begin());
    }
    return std::nullopt;
}

FragmentReassembly::Place FragmentReassembly::find(const Piece &piece, std::uint64_t timeNs)
{
    const auto found = std::ranges::find(m_datagrams, piece.key, &Datagram::key);
    if (found != m_datagrams.end()) {
        return found;
    }
    if (m_datagrams.size() == MaxDatagrams) {
        giveUp(m_datagrams.begin());
    }
    Datagram datagram;
    datagram.key = piece.key;
    datagram.beginNs = timeNs;
    m_bytes += datagram.cost();
    return m_datagrams.insert(m_datagrams.end(), std::move(datagram));
}

void FragmentReassembly::giveUp(Place place)
{
    ++m_givenUp;
    m_bytes -= place->cost();
    m_datagrams.erase(place);
}

void FragmentReassembly::giveUpOld(std::uint64_t timeNs)
{
    for (auto each = m_datagrams.begin(); each != m_datagrams.end();) {
        const bool isIpv4 = each->key.source.family == L3Protocol::Ipv4;
        const auto present = each++;
        // A capture's time may also go back.
        if (timeNs > present->beginNs && timeNs - present->beginNs > (isIpv4 ? Ipv4LifetimeNs : Ipv6LifetimeNs)) {
            giveUp(present);
        }
    }
}

/// Whether the piece agrees with where the datagram ends. What does not costs IPv4 the datagram and IPv6 the piece, as
/// in the kernel.
FragmentReassembly::Fit FragmentReassembly::fitLength(Piece &piece, Datagram &datagram)
{
    const bool isIpv4 = piece.key.source.family == L3Protocol::Ipv4;
    const Fit wrong = isIpv4 ? Fit::Conflict : Fit::LeftOut;
    if (piece.more && piece.data.size() % 8 != 0) {
        if (!isIpv4) {
            return Fit::Conflict;
        }
        piece.data = piece.data.first(piece.data.size() / 8 * 8);
    }
    const std::size_t end = piece.offset + piece.data.size();
    const std::size_t length = datagram.data.size();
    if (piece.data.empty() || piece.header.size() + end > (isIpv4 ? MaxIpv4Packet : MaxIpv6Packet)) {
        return wrong;
    }
    const bool fits =
        piece.more ? end <= length || !datagram.lastSeen : end == length || (end > length && !datagram.lastSeen);
    return fits ? Fit::Taken : wrong;
}

/// Whether the piece goes beside what is there, and if so, notes it there.
FragmentReassembly::Fit FragmentReassembly::fitRuns(const Piece &piece, Datagram &datagram)
{
    auto &runs = datagram.runs;
    const std::size_t begin = piece.offset;
    const std::size_t end = begin + piece.data.size();
    const auto behind = std::ranges::upper_bound(runs, begin, {}, &Run::end);
    if (behind != runs.end() && behind->begin < end) {
        return begin >= behind->begin && end <= behind->end ? Fit::LeftOut : Fit::Conflict;
    }
    if (behind == runs.end() && !runs.empty() && runs.back().end == begin) {
        runs.back().end = end;
    } else {
        runs.insert(behind, Run {begin, end});
    }
    return Fit::Taken;
}

FragmentReassembly::Fit FragmentReassembly::take(Piece &piece, Datagram &datagram)
{
    if (piece.cut) {
        return Fit::Conflict;
    }
    Fit fit = fitLength(piece, datagram);
    if (fit == Fit::Taken) {
        fit = fitRuns(piece, datagram);
    }
    if (fit != Fit::Taken) {
        return fit;
    }
    const std::size_t end = piece.offset + piece.data.size();
    datagram.data.resize(std::max(datagram.data.size(), end));
    std::ranges::copy(piece.data, datagram.data.begin() + static_cast<std::ptrdiff_t>(piece.offset));
    datagram.present += piece.data.size();
    datagram.lastSeen = datagram.lastSeen || !piece.more;
    if (piece.offset == 0) {
        datagram.header.assign(piece.header.begin(), piece.header.end());
        if (piece.nextHeaderAt != 0) {
            datagram.header[piece.nextHeaderAt] = piece.nextHeader;
        }
    }
    return Fit::Taken;
}

std::optional<Bytes> FragmentReassembly::finish(Place place)
{
    const Datagram &datagram = *place;
    const bool isIpv4 = datagram.key.source.family == L3Protocol::Ipv4;
    if (datagram.header.size() + datagram.data.size() > (isIpv4 ? MaxIpv4Packet : MaxIpv6Packet)) {
        giveUp(place);
        return std::nullopt;
    }
    m_whole = datagram.header;
    m_whole.insert(m_whole.end(), datagram.data.begin(), datagram.data.end());
    if (isIpv4) {
        put16(m_whole, 2, m_whole.size());
        put16(m_whole, 6, 0);
    } else {
        put16(m_whole, 4, m_whole.size() - Ipv6HeaderSize);
    }
    m_bytes -= datagram.cost();
    m_datagrams.erase(place);
    ++m_reassembled;
    return m_whole;
}

} // namespace Trackhand
