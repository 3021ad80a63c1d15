// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/packet.h"
#include "helpers/protocols/rtsp/rtspsyntax.h"
#include "wire/channel/proposal.h"

#include <memory>
#include <string_view>

namespace Trackhand {

struct RtspStream;

/// The Real Time Streaming Protocol (RFC 2326, and RFC 7826 for version 2): lets the media (RTP) and its reports (RTCP)
/// through whose UDP ports client and server agree on with SETUP. Media within the connection itself needs no help.
/// Memory a connection: for each direction a message reader, four answers and eight replacements; eight streams.
///
/// Nothing is expected until the server has agreed, and then only between the ports that both have named. Where the
/// client's address is translated, its ports must be reserved before the server is told, and are expected from then on
/// from any port of the server. A PLAY after a pause expects the streams again: conntrack forgets silent ones.
class RtspHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit RtspHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    void onHead(Context &context) const;
    void onSetup(Context &context) const;
    void offer(const Rtsp::Transports &transports, const Rtsp::Transport &wanted, Context &context) const;
    void onSetupReply(RtspStream &stream, Context &context) const;
    void agree(const Rtsp::Transport &granted, RtspStream &stream, Context &context) const;
    void onGroup(const Rtsp::Transport &granted, Context &context) const;
    void onPlay(Context &context) const;
    void expect(const RtspStream &stream, Context &context) const;
    std::string_view reasonToRefuse(const Rtsp::End &end, Direction side, const Context &context) const;

    bool m_loose;
    bool m_allowLowPorts;
    bool m_anySourcePort;
};

} // namespace Trackhand
