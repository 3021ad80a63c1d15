// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/feed/eventqueue.h"

#include <algorithm>
#include <utility>

namespace Trackhand {

std::size_t EventQueue::room() const
{
    const std::lock_guard lock(m_mutex);
    return Capacity - std::min(Capacity, m_contents.events.size());
}

void EventQueue::push(std::span<const EventRecord> events, std::uint64_t lost)
{
    const std::lock_guard lock(m_mutex);
    const std::size_t fits = std::min(events.size(), Capacity - std::min(Capacity, m_contents.events.size()));
    m_contents.events.insert(
        m_contents.events.end(), events.begin(), events.begin() + static_cast<std::ptrdiff_t>(fits));
    m_contents.lost += lost + (events.size() - fits);
}

EventQueue::Contents EventQueue::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_contents, {});
}

} // namespace Trackhand
