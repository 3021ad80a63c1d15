// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/filterfield.h"

#include "ui/parts/statepainter.h"

#include <QFontDatabase>
#include <QLabel>

namespace Trackhand {

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_problem(new QLabel(parent))
{
    setClearButtonEnabled(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setPlaceholderText(tr("helper == \"ftp\" && verdict != accept"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
}

EventFilter::Compiled FilterField::check()
{
    const auto compiled = EventFilter::compile(text());
    m_problem->setVisible(!compiled.ok());
    if (!compiled.ok()) {
        m_problem->setText(tr("At character %1: %2.").arg(compiled.position + 1).arg(compiled.error));
        QPalette red = palette();
        red.setColor(QPalette::WindowText, stateColor(StateKind::Failed, red));
        m_problem->setPalette(red);
    }
    return compiled;
}

void FilterField::selectProblem()
{
    const auto compiled = EventFilter::compile(text());
    if (compiled.ok()) {
        return;
    }
    if (compiled.length > 0) {
        setSelection(compiled.position, compiled.length);
    } else {
        setCursorPosition(compiled.position);
    }
}

} // namespace Trackhand
