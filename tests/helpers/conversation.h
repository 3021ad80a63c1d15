// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperrunner.h"
#include "packetbuilder.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace Trackhand::Test {

/// A control connection between a client and a server, fed to a helper segment by segment.
class Conversation {
public:
    explicit Conversation(std::string_view helper = "ftp", bool ipv6 = false, const HelperOptions &options = {});

    Tuple original;
    Tuple reply;
    std::uint32_t connectionId = 77;
    std::array<std::uint32_t, 2> sequence {1000, 5000}; ///< of the next byte: client's, server's

    void open(); ///< the three packets of a handshake

    const Wire::Proposal &client(std::string_view text) { return say(0, text); }
    const Wire::Proposal &server(std::string_view text) { return say(1, text); }
    /// A segment at a place of its own choice; the conversation does not move on.
    const Wire::Proposal &segment(int from, std::uint32_t at, std::string_view text, std::uint32_t acknowledges = 0);

    const Wire::Proposal &proposal() const { return *m_proposal; }
    std::string note() const { return std::string(m_proposal->noteText()); }
    /// "source:port > destination:port" for each expectation, joined by ", ".
    std::string expectations() const;

    HelperRunner &runner() { return *m_runner; }
    Wire::PacketRecord record(int from) const;
    std::array<std::uint8_t, Wire::HelperDataSize> kernelData {}; ///< what the kernel keeps between packets

private:
    const Wire::Proposal &say(int from, std::string_view text);
    const Wire::Proposal &judge(int from, const Segment &segment, CtInfo info);

    std::unique_ptr<HelperRunner> m_runner;
    std::unique_ptr<Wire::Proposal> m_proposal = std::make_unique<Wire::Proposal>();
    std::uint32_t m_packetId = 0;
};

} // namespace Trackhand::Test
