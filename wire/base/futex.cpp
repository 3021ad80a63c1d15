// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/base/futex.h"

#include <climits>
#include <ctime>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Trackhand::Wire {

void futexWait(const std::atomic<std::uint32_t> &word, std::uint32_t expected, std::chrono::milliseconds timeout)
{
    const timespec time {timeout.count() / 1000, (timeout.count() % 1000) * 1000000};
    ::syscall(SYS_futex, &word, FUTEX_WAIT, expected, &time, nullptr, 0);
}

void futexWait(const std::atomic<std::uint32_t> &word, std::uint32_t expected)
{
    ::syscall(SYS_futex, &word, FUTEX_WAIT, expected, nullptr, nullptr, 0);
}

void futexWakeAll(std::atomic<std::uint32_t> &word)
{
    ::syscall(SYS_futex, &word, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

} // namespace Trackhand::Wire
