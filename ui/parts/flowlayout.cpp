// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace Trackhand {

FlowLayout::FlowLayout(int spacing, int columnWidth, QWidget *parent)
    : QLayout(parent)
    , m_gap(spacing)
    , m_columnWidth(columnWidth)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::columnWidth(int width) const
{
    if (m_columnWidth == 0) {
        return 0;
    }
    const int columns = qMax(1, (width + m_gap) / (m_columnWidth + m_gap));
    return (width - (columns - 1) * m_gap) / columns;
}

int FlowLayout::place(const QRect &rect, bool really) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const int column = columnWidth(rect.width());
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        QSize size = item->sizeHint();
        if (column > 0) {
            size.setWidth(column);
        }
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            x = rect.x();
            y += lineHeight + m_gap;
            lineHeight = 0;
        }
        if (really) {
            item->setGeometry(QStyle::visualRect(direction, rect, {QPoint(x, y), size}));
        }
        x += size.width() + m_gap;
        lineHeight = qMax(lineHeight, size.height());
    }
    return y + lineHeight - rect.y();
}

} // namespace Trackhand
