// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/selectedrows.h"

#include <QAbstractItemView>
#include <algorithm>

namespace Trackhand {

std::vector<int> selectedRows(const QAbstractItemView &view)
{
    std::vector<int> rows; // by ranges, for all of a full table is one
    const QItemSelection selection = view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void selectOnly(QAbstractItemView &view, int row)
{
    const int column = std::max(0, view.currentIndex().column());
    view.selectionModel()->setCurrentIndex(
        view.model()->index(row, column), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void moveSelectionUp(QAbstractItemView &view, int rows)
{
    QItemSelectionModel *selection = view.selectionModel();
    const QAbstractItemModel *model = view.model();
    QItemSelection moved;
    const QItemSelection before = selection->selection();
    for (const QItemSelectionRange &range : before) {
        const int bottom = range.bottom() - rows;
        if (bottom >= 0) {
            moved.select(
                model->index(std::max(0, range.top() - rows), range.left()), model->index(bottom, range.right()));
        }
    }
    const QModelIndex current = view.currentIndex();
    const bool gone = current.isValid() && current.row() < rows;
    {
        const QSignalBlocker quiet(selection); // the same packets as before
        selection->select(moved, QItemSelectionModel::ClearAndSelect);
        if (current.isValid() && !gone) {
            selection->setCurrentIndex(current.siblingAtRow(current.row() - rows), QItemSelectionModel::NoUpdate);
        }
    }
    if (gone) {
        selection->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    }
}

} // namespace Trackhand
