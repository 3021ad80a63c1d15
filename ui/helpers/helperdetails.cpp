// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/helperdetails.h"

#include "client/session/hostsession.h"
#include "ui/helpers/chainview.h"
#include "ui/helpers/diagnosisview.h"
#include "ui/helpers/helperdiagnosis.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/page.h"
#include "ui/parts/quietlabel.h"
#include "ui/parts/stateindicator.h"
#include "ui/parts/textdirection.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

QLabel *valueLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString policiesText(const PolicyList &policies)
{
    QStringList texts;
    for (const Policy &policy : policies) {
        texts.append(HelperDetails::tr("%1: at most %2 at a time, each for %3 s")
                         .arg(policy.name)
                         .arg(policy.maximum)
                         .arg(policy.timeout));
    }
    return texts.isEmpty() ? QStringLiteral("–") : texts.join(QLatin1Char('\n'));
}

QString expectedText(const HelperInfo &helper)
{
    const QLocale locale;
    return HelperDetails::tr("%1 waiting, %2 made so far")
        .arg(locale.toString(helper.counter("expectations_waiting")), locale.toString(helper.counter("expectations")));
}

QString optionsText(const OptionMap &options)
{
    QStringList texts;
    for (auto option = options.cbegin(); option != options.cend(); ++option) {
        texts.append(option.key() + QStringLiteral(" = ") + option.value());
    }
    return texts.isEmpty() ? HelperDetails::tr("all as they come") : texts.join(QStringLiteral(", "));
}

} // namespace

HelperDetails::HelperDetails(HostSession *session, QWidget *parent)
    : QStackedWidget(parent)
    , m_diagnosis(new HelperDiagnosis(session, this))
    , m_none(new EmptyState(this))
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 16, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(buildHead(body));
    m_problem = valueLabel(body);
    m_view = new DiagnosisView(m_diagnosis, body);
    layout->addWidget(m_problem);
    layout->addWidget(buildRows(body));
    layout->addWidget(m_view);
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_none->setTexts(tr("No helper selected"),
        tr("Choose one in the table to see its settings, what it has done, and why it may not be working."));
    addWidget(m_none);
    addWidget(scroll);
    connectDiagnosis();
    m_view->hide();
    setDiagnosing(false);
    show(nullptr);
}

void HelperDetails::connectDiagnosis()
{
    connect(m_why, &QPushButton::clicked, this, &HelperDetails::diagnose);
    connect(m_again, &QPushButton::clicked, this, &HelperDetails::diagnose);
    connect(m_leave, &QPushButton::clicked, this, &HelperDetails::endDiagnosis);
    connect(m_view, &DiagnosisView::showRequested, this, &HelperDetails::showRequested);
    connect(m_diagnosis, &HelperDiagnosis::undoOffered, this, &HelperDetails::undoOffered);
    connect(m_diagnosis, &HelperDiagnosis::registeredAgain, this, &HelperDetails::registeredAgain);
    connect(m_diagnosis, &HelperDiagnosis::failed, this, [this](const QString &text) {
        if (m_diagnosis->model()->rowCount() == 0) {
            endDiagnosis(); // there is nothing to look at
        }
        emit errorHappened(text);
    });
}

QLayout *HelperDetails::buildHead(QWidget *body)
{
    m_heading = valueLabel(body);
    m_heading->setFont(headingFont(font()));
    m_heading->setWordWrap(false);
    m_state = new StateIndicator(body);
    m_why = new QPushButton(tr("Why is it not working?"), body);
    m_again = new QPushButton(tr("Look again"), body);
    m_leave = new QPushButton(tr("Back to the details"), body);
    m_why->setToolTip(tr("Look at each link between the kernel and this helper's traffic (Ctrl+D)"));
    m_again->setToolTip(tr("Look at the chain again (Ctrl+D)"));
    m_leave->setToolTip(tr("Show the helper's details (Esc)"));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_heading);
    head->addSpacing(8);
    head->addWidget(m_state);
    head->addStretch(1);
    for (QPushButton *button : {m_why, m_again, m_leave}) {
        roomy(button);
        head->addWidget(button);
    }
    return head;
}

