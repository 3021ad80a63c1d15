// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <QString>
#include <optional>
#include <string>

namespace Trackhand {

class Console;

/// How `watch` and `replay` show events.
enum class EventFormat { Text, Json, Nfqnl };

/// A packet as netfilter's nfqnl_test prints it: three lines, the interfaces only when there are any.
std::string nfqnlText(const EventRecord &event);

/// One line for a person.
QString eventText(const EventRecord &event);

void printEvent(
    Console &console, EventFormat format, const EventRecord &event, std::optional<std::uint64_t> frame = std::nullopt);

} // namespace Trackhand
