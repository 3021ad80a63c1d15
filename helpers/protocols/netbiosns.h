// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"

namespace Trackhand {

/// NetBIOS name service (RFC 1002, 4.2): lets the answers to a broadcast through, which hosts of the same network send
/// from port 137: to a query, and to a registration that somebody objects to. The kernel's helper does the same
/// (nf_conntrack_netbios_ns.c, nf_conntrack_broadcast.c), and takes the network from the interface, which a helper in
/// user space cannot see: here the option prefix_length says how large it is. Keeps nothing between packets.
class NetbiosNsHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit NetbiosNsHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    bool isBroadcast(const IpAddress &address) const;

    unsigned m_prefixLength;
    bool m_allowLowPorts;
};

} // namespace Trackhand
