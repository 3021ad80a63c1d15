// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/memory.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <lua.hpp>
#include <new>
#include <utility>

namespace Trackhand::Script {

namespace {

constexpr std::size_t MaxSlabs = 1024; // 32 MiB: every byte of the limit, and as much again for sizes out of use

} // namespace

void *Memory::allocate(void *memory, void *block, std::size_t oldSize, std::size_t newSize)
{
    auto &self = *static_cast<Memory *>(memory);
    // Lua says what kind of object it makes where there is no old block to have a size.
    const std::size_t hadSize = block ? oldSize : 0;
    if (newSize == 0) {
        self.giveBack(block, hadSize);
        self.m_used -= hadSize;
        return nullptr;
    }
    if (newSize > hadSize && !self.mayTake(block, oldSize, newSize)) {
        return nullptr;
    }
    void *const moved = self.resize(block, hadSize, newSize);
    if (moved) {
        self.m_used = self.m_used - hadSize + newSize;
        self.m_allocated += newSize > hadSize ? newSize : 0;
    }
    return moved;
}

void Memory::begin(std::size_t mayAllocate)
{
    m_allocated = 0;
    m_mayAllocate = mayAllocate;
    m_shortages = 0;
    m_refusedLine = 0;
    m_lifted = false;
}

bool Memory::mayTake(const void *block, std::size_t oldSize, std::size_t newSize)
{
    if (m_lifted) {
        return true;
    }
    const bool isString = !block && oldSize == LUA_TSTRING;
    const std::size_t growth = block ? newSize - oldSize : newSize;
    const bool fits = growth <= MaxMemory - std::min(m_used, MaxMemory);
    if (fits && m_allocated + newSize <= m_mayAllocate && m_shortages <= MaxShortages
        && (!isString || newSize <= MaxStringLength + 64)) { // with its header
        return true;
    }
    refuse();
    return false;
}

void Memory::refuse()
{
    ++m_shortages;
    // Errors of memory come without a place, so it is looked up here, before the stack is unwound.
    lua_Debug place {};
    for (int level = 0; m_state && lua_getstack(m_state, level, &place) != 0; ++level) {
        if (lua_getinfo(m_state, "l", &place) != 0 && place.currentline > 0) {
            m_refusedLine = place.currentline;
            return;
        }
    }
}

void *Memory::take(std::size_t size)
{
    if (size > LargestPooled) {
        return std::malloc(size);
    }
    const std::size_t pool = (size - 1) / Grain;
    if (Free *const block = m_free[pool]) {
        m_free[pool] = block->next;
        return block;
    }
    const std::size_t blockSize = (pool + 1) * Grain;
    if (m_left < blockSize && !addSlab()) {
        return nullptr;
    }
    m_left -= blockSize;
    return std::exchange(m_next, m_next + blockSize);
}

void Memory::giveBack(void *block, std::size_t size)
{
    if (size > LargestPooled) {
        std::free(block);
    } else if (block) {
        Free *&first = m_free[(size - 1) / Grain];
        first = new (block) Free {first};
    }
}

void *Memory::resize(void *block, std::size_t oldSize, std::size_t newSize)
{
    if (oldSize > LargestPooled && newSize > LargestPooled) {
        return std::realloc(block, newSize);
    }
    if (block && oldSize <= LargestPooled && newSize <= LargestPooled
        && (oldSize - 1) / Grain == (newSize - 1) / Grain) {
        return block;
    }
    void *const moved = take(newSize);
    if (!moved) {
        return newSize <= oldSize ? block : nullptr; // Lua takes for granted that making smaller succeeds
    }
    if (block) {
        std::memcpy(moved, block, std::min(oldSize, newSize));
        giveBack(block, oldSize);
    }
    return moved;
}

bool Memory::addSlab()
{
    if (m_slabs.size() == MaxSlabs) {
        return false;
    }
    auto slab = std::unique_ptr<std::byte[]>(new (std::nothrow) std::byte[SlabSize]);
    if (!slab) {
        return false;
    }
    m_next = slab.get();
    m_left = SlabSize;
    m_slabs.push_back(std::move(slab));
    return true;
}

} // namespace Trackhand::Script
