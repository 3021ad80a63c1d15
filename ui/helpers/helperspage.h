// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "ui/parts/page.h"
#include "wire/base/result.h"

class QAction;
class QLineEdit;
class QSortFilterProxyModel;

namespace Trackhand {

class HelperDetails;
class HelperEditor;
struct HelperChange;
enum class Cure;

/// The table of helpers, what can be done with each, and the details of the selected one.
class HelpersPage : public Page {
    Q_OBJECT
public:
    explicit HelpersPage(HostSession *session, QWidget *parent = nullptr);

    void focusFilter() override;
    void lookFor(const QString &helper) override;
    QTableView *table() const { return m_table; }
    QAction *enableAction() const { return m_enable; }
    QAction *disableAction() const { return m_disable; }
    QAction *changeAction() const { return m_change; }
    QAction *deleteAction() const { return m_delete; }
    QAction *diagnoseAction() const { return m_diagnose; }
    HelperDetails *details() const { return m_details; }

private:
    void createActions();
    void connectDetails();
    void buildTools();
    const HelperInfo *selected() const;
    void selectionChanged();
    void showMenu(const QPoint &position);
    void setEnabled(bool enabled);
    void changeSelected();
    void change(HelperEditor *editor, const HelperChange &change);
    void deleteSelected();
    void report(const Status &status);
    void select(const QString &helper);
    void showElsewhere(Cure what, const QString &helper);
    void updateEmpty();

    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLineEdit *m_filter;
    HelperDetails *m_details;
    QAction *m_enable;
    QAction *m_disable;
    QAction *m_change;
    QAction *m_delete;
    QAction *m_diagnose;
    QAction *m_leaveDiagnosis;
};

} // namespace Trackhand
