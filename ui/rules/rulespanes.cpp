// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rulespanes.h"

#include "client/rules/rulecommands.h"
#include "client/rules/rulelisting.h"
#include "client/session/hostsession.h"
#include "ui/parts/codeview.h"
#include "ui/rules/codepane.h"
#include "ui/rules/hittestpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QToolButton>

namespace Trackhand {

RulesPanes::RulesPanes(HostSession *session, QWidget *parent)
    : QTabWidget(parent)
    , m_listing(new RuleListing(session->link(), session->rules(), this))
    , m_making(new RuleCommands(session->link(), session->helpers(), session->rules(), this))
    , m_rule(createCodeView(tr("The rule as nftables has it"), this))
    , m_table(new CodePane(tr("The table inet trackhand as nftables lists it"), this))
    , m_commands(new CodePane(tr("nfct and iptables commands that do the same"), this))
    , m_hitTest(new HitTestPane(session, m_listing, this))
    , m_copy(new QToolButton(this))
{
    setDocumentMode(true);
    addTab(m_rule, tr("This rule"));
    addTab(m_table, tr("Whole table"));
    addTab(m_commands, tr("nfct and iptables"));
    addTab(m_hitTest, tr("Which rule?"));
    setTabToolTip(1, tr("The nftables table \"inet trackhand\" as the kernel has it now, with its counters"));
    setTabToolTip(2, tr("What would do the same by hand, without Trackhand"));
    setTabToolTip(3, tr("Which rule would this packet meet?"));
    m_copy->setText(tr("Copy"));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy the text that is shown"));
    setCornerWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(shownText()->toPlainText()); });
    connect(this, &QTabWidget::currentChanged, this, [this] { m_copy->setVisible(shownText() != nullptr); });
    connectTable();
    connectCommands();
}

void RulesPanes::connectTable()
{
    connect(m_table, &CodePane::lookedAt, this, [this](bool now) { m_listing->setWanted(m_table, now); });
    connect(m_table, &CodePane::retryWanted, m_listing, &RuleListing::readAgain);
    connect(m_listing, &RuleListing::failed, m_table, &CodePane::showProblem);
    connect(m_listing, &RuleListing::changed, this, [this] {
        m_table->showText(m_listing->text().isEmpty() ? tr("# There is no table \"inet trackhand\" yet.")
                                                      : m_listing->text().trimmed());
    });
}

void RulesPanes::connectCommands()
{
    connect(m_commands, &CodePane::lookedAt, m_making, &RuleCommands::setWanted);
    connect(m_commands, &CodePane::retryWanted, m_making, &RuleCommands::readAgain);
    connect(m_making, &RuleCommands::failed, m_commands, &CodePane::showProblem);
    connect(m_making, &RuleCommands::changed, this, [this] { m_commands->showText(m_making->text()); });
}

void RulesPanes::showRule(const QString &text)
{
    replaceCode(m_rule, text);
}

QPlainTextEdit *RulesPanes::shownText() const
{
    if (const auto *pane = qobject_cast<const CodePane *>(currentWidget())) {
        return pane->view();
    }
    return qobject_cast<QPlainTextEdit *>(currentWidget());
}

} // namespace Trackhand
