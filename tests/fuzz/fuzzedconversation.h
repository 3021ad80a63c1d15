// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "check.h"
#include "packetbuilder.h"

#include "helpers/helperrunner.h"
#include "helpers/packet/expectations.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace Fuzz {

/// Conversations of one protocol out of an input, and what a helper answers to each packet. The input has
///
///     byte 0  bit 0 IPv6 | 1 the client is translated | 2 the server is translated | 3 TCP begins with its handshake
///             | 4 every option that grants something is set | 6-7 which of the protocol's transports
///     byte 1  how many ports from the wanted one on are taken, where addresses are translated; 255: all
///     byte 2  bit 0-3 which of the protocol's ports | 4-6 to a multicast group (1-4) | 7 from that port too
///
/// and then packets, of which the first 64 count:
///
///     byte 0  bit 0 from the server | 1 a shift of the sequence number follows, one byte | 2 with FIN
///             | 3 acknowledges what was not seen | 4 the queue cut it | 5 a new connection of the same tuple
///             | 6 the last one of this side again, and nothing follows
///     2 bytes length, little endian, and the payload
class FuzzedConversation : public Trackhand::PortAuthority {
public:
    using MakeHelper = std::function<std::unique_ptr<Trackhand::Helper>(const Trackhand::HelperOptions &options)>;
    FuzzedConversation(const Trackhand::HelperDescriptor &helper, const MakeHelper &makeHelper, Input &input);

    struct Judged {
        const Trackhand::Wire::PacketRecord &record;
        const Trackhand::Test::Bytes &bytes;
        const Trackhand::Wire::Proposal &proposal;
    };
    using Onlooker = std::function<void(const Judged &judged)>;
    using PortsOnlooker =
        std::function<void(const Trackhand::Wire::PacketRecord &record, const Trackhand::Wire::PortRequest &request)>;
    void run(const Onlooker &onlooker, const PortsOnlooker &ports);

    /// Whether options were set that grant this.
    bool grants(Trackhand::OptionGrant grant) const;

    std::optional<std::uint16_t> request(const Trackhand::Wire::PortRequest &request) override;

private:
    struct Said {
        std::uint32_t sequence = 0;
        Trackhand::Test::Bytes payload;
    };

    Trackhand::HelperOptions options() const;
    void setTuples(std::uint8_t ports);
    void handshake(const Onlooker &onlooker);
    void packet(const Onlooker &onlooker);
    void send(std::size_t from, const Said &said, std::uint8_t tcpFlags, const Onlooker &onlooker);
    bool isTcp() const { return m_original.l4 == Trackhand::L4Protocol::Tcp; }

    const Trackhand::HelperDescriptor &m_helper;
    Input &m_input;
    std::uint8_t m_world;
    std::uint8_t m_takenPorts;
    Trackhand::HelperRunner m_runner;
    Trackhand::Tuple m_original;
    Trackhand::Tuple m_reply;
    Trackhand::Wire::PacketRecord m_record;
    std::array<std::uint32_t, 2> m_next {0xffffff00, 5000}; // the client's numbers wrap
    std::array<Said, 2> m_last;
    std::uint32_t m_ackAhead = 0;
    bool m_replied = false;
    const PortsOnlooker *m_ports = nullptr;
};

} // namespace Fuzz
