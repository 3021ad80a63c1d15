// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/stateindicator.h"

#include "ui/parts/statepainter.h"

#include <QPainter>

namespace Trackhand {

namespace {

constexpr int Gap = 6;

int shapeSize(const QFontMetrics &metrics)
{
    return metrics.ascent() * 3 / 4;
}

} // namespace

StateIndicator::StateIndicator(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateIndicator::setState(StateKind state, const QString &word)
{
    m_state = state;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StateIndicator::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {shapeSize(metrics) + Gap + metrics.horizontalAdvance(m_word) + 2, metrics.height()};
}

void StateIndicator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int size = shapeSize(fontMetrics());
    QRect shape(0, (height() - size) / 2, size, size);
    QRect word(size + Gap, 0, width() - size - Gap, height());
    if (layoutDirection() == Qt::RightToLeft) {
        shape.moveRight(width() - 1);
        word.moveLeft(0);
    }
    paintStateShape(painter, shape, m_state, stateColor(m_state, palette()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(word, Qt::AlignLeading | Qt::AlignVCenter, m_word);
}

} // namespace Trackhand
