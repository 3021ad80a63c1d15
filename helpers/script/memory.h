// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/script/limits.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

struct lua_State;

namespace Trackhand::Script {

/// The memory of one script, within its limits. Small blocks come from pools that grow by slabs and stay, so that a
/// script that has seen its first packets takes nothing more from the system.
class Memory {
public:
    Memory() = default;
    Memory(const Memory &) = delete;
    Memory &operator=(const Memory &) = delete;

    /// lua_Alloc; its first argument is a Memory.
    static void *allocate(void *memory, void *block, std::size_t oldSize, std::size_t newSize);

    /// Whose line is looked up when memory is refused.
    void setState(lua_State *state) { m_state = state; }

    /// A deed begins that may allocate so much before the next one.
    void begin(std::size_t mayAllocate);
    /// Nothing is refused until the next begin(): for our own work, which must not fail half way.
    void lift() { m_lifted = true; }

    std::size_t used() const { return m_used; }
    int refusedLine() const { return m_refusedLine; } ///< where the script stood when memory was last refused, or 0

private:
    static constexpr std::size_t Grain = 16;
    static constexpr std::size_t LargestPooled = 512;
    static constexpr std::size_t SlabSize = std::size_t {32} << 10;
    struct Free {
        Free *next;
    };

    bool mayTake(const void *block, std::size_t oldSize, std::size_t newSize);
    void refuse();
    void *take(std::size_t size);
    void giveBack(void *block, std::size_t size);
    void *resize(void *block, std::size_t oldSize, std::size_t newSize);
    bool addSlab();

    lua_State *m_state = nullptr;
    std::size_t m_used = 0;
    std::size_t m_allocated = 0; ///< in this deed
    std::size_t m_mayAllocate = MaxAllocatedToLoad;
    int m_shortages = 0; ///< in this deed
    int m_refusedLine = 0;
    bool m_lifted = false;
    std::array<Free *, LargestPooled / Grain> m_free {};
    std::vector<std::unique_ptr<std::byte[]>> m_slabs;
    std::byte *m_next = nullptr; ///< what is left of the last slab; nothing is touched before it is used
    std::size_t m_left = 0;
};

} // namespace Trackhand::Script
