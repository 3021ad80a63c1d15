// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/rules/ruledeed.h"
#include "wire/base/result.h"

#include <QUndoStack>
#include <functional>

namespace Trackhand {

class BackendLink;
class RuleStore;

/// Everything that was done to rules from here, and the way back. The backend does a thing first, and only when it has
/// said so does the stack move: a deed that was refused is not in it, an undo that failed can be tried again. What can
/// never be undone, because the rule was changed or deleted elsewhere meanwhile, leaves the stack, and that is said.
/// One thing at a time: while the backend is asked for one, no other is begun. Link and store must outlive it.
class RuleHistory : public QObject {
    Q_OBJECT
public:
    static constexpr int Limit = 100; ///< deeds that are remembered

    RuleHistory(BackendLink *link, const RuleStore *rules, QObject *parent = nullptr);

    using Ended = std::function<void(const Status &)>;
    /// Each calls @p ended once, unless @p context is gone by then.
    void add(const RuleArguments &rule, QObject *context, const Ended &ended);
    void change(uint id, const RuleArguments &rule, QObject *context, const Ended &ended);
    void remove(uint id, QObject *context, const Ended &ended);

    /// Does nothing while busy and where there is nothing to take back.
    void undo();
    void redo();

    bool canUndo() const { return !m_busy && m_stack.canUndo(); }
    bool canRedo() const { return !m_busy && m_stack.canRedo(); }
    QString undoText() const; ///< "delete rule 3 of ftp"; "" for nothing
    QString redoText() const;
    /// Moves with every deed that is done or taken back.
    int position() const { return m_stack.index(); }
    int size() const { return m_stack.count(); }

signals:
    void changed(); ///< what can be undone or redone now
    void done(const QString &text); ///< a deed, as a sentence; undo() takes it back
    void wentBack(const QString &text); ///< an undo, as a sentence
    void wentForth(const QString &text); ///< a redo, likewise
    void failed(const QString &text); ///< an undo or redo, with the reason

private:
    using Direction = RuleDeed::Direction;
    using Answer = std::function<void(const Result<QString> &)>; ///< the path of a rule that was added, else ""

    void start(uint id, std::optional<RuleArguments> after, QObject *context, const Ended &ended);
    void carryOut(std::unique_ptr<RuleDeed> deed, QObject *context, const Ended &ended);
    void step(Direction direction);
    void finish(const RuleDeed &deed, Direction direction);
    void fail(const RuleDeed &deed, Direction direction, const Error &error);
    void move(Direction direction);
    void send(const RuleDeed &deed, Direction direction, const Answer &answer);
    void settle(const RuleDeed &deed, Direction direction, const QString &path);
    std::optional<Error> absence() const;
    const RuleDeed *next(Direction direction) const;
    const RuleInfo *ruleOf(uint id) const;
    std::shared_ptr<uint> sharedId(uint id) const;
    void setBusy(bool busy);

    BackendLink *m_link;
    const RuleStore *m_rules;
    QUndoStack m_stack;
    bool m_busy = false;
};

} // namespace Trackhand
