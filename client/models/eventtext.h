// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <QString>

/// The values of an event as text for people, each a free function so that it can be tested by itself.
namespace Trackhand {

QString timeText(std::uint64_t timeNs); ///< local time of day with milliseconds: 14:02:11.203
QString exactTimeText(std::uint64_t timeNs); ///< date, time with nanoseconds and the offset from UTC
QString sourceText(const EventRecord &event); ///< "any" for an expectation that takes every source
QString destinationText(const EventRecord &event);
QString masterText(const EventRecord &event); ///< "10.0.1.2:40000 → 10.0.2.2:21", "" when there is none
QString directionText(const EventRecord &event); ///< "→" original, "←" reply, "" unknown
QString connectionText(const EventRecord &event); ///< "established", "related", "new", "none"
QString verdictText(const EventRecord &event); ///< "accept", "drop", with what else happened: "accept, rewritten"
QString latencyText(const EventRecord &event); ///< microseconds with one digit: "11.2"
QString noteText(const EventRecord &event); ///< what the helper saw, control characters made visible
QString durationText(qint64 seconds); ///< "42 s", "4 min 10 s", "2 h 5 min"

} // namespace Trackhand
