// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/hostaddress.h"

#include <QList>
#include <QMainWindow>

class QAction;
class QListWidget;
class QStackedWidget;

namespace Trackhand {

class HostView;

/// The window: hosts and pages in the sidebar, one page of one host beside it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// @p busAddress overrides the bus of every host (for a private bus).
    explicit MainWindow(const QString &sshConfigFile = {}, const QString &busAddress = {}, QWidget *parent = nullptr);

    /// Adds the host to the sidebar and shows it; only then is it contacted.
    void openHost(const HostAddress &host);
    /// Adds a capture file to the sidebar, or shows it when it is there already.
    void openCapture(const QString &file);
    QAction *closeCaptureAction() const { return m_closeCapture; }
    HostView *currentHost() const;
    const QList<HostView *> &hosts() const { return m_hosts; }
    void showPage(int index);
    int pageCount() const;

    /// As it was when it was closed: size, page, hosts in the sidebar, proportions; and is so again the next time.
    void recall();

    /// Shows a page of this machine and, once it is known there, what @p subject names; "" = the page alone.
    void lookFor(int page, const QString &subject);

    /// In front of the other windows, as far as the desktop lets it.
    void comeForward();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildSidebar();
    void createShortcuts();
    void addHost(const HostAddress &host);
    void addView(HostView *view, const QString &title);
    void askForHost();
    void askForCapture();
    void closeCapture();
    void hostChosen(int row);
    void updateHosts();
    void showShortcuts();
    void lookedAt();

    QString m_sshConfigFile;
    QString m_busAddress;
    QListWidget *m_hostList;
    QListWidget *m_pageList;
    QStackedWidget *m_stack;
    QList<HostView *> m_hosts;
    QAction *m_closeCapture;
    bool m_remembers = false;
};

} // namespace Trackhand
