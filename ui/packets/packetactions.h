// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

class QAction;
class QKeySequence;
class QTableView;

namespace Trackhand {

class PacketModel;

/// What can be done with the packets of the table, with the keys for it; the table's context menu has all of it.
class PacketActions : public QObject {
    Q_OBJECT
public:
    /// @p table shows @p model; the keys work while it is to be seen.
    PacketActions(PacketModel *model, QTableView *table);

    /// The filter that is in force, which the actions add to and come back to.
    void setFilter(const QString &filter);
    /// Offers what can be done with what is current and selected now.
    void updateActions();

    QAction *goTo() const { return m_goTo; }
    QAction *mark() const { return m_mark; }
    QAction *nextMark() const { return m_nextMark; }
    QAction *previousMark() const { return m_previousMark; }
    QAction *conversation() const { return m_conversation; }
    QAction *onlyThis() const { return m_onlyThis; }
    QAction *alsoThis() const { return m_alsoThis; }
    QAction *notThis() const { return m_notThis; }
    QAction *sortByColumn() const { return m_sort; }
    QAction *arrivalOrder() const { return m_arrival; }
    QAction *copyRows() const { return m_copyRows; }
    QAction *copyFilter() const { return m_copyFilter; }

signals:
    void filterWanted(const QString &filter);
    void goToWanted();
    void failed(const QString &text);

private:
    QAction *add(const QString &text, const QKeySequence &keys, void (PacketActions::*deed)());
    void addSeparator();
    QString cellFilter() const;
    void toggleMarks();
    void goToMark(bool downwards);
    void goToNextMark() { goToMark(true); }
    void goToPreviousMark() { goToMark(false); }
    void followConversation();
    void filterForCell();
    void addCellToFilter();
    void removeCellFromFilter();
    void sortByCurrentColumn();
    void sortByArrival();
    void copySelectedRows();
    void copyCellFilter();

    PacketModel *m_model;
    QTableView *m_table;
    QString m_filter;
    QString m_followed; ///< the filter of the conversation that is followed, "" when none is
    QString m_before; ///< the filter to come back to
    QAction *m_goTo;
    QAction *m_mark;
    QAction *m_nextMark;
    QAction *m_previousMark;
    QAction *m_conversation;
    QAction *m_onlyThis;
    QAction *m_alsoThis;
    QAction *m_notThis;
    QAction *m_sort;
    QAction *m_arrival;
    QAction *m_copyRows;
    QAction *m_copyFilter;
};

} // namespace Trackhand
