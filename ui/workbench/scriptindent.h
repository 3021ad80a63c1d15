// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QString;

/// How far the lines of a script are moved in.
namespace Trackhand {

constexpr int IndentWidth = 4;

/// Columns for the line that follows @p line, which is moved in by @p columns.
int indentAfter(const QString &line, int columns);

/// Whether @p line has nothing but the word that ends a block, as "end" or "}", so that it belongs further out.
bool endsBlock(const QString &line);

} // namespace Trackhand
