// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace Trackhand::Test {

/// Allocations by operator new since the program began, of this thread and of all others. A test that uses this is
/// linked with operators of its own.
struct AllocationCount {
    std::uint64_t here = 0;
    std::uint64_t elsewhere = 0;
};
AllocationCount allocations();

/// From here on, this thread is "here".
void countThisThread();

} // namespace Trackhand::Test
