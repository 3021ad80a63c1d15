// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"

namespace Trackhand {

/// Service Location Protocol, version 2 (RFC 2608; RFC 3111 for IPv6): lets the answers to a request through that went
/// to a group of agents, or to all hosts. Every agent that has one sends it from port 427 to the port that asked (6.1).
/// Keeps nothing between packets.
class SlpHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit SlpHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    bool m_allowLowPorts;
};

} // namespace Trackhand
