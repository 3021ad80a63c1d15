// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/attachedhelper.h"

#include <algorithm>

namespace Trackhand {

AttachedHelper::AttachedHelper(std::unique_ptr<Helper> helper, std::vector<ReplayPorts> ports, std::size_t flows)
    : m_runner(std::move(helper), flows)
    , m_ports(std::move(ports))
{
    if (m_ports.empty()) {
        for (const std::uint16_t port : descriptor().ports) {
            m_ports.push_back({port, port});
        }
    }
}

bool AttachedHelper::canJudge(const Tuple &original) const
{
    const auto &l3 = descriptor().l3;
    const auto &l4 = descriptor().l4;
    return std::ranges::find(l4, original.l4) != l4.end() && std::ranges::find(l3, original.source.family) != l3.end();
}

bool AttachedHelper::wants(const Tuple &original) const
{
    return canJudge(original) && (m_ports.empty() || hasPort(original.destinationPort));
}

bool AttachedHelper::hasPort(std::uint16_t port) const
{
    return std::ranges::any_of(
        m_ports, [port](const ReplayPorts &range) { return port >= range.first && port <= range.last; });
}

} // namespace Trackhand
