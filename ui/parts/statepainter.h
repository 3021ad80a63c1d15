// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/helpertext.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

class QPainter;
class QRectF;

/// State is shape, word and colour, in that order; this is the shape and the colour.
namespace Trackhand {

/// A dark palette has light text.
bool isDark(const QPalette &palette);

/// The colour of a state, readable also as text in a window and in a table.
QColor stateColor(StateKind state, const QPalette &palette);

/// Filled circle running, ring disabled, triangle attention, square failed.
void paintStateShape(QPainter &painter, const QRectF &rect, StateKind state, const QColor &color);

QIcon stateIcon(StateKind state, const QPalette &palette);

/// The palette's text colour, this much (0 to 1) on the way to its background, as far as it stays readable.
QColor dimmed(const QPalette &palette, double amount = 0.4);

/// Of something that lies on the window: faint where its ground stands out already.
QColor outline(const QPalette &palette);

} // namespace Trackhand
