// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"

namespace Trackhand {

/// DHCP for IPv6 (RFC 8415): lets the answers to a client's messages through. The client sends them to the group of all
/// servers and relays (ff02::1:2, port 547); answers come to its port 546, whatever port it sent from (7.2), from any
/// address and, because nothing forbids it and servers do it, from any port. Keeps nothing between packets.
class Dhcpv6Helper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit Dhcpv6Helper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;
};

} // namespace Trackhand
