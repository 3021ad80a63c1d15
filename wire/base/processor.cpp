// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/base/processor.h"

#include <algorithm>

namespace Trackhand::Wire {

unsigned currentProcessor()
{
    return static_cast<unsigned>(std::max(::sched_getcpu(), 0)); // it cannot fail on Linux
}

ProcessorChange::ProcessorChange()
{
    // On a machine with more processors than the set has room for this fails, and no change ever comes about.
    if (::sched_getaffinity(0, sizeof m_allowed, &m_allowed) != 0) {
        CPU_ZERO(&m_allowed);
    }
}

void ProcessorChange::to(unsigned processor)
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_last < Rest || processor >= CPU_SETSIZE || !CPU_ISSET(processor, &m_allowed)
        || processor == currentProcessor()) {
        return;
    }
    m_last = now;
    cpu_set_t there;
    CPU_ZERO(&there);
    CPU_SET(processor, &there);
    if (::sched_setaffinity(0, sizeof there, &there) == 0) {
        ::sched_setaffinity(0, sizeof m_allowed, &m_allowed);
    }
}

} // namespace Trackhand::Wire
