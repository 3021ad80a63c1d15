// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/helperdetails.h"

#include "client/session/hostsession.h"
#include "ui/parts/page.h"
#include "ui/parts/stateindicator.h"
#include "ui/parts/statepainter.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
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
    : QScrollArea(parent)
    , m_session(session)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *body = new QWidget(this);
    body->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_heading = valueLabel(body);
    m_heading->setFont(headingFont(font()));
    m_heading->setWordWrap(false);
    m_state = new StateIndicator(body);
    m_why = new QPushButton(tr("Why is it not working?"), body);
    connect(m_why, &QPushButton::clicked, this, &HelperDetails::diagnose);
    roomy(m_why);
    m_problem = valueLabel(body);
    m_chain = new QWidget(body);
    m_chain->setLayout(new QVBoxLayout);
    m_chain->layout()->setContentsMargins(0, 0, 0, 0);
    m_chain->layout()->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_heading);
    head->addWidget(m_state);
    head->addStretch(1);
    head->addWidget(m_why);
    auto *form = new QFormLayout;
    buildRows(form);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 16, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_problem);
    layout->addWidget(m_chain);
    layout->addLayout(form);
    layout->addStretch(1);
    setWidget(body);
    show(nullptr);
}

void HelperDetails::buildRows(QFormLayout *form)
{
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(6);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    const auto row = [this, form](const QString &title) {
        auto *label = valueLabel(widget() ? widget() : this);
        auto *name = new QLabel(title);
        QPalette quiet = name->palette();
        quiet.setColor(QPalette::WindowText, dimmed(quiet));
        name->setPalette(quiet);
        form->addRow(name, label);
        return label;
    };
    m_queue = row(tr("Queue"));
    m_policies = row(tr("Expectations"));
    m_options = row(tr("Options"));
    m_process = row(tr("Process"));
    m_packets = row(tr("Packets"));
    m_losses = row(tr("Losses"));
    m_latency = row(tr("Verdict latency"));
}

void HelperDetails::show(const HelperInfo *helper)
{
    widget()->setVisible(helper != nullptr);
    if (!helper) {
        m_name.clear();
        return;
    }
    if (helper->name != m_name) {
        m_name = helper->name;
        showDiagnosis({});
    }
    showValues(*helper);
}

void HelperDetails::showValues(const HelperInfo &helper)
{
    const QLocale locale;
    const auto count = [&](const char *name) {
        return locale.toString(helper.counter(name));
    };
    m_heading->setText(helper.name);
    m_state->setState(stateKind(helper), stateWord(helper));
    m_problem->setText(helper.isForeign() ? tr("Registered by another program; shown read-only.") : helper.problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_why->setVisible(!helper.isForeign());
    m_queue->setText(helper.queueLength == 0
            ? tr("%1, %2 waiting").arg(helper.queue).arg(count("queue_depth"))
            : tr("%1, %2 of %3 waiting").arg(helper.queue).arg(count("queue_depth")).arg(helper.queueLength));
    m_policies->setText(policiesText(helper.policies));
    m_options->setText(optionsText(helper.options));
    m_process->setText(helper.processId == 0
            ? tr("none")
            : tr("pid %1, restarted %n time(s)", nullptr, int(helper.counter("restarts"))).arg(helper.processId));
    m_packets->setText(tr("%1 judged: %2 accepted, %3 dropped, %4 rewritten")
                           .arg(count("packets"), count("accepted"), count("dropped"), count("mangled")));
    m_losses->setText(
        tr("%1 dropped by the kernel, %2 at the socket, %3 let through unjudged, %4 verdicts too late")
            .arg(count("kernel_dropped"), count("socket_dropped"), count("fail_open"), count("verdicts_lost")));
    m_latency->setText(
        tr("p50 %1, p99 %2 in the last second")
            .arg(latencyNsText(helper.counter("latency_p50_ns")), latencyNsText(helper.counter("latency_p99_ns"))));
}

void HelperDetails::diagnose()
{
    m_why->setEnabled(false);
    m_session->link()->call<QList<DiagnosisLink>>(
        Requests::diagnoseHelper(m_name), this, [this, name = m_name](const Result<QList<DiagnosisLink>> &links) {
            m_why->setEnabled(true);
            if (!links) {
                emit errorHappened(QString::fromStdString(links.error().text));
            } else if (name == m_name) {
                showDiagnosis(*links);
            }
        });
}

void HelperDetails::showDiagnosis(const QList<DiagnosisLink> &links)
{
    for (QObject *old : m_chain->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        delete old;
    }
    for (const DiagnosisLink &link : links) {
        auto *indicator = new StateIndicator(m_chain);
        const QString text = link.ok || link.remedy.isEmpty() ? link.text : tr("%1: %2").arg(link.text, link.remedy);
        indicator->setState(link.ok ? StateKind::Running : StateKind::Attention, tr("%1: %2").arg(link.link, text));
        m_chain->layout()->addWidget(indicator);
    }
    m_chain->setVisible(!links.isEmpty());
}

} // namespace Trackhand
