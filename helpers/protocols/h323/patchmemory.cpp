// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/patchmemory.h"

#include <algorithm>
#include <string_view>

namespace Trackhand {

void PatchMemory::patched(std::uint32_t sequence, std::span<const std::uint8_t> bytes)
{
    Patch &patch = m_patches[m_patched++ % MaxPatches];
    patch.sequence = sequence;
    patch.length = static_cast<std::uint8_t>(std::min(bytes.size(), MaxBytes));
    std::copy_n(bytes.begin(), patch.length, patch.bytes.begin());
}

void PatchMemory::expected(std::uint32_t lastSequence, const Wire::ExpectationProposal &expectation)
{
    m_expectations[m_expected++ % MaxExpectations] = {lastSequence, expectation};
}

std::size_t PatchMemory::repeat(const Packet &packet, Expectations &expectations, Rewrite &rewrite) const
{
    std::size_t repeated = 0;
    for (std::size_t i = m_patched - std::min(m_patched, MaxPatches); i < m_patched; ++i) {
        repeated += apply(m_patches[i % MaxPatches], packet, rewrite) ? 1 : 0;
    }
    for (std::size_t i = m_expected - std::min(m_expected, MaxExpectations); i < m_expected; ++i) {
        const Expected &each = m_expectations[i % MaxExpectations];
        if (packet.offsetOf(each.lastSequence) && expectations.add(each.expectation)) {
            ++repeated;
        }
    }
    return repeated;
}

bool PatchMemory::apply(const Patch &patch, const Packet &packet, Rewrite &rewrite)
{
    std::size_t begin = 0;
    while (begin < patch.length && !packet.offsetOf(patch.sequence + static_cast<std::uint32_t>(begin))) {
        ++begin;
    }
    if (begin == patch.length) {
        return false;
    }
    const std::size_t offset = *packet.offsetOf(patch.sequence + static_cast<std::uint32_t>(begin));
    const std::size_t length = std::min(patch.length - begin, packet.payload().size() - offset);
    return rewrite.replace(offset, length, {reinterpret_cast<const char *>(patch.bytes.data()) + begin, length});
}

} // namespace Trackhand
