// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace Trackhand {

/// The seam to whoever decides what a caller may do. Main thread only.
class Authorizer {
public:
    enum class Decision {
        Granted,
        Denied,
        NeedsInteraction, ///< would be granted after a password, but the caller did not allow a prompt
        Dismissed, ///< the person at the prompt said no
        NoAgent, ///< nobody could show a prompt: the caller's session has no polkit agent
        TimedOut,
        CallerLeft,
        TooManyQuestions, ///< this caller, or all callers together, have too many open already
        Unavailable, ///< nobody could be asked
    };
    using Answer = std::function<void(Decision)>;

    struct Question {
        QString action; ///< org.trackhand.helpers.manage and its siblings
        QString caller; ///< unique bus name
        bool interactive = false; ///< a prompt may be shown to the caller's user
    };

    virtual ~Authorizer() = default;

    /// Asks, and calls @p answer exactly once: later from the event loop, or before ask() returns when no question had
    /// to be put. A person may take minutes to type a password.
    virtual void ask(const Question &question, Answer answer) = 0;

    /// The caller is gone from the bus: its open questions are answered with CallerLeft and withdrawn.
    virtual void callerLeft(const QString &caller) = 0;
};

/// One sentence for the person who was refused @p action, with what to do about it. Not for Granted.
QString refusalText(Authorizer::Decision decision, const QString &action);

} // namespace Trackhand
