// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>
#include <sched.h>

namespace Trackhand::Wire {

/// A short look out before a sleep. Waking a process that sleeps costs more than most answers take to come; but a look
/// out that ends in vain has taken the processor from whoever would have used it. So one in vain halves the next, down
/// to none at all; one that succeeds restores it, and without any one wait in sixteen tries again. It gives way between
/// looks: on a machine whose processors are all taken the other side may wait for this very one.
class AdaptiveSpin {
public:
    static constexpr std::chrono::microseconds Longest {50};

    /// True as soon as @p ready() is; false when it is time to sleep.
    template <typename Ready>
    bool spin(Ready ready)
    {
        if (ready()) {
            return true;
        }
        if (m_budget < Shortest && ++m_skipped % RetryEvery != 0) {
            return false;
        }
        const auto end = std::chrono::steady_clock::now() + std::max(m_budget, Shortest);
        do {
            for (int look = 0; look < LooksPerTurn; ++look) {
                if (ready()) {
                    m_budget = Longest;
                    return true;
                }
                pause();
            }
            ::sched_yield();
        } while (std::chrono::steady_clock::now() < end);
        m_budget /= 2;
        return false;
    }

private:
    static constexpr std::chrono::nanoseconds Shortest = std::chrono::microseconds(5);
    static constexpr int LooksPerTurn = 32;
    static constexpr unsigned RetryEvery = 16;

    static void pause()
    {
#if defined(__x86_64__) || defined(__i386__)
        __builtin_ia32_pause();
#elif defined(__aarch64__)
        asm volatile("yield");
#endif
    }

    std::chrono::nanoseconds m_budget = Longest;
    unsigned m_skipped = 0;
};

} // namespace Trackhand::Wire
