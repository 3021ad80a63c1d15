// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/auth/polkitauthorizer.h"

#include "backend/auth/polkitthread.h"

#include <algorithm>

namespace Trackhand {

PolkitAuthorizer::PolkitAuthorizer(QObject *parent)
    : PolkitAuthorizer(Timeouts {}, parent)
{
}

PolkitAuthorizer::PolkitAuthorizer(Timeouts timeouts, QObject *parent)
    : QObject(parent)
    , m_timeouts(timeouts)
    , m_thread(std::make_unique<PolkitThread>())
{
}

PolkitAuthorizer::~PolkitAuthorizer()
{
    while (!m_open.empty()) {
        close(m_open.begin()->first, Decision::Unavailable);
    }
}

int PolkitAuthorizer::openQuestions(const QString &caller) const
{
    return int(std::count_if(m_open.cbegin(), m_open.cend(),
        [&](const auto &open) { return open.second.question->question.caller == caller; }));
}

void PolkitAuthorizer::ask(const Question &question, Answer answer)
{
    if (m_open.size() >= MaxQuestions || openQuestions(question.caller) >= MaxQuestionsPerCaller) {
        answer(Decision::TooManyQuestions);
        return;
    }
    const quint64 id = ++m_lastId;
    auto asked = std::make_shared<PolkitQuestion>(question, std::move(answer));
    m_open.emplace(id, Open {asked, patienceWith(id, question.interactive)});
    m_thread->check(std::move(asked), [this, id](Decision decision) {
        // The thread is joined before this object dies, so "this" is there to be posted to.
        QMetaObject::invokeMethod(
            this, [this, id, decision] { close(id, decision); }, Qt::QueuedConnection);
    });
}

std::unique_ptr<QTimer> PolkitAuthorizer::patienceWith(quint64 id, bool interactive)
{
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    connect(timer.get(), &QTimer::timeout, this, [this, id] { close(id, Decision::TimedOut); });
    timer->start(interactive ? m_timeouts.interactive : m_timeouts.silent);
    return timer;
}

void PolkitAuthorizer::callerLeft(const QString &caller)
{
    QList<quint64> left;
    for (const auto &[id, open] : m_open) {
        if (open.question->question.caller == caller) {
            left.append(id);
        }
    }
    for (const quint64 id : left) {
        close(id, Decision::CallerLeft);
    }
}

/// Whoever comes first (polkit, the clock, the caller's end) answers; the others find the question gone.
void PolkitAuthorizer::close(quint64 id, Decision decision)
{
    auto open = m_open.extract(id);
    if (open.empty()) {
        return;
    }
    open.mapped().patience.release()->deleteLater(); // it may be what calls this
    open.mapped().question->cancel();
    open.mapped().question->answer(decision);
}

} // namespace Trackhand
