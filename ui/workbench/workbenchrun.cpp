// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/workbenchrun.h"

#include <QPromise>
#include <QThreadPool>

namespace Trackhand {

namespace {

constexpr int Whole = 1000;

/// A run that did not come to a beginning is nothing to compare with.
bool isComparable(const ScriptRun &run)
{
    return run.scriptProblem.isEmpty();
}

RunOutcome outcomeOf(ScriptRun run, const ScriptRun *before)
{
    RunOutcome outcome;
    outcome.run = std::make_shared<const ScriptRun>(std::move(run));
    if (before && before->capture == outcome.run->capture && isComparable(*before) && isComparable(*outcome.run)) {
        outcome.differences = differencesBetween(*before, *outcome.run);
    }
    return outcome;
}

} // namespace

WorkbenchRun::WorkbenchRun(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &WorkbenchRun::finished);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &WorkbenchRun::tellProgress);
    connect(&m_patience, &QTimer::timeout, this, &WorkbenchRun::tellProgress);
}

// The thread has all that it needs, and sees that nobody wants it any more.
WorkbenchRun::~WorkbenchRun()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void WorkbenchRun::start(const ScriptSource &source, const QString &capture)
{
    m_watcher.cancel();
    const auto promise = std::make_shared<QPromise<RunOutcome>>();
    promise->start();
    promise->setProgressRange(0, Whole);
    m_watcher.setFuture(promise->future());
    m_patience.start();
    QThreadPool::globalInstance()->start([promise, source, capture, before = m_last] {
        ScriptRun run = runScript(source, capture, [&promise](int permille) {
            promise->setProgressValue(permille);
            return !promise->isCanceled();
        });
        if (!promise->isCanceled()) {
            promise->addResult(outcomeOf(std::move(run), before.get()));
        }
        promise->finish();
    });
    emit started();
}

void WorkbenchRun::cancel()
{
    m_watcher.cancel();
}

void WorkbenchRun::finished()
{
    m_patience.stop();
    if (m_watcher.isCanceled()) {
        emit cancelled();
        return;
    }
    const RunOutcome outcome = m_watcher.result();
    if (outcome.run->scriptProblem.isEmpty()) {
        m_last = outcome.run;
    }
    emit ended(outcome);
}

void WorkbenchRun::tellProgress()
{
    if (isRunning() && !m_patience.isActive()) {
        emit progressed(m_watcher.progressValue());
    }
}

} // namespace Trackhand
