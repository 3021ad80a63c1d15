// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/colorrules.h"
#include "client/stores/packetstore.h"

#include <Qt>
#include <atomic>
#include <vector>

namespace Trackhand {

/// In which order packets are shown.
struct PacketOrder {
    static constexpr int Arrival = -1;

    int column = Arrival; ///< of PacketModel::Column
    Qt::SortOrder direction = Qt::AscendingOrder; ///< means nothing with Arrival

    bool isArrival() const { return column == Arrival; }
    bool operator==(const PacketOrder &) const = default;
};

/// Puts packets of a snapshot into order: numbers as numbers, addresses by their bytes and then the port, text by its
/// bytes, colour rules in their own order and packets without one last. Packets that are alike stay in order of
/// arrival, also when descending. @p rows are distances from the snapshot's first packet, ascending. May run in any
/// thread; ends within some milliseconds after @p stop has become true, and what it returns then means nothing.
std::vector<std::uint32_t> sortPackets(const PacketSnapshot &packets, const std::vector<std::uint32_t> &rows,
    PacketOrder order, const ColorRuleMatcher &rules, const std::atomic<bool> &stop);

} // namespace Trackhand
