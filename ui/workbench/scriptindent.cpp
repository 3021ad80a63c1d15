// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/scriptindent.h"

#include <QRegularExpression>
#include <QString>

namespace Trackhand {

int indentAfter(const QString &line, int columns)
{
    static const QRegularExpression opens(
        QStringLiteral("(\\b(then|do|else|repeat)|\\bfunction\\b[^)]*\\)|[{(])\\s*(--.*)?$"));
    return opens.match(line).hasMatch() ? columns + IndentWidth : columns;
}

bool endsBlock(const QString &line)
{
    static const QRegularExpression ends(QStringLiteral("^\\s*(end|else|elseif|until|\\}|\\))$"));
    return ends.match(line).hasMatch();
}

} // namespace Trackhand
