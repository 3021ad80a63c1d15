// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/remark.h"

#include "ui/parts/statepainter.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace Trackhand {

Remark::Remark(QWidget *parent)
    : QWidget(parent)
    , m_shape(new QLabel(this))
    , m_text(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_shape);
    layout->addWidget(m_text, 1);
    m_shape->setFixedWidth(16);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long word must not widen the window
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int height = 2 * fontMetrics().lineSpacing();
    setMinimumHeight(height);
    setMaximumHeight(height);
}

void Remark::say(Kind kind, const QString &text)
{
    m_kind = kind;
    m_text->setText(text);
    m_text->setToolTip(text);
    setAccessibleName(text);
    paint();
}

QString Remark::text() const
{
    return m_text->text();
}

void Remark::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paint();
    }
}

void Remark::paint()
{
    const bool marked = m_kind == Kind::Advice || m_kind == Kind::Error;
    const StateKind state = m_kind == Kind::Error ? StateKind::Failed : StateKind::Attention;
    m_shape->setPixmap(marked ? stateIcon(state, palette()).pixmap(16, 16) : QPixmap());
    QPalette ink = palette();
    if (m_kind == Kind::Hint) {
        ink.setColor(QPalette::WindowText, dimmed(ink));
    }
    m_text->setPalette(ink);
}

} // namespace Trackhand
