// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/page.h"

class QAction;
class QLabel;
class QPushButton;

namespace Trackhand {

class FilterField;
class FlowFilter;
class FlowTree;

/// Connections that have a helper, what is expected on them, and the connections that were let in by it, as they live.
class FlowsPage : public Page {
    Q_OBJECT
public:
    explicit FlowsPage(HostSession *session, QWidget *parent = nullptr);

    void focusFilter() override;
    void goingOn() override;
    void lookFor(const QString &helper) override;
    bool showConnection(const Tuple &connection) override;
    bool showExpectation(const EventRecord &expectation) override;

    FlowTree *tree() const { return m_tree; }
    FilterField *filterField() const { return m_filter; }
    QLabel *counts() const { return m_counts; }
    QPushButton *askButton() const { return m_ask; }
    QAction *packetsAction() const { return m_showPackets; }
    QAction *masterAction() const { return m_showMaster; }
    QAction *expectationAction() const { return m_showExpectation; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void createActions();
    QWidget *buildContent();
    bool select(const QModelIndex &index);
    void updateActions();
    void updateCounts();
    void updateRefusal();
    void openPackets();
    void showMaster();
    void showExpectationsPage();

    FlowFilter *m_shown;
    FlowTree *m_tree;
    FilterField *m_filter;
    QLabel *m_counts;
    QWidget *m_refusal;
    QPushButton *m_ask;
    QAction *m_showPackets;
    QAction *m_showMaster;
    QAction *m_showExpectation;
};

} // namespace Trackhand
