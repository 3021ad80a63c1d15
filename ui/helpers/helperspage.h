// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "ui/parts/page.h"

class QAction;
class QLineEdit;
class QSortFilterProxyModel;

namespace Trackhand {

class HelperDetails;

/// The table of helpers, what can be done with each, and the details of the selected one.
class HelpersPage : public Page {
    Q_OBJECT
public:
    explicit HelpersPage(HostSession *session, QWidget *parent = nullptr);

    void focusFilter() override;
    QTableView *table() const { return m_table; }
    QAction *enableAction() const { return m_enable; }
    QAction *disableAction() const { return m_disable; }
    QAction *deleteAction() const { return m_delete; }

private:
    void createActions();
    void buildTools();
    const HelperInfo *selected() const;
    void selectionChanged();
    void showMenu(const QPoint &position);
    void setEnabled(bool enabled);
    void deleteSelected();
    void restore(const HelperInfo &helper, const QList<RuleSettings> &rules);
    void updateEmpty();

    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLineEdit *m_filter;
    HelperDetails *m_details;
    QAction *m_enable;
    QAction *m_disable;
    QAction *m_delete;
};

} // namespace Trackhand
