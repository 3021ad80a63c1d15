// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/workbench/scriptcheck.h"
#include "ui/workbench/scriptdocument.h"
#include "ui/workbench/scriptrun.h"
#include "ui/workbench/workbenchmemory.h"

#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>

class QLabel;
class QPushButton;

namespace Trackhand {

class FindBar;
class ScriptEditor;
class StateIndicator;

/// The script that is being written: its editor, its file, and what is wrong with it. What was not saved is kept for
/// the next time while one writes.
class ScriptPane : public QWidget {
    Q_OBJECT
public:
    static constexpr int KeepMs = 1000; ///< after the last change it is kept

    explicit ScriptPane(WorkbenchMemory *memory, QWidget *parent = nullptr);
    ~ScriptPane() override;

    ScriptEditor *editor() const { return m_editor; }
    FindBar *findBar() const { return m_find; }
    ScriptDocument *document() { return &m_document; }
    const ScriptFacts &facts() const { return m_check.facts(); }
    QLabel *status() const { return m_status; }
    QWidget *diskNotice() const { return m_notice; }
    QString text() const;
    ScriptSource source() const;
    bool isModified() const;

    /// As it was when it was left; else a new one.
    void resume();
    void startNew();
    void open(const QString &file);
    /// A script that has no file here: an example, or one that is installed.
    /// @p then follows when it is there, and not when the person would rather keep what was.
    void startWith(const QString &text, const QString &name, const std::function<void()> &then = {});
    void save();
    void saveAs();

    /// What went wrong in a run, below the lines.
    void showTroubles(const ScriptRun &run);
    void showRefusal(const QString &why);

signals:
    /// Its name, or whether it is saved.
    void titleChanged();
    void textChanged();
    void factsChanged();
    void saved();
    void errorHappened(const QString &text);
    void noteHappened(const QString &text);

private:
    void build();
    QWidget *buildNotice();
    void connectDocument();
    void begin(const QString &text);
    /// Does it now, or after the person has said what becomes of what is not saved.
    void whenNothingIsLost(const std::function<void()> &deed);
    void changed();
    void keep();
    void checked();
    void changedOnDisk(const QString &before, const QString &now);
    void takeFromDisk();
    void showProblems();

    WorkbenchMemory *m_memory;
    ScriptEditor *m_editor;
    FindBar *m_find;
    StateIndicator *m_state;
    QLabel *m_status;
    QWidget *m_notice = nullptr;
    ScriptDocument m_document;
    ScriptCheck m_check;
    QTimer m_keeping;
    QMap<int, QString> m_troubles; ///< of the last run, by line
    QString m_onDisk;
    std::function<void()> m_afterSaving;
};

} // namespace Trackhand
