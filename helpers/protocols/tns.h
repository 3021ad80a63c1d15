// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/shorttext.h"
#include "helpers/protocols/tnssyntax.h"
#include "wire/channel/proposal.h"

#include <memory>
#include <string_view>

namespace Trackhand {

struct Replacement;

/// Oracle Net, the protocol of Oracle databases ("TNS"; its makers do not publish it, so the source is what listeners
/// are seen to send, and conntrackd's tns): a listener may send a client to another port, or another host, with
/// REDIRECT. Memory a connection: the listener's record of 1 KiB and four answers.
///
/// Redirects come before the database has accepted the connection. From then on nothing is read, and the kernel keeps
/// that with the connection: what a database sends could look like anything. The connection that a redirection leads to
/// gets no helper, so it cannot be redirected once more.
class TnsHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit TnsHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    void onRecord(Context &context) const;
    void onRedirect(Context &context) const;
    std::string_view reasonToRefuse(const Tns::Address &address, const Context &context) const;
    static bool translate(Wire::ExpectationProposal &expectation, const Tns::Address &address, Replacement &replacement,
        Context &context);
    static bool findReplacement(
        std::string_view text, const ShortText &said, Replacement &replacement, const Context &context);

    bool m_loose;
    bool m_allowLowPorts;
};

} // namespace Trackhand
