// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/wakeuptime.h"

#include <algorithm>
#include <array>
#include <semaphore>
#include <thread>

namespace Trackhand {

namespace {

using namespace std::chrono;

constexpr std::size_t Rounds = 20;
constexpr microseconds Pause {200}; // by then the other one sleeps, and so may its processor
constexpr nanoseconds Least = microseconds(12);
constexpr nanoseconds Most = microseconds(100);

nanoseconds measure()
{
    std::binary_semaphore there(0);
    std::binary_semaphore back(0);
    std::thread other([&there, &back] {
        for (std::size_t i = 0; i < Rounds; ++i) {
            there.acquire();
            back.release();
        }
    });
    std::array<nanoseconds, Rounds> times;
    for (nanoseconds &time : times) {
        std::this_thread::sleep_for(Pause);
        const auto began = steady_clock::now();
        there.release();
        back.acquire();
        time = steady_clock::now() - began;
    }
    other.join();
    // Not the median: now and then both share a processor, and it is the other case that costs.
    auto *const slow = times.begin() + Rounds * 9 / 10;
    std::nth_element(times.begin(), slow, times.end());
    return std::clamp(*slow, Least, Most);
}

} // namespace

nanoseconds wakeUpTime()
{
    static const nanoseconds time = measure();
    return time;
}

} // namespace Trackhand
