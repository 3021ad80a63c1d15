// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/workbench/rundifference.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace Trackhand {

/// A run that has ended, and what it does otherwise than the one before it over the same capture.
struct RunOutcome {
    std::shared_ptr<const ScriptRun> run;
    std::optional<RunDifferences> differences; ///< nothing when there was no such run
};

/// Runs scripts over captures in a thread of the pool, one at a time: what is asked for meanwhile takes the place of
/// what runs. One that takes long says how far it is, and can be cancelled.
class WorkbenchRun : public QObject {
    Q_OBJECT
public:
    static constexpr int PatienceMs = 200; ///< before progress is worth showing

    explicit WorkbenchRun(QObject *parent = nullptr);
    ~WorkbenchRun() override;

    void start(const ScriptSource &source, const QString &capture);
    void cancel();
    bool isRunning() const { return m_watcher.isRunning(); }
    /// The last run that came to its end; nullptr before the first.
    const std::shared_ptr<const ScriptRun> &last() const { return m_last; }

signals:
    void started();
    /// It takes long; in thousandths.
    void progressed(int permille);
    void ended(const Trackhand::RunOutcome &outcome);
    void cancelled();

private:
    void finished();
    void tellProgress();

    QFutureWatcher<RunOutcome> m_watcher;
    QTimer m_patience;
    std::shared_ptr<const ScriptRun> m_last;
};

} // namespace Trackhand
