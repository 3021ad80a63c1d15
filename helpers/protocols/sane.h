// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "wire/channel/proposal.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace Trackhand {

struct Replacement;

/// Scanning over the network (the SANE standard, 5.2 "Network protocol"; Linux: nf_conntrack_sane.c): the reply to
/// SANE_NET_START names the server's port for the picture. Memory a connection: two streams and four answers.
///
/// Messages have no length of their own, but the two sides take turns: whatever a client says at a time is one request,
/// and what the server says then is its reply. A START is expected to be all that the client says in its turn, which
/// keeps strings within other requests from being taken for one.
class SaneHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit SaneHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    void onRequest(Context &context) const;
    void onReply(Context &context) const;
    void onPort(std::uint16_t port, Context &context) const;
    static bool translate(Wire::ExpectationProposal &expectation, Replacement &replacement, Context &context);

    bool m_allowLowPorts;
};

} // namespace Trackhand