QWidget *HelperDetails::buildRows(QWidget *body)
{
    m_rows = new QWidget(body);
    m_form = new QFormLayout(m_rows);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(24);
    m_form->setVerticalSpacing(6);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    const auto row = [this](const QString &title) {
        auto *label = valueLabel(m_rows);
        auto *name = new QuietLabel(title);
        name->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        m_form->addRow(name, label);
        return label;
    };
    m_queue = row(tr("Queue"));
    m_policies = row(tr("Expectations"));
    m_options = row(tr("Options"));
    m_process = row(tr("Process"));
    m_packets = row(tr("Packets"));
    m_losses = row(tr("Losses"));
    m_latency = row(tr("Verdict latency"));
    return m_rows;
}

void HelperDetails::show(const HelperInfo *helper)
{
    setCurrentIndex(helper ? 1 : 0);
    if (!helper || helper->name != m_name) {
        endDiagnosis();
    }
    m_name = helper ? helper->name : QString();
    if (helper) {
        showValues(*helper);
    }
}

void HelperDetails::diagnose()
{
    if (m_name.isEmpty()) {
        return;
    }
    m_diagnosis->start(m_name);
    setDiagnosing(true);
}

void HelperDetails::endDiagnosis()
{
    m_diagnosis->stop();
    setDiagnosing(false);
}

void HelperDetails::setDiagnosing(bool diagnosing)
{
    const bool changed = m_view->isHidden() == diagnosing;
    m_view->setVisible(diagnosing);
    m_rows->setVisible(!diagnosing);
    m_problem->setVisible(!diagnosing && !m_problem->text().isEmpty());
    m_why->setVisible(!diagnosing);
    m_again->setVisible(diagnosing);
    m_leave->setVisible(diagnosing);
    if (changed) {
        (diagnosing ? static_cast<QWidget *>(m_view->chain()) : m_why)->setFocus();
        emit diagnosingChanged(diagnosing);
    }
}

void HelperDetails::showValues(const HelperInfo &helper)
{
    m_heading->setText(helper.name);
    m_state->setState(stateKind(helper), stateWord(helper));
    m_problem->setText(inReadingDirection(helper.isForeign()
            ? tr("Another program registered this helper; it is shown and not touched. "
                 "What it has judged, only that program knows.")
            : helper.problem));
    m_problem->setVisible(m_view->isHidden() && !m_problem->text().isEmpty());
    const QLocale locale;
    const QString waiting = locale.toString(helper.counter("queue_depth"));
    m_queue->setText(helper.queueLength == 0
            ? tr("%1, %2 waiting").arg(helper.queue).arg(waiting)
            : tr("%1, %2 of %3 waiting").arg(helper.queue).arg(waiting).arg(helper.queueLength));
    const QString policies = policiesText(helper.policies);
    m_policies->setText(
        inReadingDirection(helper.isForeign() ? policies : expectedText(helper) + QLatin1Char('\n') + policies));
    for (QLabel *known : {m_options, m_process, m_packets, m_losses, m_latency}) {
        m_form->labelForField(known)->setVisible(!helper.isForeign());
        known->setVisible(!helper.isForeign());
    }
    showProcess(helper);
}

void HelperDetails::showProcess(const HelperInfo &helper)
{
    const QLocale locale;
    const auto count = [&](const char *name) {
        return locale.toString(helper.counter(name));
    };
    m_options->setText(inReadingDirection(optionsText(helper.options)));
    m_process->setText(inReadingDirection(helper.processId == 0
            ? tr("none")
            : tr("pid %1, restarted %n time(s)", nullptr, int(helper.counter("restarts"))).arg(helper.processId)));
    m_packets->setText(tr("%1 judged: %2 accepted, %3 dropped, %4 rewritten")
                           .arg(count("packets"), count("accepted"), count("dropped"), count("mangled")));
    m_losses->setText(
        tr("%1 dropped by the kernel, %2 at the socket, %3 let through unjudged, %4 verdicts too late")
            .arg(count("kernel_dropped"), count("socket_dropped"), count("fail_open"), count("verdicts_lost")));
    m_latency->setText(inReadingDirection(
        tr("p50 %1, p99 %2 in the last second")
            .arg(latencyNsText(helper.counter("latency_p50_ns")), latencyNsText(helper.counter("latency_p99_ns")))));
}

} // namespace Trackhand
