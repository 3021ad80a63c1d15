// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <sched.h>
#include <utility>

namespace Trackhand::Wire {

/// A short look out before a sleep. Waking a process that sleeps costs more than most answers take to come; but a look
/// out that ends in vain has taken the processor from whoever would have used it. So it is worth it as long as the last
/// wait, sleep and wake-up and all, was no longer than a look out may be. It gives way between looks: on a machine
/// whose processors are all taken the other side may wait for this very one.
class AdaptiveSpin {
public:
    /// Whoever gives way for longer shares its processor with somebody busy.
    static constexpr std::chrono::microseconds CrowdedOut {20};

    /// @p longest: of one look out.
    explicit AdaptiveSpin(std::chrono::nanoseconds longest)
        : m_longest(longest)
    {
    }

    /// True as soon as @p ready() is; false when it is time to sleep, and slept() says that the sleep is over.
    template <typename Ready>
    bool spin(Ready ready)
    {
        return spin(ready, [] { return false; });
    }

    /// Also true when @p readyBetween() is, which costs a system call and is asked once in a while.
    template <typename Ready, typename ReadyBetween>
    bool spin(Ready ready, ReadyBetween readyBetween)
    {
        m_crowdedOut = false;
        if (ready()) {
            return true;
        }
        m_began = Clock::now();
        if (!m_worthIt) {
            return false;
        }
        for (auto now = m_began; now - m_began < m_longest;) {
            for (int look = 0; look < LooksPerTurn; ++look) {
                if (ready()) {
                    return true;
                }
                pause();
            }
            ::sched_yield();
            if (readyBetween()) {
                return true;
            }
            const auto before = std::exchange(now, Clock::now());
            m_crowdedOut = m_crowdedOut || now - before > CrowdedOut;
        }
        return false;
    }

    void slept() { m_worthIt = Clock::now() - m_began < m_longest; }

    /// Whether somebody else had the processor for long during the last spin().
    bool crowdedOut() const { return m_crowdedOut; }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr int LooksPerTurn = 4;

    static void pause()
    {
#if defined(__x86_64__) || defined(__i386__)
        __builtin_ia32_pause();
#elif defined(__aarch64__)
        asm volatile("yield");
#endif
    }

    std::chrono::nanoseconds m_longest;
    Clock::time_point m_began;
    bool m_worthIt = true;
    bool m_crowdedOut = false;
};

} // namespace Trackhand::Wire
