// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/page.h"

class QAction;
class QPushButton;
class QSortFilterProxyModel;

namespace Trackhand {

class RuleEditor;
class RuleHistory;
class RulesPanes;
struct RuleInfo;
struct RuleArguments;

/// The rules that give traffic to helpers, with their counters and their nftables text; the place to make and change
/// them.
class RulesPage : public Page {
    Q_OBJECT
public:
    explicit RulesPage(HostSession *session, QWidget *parent = nullptr);

    void lookFor(const QString &helper) override;
    bool undo() override;
    bool redo() override;
    QTableView *table() const { return m_table; }
    QAction *addRuleAction() const { return m_add; }
    QAction *changeAction() const { return m_change; }
    QAction *deleteAction() const { return m_delete; }
    QAction *undoAction() const { return m_undo; }
    QAction *redoAction() const { return m_redo; }
    RuleHistory *history() const { return m_history; }
    RulesPanes *panes() const { return m_panes; }

private:
    void createActions();
    void buildTools();
    const RuleInfo *selected() const;
    template <typename Wanted>
    void select(Wanted wanted);
    void selectionChanged();
    void addRule();
    void changeSelected();
    void open(RuleEditor *editor);
    void connectHistory();
    void historyChanged();
    void carryOut(RuleEditor *editor, const RuleArguments &rule);
    void deleteSelected();
    void updateEmpty();

    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    RulesPanes *m_panes;
    QAction *m_add;
    QAction *m_change;
    QAction *m_delete;
    QAction *m_undo;
    QAction *m_redo;
    RuleHistory *m_history;
};

} // namespace Trackhand
