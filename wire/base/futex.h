// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace Trackhand::Wire {

/// FUTEX_WAIT on a word of a shared mapping, which may be read-only here. Returns when woken, on timeout, or at once
/// when the word no longer holds @p expected.
void futexWait(const std::atomic<std::uint32_t> &word, std::uint32_t expected, std::chrono::milliseconds timeout);

/// The same, for as long as it takes.
void futexWait(const std::atomic<std::uint32_t> &word, std::uint32_t expected);

void futexWakeAll(std::atomic<std::uint32_t> &word);

} // namespace Trackhand::Wire
