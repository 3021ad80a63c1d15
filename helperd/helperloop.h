// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperrunner.h"
#include "helpers/packet/expectations.h"
#include "wire/channel/packetchannel.h"
#include "wire/channel/proposal.h"

namespace Trackhand {

/// Takes packets from the channel, one at a time, lets the helper judge each, and proposes. Never returns: the process
/// lives until the gate's owner ends it.
class HelperLoop : private PortAuthority {
public:
    HelperLoop(Wire::HelperChannel channel, HelperRunner &runner);

    [[noreturn]] void run();

private:
    /// Asks the gate, through the channel.
    std::optional<std::uint16_t> request(const Wire::PortRequest &request) override;

    Wire::HelperChannel m_channel;
    HelperRunner &m_runner;
    Wire::Proposal m_proposal;
};

} // namespace Trackhand
