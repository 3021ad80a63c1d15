// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <sched.h>

namespace Trackhand::Wire {

/// The number of the processor that the calling thread runs on right now.
unsigned currentProcessor();

/// Takes a thread to another processor without binding it there. The scheduler itself leaves a thread that has just run
/// where its caches are warm (half a millisecond, kernel/sched/fair.c: task_hot), even where it waits behind others.
class ProcessorChange {
public:
    /// Remembers where the calling thread may run, for changes of that thread.
    ProcessorChange();

    /// Goes to @p processor, unless it is there, went somewhere less than Rest ago, or may not run there. A change
    /// costs some ten microseconds.
    void to(unsigned processor);

    static constexpr std::chrono::milliseconds Rest {10};

private:
    cpu_set_t m_allowed;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace Trackhand::Wire
