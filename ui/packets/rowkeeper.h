// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetmodel.h"

class QTableView;

namespace Trackhand {

/// Keeps a person's place while other packets take the rows: the current packet stays current, selected ones stay
/// selected, and what was at the top of the view stays there, as long as they are shown at all.
class RowKeeper {
public:
    static constexpr std::size_t MostSelected = 10'000; ///< more than these are no longer selected afterwards

    /// @p table shows @p model.
    RowKeeper(const PacketModel *model, QTableView *table)
        : m_model(model)
        , m_table(table)
    {
    }

    void remember();
    /// False when there was a current packet and it is no longer shown. Selection signals are not sent for packets that
    /// stay.
    bool restore();

private:
    void restoreSelection(int row) const;
    void restorePlace(int row) const;

    const PacketModel *m_model;
    QTableView *m_table;
    std::optional<PacketNumber> m_current;
    int m_column = 0;
    std::vector<PacketNumber> m_selected;
    std::optional<int> m_currentTop; ///< of the current row in the view, when it is to be seen
    std::optional<PacketNumber> m_first; ///< the packet at the top of a view that was scrolled
    int m_firstTop = 0;
};

} // namespace Trackhand
