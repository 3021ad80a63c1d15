// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/ruledeed.h"

namespace Trackhand {

std::optional<RuleArguments> &RuleDeed::from(Direction direction) const
{
    return direction == Direction::Forth ? m_record->before : m_record->after;
}

std::optional<RuleArguments> &RuleDeed::to(Direction direction) const
{
    return direction == Direction::Forth ? m_record->after : m_record->before;
}

QString RuleDeed::filled(const QString &text) const
{
    const RuleArguments &rule = m_record->after ? *m_record->after : *m_record->before;
    return text.arg(ruleId()).arg(rule.helper);
}

QString RuleDeed::description() const
{
    return filled(!m_record->before ? tr("add rule %1 of %2")
            : m_record->after       ? tr("change rule %1 of %2")
                                    : tr("delete rule %1 of %2"));
}

QString RuleDeed::sentence() const
{
    return filled(!m_record->before ? tr("Rule %1 of %2 was added.")
            : m_record->after       ? tr("Rule %1 of %2 was changed.")
                                    : tr("Rule %1 of %2 was deleted."));
}

} // namespace Trackhand
