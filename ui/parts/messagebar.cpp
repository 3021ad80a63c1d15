// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/messagebar.h"

#include "ui/parts/statepainter.h"
#include "ui/parts/textdirection.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

namespace Trackhand {

namespace {

constexpr int NoteMs = 12'000; // long enough to read it and reach for its button

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_shape(new QLabel(this))
    , m_label(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_shape, 0);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = m_action;
        dismiss();
        if (action) {
            action();
        }
    });
    hide();
}

void MessageBar::showError(const QString &text, const QString &button, const std::function<void()> &action)
{
    show(StateKind::Failed, text, button, action);
}

void MessageBar::showNote(const QString &text, const QString &button, const std::function<void()> &action)
{
    show(StateKind::Running, text, button, action);
    QTimer::singleShot(NoteMs, this, [this, shown = m_shown] {
        if (shown == m_shown) {
            dismiss();
        }
    });
}

void MessageBar::dismiss()
{
    ++m_shown;
    hide();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void MessageBar::show(StateKind kind, const QString &text, const QString &button, const std::function<void()> &action)
{
    ++m_shown;
    m_kind = kind;
    m_shape->setPixmap(stateIcon(kind, palette()).pixmap(16, 16));
    m_label->setText(inReadingDirection(text));
    m_label->setAccessibleName(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_action = action;
    setVisible(true);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor color = stateColor(m_kind, palette());
    color.setAlphaF(0.12F);
    painter.fillRect(rect(), color);
}

} // namespace Trackhand
