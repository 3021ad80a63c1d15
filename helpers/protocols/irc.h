// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/linereader.h"
#include "wire/channel/proposal.h"

#include <memory>
#include <string_view>

namespace Trackhand {

namespace Irc {
struct Offer;
}

/// Internet Relay Chat (RFC 2812): lets the direct connections (DCC) through that a client announces to another one in
/// a PRIVMSG. Made after the kernel's nf_conntrack_irc and nf_nat_irc, and the CTCP drafts. Memory a connection: one
/// line reader and four answers.
///
/// Who will connect is not said in the line, nor does the server tell where that user is: the connection is expected
/// from any host. Only what clients say counts; what others offer to a client reaches it from the server, and the
/// client then opens the connection itself. Lines longer than 512 bytes (message tags) are not read.
class IrcHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit IrcHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    void onLine(const LineReader::Line &line, Context &context) const;
    void onRequest(std::string_view request, Context &context) const;
    void expect(Wire::ExpectationProposal &expectation, const Irc::Offer &offer, Context &context) const;
    static bool announce(const Irc::Offer &offer, std::string_view text, Context &context);
    std::string_view reasonToRefuse(const Irc::Offer &offer, const Context &context) const;

    bool m_loose;
    bool m_allowLowPorts;
};

} // namespace Trackhand
