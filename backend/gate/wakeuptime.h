// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace Trackhand {

/// How long it takes here until a sleeping thread that is woken has woken its waker in turn: a few microseconds on bare
/// metal, fifty where a hypervisor takes part, a hundred under emulation. Measured once, in a few milliseconds, by the
/// first caller. Between 12 and 100 µs: whatever else the machine does is part of it.
std::chrono::nanoseconds wakeUpTime();

} // namespace Trackhand
