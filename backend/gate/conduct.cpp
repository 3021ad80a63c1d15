// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/conduct.h"

#include <algorithm>

namespace Trackhand {

void Conduct::reset()
{
    m_refusals = 0;
    m_surplusRings = 0;
    m_lateNames = 0;
    m_releasedUpTo.reset();
}

bool Conduct::rangTooOften(std::uint64_t times)
{
    m_surplusRings += std::min<std::uint64_t>(times, m_mostOwed + std::uint64_t {1});
    return m_surplusRings > m_mostOwed;
}

bool Conduct::mayStillName(std::uint32_t packetId)
{
    // Ids wrap.
    const bool late = m_releasedUpTo && static_cast<std::int32_t>(packetId - *m_releasedUpTo) <= 0;
    return late && ++m_lateNames <= m_mostOwed;
}

} // namespace Trackhand
