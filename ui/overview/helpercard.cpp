// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/helpercard.h"

#include "client/models/historytext.h"
#include "ui/charts/sparkline.h"
#include "ui/parts/page.h"
#include "ui/parts/stateindicator.h"
#include "ui/parts/statepainter.h"
#include "ui/parts/textdirection.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int Columns = 6; // two and three labels a row end at the same places

QList<double> packetsOf(const QList<HistoryPoint> &points)
{
    QList<double> packets;
    for (const HistoryPoint &point : points) {
        packets.append(point.packets);
    }
    return packets;
}

} // namespace

HelperCard::HelperCard(QWidget *parent)
    : QAbstractButton(parent)
    , m_name(new QLabel(this))
    , m_state(new StateIndicator(this))
    , m_rate(new QLabel(this))
    , m_expected(new QLabel(this))
    , m_median(new QLabel(this))
    , m_slowest(new QLabel(this))
    , m_queue(new QLabel(this))
    , m_drops(new QLabel(this))
    , m_restarts(new QLabel(this))
    , m_line(new Sparkline(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_name->setFont(headingFont(font()));
    for (QLabel *label : {m_name, m_rate, m_expected, m_median, m_slowest, m_queue, m_drops, m_restarts}) {
        label->setTextFormat(Qt::PlainText);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    m_state->setAttribute(Qt::WA_TransparentForMouseEvents);
    layOut();
}

void HelperCard::layOut()
{
    setMinimumWidth(LeastWidth);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setHorizontalSpacing(0);
    layout->setVerticalSpacing(4);
    const auto right = Qt::AlignTrailing | Qt::AlignVCenter;
    layout->addWidget(m_name, 0, 0, 1, Columns / 2);
    layout->addWidget(m_state, 0, Columns / 2, 1, Columns / 2, right);
    layout->addWidget(m_rate, 1, 0, 1, Columns / 2);
    layout->addWidget(m_expected, 1, Columns / 2, 1, Columns / 2, right);
    layout->addWidget(m_median, 2, 0, 1, Columns / 2);
    layout->addWidget(m_slowest, 2, Columns / 2, 1, Columns / 2, right);
    layout->addWidget(m_queue, 3, 0, 1, Columns / 3);
    layout->addWidget(m_drops, 3, Columns / 3, 1, Columns / 3, Qt::AlignCenter);
    layout->addWidget(m_restarts, 3, 2 * Columns / 3, 1, Columns / 3, right);
    layout->addWidget(m_line, 4, 0, 1, Columns);
    for (int column = 0; column < Columns; ++column) {
        layout->setColumnStretch(column, 1);
    }
}

void HelperCard::show(const HelperInfo &helper, const QList<HistoryPoint> &tenMinutes)
{
    m_helper = helper.name;
    m_name->setText(inReadingDirection(helper.name));
    m_state->setState(stateKind(helper), stateWord(helper));
    setToolTip(helper.problem.isEmpty() ? tr("Show %1 among the helpers (Enter)").arg(helper.name) : helper.problem);
    m_line->setPoints(packetsOf(tenMinutes));
    fill(helper, tenMinutes.last());
    describe();
}

void HelperCard::fill(const HelperInfo &helper, const HistoryPoint &now)
{
    if (helper.isForeign()) {
        m_rate->setText(tr("of another program"));
        for (QLabel *label : {m_expected, m_median, m_slowest, m_queue, m_drops, m_restarts}) {
            label->setText(QStringLiteral(" ")); // keeps its height
        }
        return;
    }
    const QLocale locale;
    const qulonglong drops = helper.counter("kernel_dropped") + helper.counter("socket_dropped");
    m_rate->setText(tr("%1 packets/s").arg(rateText(now.packets)));
    m_expected->setText(tr("%1 expected").arg(locale.toString(helper.counter("expectations_waiting"))));
    m_median->setText(inReadingDirection(tr("p50 %1").arg(latencyPointText(now.p50Ns))));
    m_slowest->setText(inReadingDirection(tr("p99 %1").arg(latencyPointText(now.p99Ns))));
    m_queue->setText(tr("queue %1").arg(locale.toString(helper.counter("queue_depth"))));
    m_drops->setText(tr("drops %1").arg(locale.toString(drops)));
    m_restarts->setText(tr("restarts %1").arg(locale.toString(helper.counter("restarts"))));
}

/// The labels are not reached by the keyboard: the card says what they say.
void HelperCard::describe()
{
    setAccessibleName(tr("%1, %2").arg(m_name->text(), m_state->word()));
    QStringList parts;
    for (const QLabel *label : {m_rate, m_expected, m_median, m_slowest, m_queue, m_drops, m_restarts}) {
        if (!label->text().trimmed().isEmpty()) {
            parts.append(label->text());
        }
    }
    const QString text = parts.join(QStringLiteral(", "));
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
}

void HelperCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = hasFocus() || isDown();
    painter.setPen(marked ? QPen(palette().color(QPalette::Highlight), 2) : QPen(outline(palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void HelperCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace Trackhand
