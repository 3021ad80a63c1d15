// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/flowlist.h"

#include <algorithm>

namespace Trackhand {

FlowList::FlowList(BackendLink *link, FlowModel *model, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_model(model)
{
}

void FlowList::refresh()
{
    const bool isDue = !m_asked.isValid() || m_asked.elapsed() >= m_restMs;
    if (!m_refused && isDue) {
        send(false);
    }
}

void FlowList::ask()
{
    send(true);
}

void FlowList::startAnew()
{
    if (!m_waiting || !m_prompting) {
        forget();
        refresh();
    }
}

void FlowList::forget()
{
    ++m_round;
    m_waiting = false;
    m_asked.invalidate();
    if (std::exchange(m_refused, false)) {
        emit refusalChanged();
    }
}

void FlowList::send(bool mayPrompt)
{
    if (m_waiting || m_link->state() != BackendLink::State::Ready) {
        return;
    }
    m_waiting = true;
    m_prompting = mayPrompt;
    m_asked.start();
    auto request = Requests::listFlows();
    request.mayPrompt = mayPrompt;
    const auto done = [this, round = m_round, askedAt = m_model->reports()](
                          const Result<std::vector<EventRecord>> &records) {
        if (round == m_round) {
            arrived(records, askedAt);
        }
    };
    m_link->call<std::vector<EventRecord>>(request, this, done);
}

void FlowList::arrived(const Result<std::vector<EventRecord>> &records, quint64 askedAt)
{
    m_waiting = false;
    if (records) {
        m_model->setCurrentFlows(*records, askedAt);
    }
    m_restMs = std::max(RestMs, m_asked.elapsed() * 10);
    const bool refused = !records && records.error().code == ErrorCode::NotAuthorized;
    if (std::exchange(m_refused, refused) != refused) {
        emit refusalChanged();
    }
}

} // namespace Trackhand
