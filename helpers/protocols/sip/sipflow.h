// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/packet.h"
#include "helpers/protocols/sip/sipstream.h"
#include "wire/channel/proposal.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace Trackhand {

class Connection;

namespace Sip {

struct Message;

/// What a REGISTER asked for, until its response says whether it was granted (kernel: process_register_request).
struct Registration {
    Direction from = Direction::Original; ///< of the REGISTER
    std::uint16_t port = 0; ///< of the Contact, as its sender knows it; 0: nobody has registered
    std::uint16_t publicPort = 0; ///< the same as the registrar knows it
    std::uint32_t sequence = 0; ///< of the last REGISTER; late responses to older ones count for nothing
    std::uint32_t expires = 0; ///< seconds that were asked for; 0: nothing is to be expected
    Wire::ExpectationProposal expectation; ///< what a granted one leads to
};

/// One medium that one end of a call has announced.
struct Stream {
    std::uint64_t call = 0; ///< hash of the Call-ID; 0: none
    Direction from = Direction::Original;
    std::size_t index = 0; ///< of the m= line
    IpAddress address;
    std::uint16_t port = 0;
    std::uint16_t rtcpPort = 0; ///< 0: the same one
    std::uint16_t publicPort = 0; ///< 0: not translated
    std::uint16_t publicRtcpPort = 0;
    bool mux = false;
};

/// The media announced last on a connection, which may carry many calls. A description that is sent again, by UDP or in
/// the next response, must get the public ports it got before; and both ends of a medium are known only together.
class Streams {
public:
    static constexpr std::size_t Size = 16;

    void reset();
    const Stream *find(std::uint64_t call, Direction from, std::size_t index) const;
    void remember(const Stream &stream);
    void forget(std::uint64_t call);

private:
    std::array<Stream, Size> m_streams {};
    std::size_t m_used = 0; ///< ever remembered; the place of the next one is this modulo Size
};

std::uint64_t hashOf(std::string_view callId);

} // namespace Sip

/// What the sip helper keeps for one connection. In the kernel: version, flags, two zero bytes.
class SipFlow : public FlowState {
public:
    static constexpr std::uint8_t DataLength = 4;

    void reset() override;

    /// What an earlier process of this helper knew.
    void restore(const Connection &connection);
    /// For the next one; written when a flag changes, which is a few times a connection.
    void save(Connection &connection) const;

    /// The public ports for what @p message announces were given back.
    void forgetPorts(const Sip::Message &message);

    Sip::MessageReader &reader(Direction direction) { return readers[static_cast<std::size_t>(direction)]; }
    bool isIgnored() const { return readers[0].isIgnored() || readers[1].isIgnored(); }

    std::array<Sip::MessageReader, 2> readers; ///< over TCP
    Sip::Streams streams;
    Sip::Registration registration;
    bool expected = false; ///< this connection was expected because of a registration
    bool restored = false;
};

} // namespace Trackhand
