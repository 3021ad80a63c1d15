// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetsearch.h"

#include <deque>
#include <variant>

namespace Trackhand {

/// Which packet is in which row: all of a range, those that a filter lets through (8 bytes each), or sorted (8 bytes
/// each).
class PacketRows {
public:
    void showAll(PacketNumber first, PacketNumber end) { m_rows = Range {first, end}; }
    /// Ascending.
    void showMatches(const std::vector<PacketNumber> &matches);
    /// @p first is that of the snapshot.
    void showSorted(std::shared_ptr<const SortedPackets> sorted, PacketNumber first);

    bool areSorted() const { return std::holds_alternative<Sorted>(m_rows); }
    int count() const;
    PacketNumber numberOf(int row) const;
    int rowOf(PacketNumber number) const; ///< -1 when it is in none

    // What follows is not for sorted rows, which stay as they are.
    int countBefore(PacketNumber first) const;
    void dropFront(int count);
    void append(const PacketNumber *numbers, std::size_t count); ///< in the order of arrival; of a range, the next ones
    void prepend(const std::vector<PacketNumber> &matches);

private:
    struct Range {
        PacketNumber first;
        PacketNumber end;
    };
    using Matches = std::deque<PacketNumber>;
    struct Sorted {
        std::shared_ptr<const SortedPackets> packets;
        PacketNumber first;
    };

    std::variant<Range, Matches, Sorted> m_rows {Range {0, 0}};
};

} // namespace Trackhand
