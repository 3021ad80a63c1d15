// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/overviewpage.h"

#include "client/models/eventtext.h"
#include "client/session/hostsession.h"
#include "ui/charts/ratechart.h"
#include "ui/overview/helpercard.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/flowlayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int IncidentsShown = 5;

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

} // namespace

OverviewPage::OverviewPage(HostSession *session, QWidget *parent)
    : Page(tr("Overview"), session, parent)
    , m_cardArea(new QWidget(this))
    , m_chart(new RateChart(this))
    , m_incidents(new QLabel(this))
    , m_pause(new QToolButton(this))
{
    m_pause->setText(tr("Pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Let the chart stand still (Space)"));
    connect(m_pause, &QToolButton::toggled, m_chart, &RateChart::setPaused);
    roomy(m_pause);
    tools()->addStretch(1);
    tools()->addWidget(m_pause);

    emptyState()->setTexts(tr("No helper yet"),
        tr("A helper watches one protocol and lets its related connections through: the data connections of FTP, the "
           "media streams of SIP. Its packets per second and what happens to it will show here."),
        tr("Add helper…"));
    connect(emptyState()->button(), &QPushButton::clicked, this, &Page::addHelperRequested);

    setContent(buildContent());
    m_chart->follow(session->history());
    const HelperStore *helpers = session->helpers();
    const auto update = [this] {
        updateCards();
        updateEmpty();
    };
    connect(helpers, &ObjectStoreSignals::reset, this, update);
    connect(helpers, &ObjectStoreSignals::added, this, update);
    connect(helpers, &ObjectStoreSignals::removed, this, update);
    connect(helpers, &ObjectStoreSignals::changed, this, update);
    connect(session->history(), &HistoryStore::sampled, this, &OverviewPage::updateCards);
    connect(session->incidents(), &IncidentStore::changed, this, &OverviewPage::updateIncidents);
    update();
    updateIncidents();
}

void OverviewPage::togglePause()
{
    m_pause->toggle();
}

QWidget *OverviewPage::buildContent()
{
    m_cardArea->setLayout(new FlowLayout(8));
    m_cardArea->layout()->setContentsMargins(0, 0, 0, 0);
    m_incidents->setTextFormat(Qt::RichText);
    m_incidents->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_incidents->setWordWrap(true);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_cardArea);
    layout->addSpacing(16);
    layout->addWidget(sectionLabel(tr("Packets per second"), content));
    layout->addWidget(m_chart, 1);
    layout->addSpacing(16);
    layout->addWidget(sectionLabel(tr("What happened"), content));
    layout->addWidget(m_incidents);
    return content;
}

void OverviewPage::updateCards()
{
    const QList<HelperInfo> &helpers = session()->helpers()->items();
    while (m_cards.size() > helpers.size()) {
        delete m_cards.takeLast();
    }
    while (m_cards.size() < helpers.size()) {
        m_cards.append(new HelperCard(m_cardArea));
        m_cardArea->layout()->addWidget(m_cards.last());
        m_cards.last()->setVisible(true);
    }
    for (qsizetype i = 0; i < helpers.size(); ++i) {
        m_cards.at(i)->show(helpers.at(i), session()->history()->current(helpers.at(i).name).packets);
    }
}

void OverviewPage::updateIncidents()
{
    const QList<IncidentInfo> &all = session()->incidents()->items();
    QString rows;
    for (qsizetype i = all.size() - 1; i >= qMax<qsizetype>(0, all.size() - IncidentsShown); --i) {
        const IncidentInfo &incident = all.at(i);
        rows += QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>")
                    .arg(timeText(incident.timeNs).left(8), incident.text.toHtmlEscaped());
    }
    m_incidents->setText(
        rows.isEmpty() ? tr("Nothing out of the ordinary.") : QStringLiteral("<table>%1</table>").arg(rows));
}

void OverviewPage::updateEmpty()
{
    setEmpty(session()->helpers()->size() == 0);
}

} // namespace Trackhand
