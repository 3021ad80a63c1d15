// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/statepainter.h"

#include "ui/colors/contrast.h"

#include <QPainter>
#include <QPainterPath>

namespace Trackhand {

namespace {

constexpr double LeastStep = 1.05; // of contrast between two grounds that can be told apart

QPixmap statePixmap(int size, StateKind state, const QColor &color)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const double margin = size / 5.0;
    paintStateShape(painter, QRectF(margin, margin, size - 2 * margin, size - 2 * margin), state, color);
    return pixmap;
}

/// Like @p color, and readable as text in a window and in a table.
QColor onEveryGround(const QColor &color, const QPalette &palette)
{
    const QColor ink = palette.color(QPalette::WindowText);
    const QColor inWindow = readable(color, palette.color(QPalette::Window), ink, TextContrast);
    return readable(inWindow, palette.color(QPalette::Base), ink, TextContrast);
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor stateColor(StateKind state, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (state) {
    case StateKind::Running:
        return onEveryGround(dark ? QColor(0x57, 0xc7, 0x85) : QColor(0x1f, 0x80, 0x47), palette);
    case StateKind::Attention:
        return onEveryGround(dark ? QColor(0xf0, 0xb4, 0x4c) : QColor(0xa8, 0x5f, 0x00), palette);
    case StateKind::Failed:
        return onEveryGround(dark ? QColor(0xff, 0x7b, 0x72) : QColor(0xc0, 0x1c, 0x28), palette);
    case StateKind::Disabled:
        break;
    }
    return dimmed(palette);
}

void paintStateShape(QPainter &painter, const QRectF &rect, StateKind state, const QColor &color)
{
    const double side = qMin(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (state) {
    case StateKind::Running:
        painter.drawEllipse(square);
        break;
    case StateKind::Disabled: {
        const double width = side / 6;
        painter.setPen(QPen(color, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(square.adjusted(width / 2, width / 2, -width / 2, -width / 2));
        break;
    }
    case StateKind::Attention: {
        QPainterPath triangle(QPointF(square.center().x(), square.top()));
        triangle.lineTo(square.bottomRight());
        triangle.lineTo(square.bottomLeft());
        triangle.closeSubpath();
        painter.drawPath(triangle);
        break;
    }
    case StateKind::Failed:
        painter.drawRect(square.adjusted(side / 16, side / 16, -side / 16, -side / 16));
        break;
    }
    painter.restore();
}

QIcon stateIcon(StateKind state, const QPalette &palette)
{
    QIcon icon;
    for (const int size : {16, 22, 32, 48, 64}) {
        icon.addPixmap(statePixmap(size, state, stateColor(state, palette)));
        // On the selection's ground the shape must do.
        icon.addPixmap(statePixmap(size, state, palette.color(QPalette::HighlightedText)), QIcon::Selected);
    }
    return icon;
}

QColor dimmed(const QPalette &palette, double amount)
{
    const QColor text = palette.color(QPalette::WindowText);
    return onEveryGround(between(text, palette.color(QPalette::Window), amount), palette);
}

QColor outline(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    const bool standsOut = contrast(palette.color(QPalette::Base), ground) > LeastStep;
    const QColor faint = between(text, ground, 0.85);
    return standsOut ? faint : readable(faint, ground, text, GraphicsContrast);
}

} // namespace Trackhand
