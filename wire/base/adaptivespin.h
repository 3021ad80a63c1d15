// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <sched.h>

namespace Trackhand::Wire {

/// A short look out before a sleep. Waking a process that sleeps costs more than most answers take to come; but a look
/// out that ends in vain has taken the processor from whoever would have used it. So it is worth it as long as the last
/// wait, sleep and wake-up and all, was no longer than a look out may be. It gives way between looks: on a machine
/// whose processors are all taken the other side may wait for this very one.
class AdaptiveSpin {
public:
    static constexpr std::chrono::microseconds Longest {50};
    /// Whoever gives way for longer shares its processor with somebody busy.
    static constexpr std::chrono::microseconds CrowdedOut {10};

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
        do {
            for (int look = 0; look < LooksPerTurn; ++look) {
                if (ready()) {
                    return true;
                }
                pause();
            }
            giveWay();
            if (readyBetween()) {
                return true;
            }
        } while (Clock::now() - m_began < Longest);
        return false;
    }

    void slept() { m_worthIt = Clock::now() - m_began < Longest; }

    /// Whether somebody else had the processor for long during the last spin().
    bool crowdedOut() const { return m_crowdedOut; }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr int LooksPerTurn = 32;

    static void pause()
    {
#if defined(__x86_64__) || defined(__i386__)
        __builtin_ia32_pause();
#elif defined(__aarch64__)
        asm volatile("yield");
#endif
    }

    void giveWay()
    {
        const auto before = Clock::now();
        ::sched_yield();
        m_crowdedOut = m_crowdedOut || Clock::now() - before > CrowdedOut;
    }

    Clock::time_point m_began;
    bool m_worthIt = true;
    bool m_crowdedOut = false;
};

} // namespace Trackhand::Wire
