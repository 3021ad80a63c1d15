// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/backendlink.h"
#include "client/models/flowmodel.h"

#include <QElapsedTimer>
#include <QObject>

namespace Trackhand {

/// Fetches the connections that exist now into a FlowModel, because their counts are in no event. At most one question
/// is on its way, two seconds lie between two, and more where answers take long: a tenth of the time at most.
class FlowList : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 RestMs = 2000;

    FlowList(BackendLink *link, FlowModel *model, QObject *parent = nullptr);

    /// Asks if it is time to, and so that nobody is asked for a password. After a refusal it does nothing.
    void refresh();
    /// Asks now; polkit may want a password.
    void ask();
    /// The right to see has just been given: asks anew also after a refusal. A question with a password prompt that is
    /// on its way stays, and so does what was listed.
    void startAnew();
    /// The backend has gone, and will not answer any more.
    void forget();

    bool isRefused() const { return m_refused; }

signals:
    /// isRefused() changed.
    void refusalChanged();

private:
    void send(bool mayPrompt);
    void arrived(const Result<std::vector<EventRecord>> &records, quint64 askedAt);

    BackendLink *m_link;
    FlowModel *m_model;
    QElapsedTimer m_asked; ///< runs from the question, and goes on after its answer
    qint64 m_restMs = 0; ///< from the last question to the next
    quint64 m_round = 0; ///< answers to questions of earlier rounds are dropped
    bool m_waiting = false;
    bool m_prompting = false; ///< the question that is on its way may have a person type a password
    bool m_refused = false;
};

} // namespace Trackhand
