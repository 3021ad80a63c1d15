// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/shared/allocationcount.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::uint64_t> here {0};
std::atomic<std::uint64_t> elsewhere {0};
thread_local bool isHere = false;

void count()
{
    (isHere ? here : elsewhere).fetch_add(1, std::memory_order_relaxed);
}

void *counted(void *memory)
{
    if (!memory) {
        std::abort();
    }
    count();
    return memory;
}

} // namespace

namespace Trackhand::Test {

AllocationCount allocations()
{
    return {here.load(), elsewhere.load()};
}

void countThisThread()
{
    isHere = true;
}

} // namespace Trackhand::Test

// The array and nothrow forms of the standard library call these.
void *operator new(std::size_t size)
{
    return counted(std::malloc(size == 0 ? 1 : size));
}

void *operator new(std::size_t size, std::align_val_t alignment)
{
    const auto boundary = static_cast<std::size_t>(alignment);
    return counted(std::aligned_alloc(boundary, (size + boundary - 1) / boundary * boundary));
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::align_val_t) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
