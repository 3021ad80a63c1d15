// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/codeview.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QScrollBar>

namespace Trackhand {

QPlainTextEdit *createCodeView(const QString &accessibleName, QWidget *parent)
{
    auto *view = new QPlainTextEdit(parent);
    view->setReadOnly(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setTabStopDistance(4 * QFontMetricsF(view->font()).horizontalAdvance(QLatin1Char(' ')));
    view->setTabChangesFocus(true);
    view->setLayoutDirection(Qt::LeftToRight);
    view->setFrameShape(QFrame::NoFrame);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setAccessibleName(accessibleName);
    return view;
}

void replaceCode(QPlainTextEdit *view, const QString &text)
{
    if (view->toPlainText() == text) {
        return;
    }
    const int anchor = view->textCursor().anchor(); // the cursor itself goes to the front with the old text
    const int position = view->textCursor().position();
    const int down = view->verticalScrollBar()->value();
    const int across = view->horizontalScrollBar()->value();
    view->setPlainText(text);
    QTextCursor cursor = view->textCursor();
    const int end = int(view->toPlainText().size());
    cursor.setPosition(qMin(anchor, end));
    cursor.setPosition(qMin(position, end), QTextCursor::KeepAnchor);
    view->setTextCursor(cursor);
    view->verticalScrollBar()->setValue(down);
    view->horizontalScrollBar()->setValue(across);
}

} // namespace Trackhand
