// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/protocols/rpcsyntax.h"
#include "wire/channel/proposal.h"

#include <memory>
#include <string_view>

namespace Trackhand {

struct Replacement;
namespace Rpc {
struct Question;
}

/// ONC RPC services (RFC 5531) whose ports a client asks the port mapper for (RFC 1833: GETPORT, GETADDR, GETVERSADDR),
/// over TCP with record marking and over UDP. Memory a connection: two records of 1 KiB, four answers and eight calls.
///
/// A reply counts when its transaction id is that of a call seen before. The service is expected by the transport asked
/// for: versions 3 and 4 mean the one that the call came by, whatever their text says (RFC 1833, 2.2.1).
class RpcHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit RpcHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    void onSegment(Context &context) const;
    void onMessage(Context &context) const;
    static void onCall(Context &context);
    void onReply(Context &context) const;
    void onPlace(const Rpc::Place &place, Rpc::Question &question, Context &context) const;
    std::string_view reasonToRefuse(const Rpc::Place &place, const Context &context) const;
    static bool reserve(Wire::ExpectationProposal &expectation, const Rpc::Question &question, Context &context);
    static bool announce(const Rpc::Place &place, const Wire::ExpectationProposal &expectation,
        Replacement &replacement, Context &context);
    static bool findReplacement(
        std::size_t length, const ShortText &said, Replacement &replacement, const Context &context);

    bool m_loose;
    bool m_allowLowPorts;
};

} // namespace Trackhand
