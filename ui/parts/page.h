// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <QFont>
#include <QWidget>
#include <functional>

class QAbstractItemModel;
class QAbstractItemView;
class QAction;
class QHBoxLayout;
class QStackedWidget;
class QTableView;
class QTreeView;
class QVBoxLayout;

namespace Trackhand {

class EmptyState;
class HostSession;

/// The pages in the order in which a host has them.
enum class PageKind { Overview, Helpers, Rules, Packets, Expectations, Flows, Workbench };

/// One step larger and semibold.
QFont headingFont(const QFont &base);

/// A table as all of them are: whole rows, fixed height, no grid, the project's delegate. @p sample is text of the
/// widest usual cell of each column.
QTableView *createTable(QAbstractItemModel *model, const QStringList &sample, QWidget *parent);

/// Makes @p tree look as the tables do.
void setUpTree(QTreeView *tree, QAbstractItemModel *model, const QStringList &sample);

/// An action of the rows of @p view: in its context menu, and with these keys while it has the focus.
QAction *rowAction(const QString &text, const QList<QKeySequence> &keys, QAbstractItemView *view);

// The same ways between pages have the same keys everywhere.
QKeySequence flowKeys();
QKeySequence masterKeys();
QKeySequence expectationKeys();

/// A little more air around the button's text than some styles give.
void roomy(QWidget *button);

/// What every page has: a heading with tools on its right, and below it either the content or an EmptyState.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(const QString &title, HostSession *session, QWidget *parent = nullptr);

    QString title() const { return m_title; }
    EmptyState *emptyState() const { return m_empty; }
    bool isEmpty() const;

    /// Puts the focus where typing filters; does nothing on pages without a filter.
    virtual void focusFilter() { }
    virtual void togglePause() { }
    virtual void save() { } ///< what the page has that can be kept in a file
    virtual void toggleFollow() { }
    /// Takes back what was done last on this page, or does it again. False when the page has nothing of that kind.
    virtual bool undo() { return false; }
    virtual bool redo() { return false; }
    virtual void goingOn() { } ///< once a second while shown
    /// Brings into view what concerns this helper; on the overview, the incident of this time.
    virtual void lookFor(const QString &subject) { Q_UNUSED(subject) }
    /// Shows the packets that @p filter lets through, and of those the one nearest to @p timeNs if that is not 0.
    virtual void showPackets(const QString &filter, std::uint64_t timeNs)
    {
        Q_UNUSED(filter)
        Q_UNUSED(timeNs)
    }
    /// Selects what is meant; false when it is not here (any more). Addresses may be those of either direction.
    virtual bool showConnection(const Tuple &connection)
    {
        Q_UNUSED(connection)
        return false;
    }
    virtual bool showExpectation(const EventRecord &expectation)
    {
        Q_UNUSED(expectation)
        return false;
    }

signals:
    void addHelperRequested();
    /// Another page has more about this helper.
    void pageRequested(Trackhand::PageKind page, const QString &helper);
    void errorHappened(const QString &text);
    void noteHappened(const QString &text);
    /// A capture is to be looked at with a script beside it: @p capture is its file.
    void workbenchRequested(const QString &capture);
    // The ways from a row to what it is about, on other pages.
    void packetsRequested(const QString &filter, std::uint64_t timeNs);
    void connectionRequested(const Trackhand::Tuple &connection);
    void expectationRequested(const Trackhand::EventRecord &expectation);
    /// Something was done that can be undone.
    void undoOffered(const QString &text, const std::function<void()> &undo);

protected:
    HostSession *session() const { return m_session; }
    QHBoxLayout *tools() const { return m_tools; }
    void setContent(QWidget *content);
    void setEmpty(bool empty);

private:
    QString m_title;
    HostSession *m_session;
    QHBoxLayout *m_tools;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
};

} // namespace Trackhand
