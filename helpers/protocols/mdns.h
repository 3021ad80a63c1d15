// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"

namespace Trackhand {

/// Multicast DNS (RFC 6762): lets the unicast answers to a query through, which any number of hosts send from port
/// 5353. They come to a query from another port than 5353 (6.7: a client that asks once and listens nowhere), and to
/// one whose questions have the unicast-response bit (5.4, "QU"). Answers to all other queries go to the group, and so
/// do announcements: letting these in is a matter of a filter rule, not of a helper. Keeps nothing between packets.
class MdnsHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit MdnsHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    bool m_allowLowPorts;
};

} // namespace Trackhand
