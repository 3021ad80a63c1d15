// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/linereader.h"
#include "wire/channel/proposal.h"

#include <memory>
#include <optional>
#include <string_view>

namespace Trackhand {

namespace Ftp {
struct Announcement;
}

/// The file transfer protocol (RFC 959, RFC 2428): lets the data connections through that a control connection
/// announces with PORT, EPRT, PASV (227) and EPSV (229). Memory a connection: two line readers and eight answers.
///
/// Only the last line of a 227 or 229 reply counts, as clients read it; lines within a longer reply may say anything.
/// After 234 (RFC 4217) the control connection is encrypted and nothing can be seen any more.
class FtpHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit FtpHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    struct Context;
    void onCommand(const LineReader::Line &line, Context &context) const;
    void onReply(const LineReader::Line &line, Context &context) const;
    void onFinalReply(int code, std::string_view text, Context &context) const;
    void onAnnouncement(std::string_view what, std::optional<Ftp::Announcement> announcement, Context &context) const;
    void expect(Wire::ExpectationProposal &expectation, const Ftp::Announcement &announcement, Context &context) const;
    static bool announce(const Ftp::Announcement &announcement, std::string_view text, Context &context);
    std::string_view reasonToRefuse(const Ftp::Announcement &announcement, const Context &context) const;

    bool m_loose;
    bool m_allowLowPorts;
};

} // namespace Trackhand
