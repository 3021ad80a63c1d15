// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/protocols/sip/sdp.h"
#include "helpers/protocols/sip/sipflow.h"
#include "helpers/protocols/sip/siprewrite.h"
#include "wire/channel/proposal.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace Trackhand {

class Connection;
class Expectations;

namespace Sip {

/// Kinds of expectations, by the index of their class.
enum class ExpectationKind : std::uint8_t { Signalling = 0, Audio = 1, Video = 2, Image = 3 };

/// What a message leads to, to be done once it is known that the message can be rewritten.
class Plan {
public:
    bool add(std::string_view what, const Wire::ExpectationProposal &expectation);

    /// Without what needs a message that was not rewritten.
    void dropTranslated();
    /// Expects all of it and says so in the connection's note.
    void carryOut(Connection &connection, Expectations &expectations) const;

    struct Item {
        std::string_view what;
        Wire::ExpectationProposal expectation;
    };
    std::span<const Item> items() const { return std::span(m_items).first(m_count); }

private:
    std::array<Item, Wire::MaxExpectationsPerPacket> m_items {};
    std::size_t m_count = 0;
};

/// The media of one session description: RTP and RTCP come to the ports that it announces, from its sender's peer.
class MediaReader {
public:
    struct Rules {
        bool direct = true; ///< media go between the hosts that signal
        bool allowLowPorts = false;
    };

    MediaReader(const Rules &rules, Connection &connection, Expectations &expectations, Streams &streams)
        : m_rules(rules)
        , m_connection(connection)
        , m_expectations(expectations)
        , m_streams(streams)
    {
    }

    /// Of the call @p call. What is expected goes to @p plan, what the receiver is to read instead to @p edits.
    void read(const Sdp::Description &description, std::uint64_t call, Plan &plan, Edits &edits);

private:
    std::string_view readMedium(const Sdp::Media &medium, Stream &stream, Plan &plan);
    std::string_view reasonToRefuse(const Sdp::Media &medium, const Stream &stream) const;
    bool isShared(const Plan &plan, Stream &stream) const;
    bool translate(const Wire::ExpectationProposal &rtp, Stream &stream);
    void expect(std::string_view what, const Wire::ExpectationProposal &like, const Stream &stream, Plan &plan) const;
    void rewrite(const Sdp::Address &address, Edits &edits) const;

    const Rules &m_rules;
    Connection &m_connection;
    Expectations &m_expectations;
    Streams &m_streams;
};

} // namespace Sip
} // namespace Trackhand
