// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/notice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Trackhand {

namespace {

constexpr int Mark = 16; // pixels of the mark's square
constexpr int Gap = 8;

/// A hue that reads on this palette's window, whether light or dark.
QColor signalColor(const QPalette &palette, int hue)
{
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return QColor::fromHsl(hue, dark ? 190 : 210, dark ? 160 : 95);
}

void paintMark(QPainter &painter, const QRectF &box, Notice::Kind kind, const QPalette &palette)
{
    painter.setPen(Qt::NoPen);
    if (kind == Notice::Kind::Error) {
        painter.setBrush(signalColor(palette, 0));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2);
    } else if (kind == Notice::Kind::Advice) {
        painter.setBrush(signalColor(palette, 38));
        painter.drawPolygon(QPolygonF {QPointF(box.center().x(), box.top() + 1), box.bottomRight(), box.bottomLeft()});
    } else {
        painter.setPen(QPen(palette.color(QPalette::Highlight), kind == Notice::Kind::Busy ? 2 : 1.4));
        painter.setBrush(Qt::NoBrush);
        const qreal inset = kind == Notice::Kind::Busy ? 3 : 1;
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    }
    if (kind == Notice::Kind::Busy) {
        return;
    }
    const bool hint = kind == Notice::Kind::Hint;
    painter.setPen(palette.color(hint ? QPalette::Highlight : QPalette::Window));
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(11);
    painter.setFont(font);
    painter.drawText(box.adjusted(0, kind == Notice::Kind::Advice ? 3 : 0, 0, 0), Qt::AlignCenter,
        QString(QLatin1Char(hint ? 'i' : '!')));
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Gap, Gap, Gap, Gap);
    layout->setSpacing(Gap);
    layout->addSpacing(Mark + Gap); // a margin would stay on the left where people read from the right
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->hide();
    setMinimumHeight(2 * Gap + 2 * fontMetrics().lineSpacing());
    connect(m_button, &QPushButton::clicked, this, &Notice::buttonClicked);
}

void Notice::say(Kind kind, const QString &text, const QString &button)
{
    m_kind = kind;
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(text);
    update();
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (m_kind == Kind::Silent) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(QPalette::WindowText);
    ground.setAlphaF(0.06F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 4, 4);
    const int x = isRightToLeft() ? width() - Gap - Mark : Gap;
    paintMark(painter, QRectF(x, (height() - Mark) / 2.0, Mark, Mark), m_kind, palette());
}

} // namespace Trackhand
