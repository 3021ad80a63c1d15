// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rulespage.h"

#include "client/models/helpertext.h"
#include "client/models/modelroles.h"
#include "client/session/hostsession.h"
#include "ui/parts/emptystate.h"
#include "ui/rules/hittestpane.h"
#include "ui/rules/ruleeditor.h"
#include "ui/rules/rulehistory.h"
#include "ui/rules/rulespanes.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace Trackhand {

template <typename Wanted>
void RulesPage::select(Wanted wanted)
{
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        if (wanted(session()->ruleModel()->rule(m_sorted->mapToSource(m_sorted->index(row, 0)).row()))) {
            m_table->setCurrentIndex(m_sorted->index(row, 0));
            return;
        }
    }
}

RulesPage::RulesPage(HostSession *session, QWidget *parent)
    : Page(tr("Rules"), session, parent)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_panes(new RulesPanes(session, this))
    , m_add(new QAction(tr("Add rule…"), this))
    , m_change(new QAction(tr("Change…"), this))
    , m_delete(new QAction(tr("Delete"), this))
    , m_undo(new QAction(tr("Undo"), this))
    , m_redo(new QAction(tr("Redo"), this))
    , m_history(new RuleHistory(session->link(), session->rules(), this))
{
    m_sorted->setSourceModel(session->ruleModel());
    m_sorted->setSortRole(SortRole);
    m_table = createTable(m_sorted,
        {QStringLiteral("Rule 100"), QStringLiteral("netbios-ns"), QStringLiteral("tcp port 21, 2121-2130"),
            QStringLiteral("prerouting, output"), QStringLiteral("10,000,000"), QStringLiteral("10,000,000,000"),
            QStringLiteral("192.168.100.0/24 on eth0"), QString()},
        this);
    m_table->setAccessibleName(tr("Rules"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RuleModel::IdColumn, Qt::AscendingOrder);
    createActions();
    buildTools();
    connectHistory();

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("rules"));
    splitter->addWidget(m_table);
    splitter->addWidget(m_panes);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    setContent(splitter);
    emptyState()->setTexts(tr("No rule yet"),
        tr("A helper sees only the traffic that a rule gives to it. Rules live in a table of their own, \"inet "
           "trackhand\"; nothing else of your firewall is touched. Adding a helper makes its rules, too."),
        tr("Add helper…"));
    connect(emptyState()->button(), &QPushButton::clicked, this, &Page::addHelperRequested);
    connect(m_panes->hitTest(), &HitTestPane::ruleWanted, this,
        [this](uint id) { select([id](const RuleInfo &rule) { return rule.id == id; }); });
    connect(m_table, &QTableView::doubleClicked, this, &RulesPage::changeSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RulesPage::selectionChanged);
    const RuleStore *rules = session->rules();
    connect(rules, &ObjectStoreSignals::reset, this, &RulesPage::updateEmpty);
    connect(rules, &ObjectStoreSignals::added, this, &RulesPage::updateEmpty);
    connect(rules, &ObjectStoreSignals::removed, this, &RulesPage::updateEmpty);
    connect(rules, &ObjectStoreSignals::changed, this, &RulesPage::selectionChanged);
    updateEmpty();
}

void RulesPage::createActions()
{
    m_add->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_change->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_delete->setShortcut(QKeySequence::Delete);
    connect(m_add, &QAction::triggered, this, &RulesPage::addRule);
    connect(m_change, &QAction::triggered, this, &RulesPage::changeSelected);
    connect(m_delete, &QAction::triggered, this, &RulesPage::deleteSelected);
    connect(m_undo, &QAction::triggered, m_history, &RuleHistory::undo);
    connect(m_redo, &QAction::triggered, m_history, &RuleHistory::redo);
    m_add->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_add);
    for (QAction *action : {m_change, m_delete}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_table->addAction(action);
    }
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RulesPage::buildTools()
{
    auto *menuButton = new QToolButton(this);
    menuButton->setText(tr("Selected"));
    menuButton->setToolTip(tr("What can be done with the selected rule"));
    menuButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(menuButton);
    menu->addAction(m_change);
    menu->addSeparator();
    menu->addAction(m_delete);
    menuButton->setMenu(menu);
    auto *add = new QPushButton(m_add->text(), this);
    add->setDefault(true);
    add->setToolTip(tr("Give a helper more traffic (Ctrl+R)"));
    connect(add, &QPushButton::clicked, m_add, &QAction::trigger);
    roomy(menuButton);
    roomy(add);
    tools()->addStretch(1);
    for (QAction *action : {m_undo, m_redo}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        tools()->addWidget(button);
    }
    tools()->addSpacing(16);
    tools()->addWidget(menuButton);
    tools()->addWidget(add);
}

