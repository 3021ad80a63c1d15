// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"

#include "helpers/replay/fragments.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

using namespace Trackhand;

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Piece {
    bool ipv6 = false;
    unsigned id = 0;
    std::size_t offset = 0; ///< a multiple of 8
    std::size_t length = 0;
    bool more = false;
};

/// The byte that an honest sender's datagram has at @p offset.
std::uint8_t byteAt(std::size_t offset)
{
    return static_cast<std::uint8_t>(offset * 7 + (offset >> 8));
}

/// A fragment whose data is what @p byte gives for its place.
template <typename Byte>
Bytes packetOf(const Piece &piece, Byte byte)
{
    Bytes packet(piece.ipv6 ? 48 : 20);
    const auto put16 = [&](std::size_t at, std::size_t value) {
        packet[at] = static_cast<std::uint8_t>(value >> 8);
        packet[at + 1] = static_cast<std::uint8_t>(value);
    };
    packet[0] = piece.ipv6 ? 0x60 : 0x45;
    if (piece.ipv6) {
        put16(4, 8 + piece.length);
        packet[6] = 44; // the fragment header, which names UDP
        packet[40] = 17;
        put16(42, piece.offset | (piece.more ? 1U : 0U));
        put16(46, piece.id);
    } else {
        put16(2, 20 + piece.length);
        put16(4, piece.id);
        put16(6, piece.offset / 8 | (piece.more ? 0x2000U : 0U));
        packet[9] = 17;
    }
    for (std::size_t i = 0; i < piece.length; ++i) {
        packet.push_back(byte(piece.offset + i));
    }
    return packet;
}

/// What was put together is a whole packet. Its data.
std::span<const std::uint8_t> checkWhole(std::span<const std::uint8_t> whole, bool ipv6)
{
    const std::size_t header = ipv6 ? 40 : 20;
    const auto read16 = [&](std::size_t at) {
        return std::size_t {whole[at]} << 8 | whole[at + 1];
    };
    Fuzz::check(whole.size() > header, "a packet without data");
    Fuzz::check(read16(ipv6 ? 4 : 2) + (ipv6 ? 40 : 0) == whole.size(), "a wrong length");
    Fuzz::check(ipv6 ? whole[6] == 17 : read16(6) == 0, "still a fragment");
    return whole.subspan(header);
}

/// Every byte comes from a fragment of this very datagram, and no fragment was taken in part: none overlapped another.
/// The bytes of fragment number N are all N.
void checkOrigins(std::span<const std::uint8_t> data, const std::vector<Piece> &pieces)
{
    for (std::size_t at = 0; at < data.size();) {
        const std::size_t number = data[at];
        Fuzz::check(number < pieces.size(), "bytes from nowhere");
        const Piece &piece = pieces[number];
        const std::size_t length = piece.more && !piece.ipv6 ? piece.length / 8 * 8 : piece.length;
        Fuzz::check(piece.ipv6 == pieces.back().ipv6 && piece.id == pieces.back().id, "bytes of another datagram");
        Fuzz::check(piece.offset == at && length <= data.size() - at, "bytes of another place, or half a fragment");
        const auto taken = data.subspan(at, length);
        Fuzz::check(std::ranges::all_of(taken, [&](std::uint8_t byte) { return byte == number; }), "an overlap");
        at += length;
        Fuzz::check(piece.more == (at != data.size()), "an end that is none");
    }
}

/// Fragments as the input says, of eight datagrams, in any order and with any overlap.
void wildFragments(Fuzz::Input &input)
{
    FragmentReassembly fragments;
    std::vector<Piece> pieces;
    std::uint64_t timeNs = 0;
    std::uint64_t whole = 0;
    while (!input.rest().empty() && pieces.size() < 256) {
        const auto kind = input.number<std::uint8_t>();
        timeNs += (kind & 0x40) != 0 ? 20'000'000'000 : 1000;
        const std::size_t offset = 8
            * std::size_t {
                (kind & 0x20) != 0 ? input.number<std::uint16_t>() & 0x1fffU : input.number<std::uint8_t>() & 7U};
        const std::size_t length =
            (kind & 0x80) != 0 ? input.number<std::uint16_t>() % 2000 : input.number<std::uint8_t>() & 31U;
        pieces.push_back({(kind & 1) != 0, (kind >> 1U) & 7U, offset, length, (kind & 0x10) != 0});
        const Piece &piece = pieces.back();
        const Bytes packet = packetOf(piece, [&](std::size_t) { return static_cast<std::uint8_t>(pieces.size() - 1); });
        const auto out = fragments.add(packet, timeNs);
        if (out && out->data() != packet.data()) {
            ++whole;
            checkOrigins(checkWhole(*out, piece.ipv6), pieces);
        }
        Fuzz::check(
            !out || out->data() != packet.data() || (piece.offset == 0 && !piece.more), "a fragment as a packet");
        Fuzz::check(fragments.bytesHeld() <= FragmentReassembly::MaxBytes, "more than may be held");
    }
    Fuzz::check(fragments.reassembled() == whole, "a wrong count");
    Fuzz::check(whole + fragments.incomplete() <= pieces.size(), "more datagrams than fragments");
}

/// A datagram cut and shuffled as the input says, with pieces that come twice: it comes out with its last piece.
void honestFragments(Fuzz::Input &input)
{
    Piece whole {(input.number<std::uint8_t>() & 1) != 0, 3, 0, 9 + input.number<std::uint16_t>() % 3000U, false};
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < whole.length;) {
        const std::size_t length = std::min(8 * (1 + std::size_t {input.number<std::uint8_t>()}), whole.length - at);
        pieces.push_back({whole.ipv6, whole.id, at, length, at + length < whole.length});
        at += length;
    }
    if (pieces.size() < 2) {
        return; // no fragment
    }
    for (std::size_t i = pieces.size() - 1; i > 0; --i) {
        std::swap(pieces[i], pieces[input.number<std::uint16_t>() % (i + 1)]);
    }
    FragmentReassembly fragments;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if ((input.number<std::uint8_t>() & 3) == 1 && i > 0) {
            Fuzz::check(!fragments.add(packetOf(pieces[i / 2], byteAt), 0), "a duplicate that completes something");
        }
        const Bytes packet = packetOf(pieces[i], byteAt);
        const auto out = fragments.add(packet, 0);
        Fuzz::check(out.has_value() == (i + 1 == pieces.size()), "too early or not at all");
        if (out) {
            const auto bytes = checkWhole(*out, whole.ipv6);
            Fuzz::check(bytes.size() == whole.length, "another length");
            for (std::size_t at = 0; at < bytes.size(); ++at) {
                Fuzz::check(bytes[at] == byteAt(at), "other bytes");
            }
        }
    }
    Fuzz::check(fragments.incomplete() == 0 && fragments.bytesHeld() == 0, "something is left");
}

/// Any bytes as packets.
void anyPackets(Fuzz::Input &input)
{
    FragmentReassembly fragments;
    while (!input.rest().empty()) {
        const auto length = input.number<std::uint8_t>();
        const auto packet = input.bytes(length);
        const auto out = fragments.add(packet, 0);
        Fuzz::check(!out || out->data() == packet.data() || out->size() <= 65535 + 40, "larger than any packet");
    }
}

} // namespace

/// Fragments: those of an honest sender become their datagram, and whatever else comes out is whole and of its own
/// bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Fuzz::Input input(data, size);
    switch (input.number<std::uint8_t>() % 3) {
    case 0:
        wildFragments(input);
        break;
    case 1:
        honestFragments(input);
        break;
    default:
        anyPackets(input);
    }
    return 0;
}
