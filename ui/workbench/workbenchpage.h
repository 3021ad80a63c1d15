// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/page.h"
#include "ui/workbench/workbenchmemory.h"
#include "ui/workbench/workbenchrun.h"

#include <memory>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace Trackhand {

class InstallBar;
class RunPane;
class ScriptPane;

/// Where a helper is written: the script on the left, a capture and what the script does with it on the right, the way
/// into the backend below. It is made when it is first shown. Nothing but installing needs a backend.
class WorkbenchPage : public Page {
    Q_OBJECT
public:
    explicit WorkbenchPage(HostSession *session, QWidget *parent = nullptr);
    ~WorkbenchPage() override;

    /// Takes @p file as the capture and runs the script over it.
    void openCapture(const QString &file);
    /// One of the worked examples, and what it does with its capture.
    void openExample(const QString &name);

    void focusFilter() override;
    void save() override;
    bool undo() override;
    bool redo() override;

    ScriptPane *script() const { return m_script; } ///< these are nullptr until the page is shown
    RunPane *results() const { return m_results; }
    InstallBar *installBar() const { return m_install; }
    WorkbenchRun *runner() { return &m_run; }
    QAction *runAction() const { return m_runNow; }
    QMenu *openMenu() const { return m_open; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildTools();
    void createActions();
    void connectScript();
    void connectRun();
    void connectInstall();
    void fillOpenMenu();
    void openFile();
    void openInstalled(const QString &file);
    void takeCapture(const QString &file);
    void run();
    void runEnded(const RunOutcome &outcome);
    void changeSides();
    void updateTitle();
    void scriptChanged();
    void refused(const QString &why);

    std::unique_ptr<WorkbenchMemory> m_memory;
    WorkbenchRun m_run;
    ScriptPane *m_script = nullptr;
    RunPane *m_results = nullptr;
    InstallBar *m_install = nullptr;
    QLabel *m_name;
    QToolButton *m_openButton;
    QMenu *m_open;
    QPushButton *m_save;
    QPushButton *m_runButton;
    QAction *m_runNow;
};

} // namespace Trackhand
