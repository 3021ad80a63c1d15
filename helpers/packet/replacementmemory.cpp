// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/replacementmemory.h"

#include <algorithm>

namespace Trackhand {

bool ReplacementMemory::remember(std::uint32_t sequence, std::size_t length, std::string_view text)
{
    if (text.size() > MaxText) {
        return false;
    }
    Replacement &replacement = m_replacements[m_used++ % Size];
    replacement.sequence = sequence;
    replacement.length = static_cast<std::uint16_t>(length);
    replacement.textLength = static_cast<std::uint8_t>(text.size());
    std::ranges::copy(text, replacement.text.begin());
    return true;
}

std::size_t ReplacementMemory::repeat(const Packet &packet, Rewrite &rewrite) const
{
    std::size_t repeated = 0;
    const std::size_t count = std::min(m_used, Size);
    for (std::size_t i = m_used - count; i < m_used; ++i) {
        const Replacement &replacement = m_replacements[i % Size];
        const auto offset = packet.offsetOf(replacement.sequence);
        if (offset && rewrite.replace(*offset, replacement.length, {replacement.text.data(), replacement.textLength})) {
            ++repeated;
        }
    }
    return repeated;
}

} // namespace Trackhand
