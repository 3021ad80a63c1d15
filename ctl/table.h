// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

namespace Trackhand {

class Console;

/// Rows of text in aligned columns, two blanks between them; columns of numbers are aligned to the right.
class Table {
public:
    /// A heading that begins with '>' marks a column of numbers.
    explicit Table(const QStringList &headings);

    void add(const QStringList &row) { m_rows.append(row); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    void print(Console &console) const;

private:
    QStringList m_headings;
    QList<bool> m_numeric;
    QList<QStringList> m_rows;
};

} // namespace Trackhand
