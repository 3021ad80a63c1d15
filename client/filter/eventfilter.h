// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <QString>
#include <memory>

namespace Trackhand {

class FilterNode;

/// A compiled condition on events, in the manner of Wireshark's display filters:
///
///     helper == "ftp" && verdict != accept
///     dport == 21 or dport in {2121, 8021-8029}
///     src == 10.0.1.0/24 and not (note contains "PORT")
///
/// Fields are those of the JSON events (`master.src` for the parts of master), and `addr` and `port` for either end.
/// Operators: == != < <= > >= contains matches in; and or not, && || !; parentheses. A yes/no field stands alone
/// (`mangled`). A comparison with a value the event does not have is false, also with !=. Text is compared without
/// regard to case by `contains` and `matches` (a regular expression), exactly by == and !=.
class EventFilter {
public:
    struct Compiled;

    /// An empty text (or blanks) matches everything.
    static Compiled compile(const QString &text);

    /// Matches everything.
    EventFilter() = default;

    bool matches(const EventRecord &event) const;
    bool matchesEverything() const { return m_root == nullptr; }

    /// The names that may stand in a filter, for completion and help.
    static QStringList fieldNames();

private:
    explicit EventFilter(std::shared_ptr<const FilterNode> root);

    std::shared_ptr<const FilterNode> m_root;
};

/// A filter, or why the text is none and where.
struct EventFilter::Compiled {
    EventFilter filter;
    QString error; ///< one sentence; "" when the filter is good
    int position = 0; ///< of the first offending character
    int length = 0; ///< of the offending word; 0 at the end of the text

    bool ok() const { return error.isEmpty(); }
};

} // namespace Trackhand
