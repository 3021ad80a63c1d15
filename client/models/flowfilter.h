// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/eventfilter.h"

#include <QSortFilterProxyModel>

namespace Trackhand {

class FlowModel;

/// The trees of a FlowModel in which a filter finds something: a row that it lets through comes with everything below
/// it, and with its masters. Newest first, or sorted by any column.
class FlowFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit FlowFilter(FlowModel *flows, QObject *parent = nullptr);

    void setFilter(const EventFilter &filter);
    FlowModel *flows() const { return m_flows; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    FlowModel *m_flows;
    EventFilter m_filter;
};

} // namespace Trackhand
