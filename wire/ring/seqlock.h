// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace Trackhand::Wire {

/// A seqlock slot begins with a 64-bit number that is 0 while the rest is being written. The rest is copied word by
/// word with relaxed atomics, because the reader may copy while the writer writes; it then throws the copy away.
/// @p bytes is a multiple of 8 and includes the number.
inline void writeSlot(std::uint8_t *slot, const void *value, std::size_t bytes, std::uint64_t number)
{
    auto *words = reinterpret_cast<std::uint64_t *>(slot);
    const auto *from = static_cast<const std::uint8_t *>(value);
    std::atomic_ref<std::uint64_t> sequence(words[0]);
    sequence.store(0, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
    for (std::size_t i = 1; i < bytes / 8; ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, from + i * 8, 8);
        std::atomic_ref<std::uint64_t>(words[i]).store(word, std::memory_order_relaxed);
    }
    sequence.store(number, std::memory_order_release);
}

/// False when slot does not (or no longer) hold @p number. @p into is then meaningless.
inline bool readSlot(const std::uint8_t *slot, void *into, std::size_t bytes, std::uint64_t number)
{
    // atomic_ref wants a mutable object; the mapping is read-only, and only loads are done.
    auto *words = const_cast<std::uint64_t *>(reinterpret_cast<const std::uint64_t *>(slot));
    auto *to = static_cast<std::uint8_t *>(into);
    std::atomic_ref<std::uint64_t> sequence(words[0]);
    if (sequence.load(std::memory_order_acquire) != number) {
        return false;
    }
    for (std::size_t i = 1; i < bytes / 8; ++i) {
        const std::uint64_t word = std::atomic_ref<std::uint64_t>(words[i]).load(std::memory_order_relaxed);
        std::memcpy(to + i * 8, &word, 8);
    }
    std::atomic_thread_fence(std::memory_order_acquire);
    std::memcpy(to, &number, 8);
    return sequence.load(std::memory_order_relaxed) == number;
}

} // namespace Trackhand::Wire
