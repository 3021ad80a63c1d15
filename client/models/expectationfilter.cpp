// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/expectationfilter.h"

#include "client/models/expectationmodel.h"
#include "client/models/modelroles.h"

namespace Trackhand {

ExpectationFilter::ExpectationFilter(ExpectationModel *expectations, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_expectations(expectations)
{
    setSortRole(SortRole);
    setSourceModel(expectations);
}

void ExpectationFilter::setFilter(const EventFilter &filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool ExpectationFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_filter.matchesEverything() || m_filter.matches(m_expectations->recordAt(row));
}

} // namespace Trackhand
