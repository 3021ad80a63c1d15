// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <string>

/// Packets as comma-separated values (RFC 4180): columns named and values written as in the JSON events, the packet's
/// number before them. Unknown values are empty.
namespace Trackhand {

std::string eventCsvHeader(); ///< without the line's end, as the lines are

/// A note that a spreadsheet would take for a formula gets an apostrophe in front: its author is on the network.
std::string eventCsv(const EventRecord &packet);

} // namespace Trackhand
