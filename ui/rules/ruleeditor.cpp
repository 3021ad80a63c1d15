// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/ruleeditor.h"

#include "client/link/backendlink.h"
#include "client/models/helpertext.h"
#include "client/rules/ruletemplates.h"
#include "ui/parts/dialogbuttons.h"
#include "ui/parts/page.h"
#include "ui/rules/ruleform.h"
#include "ui/rules/rulepreviewpane.h"
#include "ui/wizard/notice.h"

#include <QLabel>
#include <QMenu>
#include <QNetworkInterface>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int Space = 8;
constexpr int PageMargin = 16;

/// What comes from the network, of both families, for a helper to be chosen.
RuleDraft emptyDraft()
{
    RuleDraft draft;
    draft.l4 = QStringLiteral("tcp");
    draft.hooks = QStringList {QStringLiteral("prerouting")};
    draft.l3 = QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv6")};
    return draft;
}

QStringList localInterfaces()
{
    QStringList names;
    for (const QNetworkInterface &each : QNetworkInterface::allInterfaces()) {
        names.append(each.name());
    }
    return names;
}

} // namespace

RuleEditor::RuleEditor(BackendLink *link, const HelperStore *helpers, QWidget *parent)
    : RuleEditor(link, helpers, emptyDraft(), std::nullopt, tr("Add rule"), parent)
{
}

RuleEditor::RuleEditor(BackendLink *link, const HelperStore *helpers, const RuleInfo &rule, QWidget *parent)
    : RuleEditor(link, helpers, RuleDraft::of(settingsOf(rule)), rule.id,
        tr("Change rule %1 of %2").arg(rule.id).arg(rule.helper), parent)
{
}

RuleEditor::RuleEditor(BackendLink *link, const HelperStore *helpers, const RuleDraft &draft, std::optional<uint> id,
    const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_link(link)
    , m_before(draft)
    , m_id(id)
    , m_form(new RuleForm(helpers, this))
    , m_preview(new RulePreviewPane(link, this))
    , m_notice(new Notice(this))
    , m_templates(new QToolButton(this))
    , m_submit(new QPushButton(id ? tr("&Change rule") : tr("&Add rule"), this))
{
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(PageMargin, PageMargin, PageMargin, PageMargin);
    layout->setSpacing(PageMargin);
    layout->addLayout(buildHead(title));
    layout->addWidget(m_form);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_notice);
    layout->addLayout(DialogButtons::row(m_submit, this));
    connect(m_submit, &QPushButton::clicked, this, &RuleEditor::submit);
    resize(880, 680);
    connect(m_form, &RuleForm::changed, this, &RuleEditor::formChanged);
    connect(m_preview, &RulePreviewPane::judged, this, [this](const QString &refusal) {
        if (!refusal.isEmpty() && !m_busy) {
            m_notice->say(Notice::Kind::Error, tr("The backend does not take this rule: %1").arg(refusal));
        }
    });
    if (link->host().isLocal()) {
        m_form->setInterfaces(localInterfaces());
    }
    m_form->setDraft(draft);
    readProtocols();
}

QLayout *RuleEditor::buildHead(const QString &title)
{
    auto *heading = new QLabel(title, this);
    heading->setFont(headingFont(font()));
    m_templates->setText(tr("&Begin with…"));
    m_templates->setToolTip(tr("Rules that many people need, to be made narrower"));
    m_templates->setPopupMode(QToolButton::InstantPopup);
    m_templates->setMenu(new QMenu(m_templates));
    m_templates->setVisible(!m_id);
    roomy(m_templates);
    fillTemplates();
    auto *row = new QHBoxLayout;
    row->setSpacing(Space);
    row->addWidget(heading, 1);
    row->addWidget(m_templates);
    return row;
}

void RuleEditor::fillTemplates()
{
    QString helper;
    for (const RuleTemplate &each : ruleTemplates()) {
        if (!helper.isEmpty() && helper != each.draft.helper) {
            m_templates->menu()->addSeparator();
        }
        helper = each.draft.helper;
        m_templates->menu()->addAction(each.title, this, [this, each] { takeTemplate(each.draft, each.toFill); });
    }
}

void RuleEditor::readProtocols()
{
    m_link->call<QList<ProtocolInfo>>(
        Requests::availableProtocols(), this, [this](const Result<QList<ProtocolInfo>> &protocols) {
            if (protocols) { // without them the fields work as well, with less to say
                m_protocols = *protocols;
                m_form->setProtocols(m_protocols);
            }
        });
}

void RuleEditor::takeTemplate(const RuleDraft &draft, RuleField toFill)
{
    m_form->setDraft(draft);
    m_form->goTo(toFill);
}

void RuleEditor::formChanged()
{
    showCalm();
    if (m_form->isComplete()) {
        m_preview->ask(m_form->draft().settings());
    } else {
        m_preview->showNothing();
    }
    updateSubmit();
}

void RuleEditor::updateSubmit()
{
    const bool same = m_id && m_form->draft() == m_before;
    m_submit->setEnabled(!m_busy && m_form->isComplete() && !same);
    m_form->setEnabled(!m_busy);
    m_templates->setEnabled(!m_busy);
}

void RuleEditor::showCalm()
{
    m_notice->say(Notice::Kind::Hint,
        m_id ? tr("The rule keeps its number and its place; its counters begin anew. Connections that exist keep the "
                  "helper they have.")
             : tr("New connections get the helper; those that exist already stay as they are."));
}

void RuleEditor::submit()
{
    if (!m_submit->isEnabled()) {
        return;
    }
    m_busy = true;
    updateSubmit();
    m_notice->say(Notice::Kind::Busy, m_id ? tr("Changing the rule …") : tr("Adding the rule …"));
    emit submitted(m_form->draft().settings());
}

void RuleEditor::showRefusal(const QString &text)
{
    m_busy = false;
    updateSubmit();
    m_notice->say(Notice::Kind::Error,
        m_id ? tr("The rule stays as it was: %1").arg(text) : tr("The rule was not added: %1").arg(text));
}

} // namespace Trackhand
