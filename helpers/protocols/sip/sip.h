// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/protocols/sip/sipmedia.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace Trackhand {

namespace Sip {
struct Message;
}

/// The session initiation protocol (RFC 3261) over UDP and TCP: lets the media through that the session descriptions of
/// a call announce (RFC 3264), and the calls that come to a phone which has registered. Behaves as Linux'
/// nf_conntrack_sip and nf_nat_sip do, differences are in helpers/README.md. Memory a connection: 16 media and one
/// registration; over TCP 8 KiB a direction once a message came in pieces.
///
/// Signalling over TLS is not seen; over TCP such a connection is told by its first byte and not looked at again.
class SipHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit SipHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    void onSegment(Context &context) const;
    void onMessage(std::string_view text, std::optional<std::size_t> offset, Context &context) const;
    void onCall(const Sip::Message &message, Context &context, Sip::Plan &plan, Sip::Edits &edits) const;
    void onRegister(const Sip::Message &message, Context &context, Sip::Plan &plan) const;
    void onRegistered(const Sip::Message &message, Context &context, Sip::Plan &plan) const;
    std::string_view reasonToRefuse(const Sip::Contact &contact, const Context &context) const;
    Wire::ExpectationProposal callsTo(std::uint16_t port, const Connection &connection) const;
    std::optional<std::uint16_t> publicPortOf(const Sip::HostPort &host, const Context &context) const;

    Sip::MediaReader::Rules m_media;
    bool m_directSignalling;
};

} // namespace Trackhand
