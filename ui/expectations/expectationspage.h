// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/page.h"

class QLabel;

namespace Trackhand {

class ExpectationFilter;
class FilterField;

/// The connections that helpers expect: those that may still come, counting down, and what became of the others.
class ExpectationsPage : public Page {
    Q_OBJECT
public:
    explicit ExpectationsPage(HostSession *session, QWidget *parent = nullptr);

    void focusFilter() override;
    void goingOn() override;
    void lookFor(const QString &helper) override;
    bool showExpectation(const EventRecord &expectation) override;

    QTableView *table() const { return m_table; }
    FilterField *filterField() const { return m_filter; }
    QLabel *counts() const { return m_counts; }
    QAction *packetsAction() const { return m_showPackets; }
    QAction *flowAction() const { return m_showFlow; }
    QAction *masterAction() const { return m_showMaster; }

private:
    void createActions();
    QWidget *buildContent();
    void updateActions();
    void updateCounts();
    EventRecord selected() const;
    void showPacketsOfMaster();
    void showFlow();

    ExpectationFilter *m_shown;
    QTableView *m_table;
    FilterField *m_filter;
    QLabel *m_counts;
    QAction *m_showPackets;
    QAction *m_showFlow;
    QAction *m_showMaster;
};

} // namespace Trackhand
