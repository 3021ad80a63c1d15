// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/auth/authorizer.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace Trackhand {

/// Grants everything unless told otherwise, and remembers what it was asked.
class FakeAuthorizer : public Authorizer {
public:
    void ask(const Question &question, Answer answer) override
    {
        asked.append(question);
        if (waiting) {
            open.append({question, std::move(answer)});
            return;
        }
        answer(decisions.value(question.action, Decision::Granted));
    }

    void callerLeft(const QString &caller) override
    {
        left.append(caller);
        for (const auto &one : takeOpen()) {
            one.question.caller == caller ? one.answer(Decision::CallerLeft) : open.append(one);
        }
    }

    /// Answers what waits, as a person who comes back from a walk.
    void answerAll(Decision decision)
    {
        for (const auto &one : takeOpen()) {
            one.answer(decision);
        }
    }

    QStringList actionsAsked() const
    {
        QStringList actions;
        for (const Question &question : asked) {
            actions.append(question.action);
        }
        return actions;
    }

    struct Open {
        Question question;
        Answer answer;
    };

    bool waiting = false; ///< keeps questions open until answerAll()
    QMap<QString, Decision> decisions;
    QList<Question> asked;
    QList<Open> open;
    QStringList left;

private:
    QList<Open> takeOpen() { return std::exchange(open, {}); }
};

} // namespace Trackhand
