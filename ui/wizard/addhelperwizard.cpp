// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/addhelperwizard.h"

#include "client/link/backendlink.h"
#include "ui/wizard/protocollist.h"
#include "ui/wizard/protocolstep.h"
#include "ui/wizard/reviewstep.h"
#include "ui/wizard/wherestep.h"

#include <QLabel>
#include <QNetworkInterface>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int PageMargin = 16;

QStringList localInterfaces()
{
    QStringList names;
    for (const QNetworkInterface &each : QNetworkInterface::allInterfaces()) {
        names.append(each.name());
    }
    return names;
}

} // namespace

AddHelperWizard::AddHelperWizard(BackendLink *link, const HelperStore *helpers, QWidget *parent)
    : QDialog(parent)
    , m_link(link)
    , m_heading(new QLabel(this))
    , m_trail(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_protocol(new ProtocolStep(helpers))
    , m_where(new WhereStep(helpers))
    , m_review(new ReviewStep(link))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Add helper"));
    m_stack->addWidget(m_protocol);
    m_stack->addWidget(m_where);
    m_stack->addWidget(m_review);
    if (link->host().isLocal()) {
        m_where->setInterfaces(localInterfaces());
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(PageMargin, PageMargin, PageMargin, PageMargin);
    layout->setSpacing(PageMargin);
    layout->addWidget(buildHeading());
    layout->addWidget(m_stack, 1);
    layout->addLayout(buildButtons());
    resize(760, 560);

    connect(m_protocol, &ProtocolStep::completeChanged, this, &AddHelperWizard::updateButtons);
    connect(m_protocol, &ProtocolStep::accepted, this, &AddHelperWizard::next);
    connect(m_protocol, &ProtocolStep::retryWanted, this, &AddHelperWizard::readProtocols);
    connect(m_where, &WhereStep::completeChanged, this, &AddHelperWizard::updateButtons);
    connect(m_review, &ReviewStep::changeWanted, this, [this] { go(Where); });
    connect(link, &BackendLink::stateChanged, this, [this](BackendLink::State state) {
        if (state == BackendLink::State::Ready && !m_protocol->protocol()) {
            readProtocols();
        }
    });
    readProtocols();
    go(Protocol);
}

QWidget *AddHelperWizard::buildHeading()
{
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_heading->setFont(large);
    m_trail->setTextFormat(Qt::RichText);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_heading, 1);
    layout->addWidget(m_trail);
    return row;
}

QLayout *AddHelperWizard::buildButtons()
{
    m_next->setDefault(true);
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    connect(m_next, &QPushButton::clicked, this, &AddHelperWizard::next);
    connect(m_back, &QPushButton::clicked, this, [this] { go(Step(step() - 1)); });
    connect(m_cancel, &QPushButton::clicked, this, &AddHelperWizard::reject);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    return row;
}

void AddHelperWizard::readProtocols()
{
    m_protocol->showWaiting();
    m_link->call<QList<ProtocolInfo>>(
        Requests::availableProtocols(), m_protocol, [this](const Result<QList<ProtocolInfo>> &protocols) {
            if (protocols) {
                m_protocol->showProtocols(*protocols);
            } else {
                m_protocol->showError(protocols.error());
            }
        });
}

AddHelperWizard::Step AddHelperWizard::step() const
{
    return Step(m_stack->currentIndex());
}

QString AddHelperWizard::stepTitle(Step step) const
{
    switch (step) {
    case Protocol:
        return tr("Which protocol");
    case Where:
        return tr("Where");
    case Review:
        break;
    }
    return tr("Review");
}

void AddHelperWizard::go(Step step)
{
    if (step == Where) {
        m_where->begin(*m_protocol->protocol(), m_protocol->helperName());
    } else if (step == Review) {
        m_review->review(m_where->plan());
    }
    m_stack->setCurrentIndex(step);
    m_heading->setText(step == Where ? tr("Where is the traffic of %1?").arg(m_protocol->helperName())
            : step == Review         ? tr("Review")
                                     : tr("Which protocol?"));
    QStringList trail;
    for (const Step each : {Protocol, Where, Review}) {
        const QString title = QStringLiteral("%1 %2").arg(int(each) + 1).arg(stepTitle(each).toHtmlEscaped());
        trail.append(each == step ? QStringLiteral("<b>%1</b>").arg(title) : title);
    }
    m_trail->setText(trail.join(QStringLiteral("&nbsp;&nbsp;›&nbsp;&nbsp;")));
    m_trail->setAccessibleName(tr("Step %1 of 3: %2").arg(int(step) + 1).arg(stepTitle(step)));
    m_next->setText(step == Review ? tr("&Apply") : tr("&Next"));
    updateButtons();
    if (step == Protocol) {
        m_protocol->setFocus();
    } else {
        m_next->setFocus();
    }
}

void AddHelperWizard::next()
{
    if (!m_next->isEnabled()) {
        return;
    }
    if (step() == Review) {
        apply();
    } else {
        go(Step(step() + 1));
    }
}

void AddHelperWizard::apply()
{
    const HelperPlan plan = m_where->plan();
    m_setup = new HelperSetup(m_link, plan);
    connect(m_setup, &HelperSetup::stepBegun, m_review, &ReviewStep::showProgress);
    connect(m_setup, &HelperSetup::undoBegun, m_review, &ReviewStep::showUndoing);
    connect(m_setup, &HelperSetup::failed, this, &AddHelperWizard::applyEnded);
    connect(m_setup, &HelperSetup::succeeded, this, [this, plan] {
        m_setup = nullptr;
        emit helperAdded(plan.name);
        accept();
    });
    m_setup->start();
    updateButtons();
}

void AddHelperWizard::applyEnded(const HelperSetup::Failure &failure)
{
    m_setup = nullptr;
    m_review->showFailure(failure);
    updateButtons();
}

void AddHelperWizard::reject()
{
    if (!m_setup) {
        QDialog::reject();
    } else if (m_cancel->isEnabled()) {
        m_setup->cancel();
        m_cancel->setEnabled(false);
        m_review->showUndoing();
    } else {
        // The second time: the dialog goes, what it began is undone without it.
        QDialog::reject();
    }
}

void AddHelperWizard::updateButtons()
{
    const bool busy = !m_setup.isNull();
    const bool complete = step() == Protocol ? m_protocol->isComplete() : step() != Where || m_where->isComplete();
    m_back->setVisible(step() != Protocol);
    m_back->setEnabled(!busy);
    m_next->setEnabled(complete && !busy);
    m_cancel->setEnabled(true);
}

} // namespace Trackhand