void RulesPage::lookFor(const QString &helper)
{
    select([&helper](const RuleInfo &rule) { return rule.helper == helper; });
}

const RuleInfo *RulesPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &session()->ruleModel()->rule(m_sorted->mapToSource(rows.first()).row());
}

void RulesPage::selectionChanged()
{
    const RuleInfo *rule = selected();
    m_change->setEnabled(rule != nullptr);
    m_delete->setEnabled(rule != nullptr);
    m_change->setText(rule ? tr("Change rule %1…").arg(rule->id) : tr("Change…"));
    m_delete->setText(rule ? tr("Delete rule %1").arg(rule->id) : tr("Delete"));
    m_panes->showRule(rule ? rule->text : QString());
}

void RulesPage::addRule()
{
    open(new RuleEditor(session()->link(), session()->helpers(), this));
}

void RulesPage::changeSelected()
{
    if (const RuleInfo *rule = selected()) {
        open(new RuleEditor(session()->link(), session()->helpers(), *rule, this));
    }
}

void RulesPage::open(RuleEditor *editor)
{
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        editor, &RuleEditor::submitted, this, [this, editor](const RuleArguments &rule) { carryOut(editor, rule); });
    editor->open();
}

void RulesPage::carryOut(RuleEditor *editor, const RuleArguments &rule)
{
    const auto ended = [editor](const Status &status) {
        if (status) {
            editor->accept();
        } else {
            editor->showRefusal(QString::fromStdString(status.error().text));
        }
    };
    if (const auto id = editor->ruleId()) {
        m_history->change(*id, rule, editor, ended);
    } else {
        m_history->add(rule, editor, ended);
    }
}

void RulesPage::deleteSelected()
{
    if (const RuleInfo *rule = selected()) {
        m_history->remove(rule->id, this, [this](const Status &status) {
            if (!status) {
                emit errorHappened(QString::fromStdString(status.error().text));
            }
        });
    }
}

void RulesPage::connectHistory()
{
    connect(m_history, &RuleHistory::changed, this, &RulesPage::historyChanged);
    connect(m_history, &RuleHistory::failed, this, &Page::errorHappened);
    connect(m_history, &RuleHistory::wentBack, this, &Page::noteHappened);
    for (const auto signal : {&RuleHistory::done, &RuleHistory::wentForth}) {
        connect(m_history, signal, this, [this](const QString &text) {
            // The button is about this deed; once another one has been done or taken back, it is about nothing.
            emit undoOffered(text, [this, position = m_history->position()] {
                if (m_history->position() == position) {
                    m_history->undo();
                }
            });
        });
    }
    historyChanged();
}

void RulesPage::historyChanged()
{
    m_undo->setEnabled(m_history->canUndo());
    m_redo->setEnabled(m_history->canRedo());
    const QString undo = m_history->undoText();
    const QString redo = m_history->redoText();
    m_undo->setToolTip(undo.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1 (Ctrl+Z)").arg(undo));
    m_redo->setToolTip(redo.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1 (Ctrl+Shift+Z)").arg(redo));
}

bool RulesPage::undo()
{
    const bool something = !m_history->undoText().isEmpty();
    m_history->undo();
    return something;
}

bool RulesPage::redo()
{
    const bool something = !m_history->redoText().isEmpty();
    m_history->redo();
    return something;
}

void RulesPage::updateEmpty()
{
    setEmpty(session()->rules()->size() == 0);
    if (!selected() && m_sorted->rowCount() > 0) {
        m_table->setCurrentIndex(m_sorted->index(0, 0));
    }
    selectionChanged();
}

} // namespace Trackhand
