// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <vector>

namespace Trackhand {

/// Puts IP fragments together (RFC 791, RFC 8200), because conntrack, and so a helper, never sees one. As
/// nf_defrag_ipv4 and nf_defrag_ipv6 do it since Linux 4.19: a fragment that lies within what is there is a duplicate
/// and left out; one that overlaps it otherwise costs the whole datagram, IPv4's too (RFC 5722).
///
/// Bounded in datagrams, bytes and time. A datagram whose time is over is given up; where there is no room, the oldest
/// one is.
class FragmentReassembly {
public:
    static constexpr std::size_t MaxDatagrams = 256; ///< incomplete ones
    static constexpr std::size_t MaxBytes = 4 * 1024 * 1024; ///< of all together; net.ipv4.ipfrag_high_thresh
    static constexpr std::uint64_t Ipv4LifetimeNs = 30'000'000'000; ///< net.ipv4.ipfrag_time
    static constexpr std::uint64_t Ipv6LifetimeNs = 60'000'000'000; ///< nf_conntrack_frag6_timeout

    /// The packet as conntrack sees it: @p packet itself when it is no fragment, the whole datagram when it was the
    /// missing piece, else nothing. Valid until the next call, and as long as @p packet.
    std::optional<std::span<const std::uint8_t>> add(std::span<const std::uint8_t> packet, std::uint64_t timeNs);

    std::uint64_t reassembled() const { return m_reassembled; }
    /// Datagrams that never became whole, those that still wait included.
    std::uint64_t incomplete() const { return m_givenUp + m_datagrams.size(); }
    std::size_t bytesHeld() const { return m_bytes; }

private:
    struct Key {
        IpAddress source;
        IpAddress destination;
        std::uint32_t id = 0;
        std::uint8_t protocol = 0; ///< IPv4 only: IPv6 tells datagrams apart without it
        bool operator==(const Key &) const = default;
    };
    struct Piece {
        Key key;
        std::span<const std::uint8_t>
            header; ///< what the datagram has before its data, IPv6's fragment header left out
        std::span<const std::uint8_t> data;
        std::size_t offset = 0;
        std::size_t nextHeaderAt = 0; ///< IPv6: where header names the fragment header ...
        std::uint8_t nextHeader = 0; ///< ... and what to name there in its place
        bool more = false;
        bool cut = false; ///< the capture has not all of it
    };
    /// Bytes from begin to before end that are there.
    struct Run {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Datagram {
        Key key;
        std::uint64_t beginNs = 0;
        std::vector<std::uint8_t> header; ///< of the piece at offset 0
        std::vector<std::uint8_t> data;
        std::vector<Run> runs; ///< in order; as the kernel keeps them, two may touch
        std::size_t present = 0; ///< bytes
        bool lastSeen = false;

        bool isWhole() const { return lastSeen && !header.empty() && present == data.size(); }
        std::size_t cost() const;
    };
    enum class Fit { Taken, LeftOut, Conflict };
    using Place = std::list<Datagram>::iterator;

    static std::optional<Piece> readIpv4(std::span<const std::uint8_t> packet);
    static std::optional<Piece> readIpv6(std::span<const std::uint8_t> packet);
    static Fit fitLength(Piece &piece, Datagram &datagram);
    static Fit fitRuns(const Piece &piece, Datagram &datagram);
    static Fit take(Piece &piece, Datagram &datagram);

    Place find(const Piece &piece, std::uint64_t timeNs);
    void giveUp(Place place);
    void giveUpOld(std::uint64_t timeNs);
    std::optional<std::span<const std::uint8_t>> finish(Place place);

    std::list<Datagram> m_datagrams; // oldest first
    std::vector<std::uint8_t> m_whole;
    std::size_t m_bytes = 0;
    std::uint64_t m_reassembled = 0;
    std::uint64_t m_givenUp = 0;
};

} // namespace Trackhand
