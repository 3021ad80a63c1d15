// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/scriptcheck.h"

#include "helpers/script/problem.h"

#include <QPromise>
#include <QThreadPool>
#include <memory>

namespace Trackhand {

ScriptCheck::ScriptCheck(QObject *parent)
    : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ScriptCheck::check);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_facts = m_watcher.result();
        emit checked();
    });
}

ScriptCheck::~ScriptCheck()
{
    m_watcher.disconnect(this);
}

void ScriptCheck::checkSoon(const ScriptSource &source)
{
    m_source = source;
    m_delay.start();
}

ScriptFacts ScriptCheck::factsOf(const ScriptSource &source)
{
    const auto described = ScriptHelper::describe(source);
    ScriptFacts facts;
    if (described) {
        facts.descriptor = *described;
        return facts;
    }
    const Script::Problem problem = Script::readProblem(source.name, described.error().text);
    facts.line = problem.line;
    facts.problem = QString::fromUtf8(problem.text.data(), qsizetype(problem.text.size()));
    return facts;
}

void ScriptCheck::check()
{
    const auto promise = std::make_shared<QPromise<ScriptFacts>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, source = m_source] {
        promise->addResult(factsOf(source));
        promise->finish();
    });
}

} // namespace Trackhand
