// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/protocols/h323/h323roles.h"
#include "wire/channel/proposal.h"

#include <memory>
#include <string_view>

namespace Trackhand {

namespace Per {
struct Findings;
}

/// H.323: call signalling (ITU-T H.225.0 over TPKT, TCP port 1720), call control (H.245, on connections of its own or
/// tunnelled), and registration and admission (H.225.0 RAS, UDP port 1719). Lets through the H.245 connection, the RTP
/// and RTCP of each channel, T.120, and the calls that a gatekeeper admits.
///
/// A TCP message speaks for itself whether it is of Q.931 or of H.245, so one helper serves both, and expected
/// connections get it again. Addresses are rewritten in place, which never changes a packet's length. Memory a
/// connection: about 4 KiB, and 4 KiB a direction once a message of it is split over segments.
class H323Helper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit H323Helper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Plan;
    struct Announced;
    struct Context;
    void onSegment(Context &context) const;
    void onMessage(std::string_view kind, const Per::Findings &findings, Context &context) const;
    void onRegistration(const Per::Findings &findings, Context &context) const;

    void onAddress(const Announced &announced, Context &context) const;
    void expect(const Announced &announced, Context &context) const;
    std::string_view reasonToRefuse(const Announced &announced, const Context &context) const;
    static Wire::ExpectationProposal expectationFor(
        const Announced &announced, const Plan &plan, const Context &context);
    static std::string_view translate(
        Wire::ExpectationProposal &expectation, const Announced &announced, const Plan &plan, Context &context);
    static void add(Wire::ExpectationProposal expectation, unsigned count, Context &context);
    static void tellSender(const Announced &announced, Context &context);
    static void tellReceiver(const Announced &announced, Context &context);
    static std::string_view tellPublic(const Announced &announced, std::uint16_t publicPort, Context &context);
    static std::string_view tell(
        const Announced &announced, const IpAddress &address, std::uint16_t port, Context &context);
    static void noteRefusal(std::string_view reason, Context &context);

    bool m_loose;
    bool m_allowLowPorts;
};

} // namespace Trackhand
