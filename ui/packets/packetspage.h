// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetmodel.h"
#include "ui/packets/rowkeeper.h"
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
class SearchBar;

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
    SearchBar *searchBar() const { return m_searching; }
    QToolButton *followButton() const { return m_follow; }

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
    void aboutToReplaceRows();
    void rowsReplaced();
    void searchCancelled();
    void searchEnded();
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
    SearchBar *m_searching;
    RowKeeper m_keeper;
    QString m_wantedFilter; ///< handed to the model
    QString m_shownFilter; ///< by which the rows were found
    std::uint64_t m_wantedTime = 0; ///< the packet nearest to it is to be selected when the search ends
    bool m_scrolling = false; ///< the scroll bar moves because of us, not because of the person
};

} // namespace Trackhand
