// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/helpercard.h"

#include "client/models/historytext.h"
#include "ui/parts/page.h"
#include "ui/parts/stateindicator.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace Trackhand {

namespace {

constexpr int CardWidth = 272;

} // namespace

HelperCard::HelperCard(QWidget *parent)
    : QFrame(parent)
    , m_name(new QLabel(this))
    , m_state(new StateIndicator(this))
    , m_rate(new QLabel(this))
    , m_expectations(new QLabel(this))
    , m_latencies(new QLabel(this))
{
    m_name->setFont(headingFont(font()));
    for (QLabel *label : {m_name, m_rate, m_expectations, m_latencies}) {
        label->setTextFormat(Qt::PlainText);
    }
    m_expectations->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFixedWidth(CardWidth);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_state, 0, 1, Qt::AlignRight);
    layout->addWidget(m_rate, 1, 0);
    layout->addWidget(m_expectations, 1, 1);
    layout->addWidget(m_latencies, 2, 0, 1, 2);
}

void HelperCard::show(const HelperInfo &helper, double rate)
{
    const QLocale locale;
    m_name->setText(helper.name);
    m_state->setState(stateKind(helper), stateWord(helper));
    setToolTip(helper.problem);
    setAccessibleName(tr("%1, %2").arg(helper.name, stateWord(helper)));
    const bool own = !helper.isForeign();
    m_expectations->setVisible(own);
    m_latencies->setVisible(own);
    if (!own) {
        m_rate->setText(tr("registered by another program"));
        return;
    }
    m_rate->setText(tr("%1 packets/s").arg(rateText(rate)));
    m_expectations->setText(tr("%1 expected").arg(locale.toString(helper.counter("expectations"))));
    m_latencies->setText(
        tr("p50 %1   p99 %2")
            .arg(latencyNsText(helper.counter("latency_p50_ns")), latencyNsText(helper.counter("latency_p99_ns"))));
}

void HelperCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace Trackhand
