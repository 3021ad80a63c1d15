// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/modeltext.h"

namespace Trackhand {

QStringList modelText(const QAbstractItemModel &model, const QList<int> &columns)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            if (columns.isEmpty() || columns.contains(column)) {
                cells.append(model.index(row, column).data().toString());
            }
        }
        lines.append(cells.join(QStringLiteral(" | ")));
    }
    return lines;
}

QStringList treeText(const QAbstractItemModel &model, const QList<int> &columns, const QModelIndex &parent)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            if (columns.isEmpty() || columns.contains(column)) {
                cells.append(model.index(row, column, parent).data().toString());
            }
        }
        lines.append(cells.join(QStringLiteral(" | ")));
        for (const QString &below : treeText(model, columns, model.index(row, 0, parent))) {
            lines.append(QStringLiteral("  ") + below);
        }
    }
    return lines;
}

} // namespace Trackhand
