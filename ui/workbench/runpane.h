// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/payloadfeed.h"
#include "ui/workbench/resulttables.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace Trackhand {

class EmptyState;
class HostSession;
class PacketPane;
class RecordButton;

/// The capture beside the script, and what the script did with it. A capture can be dropped here.
class RunPane : public QWidget {
    Q_OBJECT
public:
    explicit RunPane(HostSession *session, QWidget *parent = nullptr);

    /// The file; "" none.
    void setCapture(const QString &file);
    const QString &capture() const { return m_capture; }
    void askForCapture();

    void show(const RunOutcome &outcome);
    void showRunning(bool running);
    void showProgress(int permille);
    /// The script has changed since, or has not.
    void setStale(bool stale);

    ResultTables *tables() const { return m_tables; }
    PacketPane *packet() const { return m_packet; }
    QLabel *summary() const { return m_summary; }
    QPushButton *cancelButton() const { return m_cancel; }
    QCheckBox *afterSaving() const { return m_afterSaving; }
    RecordButton *recordButton() const { return m_record; }
    EmptyState *emptyState() const { return m_empty; }
    const ScriptRun *run() const { return m_run.get(); }

signals:
    void captureChosen(const QString &file);
    void errorHappened(const QString &text);
    void noteHappened(const QString &text);
    void cancelRequested();
    /// What is said of the packet that is shown: the lines of the script.
    void linesChosen(const std::vector<int> &lines);
    void lineRequested(int line);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildProgress();
    QWidget *buildResults();
    void showFrame(quint64 frame);
    void sayWhatIsMissing();
    QString summaryText() const;
    void updateSummary();

    QString m_capture;
    std::shared_ptr<const ScriptRun> m_run;
    PayloadFeed m_bytes;
    QPushButton *m_choose;
    RecordButton *m_record;
    QLabel *m_name;
    QCheckBox *m_afterSaving;
    QWidget *m_progressRow = nullptr;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    ResultTables *m_tables;
    PacketPane *m_packet;
    QLabel *m_summary;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    bool m_stale = false;
};

} // namespace Trackhand
