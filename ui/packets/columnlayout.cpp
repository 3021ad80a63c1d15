// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/columnlayout.h"

#include "client/models/packetmodel.h"

#include <QHeaderView>
#include <QTableView>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int Narrowest = 24; // pixels: one can still take hold of it
constexpr int Widest = 4000;

int columnOf(const QString &key)
{
    for (int column = 0; column < PacketModel::ColumnCount; ++column) {
        if (PacketModel::columnKey(column) == key) {
            return column;
        }
    }
    return -1;
}

bool names(const ColumnLayout &layout, const QString &key)
{
    return std::any_of(layout.columns.begin(), layout.columns.end(),
        [&key](const ColumnLayout::Column &column) { return column.key == key; });
}

/// Each column once.
ColumnLayout completed(const ColumnLayout &layout, const ColumnLayout &usual)
{
    ColumnLayout whole;
    for (const ColumnLayout &part : {layout, usual}) {
        for (const ColumnLayout::Column &column : part.columns) {
            if (columnOf(column.key) >= 0 && !names(whole, column.key)) {
                whole.columns.append(column);
            }
        }
    }
    return whole;
}

int widthIn(const ColumnLayout &usual, const QString &key)
{
    const auto found = std::find_if(usual.columns.begin(), usual.columns.end(),
        [&key](const ColumnLayout::Column &column) { return column.key == key; });
    return found == usual.columns.end() ? 0 : found->width;
}

int lastShown(const QHeaderView &header)
{
    for (int at = header.count() - 1; at >= 0; --at) {
        if (!header.isSectionHidden(header.logicalIndex(at))) {
            return header.logicalIndex(at);
        }
    }
    return -1;
}

} // namespace

ColumnLayout ColumnLayout::of(const QTableView &table)
{
    const QHeaderView *header = table.horizontalHeader();
    const int stretched = lastShown(*header); // as wide as the window makes it
    ColumnLayout layout;
    for (int at = 0; at < header->count(); ++at) {
        const int column = header->logicalIndex(at);
        const bool shown = !header->isSectionHidden(column);
        const int width = shown && column != stretched ? header->sectionSize(column) : 0;
        layout.columns.append({PacketModel::columnKey(column), width, shown});
    }
    return layout;
}

void ColumnLayout::applyTo(QTableView &table, const ColumnLayout &usual) const
{
    QHeaderView *header = table.horizontalHeader();
    const ColumnLayout whole = completed(*this, usual);
    const bool any = std::any_of(whole.columns.begin(), whole.columns.end(), [](const Column &c) { return c.shown; });
    for (int at = 0; at < whole.columns.size(); ++at) {
        const Column &wanted = whole.columns.at(at);
        const int column = columnOf(wanted.key);
        const int width = wanted.width > 0 ? wanted.width : widthIn(usual, wanted.key);
        header->moveSection(header->visualIndex(column), at);
        header->setSectionHidden(column, any ? !wanted.shown : at != 0);
        if (width > 0) {
            header->resizeSection(column, std::clamp(width, Narrowest, Widest));
        }
    }
}

QStringList ColumnLayout::toLines() const
{
    QStringList lines;
    for (const Column &column : columns) {
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(column.key)
                         .arg(column.width)
                         .arg(column.shown ? QLatin1String("shown") : QLatin1String("hidden")));
    }
    return lines;
}

ColumnLayout ColumnLayout::fromLines(const QStringList &lines)
{
    ColumnLayout layout;
    for (const QString &line : lines) {
        const QStringList words = line.split(QLatin1Char(' '));
        bool good = words.size() == 3;
        const int width = words.value(1).toInt(good ? &good : nullptr);
        if (good && (words.at(2) == QLatin1String("shown") || words.at(2) == QLatin1String("hidden"))) {
            layout.columns.append({words.at(0), std::clamp(width, 0, Widest), words.at(2) == QLatin1String("shown")});
        }
    }
    return layout;
}

} // namespace Trackhand
