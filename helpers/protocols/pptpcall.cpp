// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/pptpcall.h"

#include <algorithm>

namespace Trackhand::Pptp {

namespace {

constexpr std::uint8_t DataVersion = 1;

std::uint16_t read16(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

void write16(std::span<std::uint8_t> bytes, std::size_t at, std::uint16_t value)
{
    bytes[at] = static_cast<std::uint8_t>(value >> 8);
    bytes[at + 1] = static_cast<std::uint8_t>(value);
}

} // namespace

void Call::restore(std::span<const std::uint8_t> data)
{
    if (data.size() < DataLength || data[0] != DataVersion || data[1] > static_cast<std::uint8_t>(CallState::Up)) {
        return;
    }
    state = static_cast<CallState>(data[1]);
    asker = (data[2] & 1) == 0 ? Direction::Original : Direction::Reply;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        ends[i] = {read16(data, 4 + i * 4), read16(data, 6 + i * 4), (data[2] & 2U << i) != 0};
    }
}

Call::Data Call::data() const
{
    Data data {DataVersion, static_cast<std::uint8_t>(state), static_cast<std::uint8_t>(asker)};
    for (std::size_t i = 0; i < ends.size(); ++i) {
        data[2] |= static_cast<std::uint8_t>(ends[i].known ? 2U << i : 0);
        write16(data, 4 + i * 4, ends[i].id);
        write16(data, 6 + i * 4, ends[i].publicId);
    }
    return data;
}

bool ReplacementMemory::replace(std::uint32_t sequence, std::uint16_t id, const Packet &packet, Rewrite &rewrite)
{
    const Replacement replacement {sequence, {static_cast<char>(id >> 8), static_cast<char>(id)}};
    const auto offset = packet.offsetOf(sequence);
    if (!offset || !rewrite.replace(*offset, replacement.bytes.size(), {replacement.bytes.data(), 2})) {
        return false;
    }
    m_replacements[m_used++ % Size] = replacement;
    return true;
}

void ReplacementMemory::repeat(const Packet &packet, Rewrite &rewrite) const
{
    for (std::size_t i = m_used - std::min(m_used, Size); i < m_used; ++i) {
        const Replacement &replacement = m_replacements[i % Size];
        for (std::uint32_t byte = 0; byte < replacement.bytes.size(); ++byte) {
            if (const auto offset = packet.offsetOf(replacement.sequence + byte)) {
                rewrite.replace(*offset, 1, {&replacement.bytes[byte], 1});
            }
        }
    }
}

} // namespace Trackhand::Pptp
