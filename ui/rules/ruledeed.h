// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QCoreApplication>
#include <QUndoCommand>
#include <memory>
#include <optional>

namespace Trackhand {

/// One thing that was done to a rule. As a command it does nothing itself: RuleHistory has asked the backend by the
/// time the stack moves, and has written into the record what came of it.
class RuleDeed : public QUndoCommand {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::RuleDeed)
public:
    enum class Direction { Forth, Back };

    struct Record {
        /// Shared by all deeds about one rule: a rule that was deleted may come back under another number.
        std::shared_ptr<uint> id;
        std::optional<RuleArguments> before; ///< none when the rule was added
        std::optional<RuleArguments> after; ///< none when it was deleted
        bool lost = false; ///< can never be done or undone again; the stack drops it at its next step
    };

    explicit RuleDeed(std::shared_ptr<Record> record)
        : m_record(std::move(record))
    {
    }

    Record &record() const { return *m_record; }
    uint ruleId() const { return *m_record->id; }
    /// What the rule is before a step in this direction, and after it.
    std::optional<RuleArguments> &from(Direction direction) const;
    std::optional<RuleArguments> &to(Direction direction) const;

    QString description() const; ///< "delete rule 3 of ftp"
    QString sentence() const; ///< "Rule 3 of ftp was deleted."

    void undo() override { setObsolete(m_record->lost); }
    void redo() override { setObsolete(m_record->lost); }

private:
    QString filled(const QString &text) const;

    std::shared_ptr<Record> m_record;
};

} // namespace Trackhand
