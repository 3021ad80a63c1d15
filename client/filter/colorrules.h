// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/eventfilter.h"

#include <QList>
#include <QString>
#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace Trackhand {

/// A colour by its name: how it looks is up to the palette it is shown with.
enum class RuleHue { Red, Orange, Yellow, Green, Blue, Violet };
constexpr int RuleHueCount = 6;

/// "red", "orange", ... as settings have it.
QString hueKey(RuleHue hue);
std::optional<RuleHue> hueFromKey(const QString &key);

/// Packets that pass the filter are shown in a colour, under the rule's name.
struct ColorRule {
    QString name;
    QString filter; ///< one that matches everything, or does not compile, colours nothing
    RuleHue hue = RuleHue::Blue;
    bool enabled = true;

    bool operator==(const ColorRule &) const = default;
};
using ColorRuleList = QList<ColorRule>; ///< the first that matches counts

/// Dropped, refused, unjudged and rewritten packets.
ColorRuleList defaultColorRules();

/// Which rule a packet meets. Asked once for each cell that is painted, it looks at a packet once and remembers the
/// latest thousand; packets that nobody asks for cost nothing.
class ColorRuleMatcher {
public:
    void setRules(const ColorRuleList &rules);
    const ColorRuleList &rules() const { return m_rules; }

    /// The rule of the packet of this number, nullptr for none. A number stands for one packet, until forget().
    const ColorRule *ruleFor(std::uint64_t number, const EventRecord &packet) const;
    void forget();
    /// The index of the rule, -1 for none, looked up anew. May run in several threads at once.
    int indexFor(const EventRecord &packet) const;

private:
    struct Remembered {
        std::uint64_t number = std::numeric_limits<std::uint64_t>::max();
        int rule = -1;
    };

    ColorRuleList m_rules;
    std::vector<std::optional<EventFilter>> m_filters; ///< none for a rule that colours nothing
    mutable std::array<Remembered, 1024> m_remembered;
};

} // namespace Trackhand
