// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/footprint.h"

#include "backend/supervisor/helpermanager.h"

#include <chrono>
#include <cstdint>
#include <link.h>
#include <malloc.h>
#include <span>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace Trackhand {

namespace {

/// Text is never written, so the file has it, and what is needed again is mapped again at the cost of a page fault. Not so
/// what is only read: the dynamic linker may have written there.
int unmapCode(dl_phdr_info *object, std::size_t, void *)
{
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    for (const ElfW(Phdr) & segment : std::span(object->dlpi_phdr, object->dlpi_phnum)) {
        if (segment.p_type == PT_LOAD && (segment.p_flags & (PF_X | PF_W)) == PF_X) {
            const std::uintptr_t begin = (object->dlpi_addr + segment.p_vaddr) & ~(page - 1);
            const std::uintptr_t end = object->dlpi_addr + segment.p_vaddr + segment.p_memsz;
            ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_DONTNEED);
        }
    }
    return 0;
}

} // namespace

void giveBackMemory()
{
    ::malloc_trim(0);
    ::dl_iterate_phdr(unmapCode, nullptr);
}

void keepFootprintSmall()
{
    ::prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
    ::mallopt(M_ARENA_MAX, 1);
    ::mallopt(M_MMAP_THRESHOLD, 128 << 10); // fixed, or it grows and large buffers end up between small ones
}

SpareMemory::SpareMemory(const HelperManager &manager)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(std::chrono::seconds(1));
    QObject::connect(&m_calm, &QTimer::timeout, &m_calm, [] { giveBackMemory(); });
    const auto later = [this] {
        m_calm.start();
    };
    QObject::connect(&manager, &HelperManager::helperAdded, &m_calm, later);
    QObject::connect(&manager, &HelperManager::helperRemoved, &m_calm, later);
    QObject::connect(&manager, &HelperManager::ruleAdded, &m_calm, later);
    QObject::connect(&manager, &HelperManager::ruleRemoved, &m_calm, later);
    m_calm.start();
}

} // namespace Trackhand
