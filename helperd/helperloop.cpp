// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/helperloop.h"

#include <utility>

namespace Trackhand {

namespace {

// Proposals are shown to the gate when nothing more waits, or this many at a time: a wake-up for each would cost more
// than the packet.
constexpr int MaxUnpublished = 16;

} // namespace

HelperLoop::HelperLoop(Wire::HelperChannel channel, HelperRunner &runner)
    : m_channel(std::move(channel))
    , m_runner(runner)
{
    m_runner.setPortAuthority(this);
}

std::optional<std::uint16_t> HelperLoop::request(const Wire::PortRequest &request)
{
    return m_channel.requestPorts(request);
}

void HelperLoop::run()
{
    m_channel.sayReady();
    int unpublished = 0;
    for (;;) {
        const auto packet = m_channel.next();
        if (packet) {
            m_runner.judge(packet->record, packet->payload, m_proposal);
            m_channel.propose(m_proposal);
            ++unpublished;
        }
        if (unpublished == MaxUnpublished || (!packet && unpublished != 0)) {
            m_channel.publish();
            unpublished = 0;
        } else if (!packet) {
            m_channel.wait();
        }
    }
}

} // namespace Trackhand
