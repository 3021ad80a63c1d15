// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace Trackhand::Wire {

namespace SeqlockDetail {

constexpr std::size_t BlockWords = 8; // a cache line

inline void storeWord(std::uint64_t *to, const std::uint8_t *from)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    std::atomic_ref<std::uint64_t>(*to).store(word, std::memory_order_relaxed);
}

inline void loadWord(std::uint8_t *to, std::uint64_t *from)
{
    const std::uint64_t word = std::atomic_ref<std::uint64_t>(*from).load(std::memory_order_relaxed);
    std::memcpy(to, &word, sizeof word);
}

template <std::size_t... I>
void storeBlock(std::uint64_t *to, const std::uint8_t *from, std::index_sequence<I...>)
{
    (storeWord(to + I, from + I * 8), ...);
}

template <std::size_t... I>
void loadBlock(std::uint8_t *to, std::uint64_t *from, std::index_sequence<I...>)
{
    (loadWord(to + I * 8, from + I), ...);
}

} // namespace SeqlockDetail

/// A seqlock slot begins with a 64-bit number that is 0 while the rest is being written. The rest is copied word by
/// word with relaxed atomics, because the reader may copy while the writer writes; it then throws the copy away.
/// Compilers neither widen nor unroll such a loop, so it is written out a cache line at a time: a third faster.
/// @p bytes is a multiple of 8 and includes the number.
inline void writeSlot(std::uint8_t *slot, const void *value, std::size_t bytes, std::uint64_t number)
{
    using namespace SeqlockDetail;
    auto *words = reinterpret_cast<std::uint64_t *>(slot);
    const auto *from = static_cast<const std::uint8_t *>(value);
    std::atomic_ref<std::uint64_t> sequence(words[0]);
    sequence.store(0, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
    std::size_t i = 1;
    for (; i + BlockWords <= bytes / 8; i += BlockWords) {
        storeBlock(words + i, from + i * 8, std::make_index_sequence<BlockWords>());
    }
    for (; i < bytes / 8; ++i) {
        storeWord(words + i, from + i * 8);
    }
    sequence.store(number, std::memory_order_release);
}

/// False when slot does not (or no longer) hold @p number. @p into is then meaningless.
inline bool readSlot(const std::uint8_t *slot, void *into, std::size_t bytes, std::uint64_t number)
{
    using namespace SeqlockDetail;
    // atomic_ref wants a mutable object; the mapping is read-only, and only loads are done.
    auto *words = const_cast<std::uint64_t *>(reinterpret_cast<const std::uint64_t *>(slot));
    auto *to = static_cast<std::uint8_t *>(into);
    std::atomic_ref<std::uint64_t> sequence(words[0]);
    if (sequence.load(std::memory_order_acquire) != number) {
        return false;
    }
    std::size_t i = 1;
    for (; i + BlockWords <= bytes / 8; i += BlockWords) {
        loadBlock(to + i * 8, words + i, std::make_index_sequence<BlockWords>());
    }
    for (; i < bytes / 8; ++i) {
        loadWord(to + i * 8, words + i);
    }
    std::atomic_thread_fence(std::memory_order_acquire);
    std::memcpy(to, &number, 8);
    return sequence.load(std::memory_order_relaxed) == number;
}

} // namespace Trackhand::Wire
