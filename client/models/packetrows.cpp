// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetrows.h"

#include <algorithm>

namespace Trackhand {

void PacketRows::showMatches(const std::vector<PacketNumber> &matches)
{
    m_rows = Matches(matches.begin(), matches.end());
}

void PacketRows::showSorted(std::shared_ptr<const SortedPackets> sorted, PacketNumber first)
{
    m_rows = Sorted {std::move(sorted), first};
}

int PacketRows::count() const
{
    if (const auto *range = std::get_if<Range>(&m_rows)) {
        return int(range->end - range->first);
    }
    if (const auto *matches = std::get_if<Matches>(&m_rows)) {
        return int(matches->size());
    }
    return int(std::get<Sorted>(m_rows).packets->packetOf.size());
}

PacketNumber PacketRows::numberOf(int row) const
{
    if (const auto *range = std::get_if<Range>(&m_rows)) {
        return range->first + PacketNumber(row);
    }
    if (const auto *matches = std::get_if<Matches>(&m_rows)) {
        return (*matches)[std::size_t(row)];
    }
    const auto &sorted = std::get<Sorted>(m_rows);
    return sorted.first + sorted.packets->packetOf[std::size_t(row)];
}

int PacketRows::rowOf(PacketNumber number) const
{
    if (const auto *range = std::get_if<Range>(&m_rows)) {
        return number >= range->first && number < range->end ? int(number - range->first) : -1;
    }
    if (const auto *matches = std::get_if<Matches>(&m_rows)) {
        const auto match = std::lower_bound(matches->begin(), matches->end(), number);
        return match != matches->end() && *match == number ? int(match - matches->begin()) : -1;
    }
    const auto &sorted = std::get<Sorted>(m_rows);
    const std::vector<std::uint32_t> &rowOf = sorted.packets->rowOf;
    const bool known = number >= sorted.first && number - sorted.first < rowOf.size();
    const std::uint32_t row = known ? rowOf[std::size_t(number - sorted.first)] : SortedPackets::None;
    return row == SortedPackets::None ? -1 : int(row);
}

int PacketRows::countBefore(PacketNumber first) const
{
    if (const auto *range = std::get_if<Range>(&m_rows)) {
        return int(std::clamp(first, range->first, range->end) - range->first);
    }
    const auto &matches = std::get<Matches>(m_rows);
    return int(std::lower_bound(matches.begin(), matches.end(), first) - matches.begin());
}

void PacketRows::dropFront(int count)
{
    if (auto *range = std::get_if<Range>(&m_rows)) {
        range->first += PacketNumber(count);
    } else {
        auto &matches = std::get<Matches>(m_rows);
        matches.erase(matches.begin(), matches.begin() + count);
    }
}

void PacketRows::append(const PacketNumber *numbers, std::size_t count)
{
    if (auto *range = std::get_if<Range>(&m_rows)) {
        if (count != 0) {
            range->first = range->first == range->end ? *numbers : range->first;
            range->end = numbers[count - 1] + 1;
        }
    } else {
        auto &matches = std::get<Matches>(m_rows);
        matches.insert(matches.end(), numbers, numbers + count);
    }
}

void PacketRows::prepend(const std::vector<PacketNumber> &matches)
{
    auto &shown = std::get<Matches>(m_rows);
    shown.insert(shown.begin(), matches.begin(), matches.end());
}

} // namespace Trackhand
