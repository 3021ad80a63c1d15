// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/diagnosisview.h"

#include "ui/helpers/chainview.h"
#include "ui/helpers/helperdiagnosis.h"
#include "ui/parts/page.h"
#include "ui/parts/stateindicator.h"
#include "ui/parts/textdirection.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int PatienceMs = 200; // what is answered sooner needs no progress
constexpr int ProgressHeight = 4;

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString cureText(Cure cure, const QString &helper)
{
    switch (cure) {
    case Cure::EnableHelper:
        return DiagnosisView::tr("Enable %1").arg(helper);
    case Cure::RegisterAgain:
        return DiagnosisView::tr("Register %1 again").arg(helper);
    case Cure::AddRule:
        return DiagnosisView::tr("Add a rule for its usual traffic");
    case Cure::AddPreroutingRules:
        return DiagnosisView::tr("Add the same for forwarded traffic");
    case Cure::ShowRules:
        return DiagnosisView::tr("Show its rules");
    case Cure::ShowPackets:
        return DiagnosisView::tr("Show its packets");
    case Cure::ShowExpectations:
        return DiagnosisView::tr("Show the expectations");
    case Cure::None:
        break;
    }
    return {};
}

bool onlyShows(Cure cure)
{
    return cure == Cure::ShowRules || cure == Cure::ShowPackets || cure == Cure::ShowExpectations;
}

} // namespace

DiagnosisView::DiagnosisView(HelperDiagnosis *diagnosis, QWidget *parent)
    : QWidget(parent)
    , m_diagnosis(diagnosis)
    , m_progress(new QProgressBar(this))
    , m_summary(textLabel(this))
    , m_chain(new ChainView(this))
    , m_state(new StateIndicator(this))
    , m_text(textLabel(this))
    , m_remedy(textLabel(this))
    , m_cure(new QPushButton(this))
{
    buildLayout();
    m_chain->setModel(diagnosis->model());
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, m_progress, &QWidget::show);
    connect(diagnosis, &HelperDiagnosis::busyChanged, this, &DiagnosisView::updateBusy);
    connect(diagnosis->model(), &QAbstractItemModel::modelReset, this, &DiagnosisView::showAnswer);
    connect(m_chain->selectionModel(), &QItemSelectionModel::currentChanged, this, &DiagnosisView::showLink);
    connect(m_chain, &QAbstractItemView::activated, this, &DiagnosisView::cure);
    connect(m_cure, &QPushButton::clicked, this, &DiagnosisView::cure);
    showAnswer();
}

void DiagnosisView::buildLayout()
{
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(ProgressHeight);
    m_progress->setAccessibleName(tr("Looking at each link of the chain"));
    QSizePolicy keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true); // so that nothing jumps when it comes and goes
    m_progress->setSizePolicy(keepsPlace);
    m_progress->hide();
    auto *button = new QHBoxLayout;
    button->addWidget(m_cure);
    button->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_progress);
    layout->addWidget(m_summary);
    layout->addWidget(m_chain);
    layout->addSpacing(8);
    layout->addWidget(m_state);
    layout->addWidget(m_text);
    layout->addWidget(m_remedy);
    layout->addLayout(button);
}

void DiagnosisView::updateBusy()
{
    if (!m_diagnosis->isBusy()) {
        m_patience.stop();
        m_progress->hide();
    } else if (!m_patience.isActive() && m_progress->isHidden()) {
        m_patience.start();
    }
    showLink();
}

void DiagnosisView::showAnswer()
{
    const DiagnosisChain &chain = m_diagnosis->model()->chain();
    m_summary->setText(inReadingDirection(
        m_diagnosis->helper().isEmpty() || chain.summary.isEmpty() ? tr("Looking…") : chain.summary));
    const int chosen = chain.broken >= 0 ? chain.broken : int(chain.links.size()) - 1;
    m_chain->setCurrentIndex(m_diagnosis->model()->index(chosen, 0));
    showLink();
}

void DiagnosisView::showLink()
{
    const ChainLink *link = currentLink();
    for (QWidget *part : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_text)}) {
        part->setVisible(link != nullptr);
    }
    m_remedy->setVisible(link && !link->remedy.isEmpty());
    m_cure->setVisible(link && link->cure != Cure::None);
    if (!link) {
        return;
    }
    m_state->setState(link->state, tr("%1: %2").arg(link->title, link->word));
    m_text->setText(tr("Seen: %1.").arg(link->text));
    m_remedy->setText(tr("What to do: %1").arg(link->remedy));
    m_cure->setText(cureText(link->cure, m_diagnosis->helper()));
    m_cure->setMinimumWidth(0);
    roomy(m_cure);
    m_cure->setEnabled(onlyShows(link->cure) || !m_diagnosis->isBusy());
}

void DiagnosisView::cure()
{
    const ChainLink *link = currentLink();
    if (!link) {
        return;
    }
    if (onlyShows(link->cure)) {
        emit showRequested(link->cure, m_diagnosis->helper());
    } else {
        m_diagnosis->apply(link->cure);
    }
}

const ChainLink *DiagnosisView::currentLink() const
{
    const QList<ChainLink> &links = m_diagnosis->model()->chain().links;
    const int row = m_chain->currentIndex().row();
    return row >= 0 && row < links.size() ? &links.at(row) : nullptr;
}

} // namespace Trackhand
