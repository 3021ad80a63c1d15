// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

/// How a script looks, made of the palette: text that is read on every ground that a line may have.
namespace Trackhand {

enum class Syntax { Plain, Comment, Keyword, Quoted, Number, Function, Problem };
constexpr int SyntaxCount = 7;

enum class LineGround { Usual, Current, Said };
constexpr int LineGroundCount = 3;

QColor syntaxColor(Syntax syntax, const QPalette &palette);
QColor lineGround(LineGround ground, const QPalette &palette);

} // namespace Trackhand
