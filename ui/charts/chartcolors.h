// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>
#include <QPen>

namespace Trackhand {

/// The pen of the @p index-th line of a chart on @p palette's base: its hue begins at the accent colour and goes round
/// the circle, its lightness keeps it readable on light and on dark, and its dash tells it apart without colour.
QPen seriesPen(const QPalette &palette, int index);

/// @p strength of the text's colour over the base: 0 = invisible, 1 = text.
QColor inkOver(const QPalette &palette, double strength);

QColor labelInk(const QPalette &palette); ///< of what is written into a chart
QColor axisInk(const QPalette &palette); ///< of the line from which values are read

} // namespace Trackhand
