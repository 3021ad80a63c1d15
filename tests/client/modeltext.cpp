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

} // namespace Trackhand
