// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetmodel.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/page.h"

#include <QTimer>

class QLabel;
class QToolButton;

namespace Trackhand {

class GoToBar;
class PacketActions;
class PacketExporter;
class PacketPane;
class ProfileMenu;

/// Every packet as it is judged: filter, pause, follow, and the details of the selected one.
class PacketsPage : public Page {
    Q_OBJECT
public:
    explicit PacketsPage(HostSession *session, QWidget *parent = nullptr);

    void focusFilter() override;
    void togglePause() override;
    void toggleFollow() override;
    void lookFor(const QString &helper) override;
    void showPackets(const QString &filter, std::uint64_t timeNs) override;

    QTableView *table() const { return m_table; }
    FilterField *filterField() const { return m_filter; }
    QLabel *filterError() const;
    QLabel *counts() const { return m_counts; }
    PacketPane *pane() const { return m_pane; }
    QAction *flowAction() const { return m_showFlow; }
    PacketExporter *exporter() const { return m_exporter; }
    PacketActions *actions() const { return m_actions; }
    GoToBar *goToBar() const { return m_goTo; }
    ProfileMenu *profileMenu() const { return m_profiles; }

private:
    void buildTable();
    void buildTools();
    QWidget *buildContent();
    void connectFilter();
    void connectTable();
    void connectActions();
    void setFilter(const QString &text);
    void applyFilter(const EventFilter &filter);
    void editColorRules();
    void keepCurrent(PacketModel::Number number, int column);
    void updateCounts();
    void follow();
    void rowsMovedUp(int rows);
    void showDetails();
    void selectNear(std::uint64_t timeNs);
    void showFlow();

    QTableView *m_table;
    FilterField *m_filter;
    QLabel *m_counts;
    QToolButton *m_pause;
    QToolButton *m_follow;
    PacketPane *m_pane;
    QAction *m_showFlow;
    PacketExporter *m_exporter;
    PacketActions *m_actions;
    GoToBar *m_goTo;
    ProfileMenu *m_profiles;
    bool m_scrolling = false; ///< the scroll bar moves because of us, not because of the person
};

} // namespace Trackhand
