// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/shorttext.h"
#include "wire/channel/proposal.h"

#include <memory>
#include <optional>
#include <string_view>

namespace Trackhand {

namespace Ssdp {
struct Url;
}
struct SsdpRequest;

/// SSDP, the discovery of UPnP, and its events (UPnP Device Architecture 2.0, 1.3 and 4.1). One leads to the next, and
/// each expected connection gets this helper too:
///   M-SEARCH to the group   the answers, of every device that is meant, from whatever port it likes (1.3.3)
///   an answer               connections of the one who asked to the place that its LOCATION names
///   SUBSCRIBE there         connections of the device to the place that CALLBACK names
///   NOTIFY here             more of the same, so that they come for as long as there are events
/// State of a connection: a line reader, the answers to retransmissions, and where in which request it is.
class SsdpHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit SsdpHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    void onSearch(std::string_view message, Connection &connection, Expectations &expectations) const;
    void onAnswer(std::string_view message, Connection &connection, Expectations &expectations) const;
    void onSegment(const SsdpRequest &request) const;
    void onCallback(std::string_view value, const SsdpRequest &request) const;
    static std::optional<ShortText> publish(
        const Ssdp::Url &url, Wire::ExpectationProposal &expectation, const SsdpRequest &request);
    void onNotify(const SsdpRequest &request) const;
    std::string_view reasonToRefuse(const Ssdp::Url &url, const Connection &connection) const;
    Wire::ExpectationProposal expectationAt(const Ssdp::Url &url, const Connection &connection) const;

    bool m_loose;
    bool m_allowLowPorts;
};

} // namespace Trackhand
