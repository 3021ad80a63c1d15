// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/colorrules.h"

#include <QCoreApplication>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::array<const char *, RuleHueCount> HueKeys {"red", "orange", "yellow", "green", "blue", "violet"};

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::ColorRules)
};

} // namespace

QString hueKey(RuleHue hue)
{
    return QLatin1String(HueKeys[std::size_t(hue)]);
}

std::optional<RuleHue> hueFromKey(const QString &key)
{
    const auto found =
        std::find_if(HueKeys.begin(), HueKeys.end(), [&key](const char *known) { return key == QLatin1String(known); });
    return found == HueKeys.end() ? std::nullopt : std::optional(RuleHue(found - HueKeys.begin()));
}

ColorRuleList defaultColorRules()
{
    return {
        {Words::tr("Dropped"), QStringLiteral("verdict == drop"), RuleHue::Red, true},
        {Words::tr("Refused"), QStringLiteral("refused"), RuleHue::Orange, true},
        {Words::tr("Unjudged"), QStringLiteral("fail_open"), RuleHue::Yellow, true},
        {Words::tr("Rewritten"), QStringLiteral("mangled"), RuleHue::Blue, true},
    };
}

void ColorRuleMatcher::setRules(const ColorRuleList &rules)
{
    m_rules = rules;
    m_filters.clear();
    for (const ColorRule &rule : rules) {
        const auto compiled = EventFilter::compile(rule.filter);
        const bool usable = rule.enabled && compiled.ok() && !compiled.filter.matchesEverything();
        m_filters.push_back(usable ? std::optional(compiled.filter) : std::nullopt);
    }
    forget();
}

const ColorRule *ColorRuleMatcher::ruleFor(std::uint64_t number, const EventRecord &packet) const
{
    Remembered &remembered = m_remembered[number % m_remembered.size()];
    if (remembered.number != number) {
        remembered = {number, indexFor(packet)};
    }
    return remembered.rule < 0 ? nullptr : &m_rules.at(remembered.rule);
}

void ColorRuleMatcher::forget()
{
    m_remembered.fill({});
}

int ColorRuleMatcher::indexFor(const EventRecord &packet) const
{
    const auto met = std::find_if(m_filters.begin(), m_filters.end(),
        [&packet](const auto &filter) { return filter && filter->matches(packet); });
    return met == m_filters.end() ? -1 : int(met - m_filters.begin());
}

} // namespace Trackhand
