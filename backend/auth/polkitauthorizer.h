// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/auth/authorizer.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>

namespace Trackhand {

class PolkitThread;
struct PolkitQuestion;

/// Asks polkit. The subject is the caller's unique bus name, never a process id (those are reused). polkit is talked to
/// in a thread of its own; any number of questions can be open at once, each with its own cancellation, which is why
/// the check itself is libpolkit's call: PolkitQt1::Authority runs one at a time and cannot say which one it answers.
class PolkitAuthorizer : public QObject, public Authorizer {
    Q_OBJECT

public:
    static constexpr int MaxQuestionsPerCaller = 16;
    /// The system bus lets one connection wait for 128 replies: so many questions, and as many withdrawals.
    static constexpr int MaxQuestions = 60;

    struct Timeouts {
        /// Both a little shorter than what callers wait, so that they read our reason and not the bus's.
        std::chrono::milliseconds interactive = std::chrono::seconds(290);
        std::chrono::milliseconds silent = std::chrono::seconds(20);
    };

    explicit PolkitAuthorizer(QObject *parent = nullptr);
    explicit PolkitAuthorizer(Timeouts timeouts, QObject *parent = nullptr);
    ~PolkitAuthorizer() override;

    void ask(const Question &question, Answer answer) override;
    void callerLeft(const QString &caller) override;

private:
    struct Open {
        std::shared_ptr<PolkitQuestion> question; ///< the thread's as well
        std::unique_ptr<QTimer> patience; ///< goes with the question: a clock left behind would wake an idle service
    };

    int openQuestions(const QString &caller) const;
    std::unique_ptr<QTimer> patienceWith(quint64 id, bool interactive);
    void close(quint64 id, Decision decision);

    Timeouts m_timeouts;
    std::unique_ptr<PolkitThread> m_thread;
    std::map<quint64, Open> m_open;
    quint64 m_lastId = 0;
};

} // namespace Trackhand
