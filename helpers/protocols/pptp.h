// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"

#include <memory>

namespace Trackhand {

namespace Pptp {
struct CallIdField;
struct Message;
} // namespace Pptp

/// The point-to-point tunneling protocol (RFC 2637; nf_conntrack_pptp.c, nf_nat_pptp.c): lets the GRE of the call
/// through that a control connection has agreed on, whichever end asked for it. One call a control connection, the last
/// one.
///
/// An enhanced GRE packet carries the call id of its receiver alone. Linux takes that for the destination port and, for
/// want of the kernel's own helper, 0 for the source port, so each direction of a call is a connection of its own, and
/// each is expected. Such a connection has no replies and lasts 30 seconds (nf_conntrack_gre_timeout) after its last
/// packet; every control message renews both expectations, so a call that was silent may go on.
///
/// Where addresses are translated, both directions follow the control connection, and call ids are replaced by free
/// ones in every message that names them; no message changes its length by that.
class PptpHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit PptpHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    static void onMessage(const Pptp::Message &message, Context &context);
    static void onRequest(const Pptp::Message &message, Context &context);
    static void onReply(const Pptp::Message &message, Context &context);
    static void onConnected(const Pptp::Message &message, Context &context);
    static void onEnd(const Pptp::Message &message, Context &context);
    static bool assign(const Pptp::CallIdField &field, Context &context);
    static void renew(Context &context);
    static void translate(const Pptp::Message &message, Context &context);
    static void replace(const Pptp::CallIdField &field, std::uint16_t id, Context &context);
};

} // namespace Trackhand
