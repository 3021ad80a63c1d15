// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/codepane.h"

#include "ui/parts/codeview.h"
#include "ui/wizard/notice.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Trackhand {

CodePane::CodePane(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_view(createCodeView(accessibleName, this))
    , m_notice(new Notice(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
    m_notice->hide();
    connect(m_notice, &Notice::buttonClicked, this, &CodePane::retryWanted);
}

void CodePane::showText(const QString &text)
{
    m_notice->hide();
    replaceCode(m_view, text);
}

void CodePane::showProblem(const QString &text)
{
    m_notice->say(Notice::Kind::Error, text, tr("&Try again"));
    m_notice->show();
}

void CodePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit lookedAt(true);
}

void CodePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit lookedAt(false);
}

} // namespace Trackhand
