// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <ctime>

namespace Trackhand::Wire {

inline std::uint64_t clockNs(clockid_t clock)
{
    timespec time {};
    ::clock_gettime(clock, &time);
    return static_cast<std::uint64_t>(time.tv_sec) * 1000000000U + static_cast<std::uint64_t>(time.tv_nsec);
}

/// CLOCK_MONOTONIC in nanoseconds: for durations, and for packets between the processes of one machine.
inline std::uint64_t monotonicNs()
{
    return clockNs(CLOCK_MONOTONIC);
}

/// CLOCK_REALTIME in nanoseconds: for people.
inline std::uint64_t wallClockNs()
{
    return clockNs(CLOCK_REALTIME);
}

} // namespace Trackhand::Wire
