// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QWidget>
#include <functional>

class QAbstractItemModel;
class QHBoxLayout;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace Trackhand {

class EmptyState;
class HostSession;

/// The pages in the order in which a host has them.
enum class PageKind { Overview, Helpers, Rules, Packets, Expectations };

/// One step larger and semibold.
QFont headingFont(const QFont &base);

/// A table as all of them are: whole rows, fixed height, no grid, the project's delegate. @p sample is text of the
/// widest usual cell of each column.
QTableView *createTable(QAbstractItemModel *model, const QStringList &sample, QWidget *parent);

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
    virtual void toggleFollow() { }
    virtual void goingOn() { } ///< once a second while shown
    /// Brings what concerns this helper into view.
    virtual void lookFor(const QString &helper) { Q_UNUSED(helper) }

signals:
    void addHelperRequested();
    /// Another page has more about this helper.
    void pageRequested(Trackhand::PageKind page, const QString &helper);
    void errorHappened(const QString &text);
    void noteHappened(const QString &text);
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
