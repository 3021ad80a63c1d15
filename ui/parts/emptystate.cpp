// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/emptystate.h"

#include "ui/parts/page.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Trackhand {

EmptyState::EmptyState(QWidget *parent, int textWidth)
    : QWidget(parent)
    , m_textWidth(textWidth)
    , m_title(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_title->setFont(headingFont(font()));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_reason->setWordWrap(true);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QLabel *label : {m_title, m_reason}) {
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(textWidth);
        label->setMaximumWidth(textWidth);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_reason, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::setTexts(const QString &title, const QString &reason, const QString &button)
{
    m_title->setText(title);
    m_reason->setText(reason);
    // A centred label asks for the height of a wider text than it gets.
    for (QLabel *label : {m_title, m_reason}) {
        label->setFixedHeight(label->heightForWidth(m_textWidth));
    }
    m_button->setText(button);
    m_button->setMinimumWidth(0); // of the text before
    roomy(m_button);
    m_button->setVisible(!button.isEmpty());
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::reason() const
{
    return m_reason->text();
}

} // namespace Trackhand
