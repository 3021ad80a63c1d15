// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/table.h"

#include "ctl/console.h"

namespace Trackhand {

Table::Table(const QStringList &headings)
{
    for (const QString &heading : headings) {
        m_numeric.append(heading.startsWith(u'>'));
        m_headings.append(m_numeric.last() ? heading.mid(1) : heading);
    }
}

void Table::print(Console &console) const
{
    QList<qsizetype> widths;
    for (qsizetype column = 0; column < m_headings.size(); ++column) {
        qsizetype width = m_headings[column].size();
        for (const QStringList &row : m_rows) {
            width = std::max(width, row.value(column).size());
        }
        widths.append(width);
    }
    const auto formatted = [&](const QStringList &row) {
        QString text;
        for (qsizetype column = 0; column < widths.size(); ++column) {
            const QString cell = row.value(column);
            text += m_numeric[column] ? cell.rightJustified(widths[column]) : cell.leftJustified(widths[column]);
            text += QStringLiteral("  ");
        }
        while (text.endsWith(u' ')) {
            text.chop(1);
        }
        return text;
    };
    console.line(console.coloured(Console::Colour::Dim, formatted(m_headings)));
    for (const QStringList &row : m_rows) {
        console.line(formatted(row));
    }
}

} // namespace Trackhand
