// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperrunner.h"
#include "helpers/packet/expectations.h"
#include "packetbuilder.h"

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace Trackhand::Test {

/// The gate's part where addresses are translated: every port is free but those told to be taken.
class TestPorts : public PortAuthority {
public:
    std::optional<std::uint16_t> request(const Wire::PortRequest &request) override;

    std::set<std::uint16_t> taken;
    std::vector<Wire::PortRequest> requests;
};

/// A control connection between a client (10.0.1.2 or fd00:1::2) and a server (10.0.2.2 or fd00:2::2), fed to a helper
/// packet by packet. It goes to the helper's first usual port by its first protocol. With TRACKHAND_PLAYED_BY set to a
/// file, the script in it stands in for the built-in helper: the same facts are to hold for both.
class Conversation {
public:
    explicit Conversation(std::string_view helper = "ftp", bool ipv6 = false, const HelperOptions &options = {});
    explicit Conversation(std::unique_ptr<Helper> helper, bool ipv6 = false);

    Tuple original; ///< its l4 decides what packets are made
    Tuple reply;
    TestPorts ports;
    CtInfo beginsAs = CtInfo::New; ///< a datagram that nobody has answered yet
    std::uint32_t connectionId = 77;
    std::array<std::uint32_t, 2> sequence {1000, 5000}; ///< of the next byte: client's, server's
    std::array<Wire::SequenceShift, 2> shifts; ///< what the kernel adds to client's and server's numbers

    void open(); ///< the three packets of a TCP handshake
    void masquerade(std::string_view address = "10.0.2.1"); ///< the server sees the client under this address
    void forwardPort(std::string_view address = "10.0.1.1"); ///< the client knows the server by this address

    const Wire::Proposal &client(std::string_view text) { return say(0, text); }
    const Wire::Proposal &server(std::string_view text) { return say(1, text); }
    /// A segment at a place of its own choice; the conversation does not move on.
    const Wire::Proposal &segment(int from, std::uint32_t at, std::string_view text, std::uint32_t acknowledges = 0);

    const Wire::Proposal &proposal() const { return *m_proposal; }
    /// The layer 4 payload of the packet as it is to be, or "" when it stays as it is.
    std::string rewritten() const;
    std::string note() const { return std::string(m_proposal->noteText()); }
    /// "source:port > destination:port" for each expectation, joined by ", ".
    std::string expectations() const;

    HelperRunner &runner() { return *m_runner; }
    Wire::PacketRecord record(int from) const;
    std::array<std::uint8_t, Wire::HelperDataSize> kernelData {}; ///< what the kernel keeps between packets

private:
    const Wire::Proposal &say(int from, std::string_view text);
    const Wire::Proposal &judge(int from, const Bytes &bytes, CtInfo info);
    Tuple onWire(int from) const;

    std::unique_ptr<HelperRunner> m_runner;
    std::unique_ptr<Wire::Proposal> m_proposal = std::make_unique<Wire::Proposal>();
    std::uint32_t m_packetId = 0;
    bool m_replied = false;
};

} // namespace Trackhand::Test
