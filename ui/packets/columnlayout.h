// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QTableView;

namespace Trackhand {

/// The columns of the packets' table as a person has arranged them.
struct ColumnLayout {
    struct Column {
        QString key; ///< of PacketModel::columnKey()
        int width = 0; ///< pixels; 0 = what the column has without a layout
        bool shown = true;

        bool operator==(const Column &) const = default;
    };
    QList<Column> columns; ///< from the leading edge on

    static ColumnLayout of(const QTableView &table);
    /// Columns that the layout does not name come last, as @p usual has them; names that no column has are passed over.
    /// At least one column stays to be seen.
    void applyTo(QTableView &table, const ColumnLayout &usual) const;

    /// A line a column, for settings: "source 168 shown". Of lines that are none, the column keeps what it has.
    QStringList toLines() const;
    static ColumnLayout fromLines(const QStringList &lines);

    bool operator==(const ColumnLayout &) const = default;
};

} // namespace Trackhand
