// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/reviewstep.h"

#include "client/link/backendlink.h"
#include "client/models/helpertext.h"
#include "ui/wizard/notice.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

QString inQt(const std::string &text)
{
    return QString::fromStdString(text);
}

QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first.trimmed() + QStringLiteral("\n\n") + second;
}

QString queueText(const HelperPlan &plan)
{
    return plan.queue ? ReviewStep::tr("Queue %1").arg(*plan.queue) : ReviewStep::tr("First free queue");
}

QString policyText(const Policy &policy)
{
    return ReviewStep::tr("expects %1 × %2 for %3 s").arg(policy.maximum).arg(policy.name).arg(policy.timeout);
}

bool remedyIsInTheFields(ErrorCode code)
{
    return code == ErrorCode::InvalidArgument || code == ErrorCode::InvalidRule || code == ErrorCode::HelperExists;
}

} // namespace

ReviewStep::ReviewStep(BackendLink *link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_sentence(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_nftables(addText(tr("&nftables")))
    , m_nfct(addText(tr("n&fct and iptables")))
    , m_commands(addText(tr("&trackhandctl")))
    , m_notice(new Notice(this))
{
    QFont strong = font();
    strong.setPointSizeF(font().pointSizeF() * 1.15);
    m_sentence->setFont(strong);
    for (QLabel *label : {m_sentence, m_facts}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    auto *copy = new QToolButton(m_tabs);
    copy->setText(tr("&Copy"));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the text that is shown"));
    m_tabs->setCornerWidget(copy);
    m_tabs->setDocumentMode(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_facts);
    layout->addSpacing(8);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_notice);
    connect(copy, &QToolButton::clicked, this, &ReviewStep::copyShown);
    connect(m_notice, &Notice::buttonClicked, this, &ReviewStep::changeWanted);
}

QPlainTextEdit *ReviewStep::addText(const QString &title)
{
    auto *text = new QPlainTextEdit(m_tabs);
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTabStopDistance(4 * QFontMetricsF(text->font()).horizontalAdvance(QLatin1Char(' ')));
    text->setTabChangesFocus(true);
    text->setLayoutDirection(Qt::LeftToRight); // code reads from the left everywhere
    text->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    m_tabs->addTab(text, title);
    return text;
}

void ReviewStep::review(const HelperPlan &plan)
{
    m_plan = plan;
    m_sentence->setText(PlanText::sentence(plan));
    QStringList facts {queueText(plan)};
    for (const Policy &policy : plan.policies) {
        facts.append(policyText(policy));
    }
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_commands->setPlainText(PlanText::commands(plan));
    m_nftables->clear();
    m_nfct->clear();
    m_preview = {};
    m_toAsk = plan.rules();
    m_notice->say(Notice::Kind::Busy, tr("Asking the backend for the rules …"));
    askNext(++m_round);
}

void ReviewStep::askNext(quint64 round)
{
    m_link->call<RulePreview>(
        Requests::previewRule(m_toAsk.takeFirst()), this, [this, round](const Result<RulePreview> &preview) {
            if (round != m_round) {
                return;
            }
            if (!preview) {
                m_notice->say(Notice::Kind::Error,
                    tr("The backend does not take this rule: %1").arg(inQt(preview.error().text)), tr("Change &it"));
                return;
            }
            m_preview.nftables = joined(m_preview.nftables, preview->nftables);
            m_preview.iptables = joined(m_preview.iptables, preview->iptables);
            if (m_toAsk.isEmpty()) {
                showPreview(m_preview);
            } else {
                askNext(round);
            }
        });
}

void ReviewStep::showPreview(const RulePreview &preview)
{
    m_nftables->setPlainText(preview.nftables.trimmed());
    m_nfct->setPlainText(
        joined(nfctCommands(m_plan.name, m_plan.l3, m_plan.l4).join(QLatin1Char('\n')), preview.iptables.trimmed()));
    m_notice->clear();
}

void ReviewStep::showProgress(HelperSetup::Step step)
{
    ++m_round; // a preview that is still on its way would wipe this out
    switch (step) {
    case HelperSetup::Step::Register:
        m_notice->say(Notice::Kind::Busy, tr("Registering %1 …").arg(m_plan.name));
        break;
    case HelperSetup::Step::AddRule:
        m_notice->say(Notice::Kind::Busy, tr("Adding the rule …"));
        break;
    case HelperSetup::Step::Enable:
        m_notice->say(Notice::Kind::Busy, tr("Starting %1 …").arg(m_plan.name));
        break;
    }
}

void ReviewStep::showUndoing()
{
    m_notice->say(Notice::Kind::Busy, tr("Taking it back …"));
}

void ReviewStep::showFailure(const HelperSetup::Failure &failure)
{
    QString text;
    if (failure.cancelled) {
        text = tr("Stopped.");
    } else if (failure.step == HelperSetup::Step::Register) {
        text = tr("%1 could not be registered: %2").arg(m_plan.name, inQt(failure.error.text));
    } else if (failure.step == HelperSetup::Step::AddRule) {
        text = tr("The rule could not be added: %1").arg(inQt(failure.error.text));
    } else {
        text = tr("%1 could not be started: %2").arg(m_plan.name, inQt(failure.error.text));
    }
    if (!text.endsWith(QLatin1Char('.'))) {
        text += QLatin1Char('.');
    }
    text += QLatin1Char(' ');
    text += failure.undoError.text.empty()
        ? tr("Nothing was changed.")
        : tr("It could not be taken back either (%1): delete %2 on the Helpers page.")
              .arg(inQt(failure.undoError.text), m_plan.name);
    const bool change = !failure.cancelled && remedyIsInTheFields(failure.error.code);
    m_notice->say(Notice::Kind::Error, text, change ? tr("Change &it") : QString());
}

void ReviewStep::copyShown()
{
    const auto *text = qobject_cast<QPlainTextEdit *>(m_tabs->currentWidget());
    QGuiApplication::clipboard()->setText(text->toPlainText());
}

} // namespace Trackhand
