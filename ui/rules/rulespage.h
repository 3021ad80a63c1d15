// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/page.h"

class QAction;
class QPlainTextEdit;
class QSortFilterProxyModel;

namespace Trackhand {

struct RuleInfo;

/// The rules that give traffic to helpers, with their counters and their nftables text.
class RulesPage : public Page {
    Q_OBJECT
public:
    explicit RulesPage(HostSession *session, QWidget *parent = nullptr);

    void lookFor(const QString &helper) override;
    QTableView *table() const { return m_table; }
    QAction *deleteAction() const { return m_delete; }

private:
    const RuleInfo *selected() const;
    void selectionChanged();
    void deleteSelected();
    void updateEmpty();

    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QPlainTextEdit *m_text;
    QAction *m_delete;
};

} // namespace Trackhand
