// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

/// What can be told apart, by the Web Content Accessibility Guidelines 2.
namespace Trackhand {

constexpr double TextContrast = 4.5;
constexpr double GraphicsContrast = 3; ///< for lines and shapes that mean something

/// 1 (the same) to 21 (black on white).
double contrast(const QColor &one, const QColor &other);

/// @p color itself where it has the contrast @p least to @p ground; else as little as needed on the way to @p ink, the
/// colour of text there, and that one where nothing before it does.
QColor readable(const QColor &color, const QColor &ground, const QColor &ink, double least);

/// @p share (0 to 1) of the way from @p from to @p to.
QColor between(const QColor &from, const QColor &to, double share);

} // namespace Trackhand
