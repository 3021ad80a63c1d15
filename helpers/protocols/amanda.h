// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace Trackhand {

namespace Amanda {
struct Stream;
}

/// The backup system Amanda over UDP (its authentications bsd and bsdudp; packet.c and amandad.c of Amanda 3.5, and
/// nf_conntrack_amanda.c): who asks for a service at port 10080 gets the TCP ports of up to four streams named in the
/// reply, and opens them. Where the one who answers is behind a translated address, the ports are rewritten, over IPv6
/// too: a datagram may change its length. Memory a connection: the ports of its last reply.
class AmandaHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit AmandaHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    void onReply(std::string_view reply, Context &context) const;
    void onStream(const Amanda::Stream &stream, std::uint16_t &publicPort, Context &context) const;
    static bool announce(const Amanda::Stream &stream, std::uint16_t publicPort, Context &context);

    bool m_allowLowPorts;
};

} // namespace Trackhand
