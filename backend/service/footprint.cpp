// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/footprint.h"

#include "backend/supervisor/helpermanager.h"

#include <chrono>
#include <malloc.h>
#include <sys/prctl.h>

namespace Trackhand {

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
    QObject::connect(&m_calm, &QTimer::timeout, &m_calm, [] { ::malloc_trim(0); });
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
