// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/eventfilter.h"

#include <QSortFilterProxyModel>

namespace Trackhand {

class ExpectationModel;

/// The rows of an ExpectationModel that a filter lets through; `action` is what became of the expectation. Newest
/// first, or sorted by any column.
class ExpectationFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ExpectationFilter(ExpectationModel *expectations, QObject *parent = nullptr);

    void setFilter(const EventFilter &filter);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ExpectationModel *m_expectations;
    EventFilter m_filter;
};

} // namespace Trackhand
