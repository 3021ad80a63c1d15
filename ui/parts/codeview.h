// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QPlainTextEdit;
class QWidget;

namespace Trackhand {

/// A place for text of programs: read-only, in the fixed font, from the left in every language, never wrapped.
QPlainTextEdit *createCodeView(const QString &accessibleName, QWidget *parent);

/// Puts @p text there; what is in view and what is marked stay, as far as the new text has it.
void replaceCode(QPlainTextEdit *view, const QString &text);

} // namespace Trackhand
