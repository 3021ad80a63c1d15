// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/auth/polkitauthorizer.h"

#include "backend/auth/polkitthread.h"

#include <QPointer>
#include <QTimer>

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
    const QList<quint64> open = m_open.keys();
    for (const quint64 id : open) {
        close(id, Decision::Unavailable);
    }
}

int PolkitAuthorizer::openQuestions(const QString &caller) const
{
    return int(std::count_if(
        m_open.cbegin(), m_open.cend(), [&](const auto &open) { return open->question.caller == caller; }));
}

void PolkitAuthorizer::ask(const Question &question, Answer answer)
{
    if (m_open.size() >= MaxQuestions || openQuestions(question.caller) >= MaxQuestionsPerCaller) {
        answer(Decision::TooManyQuestions);
        return;
    }
    const quint64 id = ++m_lastId;
    auto open = std::make_shared<PolkitQuestion>(question, std::move(answer));
    m_open.insert(id, open);
    QTimer::singleShot(question.interactive ? m_timeouts.interactive : m_timeouts.silent, this,
        [this, id] { close(id, Decision::TimedOut); });
    m_thread->check(std::move(open), [this, id](Decision decision) {
        // The thread is joined before this object dies, so "this" is there to be posted to.
        QMetaObject::invokeMethod(
            this, [this, id, decision] { close(id, decision); }, Qt::QueuedConnection);
    });
}

void PolkitAuthorizer::callerLeft(const QString &caller)
{
    const QList<quint64> all = m_open.keys();
    for (const quint64 id : all) {
        const auto open = m_open.value(id);
        if (open && open->question.caller == caller) {
            close(id, Decision::CallerLeft);
        }
    }
}

/// Whoever comes first (polkit, the clock, the caller's end) answers; the others find the question gone.
void PolkitAuthorizer::close(quint64 id, Decision decision)
{
    const auto open = m_open.take(id);
    if (!open) {
        return;
    }
    open->cancel();
    open->answer(decision);
}

} // namespace Trackhand
