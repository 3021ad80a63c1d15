// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/flowfilter.h"

#include "client/models/flowmodel.h"
#include "client/models/modelroles.h"

namespace Trackhand {

FlowFilter::FlowFilter(FlowModel *flows, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_flows(flows)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setSortRole(SortRole);
    setSourceModel(flows);
    sort(FlowModel::AgeColumn, Qt::AscendingOrder);
}

void FlowFilter::setFilter(const EventFilter &filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool FlowFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_filter.matchesEverything() || m_filter.matches(m_flows->recordAt(m_flows->index(row, 0, parent)));
}

} // namespace Trackhand
