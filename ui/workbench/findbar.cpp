// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/findbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <Qsci/qsciscintilla.h>

namespace Trackhand {

FindBar::FindBar(QsciScintilla *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_field(new QLineEdit(this))
{
    m_field->setPlaceholderText(tr("Find in the script"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    auto *close = new QToolButton(this);
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the search"));
    close->setToolTip(tr("Close the search (Esc)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_field, 1);
    layout->addWidget(close);
    setFocusProxy(m_field);
    hide();
    connect(close, &QToolButton::clicked, this, &FindBar::end);
    connect(m_field, &QLineEdit::textEdited, this, [this] { find(true, true); });
}

void FindBar::begin()
{
    if (m_editor->hasSelectedText() && !m_editor->selectedText().contains(QLatin1Char('\n'))) {
        m_field->setText(m_editor->selectedText());
    }
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        find(!event->modifiers().testFlag(Qt::ShiftModifier), false);
    } else if (event->key() == Qt::Key_Escape) {
        end();
    } else {
        QWidget::keyPressEvent(event);
    }
}

// What is typed is looked for where the text found so far begins, what is asked for again behind it or before it.
void FindBar::find(bool forward, bool fromHere)
{
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    m_editor->getSelection(&line, &column, &endLine, &endColumn);
    if (line < 0) {
        m_editor->getCursorPosition(&line, &column);
        endLine = line;
        endColumn = column;
    }
    const bool fromEnd = forward && !fromHere;
    m_editor->findFirst(
        m_field->text(), false, false, false, true, forward, fromEnd ? endLine : line, fromEnd ? endColumn : column);
}

void FindBar::end()
{
    hide();
    m_editor->setFocus();
}

} // namespace Trackhand
