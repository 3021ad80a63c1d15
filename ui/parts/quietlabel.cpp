// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/quietlabel.h"

#include "ui/parts/statepainter.h"

#include <QApplication>
#include <QEvent>

namespace Trackhand {

QuietLabel::QuietLabel(QWidget *parent)
    : QuietLabel(QString(), parent)
{
}

QuietLabel::QuietLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    standBack();
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        standBack();
    }
}

void QuietLabel::standBack()
{
    const QColor ink = dimmed(QApplication::palette(this));
    if (palette().color(QPalette::WindowText) != ink) { // or its own change would call it again
        QPalette quiet;
        quiet.setColor(QPalette::WindowText, ink);
        setPalette(quiet);
    }
}

} // namespace Trackhand
