// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace Trackhand::Amanda {

/// One connection that a reply announces. Both texts are parts of the packet.
struct Stream {
    std::string_view name; ///< DATA, MESG, INDEX, STATE or CTL
    std::string_view portText;
    std::uint16_t port = 0;
};

/// What the CONNECT line of a reply announces.
class Connect {
public:
    static constexpr std::size_t MaxStreams = 4;

    std::span<const Stream> streams() const { return {m_streams.data(), m_count}; }
    bool add(const Stream &stream); ///< false when there is no room

private:
    std::array<Stream, MaxStreams> m_streams;
    std::size_t m_count = 0;
};

/// What kind of packet this is (REQ, REP, PREP, ACK or NAK), or empty when it is none of Amanda's. A packet begins with
/// the line "Amanda VERSION KIND HANDLE text SEQ number".
std::string_view packetKind(std::string_view packet);

/// The first line "CONNECT NAME port NAME port ..." of @p packet; nothing when there is none that ends. A stream that
/// is not used has the port -1 and is left out, as are streams of unknown names.
std::optional<Connect> parseConnect(std::string_view packet);

} // namespace Trackhand::Amanda
